"""Who is watched over by a doctor, and who only hears that doctors recommend something."""

import pytest

from blog.evidence.supervised import is_supervised


@pytest.mark.parametrize(
    "sentence",
    [
        "Higher doses may be recommended (under medical supervision).",
        "Ask your doctor first.",
        "Take more only under the care of a doctor.",
        "Only under a doctor’s supervision.",
        "Agree it with your doctor.",
        "Take no more unless prescribed by a physician.",
        "Unless your doctor tells you otherwise.",
        "Take more only if a doctor prescribes it.",
        "As advised by your doctor.",
        "Talk to a pharmacist first.",
        "Consult a healthcare professional.",
        "On prescription only.",
    ],
)
def test_a_doctor_is_to_be_asked(sentence):
    assert is_supervised(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Doctors often recommend 10,000 IU of vitamin D3 daily.",
        "Many specialists prefer 10,000 IU.",
        "Most doctors prescribe 10,000 IU a day.",
        "As most doctors say, 10,000 IU a day is best.",
        "As a doctor, I take 10,000 IU a day.",
        "Your doctor may recommend 10,000 IU a day.",
        "Recommended by doctors: 10,000 IU a day.",
        "The doctor-recommended 10,000 IU a day.",
        "Take 10,000 IU a day.",
    ],
)
def test_a_doctor_only_recommends(sentence):
    assert not is_supervised(sentence)
