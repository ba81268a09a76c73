"""What is asked: the words, and what the answer is narrowed to. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from qnwellness.content.summaries import one_line
from qnwellness.content.words import asked, folded

# Longer questions are cut: what is looked for stands in their first words.
MAX_LENGTH = 200
ARTICLES, PRODUCTS = "articles", "products"
KINDS = (ARTICLES, PRODUCTS)


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks for. `text` is what they wrote, `terms` what is looked for, `kind` and `tag` a narrowing."""

    text: str = ""
    terms: tuple[str, ...] = ()
    phrase: str = ""
    kind: str = ""
    tag: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Tell whether the answer is narrowed to a kind or a tag."""
        return bool(self.kind or self.tag)


def read_question(parameters: Mapping[str, str]) -> Question:
    """Return the question in an address's parameters (`q`, `kind`, `tag`). What cannot be meant is left out."""
    text = one_line(parameters.get("q", ""))[:MAX_LENGTH].strip()
    kind = parameters.get("kind", "")
    return Question(
        text=text,
        terms=tuple(asked(text)),
        phrase=folded(text),
        kind=kind if kind in KINDS else "",
        tag=one_line(parameters.get("tag", ""))[:MAX_LENGTH],
    )
