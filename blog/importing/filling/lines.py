"""What single lines of an infographic are: figures, links, numbers of steps, titles, things said."""

import re

from blog.importing.document import Paragraph, plain_text
from blog.importing.structure.infographic.rows import TEXT, TITLE
from blog.importing.structure.shapes import Line

_FIGURE = re.compile(
    r"(?:up to |over |about |around |~|≈|<|>|≤|≥|\+|-|−|[$€£])?\s?\d[\d.,]*"
    r"(?:\s?(?:-|–|—|to|in|of|out of|/)\s?\d[\d.,]*)?"
    r"\s?(?:%|×|x|\+|°\s?[CF]|[^\W\d_]{1,12}(?:/\w+)?)?\+?",
    re.IGNORECASE,
)
_LONGEST_FIGURE = 24
_STEP = re.compile(
    r"(?:step\s+)?(?P<count>\d{1,2})(?:\s*[.):–—-]\s*|\s+|$)(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_ONE_LINK = re.compile(r'(?:<strong>)?<a href="(?P<href>[^"]*)">(?P<label>.*?)</a>(?:</strong>)?', re.DOTALL)


def is_figure(line: Line) -> bool:
    """Whether a line is one figure and nothing else: "99%", "30–40 %", "1 in 3", "206"."""
    text = line.text.strip()
    return 0 < len(text) <= _LONGEST_FIGURE and _FIGURE.fullmatch(text) is not None


def link_of(line: Line) -> tuple[str, str] | None:
    """Address and words of a line that is one link and nothing else."""
    match = _ONE_LINK.fullmatch(line.item.html) if isinstance(line.item, Paragraph) else None
    return (match["href"], plain_text(match["label"])) if match else None


def count_of(line: Line) -> tuple[int, str] | None:
    """Number and rest of a line such as "1", "2. Rinse" or "Step 3: Wait"."""
    match = _STEP.fullmatch(line.text)
    if match is None or (match["rest"] and not match["rest"][0].isalpha()):
        return None
    return int(match["count"]), match["rest"]


def is_title(line: Line) -> bool:
    """Whether a line could be the title of a panel."""
    return line.is_headline and len(line.text) <= TITLE and (line.is_known_heading or not is_figure(line))


def is_row_title(line: Line) -> bool:
    """Whether a line could be the title of one row of a panel."""
    return is_title(line) and not line.ends_with_colon


def is_text(line: Line, most: int = TEXT) -> bool:
    """Words that are neither a title by their markup nor a figure."""
    return line.is_words and not line.is_known_heading and not is_figure(line) and 0 < len(line.text) <= most


def says(line: Line) -> bool:
    """Words that are more likely said under a title than a title."""
    return is_text(line, 4 * TEXT) and (line.is_prose or line.is_remark or not line.is_headline)
