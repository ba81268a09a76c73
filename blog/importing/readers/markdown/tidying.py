"""What chatbots, Google Docs and site generators write beside Markdown -> Markdown."""

import re

_FENCED = re.compile(
    r"^(`{3,}|~{3,})[ \t]*(?:markdown|md|mdx)[ \t]*\n(.*?)\n\1[ \t]*$", re.MULTILINE | re.DOTALL | re.I
)
_BULLETS = re.compile(r"^([ \t]*)[•▪◦‣●○■][ \t\u00a0]*(?=\S)", re.MULTILINE)
_FILM = re.compile(r"^[ \t]*\{\{[<%] *(youtube|vimeo) +\"?([\w-]{5,20})\"? *[>%]\}\}[ \t]*$", re.MULTILINE)
_FILMS = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}
_TAG = re.compile(r"\{\{[<%][^{}\n]{0,300}[>%]\}\}|\{%[^{}\n]{0,300}%\}")
_DEFINED = re.compile(r"^\[\^([^\]\s]{1,60})\]:", re.MULTILINE)
_MARK = re.compile(r"\[\^([^\]\s]{1,60})\](?!:)")


def tidied(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with what Markdown has no name for in its own words, and what a person should know of it."""
    if text.count("```") + text.count("~~~") == 2:
        text = _FENCED.sub(lambda found: found[2], text)
    text = _BULLETS.sub(r"\1- ", text)
    text = _FILM.sub(lambda found: f"\n<{_FILMS[found[1]]}{found[2]}>\n", text)
    notes = []
    if tags := _TAG.findall(text):
        notes.append(f"{len(tags)} tags of a site generator stay in the text as they are, as {tags[0]}.")
    if lost := sorted(set(_MARK.findall(text)) - set(_DEFINED.findall(text))):
        notes.append(f"Marks without a footnote, which stay in the text: {', '.join(lost)[:500]}.")
    return text, tuple(notes)
