"""The rules go by shape, so that no word of any subject stands in them."""

import re
from pathlib import Path

import pytest

from blog.importing import structure

_WORDS = """
    vitamin vitamins bone bones bonehealth calcium k2 d3 k1 d2 mk mk7 menaquinone phylloquinone cholecalciferol osteo
    osteoblast osteoblasts osteoclast osteoclasts osteocalcin osteoporosis skeletal skeleton magnesium mineral minerals
    zinc boron manganese turmeric aloe vera boswellin boswellia msm glucosamine essential plant supplement supplements
    supplementation natto cheese egg eggs salmon arteries arterial cardiovascular immune inflammation inflammatory
    menopause sunlight sunshine hormone gla protein density joint joints iron omega sleep gut skin collagen fibre qn
    wellness
"""
SUBJECT = _WORDS.split()
RULES = sorted(Path(structure.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("path", RULES, ids=lambda path: str(path.relative_to(RULES[0].parent)))
def test_a_rule_speaks_of_no_subject(path: Path) -> None:
    words = set(re.findall(r"[a-z]+[0-9]*", path.read_text(encoding="utf-8").casefold()))
    assert words.isdisjoint(SUBJECT)


def test_there_are_rules_to_look_at() -> None:
    assert {"contents", "infographic"} <= {path.parent.name for path in RULES}
