"""How a fact passes Wagtail's cleaner of rich text that comes from elsewhere than the editor."""

from typing import Any

from wagtail.admin.rich_text.converters.editor_html import LinkTypeRule

from qnwellness.content.links import link

from .stored import LINK_TYPE, read, stored


class FactLinkRule:
    """Translates between a stored fact and a link whose attributes are named `data-...`."""

    @staticmethod
    def get_db_attributes(tag: Any) -> dict[str, str]:
        """Return the attributes to store. Raises KeyError for a link that names no fact."""
        pk = read({"id": tag["data-id"]})
        if pk is None:
            raise KeyError("data-id")
        return stored(pk)

    @staticmethod
    def expand_db_attributes(attributes: dict[str, str]) -> str:
        """Return the opening tag of the link that stands for a stored fact."""
        pk = read(attributes)
        return link({f"data-{name}": value for name, value in stored(pk).items()} if pk is not None else {})


RULES = [LinkTypeRule(LINK_TYPE, FactLinkRule)]
