"""The units amounts are written in, with every spelling that stands for them."""

UNITS: dict[str, tuple[str, ...]] = {
    "µg": ("µg", "μg", "mcg", "ug", "microgram", "micrograms"),
    "mg": ("mg", "milligram", "milligrams"),
    "g": ("g", "gram", "grams", "gr"),
    "kg": ("kg", "kilogram", "kilograms"),
    "IU": ("IU", "I.U.", "international unit", "international units", "units"),
    "ml": ("ml", "mL", "milliliter", "milliliters", "millilitre", "millilitres"),
    "l": ("l", "L", "liter", "liters", "litre", "litres"),
    "oz": ("oz", "fl oz", "ounce", "ounces"),
    "kcal": ("kcal", "calories", "kilocalories"),
    "kJ": ("kJ",),
    "%": ("%", "percent", "per cent"),
    "CFU": ("CFU", "CFUs", "billion CFU", "billion CFUs", "billion"),
    "capsule": ("capsule", "capsules", "softgel", "softgels", "softgel capsules"),
    "tablet": ("tablet", "tablets", "pill", "pills", "lozenge", "lozenges"),
    "gummy": ("gummy", "gummies"),
    "drop": ("drop", "drops"),
    "spray": ("spray", "sprays"),
    "scoop": ("scoop", "scoops"),
    "sachet": ("sachet", "sachets", "stick", "sticks", "packet", "packets"),
    "teaspoon": ("teaspoon", "teaspoons", "tsp"),
    "tablespoon": ("tablespoon", "tablespoons", "tbsp"),
    "cup": ("cup", "cups", "mug", "mugs"),
    "glass": ("glass", "glasses", "bottle", "bottles"),
    "serving": ("serving", "servings", "portion", "portions", "dose", "doses"),
    "hour": ("h", "hour", "hours", "hrs"),
    "minute": ("min", "mins", "minute", "minutes"),
    "day": ("day", "days", "night", "nights"),
    "week": ("week", "weeks"),
    "month": ("month", "months"),
    "time": ("time", "times", "x"),
    "step": ("step", "steps"),
    "°C": ("°C", "degrees", "degrees Celsius"),
    "°F": ("°F", "degrees Fahrenheit"),
    "mmol": ("mmol",),
}

_BY_SPELLING = {spelling.casefold(): unit for unit, spellings in UNITS.items() for spelling in spellings}

SPELLINGS: tuple[str, ...] = tuple(sorted(_BY_SPELLING, key=lambda spelling: (-len(spelling), spelling)))


def unit_of(spelling: str) -> str | None:
    """The unit a spelling stands for, whatever its case, or None."""
    return _BY_SPELLING.get(" ".join(spelling.split()).casefold())
