"""Films, frames, sounds and forms."""

from blog.importing.document import VideoElement
from blog.importing.markup.inline import words_of
from blog.importing.markup.looks import Style
from blog.importing.markup.reading import Reading
from blog.importing.markup.tree import Node
from qnwellness.content.video import parse_video

_REASONS = {
    "iframe": "an embedded page",
    "embed": "an embedded page",
    "object": "an embedded page",
    "video": "a film that is a file",
    "audio": "a sound",
}


def read_player(reading: Reading, node: Node, style: Style) -> bool:
    """A film of a known provider; whatever else plays something is told with its address."""
    address = _address(node)
    if address.startswith("//"):
        address = f"https:{address}"
    if parse_video(address):
        reading.add(VideoElement(address, words_of(node.get("title"))))
        return True
    text = " ".join(filter(None, (words_of(node.get("title")), address[:500] or "?")))
    # What stands between its tags is shown where it cannot be played, which is nowhere.
    inside = words_of(node.text()) if node.name in ("video", "audio", "object") else ""
    reading.set_aside(" ".join(filter(None, (text, inside))), _REASONS[node.name])
    return True


def read_form(reading: Reading, node: Node, style: Style) -> bool:
    """A form, which is told with its words and where it would send what is filled in."""
    where = words_of(node.get("action"))[:500]
    reading.set_aside(" ".join(filter(None, (words_of(node.text()), where))) or "?", "a form")
    return True


def read_choice(reading: Reading, node: Node, style: Style) -> bool:
    """A list to choose from, or a field to fill in."""
    reading.set_aside(words_of(node.text()), "a field to fill in")
    return True


def _address(node: Node) -> str:
    for name in ("src", "data-src", "data-lazy-src", "data", "data-litespeed-src"):
        if (address := node.get(name).strip()) and address != "about:blank":
            return address
    inner = (child.get("src").strip() for child in node.walk() if child.name in ("source", "embed"))
    return next(filter(None, inner), "")
