"""Authors this site has no one of that very name for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ...models import Author
from .said import Said, plainly


@dataclass(frozen=True, slots=True)
class AuthorQuestion:
    """Who is it? `likely` is the name of an author here, or "" where a new one is to be made of `said`."""

    said: str
    likely: str
    articles: int


def about_authors(said: Sequence[Said], decided: Mapping[str, str]) -> list[AuthorQuestion]:
    """Return the authors nobody has decided about and who are not here by the same name."""
    counts = Counter(name for article in said for name in dict.fromkeys(article.authors))
    here = list(Author.objects.values_list("name", flat=True)) if counts else []
    by_plain = {plainly(name): name for name in here}
    new = [name for name in counts if name not in decided and name not in here]
    return [AuthorQuestion(name, _likely(name, by_plain), counts[name]) for name in sorted(new)]


def _likely(name: str, here: Mapping[str, str]) -> str:
    plain = plainly(name)
    close = [plain] if plain in here else get_close_matches(plain, here, n=1, cutoff=0.8)
    close = close or [other for other in here if _abbreviates(plain, other) or _abbreviates(other, plain)]
    return here[close[0]] if len(close) == 1 else ""


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether one is the other with first names as initials: "m tan" and "mei tan"."""
    ours, theirs = short.split(), long.split()
    if len(ours) != len(theirs) or len(ours) < 2 or ours[-1] != theirs[-1]:
        return False
    return all(
        one == other or (len(one) == 1 and other.startswith(one))
        for one, other in zip(ours, theirs, strict=True)
    )
