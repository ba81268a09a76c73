"""Tells articles of one import that have the same key: the second would take the place of the first."""


class Keys:
    """The keys of an import so far."""

    def __init__(self) -> None:
        self._places: dict[str, str] = {}

    def repeated(self, source: str, place: str) -> str:
        """Return why an article cannot be placed, or "" for the first of its key, which is remembered."""
        if source in self._places:
            return twice(source, self._places[source])
        self._places[source] = place
        return ""


def twice(source: str, place: str) -> str:
    """Return one line about an article whose key an earlier one has."""
    return (
        f"an earlier article of this import ({place}) has the same key, {source}; only that one is brought in"
    )
