"""Every check, one a file, in the order in which findings of one group are shown.

A rule takes the article under review and yields findings. It loads nothing and shows nothing. A new rule is a file
here and a line in this list.
"""

from collections.abc import Callable, Iterable

from ..article import ArticleUnderReview
from ..finding import Finding
from .aimless_call import aimless_call
from .anticoagulant_note import anticoagulant_note
from .broken_link import broken_link
from .contradicted_fact import contradicted_fact
from .crowded_poster import crowded_poster
from .differing_figures import differing_figures
from .empty_heading import empty_heading
from .empty_section import empty_section
from .equal_headings import equal_headings
from .file_name_description import file_name_description
from .gone_heading import gone_heading
from .high_dose import high_dose
from .long_label import long_label
from .missing_character import missing_character
from .missing_description import missing_description
from .missing_hero import missing_hero
from .missing_picture import missing_picture
from .missing_product import missing_product
from .missing_standfirst import missing_standfirst
from .no_author import no_author
from .no_sources import no_sources
from .product_fit import product_fit
from .repeated_figure import repeated_figure
from .salt_amount import salt_amount
from .search_description import search_description
from .skipped_level import skipped_level
from .stale_review import stale_review
from .typed_fact import typed_fact
from .unavailable_product import unavailable_product
from .uncited_claim import uncited_claim
from .unfit_bar import unfit_bar
from .unlinked_product import unlinked_product
from .unpublished_target import unpublished_target

# What is about doses and figures, and what of it an import tells: repeated figures it proposes as facts.
ON_DRIFT = frozenset(
    rule.__name__
    for rule in (high_dose, anticoagulant_note, salt_amount, contradicted_fact, differing_figures, typed_fact)
)
ON_FIGURES = ON_DRIFT | {repeated_figure.__name__}

Rule = Callable[[ArticleUnderReview], Iterable[Finding]]

RULES: list[Rule] = [
    empty_heading,
    broken_link,
    missing_product,
    missing_picture,
    missing_description,
    missing_standfirst,
    missing_hero,
    no_author,
    stale_review,
    equal_headings,
    skipped_level,
    empty_section,
    gone_heading,
    high_dose,
    anticoagulant_note,
    contradicted_fact,
    differing_figures,
    uncited_claim,
    unpublished_target,
    unavailable_product,
    product_fit,
    aimless_call,
    unfit_bar,
    crowded_poster,
    missing_character,
    file_name_description,
    long_label,
    no_sources,
    salt_amount,
    unlinked_product,
    typed_fact,
    repeated_figure,
    search_description,
]
