"""A shop that is told of lists, and remembers them; it fails when and how a test says."""

from collections.abc import Mapping, Sequence

from blog.models import Channel
from blog.pushing.channels import Outgoing


class FakeShop:
    """Told of up to two lists at once. `fails` are exceptions raised by the next calls, `refuses` reasons by handle."""

    channel = Channel.SHOPIFY
    batch = 2

    def __init__(self) -> None:
        self.has: dict[str, list[str]] = {}
        self.calls: list[list[str]] = []
        self.fails: list[Exception] = []
        self.refuses: dict[str, str] = {}

    def is_on(self) -> bool:
        return True

    def send(self, lists: Sequence[Outgoing]) -> Mapping[str, str]:
        self.calls.append([one.handle for one in lists])
        if self.fails:
            raise self.fails.pop(0)
        for one in lists:
            if one.handle not in self.refuses:
                self.has[one.handle] = [article["title"] for article in one.payload["articles"]]
        return {one.handle: self.refuses[one.handle] for one in lists if one.handle in self.refuses}
