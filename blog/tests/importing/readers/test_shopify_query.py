from pathlib import Path
from textwrap import indent

import qnwellness
from blog.importing.readers.shopify_query import SHOPIFY_QUERY


def test_the_documentation_shows_the_query_of_the_screen() -> None:
    docs = Path(qnwellness.__file__).parents[1] / "docs" / "import-articles.md"
    assert indent(SHOPIFY_QUERY, "   ") in docs.read_text(encoding="utf-8")
