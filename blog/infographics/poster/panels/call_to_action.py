"""Where to go next."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CallToAction:
    """A text that leads somewhere; `product` is the name of ours it is about, or empty."""

    title: str
    text: str = ""
    product: str = ""
