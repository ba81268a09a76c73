"""The panels an infographic is made of, in the editor's menu order. One panel a file."""

from .bars import BarsPanel
from .benefits import BenefitsPanel
from .call_to_action import CallToActionPanel
from .checklist import ChecklistPanel
from .comparison import ComparisonPanel
from .dosage import DosagePanel
from .nutrient import NutrientPanel
from .statistic import StatisticPanel
from .steps import StepsPanel
from .synergy import SynergyPanel

PANELS = [
    ("nutrient", NutrientPanel()),
    ("synergy", SynergyPanel()),
    ("dosage", DosagePanel()),
    ("benefits", BenefitsPanel()),
    ("statistic", StatisticPanel()),
    ("bars", BarsPanel()),
    ("steps", StepsPanel()),
    ("checklist", ChecklistPanel()),
    ("comparison", ComparisonPanel()),
    ("call_to_action", CallToActionPanel()),
]
