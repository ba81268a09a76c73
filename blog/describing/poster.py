"""From an article and its infographics to what their pictures show, and where the pictures are found."""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override
from wagtail.blocks import StreamValue, StructValue
from wagtail.models import Site

from qnwellness.content import references
from qnwellness.content.visibility import is_public

from ..evidence.stated import unmarked
from ..infographics.line import words
from ..infographics.poster.bounds import bounded
from ..infographics.poster.value import Poster, digest
from .poster_wording import wording

if TYPE_CHECKING:
    from ..models import ArticlePage

# Every picture there is of an infographic. The name ends its address.
POSTER, CARD, PIN = "poster.svg", "card.png", "pin.png"
PICTURES = (POSTER, CARD, PIN)

# Stands in an address where others have the id of a block: the title of an article that has no infographic.
TITLE = "title"


@dataclass(frozen=True)
class Pictured:
    """What the pictures of one infographic show; `block` is its id, `root` the address of the site they lie on.

    `is_lent` where another page shows the infographic: its addresses lead on to the pictures of the day.
    """

    article: int
    block: str
    poster: Poster
    root: str
    is_lent: bool = False

    @cached_property
    def digest(self) -> str:
        """The name of all that the pictures show."""
        return digest(self.poster)

    def url(self, name: str) -> str:
        """Return the full address of a picture as it is today; `name` is one of PICTURES."""
        parts = {"article": self.article, "block": self.block, "name": name}
        if self.is_lent:
            return urljoin(f"{self.root}/", reverse("infographic_picture_today", kwargs=parts))
        return urljoin(
            f"{self.root}/", reverse("infographic_picture", kwargs={**parts, "digest": self.digest})
        )


def pictured(article: "ArticlePage", request: HttpRequest | None = None) -> list[Pictured]:
    """Return what is pictured of an article: each of its infographics in order, or else its title.

    Works on what is stored and on an unsaved form. While the article's page is rendered it asks for nothing the page
    does not show anyway; the answer is kept for as long as the request lasts.
    """
    known = request.__dict__.setdefault("pictured", {}) if request else {}
    if article.pk is None or article.pk not in known:
        known[article.pk] = _pictured(article, request)
    return known[article.pk]


def public_pictures(article: "ArticlePage", request: HttpRequest) -> list[Pictured]:
    """Return what is pictured of an article, or nothing in a preview and where not everybody may see it.

    An article that repeats another one is pictured by that one.
    """
    origin = original(article)
    may_be_seen = is_public(origin, references.current().restricted_paths)
    return pictured(origin, request) if may_be_seen and not getattr(request, "is_preview", False) else []


def original(article: "ArticlePage") -> "ArticlePage":
    """Return the article itself, or the one it repeats."""
    return article.alias_of.specific if article.alias_of_id else article


def lent_picture(lender: "ArticlePage", value: StructValue, request: HttpRequest) -> Pictured | None:
    """Return what is pictured of an infographic that a page borrows, by its value in the lender's body.

    Without its sources: the page that borrows does not load them. What a lender repeats of another article is
    pictured there. None for a preview, and where not everybody may see the article it is pictured by.
    """
    origin = lender.alias_of or lender
    if getattr(request, "is_preview", False) or not is_public(origin, references.current().restricted_paths):
        return None
    site = _site(origin, request)
    for block, found in _infographics(lender.body):
        if found is value:
            poster = _shown(value, _frame(origin, site, request), ())
            return Pictured(origin.pk, block, poster, _root(site), is_lent=True)
    return None


def _pictured(article: "ArticlePage", request: HttpRequest | None) -> list[Pictured]:
    with nullcontext() if references.is_rendering() else article.being_served():
        # Loads the sources of the whole page at once; a poster names a few of them.
        _ = article.cited
        site = _site(article, request)
        frame = _frame(article, site, request)
        return [
            Pictured(article.pk or 0, block, poster, _root(site))
            for block, poster in list(posters(article, frame)) or [(TITLE, title_card(article, frame))]
        ]


def posters(article: "ArticlePage", frame: Mapping[str, str]) -> Iterator[tuple[str, Poster]]:
    """Yield what a poster of each infographic shows, with the id of its block, while references are resolved.

    `frame` is what they all show: brand, address and language. A figure on a poster is no use of it in the text.
    """
    for block, value in _infographics(article.body):
        yield block, _shown(value, frame, _sources(value))


def title_card(article: "ArticlePage", frame: Mapping[str, str]) -> Poster:
    """Return what the picture of an article without infographic shows."""
    words_of_ours = wording(frame["language"])
    return bounded(
        Poster(title=article.title or "", lead=article.standfirst or "", wording=words_of_ours, **frame)
    )


def _infographics(body: StreamValue) -> Iterator[tuple[str, StructValue]]:
    """Yield the infographics of a body with their ids; blocks of other types are not even read."""
    for place, raw in enumerate(body.raw_data):
        if raw["type"] == "infographic":
            child = body[place]
            yield str(child.id or f"new-{place}"), child.value


def _shown(value: StructValue, frame: Mapping[str, str], sources: tuple[str, ...]) -> Poster:
    panels: Any = value["panels"]
    # Whoever asks, in whatever language: a picture of an article is the same for all.
    with unmarked(), override(frame["language"]):
        shown = Poster(
            title=value["title"] or "",
            subtitle=value["subtitle"] or "",
            lead=words(value["lead"]),
            # A panel that has nothing to draw is left out.
            panels=tuple(one for panel in panels if (one := panel.block.as_poster(panel.value)) is not None),
            sources=sources,
            wording=wording(frame["language"]),
            **frame,
        )
    return bounded(shown)


def _sources(value: StructValue) -> tuple[str, ...]:
    """Return short labels of what the panels cite, and of where their facts come from, in order of first use."""
    current = references.current()
    found = list(references.find_references(value.block, value.block.get_prep_value(value)))
    facts = current.many("fact", [pk for kind, pk in found if kind == "fact"])
    cited: list[int] = []
    for kind, pk in found:
        if kind == "source":
            cited.append(pk)
        elif kind == "fact" and pk in facts:
            cited.extend(facts[pk].source_ids)
    sources = current.many("source", cited)
    return tuple(dict.fromkeys(sources[pk].reference.label for pk in cited if pk in sources))


def _site(article: "ArticlePage", request: HttpRequest | None) -> Site | None:
    """Return the site an article stands on, which is nearly always the one that is asked. One query otherwise."""
    asked = Site.find_for_request(request) if request else None
    parts = article.get_url_parts(request) if article.pk else None
    if asked is not None and (parts is None or parts[0] == asked.pk):
        return asked
    return (
        Site.objects.filter(pk=parts[0]).first()
        if parts
        else Site.objects.filter(is_default_site=True).first()
    )


def _frame(article: "ArticlePage", site: Site | None, request: HttpRequest | None) -> dict[str, str]:
    """Return what stands on every picture of an article: whose it is, and where it is found."""
    return {
        "brand": (site.site_name if site else "") or settings.WAGTAIL_SITE_NAME,
        "address": _shown_address(article.get_full_url(request) or _root(site)),
        "language": _language(article),
    }


def _language(article: "ArticlePage") -> str:
    """Return the language an article is written in. One query where the site has several, none otherwise."""
    several = len(settings.LANGUAGES) > 1 and article.locale_id
    return article.locale.language_code if several else settings.LANGUAGE_CODE


def _root(site: Site | None) -> str:
    return site.root_url if site else settings.SITE_URL


def _shown_address(url: str) -> str:
    parts = urlsplit(url)
    return unquote(f"{parts.netloc}{parts.path}").rstrip("/")
