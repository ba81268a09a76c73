"""Handles: the key of a product, as a shop's file gives it or as its other keys make one. Never from a title."""

import re
import unicodedata
from urllib.parse import unquote, urlsplit

HANDLE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_IN_PATH = re.compile(r"/products?/([^/]+)")
_NOT_IN_HANDLES = re.compile(r"[^a-z0-9]+")
_LONGEST = 255


def handle_in_address(address: str) -> str:
    """Return the handle in a product's address, as `/products/<handle>`, or ""."""
    try:
        path = urlsplit(address.strip()).path
    except ValueError:
        return ""
    found = _IN_PATH.findall(path)
    handle = unquote(found[-1]).casefold() if found else ""
    return handle if HANDLE.fullmatch(handle) else ""


def handle_of_key(key: str) -> str:
    """Return the handle a shop's own key makes, as “BE 60/b” makes “be-60-b”; "" for a key without letters."""
    folded = unicodedata.normalize("NFKD", key.casefold()).encode("ascii", "ignore").decode()
    return _NOT_IN_HANDLES.sub("-", folded).strip("-")[:_LONGEST].strip("-")
