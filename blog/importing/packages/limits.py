"""How much an archive may hold (hazards of imports: archives that unpack to more than any machine has)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read of a ZIP archive: `expanded` bytes and `members` in all, `ratio` times its packed size."""

    expanded: int
    members: int
    ratio: int = 100


# An upload in the admin, which has 15 MB at most.
UPLOADED = Limits(expanded=50_000_000, members=500)
# Three hundred posts with their pictures, or an export of everything.
BY_COMMAND = Limits(expanded=500_000_000, members=5_000)
