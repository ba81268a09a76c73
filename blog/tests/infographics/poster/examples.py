"""Posters to draw: one as the demo's articles have it, and values of every kind, nasty ones too."""

from decimal import Decimal

from hypothesis import strategies as st

from blog.infographics.poster.panels.bars import Bar, Bars
from blog.infographics.poster.panels.benefits import Benefits
from blog.infographics.poster.panels.call_to_action import CallToAction
from blog.infographics.poster.panels.checklist import Checklist
from blog.infographics.poster.panels.comparison import Comparison
from blog.infographics.poster.panels.dosage import Dosage, Dose
from blog.infographics.poster.panels.nutrient import Nutrient
from blog.infographics.poster.panels.statistic import Statistic
from blog.infographics.poster.panels.steps import Steps
from blog.infographics.poster.panels.synergy import Synergy
from blog.infographics.poster.panels.titled import Titled
from blog.infographics.poster.value import Panel, Poster

STATISTIC = Statistic(
    "Taken up", "30–40%", "of the calcium in a meal is taken up where there is enough vitamin D"
)
BARS = Bars(
    "Calcium taken up from a meal",
    "%",
    (
        Bar("With enough vitamin D", Decimal(30), Decimal(40), "30–40%"),
        Bar("With too little", Decimal(10), Decimal(15), "10–15%"),
    ),
    "Adults; the range spans several studies.",
)
ABSORBER = Nutrient(
    "Vitamin D3: the absorber",
    (
        "Raises calcium uptake from the gut",
        "Keeps calcium and phosphorus steady",
        "Supports the cells that build",
    ),
    "In food",
    "oily fish, egg yolk, fortified milk",
)
DIRECTOR = Nutrient(
    "Vitamin K2: the director",
    ("Activates osteocalcin, which binds calcium to bone", "MK-7 stays in the blood the longest"),
    "In food",
    "natto, aged cheese, sauerkraut",
)
SYNERGY = Synergy(
    "Working together",
    (
        Titled("Absorbed", "D3 raises the share of calcium that is taken up."),
        Titled("Placed", "K2 activates the proteins that bind it into bone."),
    ),
)
DOSAGE = Dosage(
    "Daily amounts, adults",
    (
        Dose("Vitamin D3", "600–800\u00a0IU", "More only under medical supervision"),
        Dose("Vitamin K2 (MK-7)", "45–180\u00a0µg", "Ask first if you take a blood thinner"),
    ),
)
STEPS = Steps(
    "A day with enough calcium",
    (
        Titled("Breakfast", "Fortified soya yoghurt with almonds."),
        Titled("Lunch", "Kale, beans and a slice of bread."),
        Titled("Dinner", "Tofu set with calcium, and pak choi."),
    ),
)
CHECKLIST = Checklist(
    "Taking vitamin D",
    "Do",
    ("Take it with a meal that holds some fat", "Have your level measured once"),
    "Avoid",
    ("Adding up products that all hold it",),
)
COMPARISON = Comparison(
    "D2 and D3",
    ("", "Vitamin D2", "Vitamin D3"),
    (
        ("Where it comes from", "Mushrooms", "Sun on skin, fish, lichen"),
        ("Keeps the level up", "Less", "Better"),
    ),
)
BENEFITS = Benefits(
    "Beyond bones",
    (
        Titled("Muscle", "Vitamin D contributes to normal muscle function."),
        Titled("Immunity", "Immune cells carry receptors for it."),
        Titled("Heart", "Trials on arteries are still mixed."),
    ),
)
ACTION = CallToAction("Keep reading", "How much calcium does a day of plants hold?", "Bone Essential™")
ALL: tuple[Panel, ...] = (
    STATISTIC, BARS, ABSORBER, DIRECTOR, SYNERGY, DOSAGE, STEPS, CHECKLIST, COMPARISON, BENEFITS, ACTION
)  # fmt: skip

FRAME = {
    "subtitle": "What each does for bone",
    "lead": "Calcium has to be absorbed, and then it has to be placed. Each vitamin owns one half of the job.",
    "sources": ("Institute of Medicine 2011", "Knapen 2013", "Beulens 2009"),
    "brand": "QN Wellness",
    "address": "qnwellness.example/blog/d3-and-k2",
}
EXAMPLE = Poster("D3 and K2 at a glance", panels=(BARS, ABSORBER, DIRECTOR, DOSAGE), **FRAME)
EVERYTHING = Poster("D3 and K2 at a glance", panels=ALL, **FRAME)
BARE = Poster("Magnesium and sleep", brand="QN Wellness", address="qnwellness.example/blog/magnesium")

_ODD = (
    "", " ", "W" * 60, "supplementation-without-end/and/on–and–on", "ビタミンＤ３は、骨の健康に役立ちます。",
    "건강한 뼈", "D₃ ≥ 20 µg ™ ®", "1,000–5,000\u00a0IU", "😀👍🏽🧬", "العربية نص طويل ٣٠", "שלום עולם",
    "a\nb\r\tc", '<&>"\'', "]]>",
    "e\u0301\u0302\u0303\u0304\u0305", "\u200b\u200d\ufeff\u0000\u001b", "\U0001f9ec\ue000\ufffe", "﷽" * 3, "i" * 300,
    "\u202eabc\u202c", "…", "ﬁ ﬀ", "\u00a0" * 70, "字" * 120, "\ud7a3\u1100\u1161", "x" * 61 + " y",
)  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(_ODD),
    st.text(max_size=60),
    st.lists(st.sampled_from(_ODD), max_size=6).map(" ".join),
    st.text(st.characters(max_codepoint=0x24F, exclude_categories=("Cs",)), max_size=200),
)
_AMOUNTS = st.decimals(0, Decimal(10) ** 9, allow_nan=False, allow_infinity=False, places=2)
_TITLED = st.lists(st.builds(Titled, WORDS, WORDS), max_size=6).map(tuple)
_LIST = st.lists(WORDS, max_size=7).map(tuple)
_BARS = st.builds(
    lambda label, low, span, figure: Bar(label, low, None if span is None else low + span, figure),
    WORDS, _AMOUNTS, st.none() | _AMOUNTS, WORDS,
)  # fmt: skip
_UNITS = st.sampled_from(("%", "IU", "mg", "", "capsule"))
_ROWS = st.lists(st.lists(WORDS, max_size=9).map(tuple), max_size=24).map(tuple)
PANELS = st.one_of(
    st.builds(Nutrient, WORDS, _LIST, WORDS, WORDS),
    st.builds(Synergy, WORDS, _TITLED),
    st.builds(Dosage, WORDS, st.lists(st.builds(Dose, WORDS, WORDS, WORDS), max_size=5).map(tuple)),
    st.builds(Benefits, WORDS, _TITLED),
    st.builds(Statistic, WORDS, WORDS, WORDS),
    st.builds(Bars, WORDS, _UNITS, st.lists(_BARS, max_size=8).map(tuple), WORDS),
    st.builds(Steps, WORDS, _TITLED),
    st.builds(Checklist, WORDS, WORDS, _LIST, WORDS, _LIST),
    st.builds(Comparison, WORDS, _LIST, _ROWS),
    st.builds(CallToAction, WORDS, WORDS, WORDS),
)
POSTERS = st.builds(
    Poster,
    WORDS, WORDS, WORDS, st.lists(PANELS, max_size=12).map(tuple), _LIST, WORDS, WORDS,
    st.sampled_from(("en", "de", "ja", "xx", "en-gb", "")),
)  # fmt: skip
