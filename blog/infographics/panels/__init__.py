"""The panels an infographic is made of, in the editor's menu order. One panel a file."""

from .benefits import BenefitsPanel
from .call_to_action import CallToActionPanel
from .dosage import DosagePanel
from .nutrient import NutrientPanel
from .synergy import SynergyPanel

PANELS = [
    ("nutrient", NutrientPanel()),
    ("synergy", SynergyPanel()),
    ("dosage", DosagePanel()),
    ("benefits", BenefitsPanel()),
    ("call_to_action", CallToActionPanel()),
]
