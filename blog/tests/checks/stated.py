"""Articles whose figures ask for a look, by the rule that finds them."""

from blog.checks.article import ArticleUnderReview
from blog.evidence.placed import KnownFact, Passage, placed_figures
from blog.tests.evidence.passages import dose, fact, point, text, used

ABSORBED = fact("Calcium absorbed with enough vitamin D", "30", "40", nutrient="calcium")


def stating(*passages: Passage, facts: tuple[KnownFact, ...] = ()) -> ArticleUnderReview:
    """Return an article that states the figures of passages, on a site with these facts."""
    known = {one.pk: one for one in facts}
    return ArticleUnderReview(passages=passages, figures=placed_figures(passages, known), facts=known)


STATED = {
    "high_dose": stating(text("Take 5,000 IU of vitamin D a day.")),
    "anticoagulant_note": stating(dose("Vitamin K2", "45-180 mcg daily")),
    "salt_amount": stating(text("Take 1,000 mg of calcium citrate a day.")),
    "contradicted_fact": stating(text("With vitamin D you absorb 35-45% of calcium."), facts=(ABSORBED,)),
    "typed_fact": stating(text("With vitamin D you absorb 30-40% of calcium."), facts=(ABSORBED,)),
    "differing_figures": stating(
        point("Calcium is absorbed (30-40% vs. 10-15% without vitamin D)"),
        text("You absorb 35-45% of calcium, compared to 10-15% without vitamin D."),
    ),
    "unfit_bar": stating(
        text(f"Taken up: {used(ABSORBED.pk)}", is_bar=True, unit="mg", instead="30 mg"), facts=(ABSORBED,)
    ),
    "repeated_figure": stating(
        point("Calcium is absorbed (30-40%)"), text("You absorb 30-40% of dietary calcium.")
    ),
}
