"""A claim without its source."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ...sentences import Sentence
from ..article import ArticleUnderReview, ReadText
from ..claims import makes_claim
from ..finding import Finding, Level

# Words of others, and rows that stand beside the reading text.
_NOT_OURS = frozenset({"quote", "heading"})


def uncited_claim(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find sentences that say what studies found in a paragraph that cites none."""
    for text, sentence in claims(article):
        if not text.is_cited:
            yield Finding(
                "uncited_claim",
                Level.SHOULD,
                _("This says what research found. Cite where, or say it in another way."),
                text.place,
                sentence.text,
            )


def claims(article: ArticleUnderReview) -> Iterator[tuple[ReadText, Sentence]]:
    """Yield every sentence that makes a claim in a paragraph without a citation, with the text it stands in."""
    for text in article.texts:
        if text.kind in _NOT_OURS:
            continue
        for paragraph in text.paragraphs:
            if not any(sentence.is_cited for sentence in paragraph):
                yield from ((text, sentence) for sentence in paragraph if makes_claim(sentence.text))
