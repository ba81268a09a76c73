"""Articles composed from parts, with the structure they must be found to have."""

from dataclasses import dataclass, field
from itertools import islice

from blog.importing.document import ProductName

PRODUCT = ProductName("Harbour Calm™", "harbour-calm", own=True)


@dataclass(frozen=True)
class Plan:
    """What an article of this kind may or may not have."""

    contents: str = "numbered"  # "", "numbered", "bullets", "dashes", "lines"
    contents_title: str = "Table of Contents"
    introduction: bool = True
    missing_entry: bool = False
    infographics: tuple[int, ...] = (0,)  # before which section; len(SECTIONS) = at the end
    panels: tuple[str, ...] = ("nutrient", "nutrient", "synergy", "dosage", "benefits", "call_to_action")
    subtitle: bool = True
    lead: bool = True
    sources_label: str = "Sources"
    notes: bool = True
    unpunctuated: bool = False
    logo: bool = True
    tagline: bool = True
    bullet: str = "•"
    repeated: bool = True
    sentence_case: bool = False
    closing: bool = True


@dataclass
class Composed:
    text: str
    title: str
    headings: list[tuple[int, str]] = field(default_factory=list)
    infographics: list[list[str]] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)


TITLE = "Quiet Evenings by the Sea: Notes on Rest"
OPENING = (
    "An evening by the water does what no list of rules can do. The light falls, the wind turns, and the shoulders "
    "come down by themselves before anybody has decided anything.",
    "These notes try to bring a little of that indoors, with what is known about light, leaves and slow breathing, and "
    "without any promise that one cup of something will undo a loud day.",
)
SECTIONS: tuple[tuple[str, tuple[tuple[str, str], ...], str], ...] = (
    (
        "Understanding the Evening",
        (),
        "A day does not end at once. It runs out over two or three hours in which the body cools, the eyes ask for "
        "less light and the hands slow down, unless a screen persuades all of them that it is still noon.",
    ),
    (
        "Lavender: The Door",
        (
            (
                "How It Works",
                "The scent reaches the old part of the brain before it reaches the part that has words. That "
                "may be why people describe it so badly and trust it so much, in every century that left us letters.",
            ),
        ),
        "Few plants have been carried through more bedrooms. Its oil has been studied in dental waiting rooms, in "
        "wards and in ordinary homes, mostly in small groups and for a few weeks at a time.",
    ),
    (
        "Benefits Beyond Sleep",
        (
            (
                "Calmer Mornings",
                "What happens after ten in the evening decides more about seven in the morning than the "
                "alarm does. People who keep a slow hour report that the first cup of coffee moves later by itself.",
            ),
            (
                "Fewer Headaches",
                "Tension in the neck is the price of a day spent looking slightly down. An hour without "
                "a screen gives it back, although it may take a fortnight before anybody notices.",
            ),
        ),
        "Rest is worth having for its own sake, but it spills over into other hours in ways that are easily missed:",
    ),
    (
        "Putting It Into Practice",
        (),
        "Choose one thing and keep it for three weeks. Harbour Calm™ may be part of that, and so may an open window; "
        "the order in which they come matters less than doing the same on a Tuesday as on a Sunday.",
    ),
)
CLOSING = "Back to blog"

_INFOGRAPHIC_TITLES = ("The Evening in Brief", "The Slow Hour, Drawn")
_SUBTITLE = "For a Softer Landing"
_LEAD = "Rest depends on a slow descent. Scent and darkness work on two sides of the same stair."
_NUTRIENTS = (
    (
        "Lavender: The Door",
        ("Opens the way to rest", "Carried by scent (2-3 drops)", "Used for centuries"),
        "Gardens, oils",
    ),
    (
        "Darkness: The Floor",
        ("Tells the body the hour", "Free of charge", "Hard to find in cities"),
        "Curtains, caves, night",
    ),
)
_PAIRS = {
    "synergy": (
        "The Partnership",
        (
            ("Two Doors", "Scent opens one side of the house and darkness the other."),
            ("One Floor", "Both lead to the same quiet room."),
        ),
    ),
    "benefits": (
        "Benefits Beyond Sleep",
        (
            ("Calmer Mornings", "A slow hour returns in the morning as patience."),
            ("Fewer Headaches", "The neck forgives a screen that is put away early."),
            ("Better Letters", "Quiet hands write in longer lines."),
        ),
    ),
}
_DOSES = (
    ("Lavender", "Adults: 1-2 cups daily", "Stronger tea may be taken now and then (not every night)"),
    ("Harbour Salts", "20–30 g in a warm bath", "Fine grains dissolve faster than coarse ones"),
)
_CALL = (
    "Begin Tonight",
    "For a slow evening, consider Harbour Calm™, which carries lavender and lemon balm in one cup.",
    "Learn More About Harbour",
)
_LOGO, _TAGLINE = "Harbour House Logo", "Grown in the wind, dried in the shade"
_OWN_TITLES = {
    "Lavender: The Door": "Lavender: The Key",
    "Benefits Beyond Sleep": "Benefits of a Slow Hour",
    "Calmer Mornings": "Kinder Mornings",
    "Fewer Headaches": "A Looser Neck",
}


def composed(plan: Plan) -> Composed:
    """The text of a plan and what an import must find in it."""
    article = Composed(text="", title=TITLE)
    parts = [TITLE, *_contents(plan), *_opening(plan, article)]
    drawn = 0
    for place, (heading, below, prose) in enumerate(SECTIONS):
        for _ in range(plan.infographics.count(place)):
            parts += _infographic(plan, article, drawn)
            drawn += 1
        parts += [_cased(heading, plan), prose]
        article.headings.append((2, _cased(heading, plan)))
        for sub_heading, text in below:
            parts += [_cased(sub_heading, plan), text]
            article.headings.append((3 if plan.contents else 2, _cased(sub_heading, plan)))
    for _ in range(plan.infographics.count(len(SECTIONS))):
        parts += _infographic(plan, article, drawn)
        drawn += 1
    if plan.closing:
        parts.append(CLOSING)
        article.set_aside.append(CLOSING)
    article.text = "\n\n".join(parts) + "\n"
    return article


def _cased(text: str, plan: Plan) -> str:
    if not plan.sentence_case:
        return text
    head, colon, tail = text.partition(": ")
    return colon.join(part[:1] + part[1:].lower() for part in (head, tail) if part or not colon)


def _contents(plan: Plan) -> list[str]:
    if not plan.contents:
        return []
    entries = [_cased(heading, plan) for heading, _, _ in SECTIONS]
    if plan.missing_entry:
        entries.insert(2, "Something Nobody Wrote")
    if plan.introduction:
        entries.insert(0, "Introduction")
    marks = {
        "numbered": [f"  {count}. " for count in range(1, 20)],
        "bullets": ["  • "] * 20,
        "dashes": ["- "] * 20,
        "lines": [""] * 20,
    }[plan.contents]
    lines = [mark + entry for mark, entry in zip(islice(marks, len(entries)), entries, strict=True)]
    return [plan.contents_title, "\n".join(lines)]


def _opening(plan: Plan, article: Composed) -> list[str]:
    if plan.contents and plan.introduction:
        article.headings.append((2, "Introduction"))
    return list(OPENING)


def _infographic(plan: Plan, article: Composed, drawn: int) -> list[str]:
    parts = [_cased(_INFOGRAPHIC_TITLES[drawn], plan)]
    parts += [_cased(_SUBTITLE, plan)] if plan.subtitle else []
    parts += [_LEAD] if plan.lead else []
    nutrients = iter(_NUTRIENTS)
    for panel in plan.panels:
        parts += _panel(panel, plan, nutrients)
    if plan.panels[-1] == "call_to_action" and plan.logo:
        parts[-1] += "\n" + _LOGO
        article.set_aside.append(_LOGO)
        if plan.tagline:
            parts.append(_TAGLINE)
            article.set_aside.append(_TAGLINE)
    article.infographics.append(list(plan.panels))
    return parts


def _panel(panel: str, plan: Plan, nutrients) -> list[str]:
    if panel == "nutrient":
        title, points, sources = next(nutrients)
        lines = [_title(title, plan), "\n".join(f"  {plan.bullet} {point}" for point in points)]
        return [*lines, f"{plan.sources_label}: {sources}"] if plan.sources_label else lines
    if panel == "dosage":
        rows = [
            part
            for name, amount, note in _DOSES
            for part in ((name, amount, note) if plan.notes else (name, amount))
        ]
        return [_cased("Dosage Guidelines", plan), *rows]
    if panel == "call_to_action":
        title, text, label = _CALL
        return [_cased(title, plan), text, label]
    title, pairs = _PAIRS[panel]
    rows = [
        part
        for name, text in pairs
        for part in (_title(name, plan), text.rstrip(".") if plan.unpunctuated else text)
    ]
    return [_title(title, plan), *rows]


def _title(title: str, plan: Plan) -> str:
    return _cased(title if plan.repeated else _OWN_TITLES.get(title, title), plan)
