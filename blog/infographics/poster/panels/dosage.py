"""How much of what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dose:
    """A substance, an amount with its unit, and what to mind."""

    substance: str
    amount: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dosage:
    """Daily amounts of one or more substances."""

    title: str
    doses: tuple[Dose, ...]
