"""The editor's whole menu, in menu order."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, StreamBlock

from products.blocks import ProductCallout

from .borrowed_infographic import BorrowedInfographicBlock
from .heading import HeadingBlock
from .image import FigureBlock
from .infographic import InfographicBlock
from .key_points import KeyPointsBlock
from .note import NoteBlock
from .question import QuestionBlock
from .quote import QuoteBlock
from .table import TableBlock
from .text import text_block
from .video import VideoBlock

_WRITING = _("Writing")
_SHOWING = _("Showing")
_SHOP = _("Shop")


class BodyBlock(StreamBlock):
    """The body of an article."""

    heading = HeadingBlock(group=_WRITING)
    text = text_block(group=_WRITING)
    key_points = KeyPointsBlock(group=_WRITING)
    note = NoteBlock(group=_WRITING)
    question = QuestionBlock(group=_WRITING)
    quote = QuoteBlock(group=_WRITING)
    infographic = InfographicBlock(group=_SHOWING)
    borrowed_infographic = BorrowedInfographicBlock(group=_SHOWING)
    image = FigureBlock(group=_SHOWING)
    table = TableBlock(group=_SHOWING)
    video = VideoBlock(group=_SHOWING)
    product_callout = ProductCallout(group=_SHOP)

    def sorted_child_blocks(self) -> list[Block]:
        """Keep the order written here: Wagtail's own puts groups in alphabetical order."""
        return list(self.child_blocks.values())
