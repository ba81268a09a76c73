"""Addresses of videos -> where they are watched and where their player is. Pure."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

PROVIDERS = ("YouTube", "Vimeo")

_YOUTUBE = {"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"}
_YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
_YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live|v)/([^/]+)/?")
# An unlisted video has a key behind its number.
_VIMEO_PATH = re.compile(
    r"(?:/(?:video|channels/[^/]+|groups/[^/]+/videos|showcase/\d+/video))?/([0-9]{1,15})(?:/([0-9a-f]{1,40}))?/?"
)
_KEY = re.compile(r"[0-9a-f]{1,40}")
_TIME = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Video:
    """A video at a provider: `page` is where people watch it there, `player` what a frame on our page loads."""

    provider: str
    page: str
    player: str


def parse_video(address: str) -> Video | None:
    """Return the video an address leads to, or None where it is none of a provider we know.

    Understands what the providers' own share buttons and address bars give, with the time a video starts at.
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if host == "youtu.be":
        return _youtube(parts.path.strip("/"), query)
    if host in _YOUTUBE:
        short = _YOUTUBE_PATH.fullmatch(parts.path)
        return _youtube(short[1] if short else query.get("v", ""), query)
    if host in {"vimeo.com", "player.vimeo.com"}:
        return _vimeo(parts.path, query)
    return None


def _youtube(key: str, query: dict[str, str]) -> Video | None:
    if not _YOUTUBE_ID.fullmatch(key):
        return None
    start = _seconds(query.get("t") or query.get("start") or "")
    player = {"autoplay": 1, "rel": 0} | ({"start": start} if start else {})
    return Video(
        provider="YouTube",
        page=f"https://www.youtube.com/watch?v={key}" + (f"&t={start}s" if start else ""),
        # The address that sets no cookie before the video plays.
        player=f"https://www.youtube-nocookie.com/embed/{key}?{urlencode(player)}",
    )


def _vimeo(path: str, query: dict[str, str]) -> Video | None:
    found = _VIMEO_PATH.fullmatch(path)
    if not found:
        return None
    number, key = found[1], found[2] or query.get("h", "")
    if not _KEY.fullmatch(key):
        key = ""
    player = {"autoplay": 1, "dnt": 1} | ({"h": key} if key else {})
    return Video(
        provider="Vimeo",
        page=f"https://vimeo.com/{number}" + (f"/{key}" if key else ""),
        player=f"https://player.vimeo.com/video/{number}?{urlencode(player)}",
    )


def _seconds(time: str) -> int:
    """Return a time as YouTube writes it (`90`, `90s`, `1m30s`, `1h2m3s`) in seconds; 0 for anything else."""
    found = _TIME.fullmatch(time)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds
