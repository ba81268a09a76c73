import pytest

from blog.checks.claims import makes_claim


@pytest.mark.parametrize(
    "sentence",
    [
        "Studies show that vitamin K2 helps.",
        "Recent studies have consistently suggested a link.",
        "Research consistently shows that deficiency is linked to lower bone density.",
        "Researchers found less calcium in the arteries.",
        "A landmark 2013 study published in Osteoporosis International found that women lost less bone.",
        "One randomised controlled trial (n = 244) showed no harm.",
        "In a study by Morck and colleagues in 1983, a cup of coffee cut absorption.",
        "In clinical trials, it eased pain.",
        "According to several studies, magnesium helps people sleep.",
        "It has been shown to lower blood pressure.",
        "Our form is clinically proven.",
        "It reduces the risk of fractures by 30%.",
        "Enhances calcium absorption from intestines (30-40% vs. 10-15% without)",
        "Women absorbed 14 per cent more.",
        "A meta-analysis of ten trials found no difference that a patient would notice.",
        "Evidence suggests a benefit.",
    ],
)
def test_a_claim_is_noticed(sentence: str) -> None:
    assert makes_claim(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "What do studies show?",
        "Do studies show that it helps?",
        "Has it been shown to help?",
        "No study has shown that it helps.",
        "There is no good evidence that it shows.",
        "Few trials have found anything.",
        "Studies have not shown a benefit.",
        "It has not been shown to help.",
        "It has never been clinically proven.",
        "Evidence is limited, and what it suggests is unclear.",
        "More research may show what it does.",
        "Ask your doctor whether research suggests it for you.",
        "My grandmother said “studies show it works” at every breakfast.",
        'The label says "clinically proven".',
        "I study the label of every bottle.",
        "The study is open until May.",
        "The trial size holds ten tablets.",
        "Chocolate with 85% cocoa tastes bitter.",
        "About 60 % of the body is water.",
        "Vitamin D helps the body take up calcium.",
        "Bone is living tissue.",
        "Scientists work in the building next door.",
        "The data protection officer answers letters.",
        "",
    ],
)
def test_other_sentences_are_let_be(sentence: str) -> None:
    assert not makes_claim(sentence)
