"""Tells whether a sentence claims what only research can know. Pure, for English.

It would rather miss a claim than nag: questions, what is denied or unknown, and the words of others are let be.
"""

import re

_FINDINGS = (
    r"(?:shows?|showed|shown|suggests?|suggested|finds?|found|indicates?|indicated|demonstrates?|demonstrated|"
    r"reports?|reported|reveals?|revealed|confirms?|confirmed|links?|linked|proves?|proved|proven)"
)
_WORK = r"(?:studies|trials|meta-?analys[ei]s|systematic reviews?|research(?:ers)?|scientists|science|evidence|data)"
_ONE_WORK = r"(?:study|trial|meta-?analysis|systematic review|cohort|experiment)"
_LINKING = r"(?:\w+[\s,]+){0,4}?"

_CLAIMS = [
    # Studies show, research has consistently shown, scientists have found.
    rf"\b{_WORK}\s+{_LINKING}{_FINDINGS}\b",
    # A study, a landmark 2013 study, one randomised controlled trial, the same study.
    rf"\b(?:a|an|one|another|this|that|the)\s+(?:[\w-]+[\s,]+){{0,5}}?{_ONE_WORK}\s+"
    rf"(?:\([^()]*\)\s+)?(?:\w+[\s,]+){{0,8}}?{_FINDINGS}\b",
    r"\b(?:in|from|according to)\s+(?:a|an|one|another|several|many|some|recent|clinical|controlled|randomi[sz]ed)\s+"
    r"(?:[\w-]+[\s,]+){0,5}?"
    r"(?:study|studies|trials?|meta-?analys[ei]s|research)\b",
    r"\b(?:has|have) been (?:clinically )?(?:shown|proven|proved|demonstrated|found) to\b",
    r"\b(?:clinically|scientifically) (?:proven|proved|shown|tested|studied|backed)\b",
]
_MORE_OR_LESS = (
    r"(?:reduc|increas|lower|rais|rise|improv|cut|boost|decreas|decline|drop|fall|fell|grow|grew|gain|less|more|fewer|"
    r"higher|greater|risk|likely|absor|bioavailab|effective|faster|slower)"
)
_PERCENTAGE = r"\d(?:\s?%|\s+per\s?cent\b)"

_DENIALS = [
    rf"\b(?:no|few|little|without|lack of|lacks?|not enough|insufficient|limited|scarce)\s+(?:[\w-]+\s+){{0,4}}?"
    rf"(?:{_WORK}|{_ONE_WORK})\b",
    rf"\b(?:{_WORK}|{_ONE_WORK})\s+(?:\w+\s+){{0,2}}?(?:not|never|n[’']t)\b",
    rf"\b(?:{_WORK}|{_ONE_WORK})\s+(?:\w+\s+)?(?:is|are|was|were|remains?)\s+(?:\w+\s+)?"
    r"(?:lacking|scarce|mixed|limited|missing|inconclusive|unclear|needed|under ?way|weak|thin)\b",
    r"\b(?:has|have|is|are|was|were)(?:n[’']t| not| never)(?: yet)?(?: been)? "
    r"(?:clinically |scientifically )?(?:shown|proven|proved|demonstrated|found|studied|tested)\b",
    r"\b(?:more|further|until|unless|if|whether|future|ongoing) (?:[\w-]+ ){0,3}?"
    r"(?:study|studies|trials?|research|evidence)\b",
    r"\bcase stud(?:y|ies)\b",
    r"\b(?:ask|wonder|check|see|know) (?:\w+ ){0,3}?(?:whether|if)\b",
]

_CLAIM = re.compile("|".join(_CLAIMS), re.IGNORECASE)
_DENIAL = re.compile("|".join(_DENIALS), re.IGNORECASE)
# A percentage is an effect where both stand in one clause. They are looked for one by one: a pattern that spans a
# clause would go through it again from every percentage in it.
_CLAUSE_END = re.compile(r"[.;:]")
_EFFECT = re.compile(rf"\b{_MORE_OR_LESS}", re.IGNORECASE)
_SHARE = re.compile(_PERCENTAGE, re.IGNORECASE)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")


def makes_claim(sentence: str) -> bool:
    """Tell whether a sentence says what a study found, or gives a percentage as an effect."""
    own_words = _QUOTED.sub(" ", sentence).strip()
    if own_words.endswith("?") or sentence.rstrip("”\"’' )").endswith("?"):
        return False
    return bool(_CLAIM.search(own_words) or _names_effect(own_words)) and not _DENIAL.search(own_words)


def _names_effect(sentence: str) -> bool:
    return any(_SHARE.search(clause) and _EFFECT.search(clause) for clause in _CLAUSE_END.split(sentence))
