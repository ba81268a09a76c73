"""No heading may have an id that an article's page has for something else."""

import re
from pathlib import Path

from django.conf import settings

from blog.outline import RESERVED
from blog.outline.anchors import RESERVED_PREFIXES

TEMPLATES = Path(settings.TEMPLATES[0]["DIRS"][0])
STARTS = ["blog/article_page.html", *("blog/blocks", "blog/infographics/panels", "products/blocks")]
NAMED = re.compile(r"""\{%-?\s*(?:include|extends)\s+["']([^"']+)["']""")
IDS = re.compile(r"""\sid=["']([^"'{}]*)(\{\{)?""")


def part_of_an_article():
    """Return every template an article's page may be made of."""
    found, waiting = set(), []
    for start in STARTS:
        place = TEMPLATES / start
        waiting += place.glob("*.html") if place.is_dir() else [place]
    while waiting:
        template = waiting.pop()
        if template not in found and template.exists():
            found.add(template)
            waiting += [TEMPLATES / name for name in NAMED.findall(template.read_text(encoding="utf-8"))]
    return found


def test_the_ids_of_the_page_are_reserved():
    templates = part_of_an_article()
    assert TEMPLATES / "base.html" in templates
    for template in templates:
        for written, goes_on in IDS.findall(template.read_text(encoding="utf-8")):
            if goes_on:
                is_reserved = not written or written in RESERVED_PREFIXES
            else:
                is_reserved = written in RESERVED or written.startswith(RESERVED_PREFIXES)
            assert is_reserved, (
                f"{template.relative_to(TEMPLATES)}: reserve “{written}” in blog.outline.anchors"
            )
