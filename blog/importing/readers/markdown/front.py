"""What the block of keys at the beginning of a Markdown file says, by the names the usual site generators have."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import urlsplit

import yaml

from blog.importing.document import PictureElement

_LONGEST = 30_000
_LONGEST_VALUE = 2_000
_SAID: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "slug": ("slug", "handle"),
    "published": (
        "date",
        "published_at",
        "publishdate",
        "pubdate",
        "published_on",
        "published_date",
        "published",
    ),
    "updated": ("updated", "lastmod", "updated_at", "last_modified_at", "modified", "last_updated"),
    "tags": ("tags", "tag", "keywords", "categories", "category"),
    "authors": ("authors", "author", "byline"),
    "standfirst": ("summary", "excerpt", "standfirst", "subtitle", "lead", "intro", "description"),
    "seo_description": ("meta_description", "seo_description", "description"),
    "seo_title": ("meta_title", "seo_title"),
    "hero": ("image", "hero", "cover", "featured_image", "thumbnail", "hero_image", "cover_image", "banner"),
    "alt": ("image_alt", "hero_alt", "cover_alt", "alt"),
    "path": ("permalink", "url", "path", "aliases", "redirect_from"),
}
_STATE = ("draft", "published", "status", "hidden")
_FORMS = (
    "%d %B %Y",
    "%B %d, %Y",
    "%d %b %Y",
    "%b %d, %Y",
    "%Y/%m/%d",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%M:%S %z",
)


@dataclass(frozen=True, slots=True)
class Front:
    """What was said, and `notes` on what was not understood."""

    title: str = ""
    slug: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    standfirst: str = ""
    seo_title: str = ""
    seo_description: str = ""
    hero: PictureElement | None = None
    is_published: bool | None = None
    path: str = ""
    notes: tuple[str, ...] = field(default=())


def front_of(block: str, marker: str) -> Front:
    """What a block of YAML (`marker` is "---") or TOML says; one that is neither is only noted."""
    if not block:
        return Front()
    try:
        if len(block) > _LONGEST:
            raise ValueError("it is too long")
        loaded = tomllib.loads(block) if marker == "+++" else yaml.safe_load(block)
        if not isinstance(loaded, Mapping):
            raise ValueError("it has no keys")
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as problem:
        words = " ".join(str(getattr(problem, "problem", "") or problem).split())[:200]
        return Front(
            notes=(f"The front matter could not be read ({words}): {' '.join(block.split())[:2_000]}",)
        )
    return _front({str(key).strip().casefold().replace("-", "_"): value for key, value in loaded.items()})


def _front(keys: Mapping[str, Any]) -> Front:
    def first(name: str) -> str:
        return next((words for key in _SAID[name] for words in _strings(keys.get(key))), "")

    published = next((moment for key in _SAID["published"] if (moment := _moment(keys.get(key)))), None)
    updated = next((moment for key in _SAID["updated"] if (moment := _moment(keys.get(key)))), None)
    address = next((words for key in _SAID["hero"] for words in _pictures(keys.get(key))), ("", ""))
    return Front(
        title=first("title"),
        slug=first("slug"),
        published=published,
        updated=updated,
        tags=_all(keys, "tags", r"[,;]"),
        authors=_all(keys, "authors", r";"),
        standfirst=first("standfirst"),
        seo_title=first("seo_title"),
        seo_description=first("seo_description"),
        hero=_hero(address[0], address[1] or first("alt")),
        is_published=_state(keys),
        path=next(
            (path for key in _SAID["path"] for said in _strings(keys.get(key)) if (path := _path(said))), ""
        ),
        notes=tuple(_not_used(keys)),
    )


def _strings(value: Any) -> Iterator[str]:
    """The words of a value: of itself, of its parts, of the name or address of a part that has keys."""
    for part in value if isinstance(value, list | tuple) else (value,):
        if isinstance(part, Mapping):
            part = next(
                (part[key] for key in ("name", "title", "label") if isinstance(part.get(key), str)), None
            )
        if isinstance(part, str | int | float) and not isinstance(part, bool):
            words = " ".join(str(part).split())[:_LONGEST_VALUE]
            if words:
                yield words


def _all(keys: Mapping[str, Any], name: str, parts_at: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for key in _SAID[name]:
        value = keys.get(key)
        for words in _strings(value):
            for part in re.split(parts_at, words) if isinstance(value, str) else (words,):
                if part.strip().lstrip("#").strip():
                    found[part.strip().lstrip("#").strip()] = None
    return tuple(found)


def _pictures(value: Any) -> Iterator[tuple[str, str]]:
    """The address of a picture, and its alternative text."""
    if isinstance(value, str) and value.strip():
        yield value.strip()[:_LONGEST_VALUE], ""
    elif isinstance(value, Mapping):
        for key in ("src", "url", "path", "image", "file", "relative"):
            if isinstance(value.get(key), str):
                alt = value.get("alt") or value.get("caption") or ""
                yield str(value[key]).strip()[:_LONGEST_VALUE], " ".join(str(alt).split())[:_LONGEST_VALUE]
    elif isinstance(value, list):
        for part in value[:20]:
            if not isinstance(part, list):
                yield from _pictures(part)


def _hero(address: str, alt: str) -> PictureElement | None:
    name = address.partition("?")[0].partition("#")[0].replace("\\", "/").rpartition("/")[2]
    return PictureElement(name, alt, address=address) if address and name else None


def _moment(value: Any) -> datetime | None:
    """A moment with its zone; a day is its noon in UTC, which is that day nearly everywhere."""
    if isinstance(value, str):
        value = _written(value.strip())
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime.combine(value, time(12), UTC)
    return None


def _written(text: str) -> datetime | date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        pass
    for form in _FORMS:
        try:
            moment = datetime.strptime(text, form)
        except ValueError:
            continue
        return moment if "%H" in form else moment.date()
    return None


def _state(keys: Mapping[str, Any]) -> bool | None:
    if isinstance(keys.get("draft"), bool):
        return not keys["draft"]
    if isinstance(keys.get("published"), bool):
        return bool(keys["published"])
    if keys.get("hidden") is True:
        return False
    status = str(keys.get("status", "")).casefold()
    if status in ("draft", "private", "pending", "hidden", "future"):
        return False
    return True if status in ("published", "publish", "live") else None


def _path(said: str) -> str:
    """An address as the path of a page; patterns such as `/:year/:title` are none."""
    try:
        path = urlsplit(said).path
    except ValueError:
        return ""
    return path if path.startswith("/") and path != "/" and ":" not in path else ""


def _not_used(keys: Mapping[str, Any]) -> Iterator[str]:
    known = {*_STATE, *(name for names in _SAID.values() for name in names)}
    unknown = sorted(key for key in keys if key not in known and keys[key] not in (None, "", [], {}))
    if unknown:
        yield f"Not used of the front matter: {', '.join(unknown)[:1_000]}."
    if keys.get("date") is not None and _moment(keys["date"]) is None:
        yield f"The date “{str(keys['date'])[:100]}” could not be read."
