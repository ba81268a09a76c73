"""Products that contain nothing of what the article is about. Advice, never more."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview, Promoted
from ..finding import Finding, Level


def product_fit(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find articles about nutrients of which no product they show contains any."""
    if not article.lacks_its_nutrients:
        return
    shown = {target: one for target, one in article.promoted.items() if one.is_shown}
    places = [link.place for link in article.links if link.kind == "product" and link.target in shown]
    products = list({one.shown_name: one for one in shown.values()}.values())
    message = " ".join(
        filter(None, [_about(article.nutrients, products), *_contents(products), _better(article)])
    )
    names = ", ".join(one.shown_name for one in products)
    subject = f"{'|'.join(sorted(article.nutrients))}:{names}"
    yield Finding("product_fit", Level.KNOW, message, places[0] if places else "body", subject=subject)


def _about(nutrients: tuple[str, ...], products: list[Promoted]) -> str:
    said = {"nutrients": _listed(nutrients), "first": products[0].shown_name}
    said["any"] = nutrients[0] if len(nutrients) == 1 else _("any of these")
    if len(products) == 1:
        return _("This article is about %(nutrients)s. %(first)s does not contain %(any)s.") % said
    if len(products) == 2:
        said["any"] = (
            nutrients[0] if len(nutrients) == 1 else _("either") if len(nutrients) == 2 else said["any"]
        )
        said["second"] = products[1].shown_name
        return (
            _("This article is about %(nutrients)s. Neither %(first)s nor %(second)s contains %(any)s.")
            % said
        )
    said["products"] = _listed([one.shown_name for one in products])
    return _("This article is about %(nutrients)s. None of %(products)s contains %(any)s.") % said


def _contents(products: list[Promoted]) -> Iterator[str]:
    for one in products:
        labels = [label.partition(",")[0] for label in one.ingredients]
        yield _("%(product)s: %(ingredients)s.") % {
            "product": one.shown_name,
            "ingredients": _listed(labels),
        }


def _better(article: ArticleUnderReview) -> str:
    said = [
        _("%(product)s contains %(nutrients)s.") % {"product": name, "nutrients": _listed(nutrients)}
        for name, nutrients in article.fitting.items()
    ]
    return " ".join([_("One that fits better:"), *said]) if said else ""


def _listed(words: Iterable[str]) -> str:
    *most, last = words
    return _("%(most)s and %(last)s") % {"most": ", ".join(most), "last": last} if most else last
