"""How a product mention passes Wagtail's cleaner of rich text that comes from elsewhere than the editor."""

from typing import Any

from wagtail.admin.rich_text.converters.editor_html import LinkTypeRule

from qnwellness.content.links import link

from .mention import LINK_TYPE, Mention


class MentionLinkRule:
    """Translates between a stored mention and a link whose attributes are named `data-...`."""

    @staticmethod
    def get_db_attributes(tag: Any) -> dict[str, str]:
        """Return the attributes to store. Raises KeyError for a link that names no product."""
        mention = Mention.read({"id": tag["data-id"], "text": tag.get("data-text")})
        if mention is None:
            raise KeyError("data-id")
        return mention.attributes()

    @staticmethod
    def expand_db_attributes(attributes: dict[str, str]) -> str:
        """Return the opening tag of the link that stands for a stored mention."""
        mention = Mention.read(attributes)
        stored = mention.attributes() if mention else {}
        return link({f"data-{name}": value for name, value in stored.items()})


RULES = [LinkTypeRule(LINK_TYPE, MentionLinkRule)]
