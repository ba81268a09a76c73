import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from blog.evidence.references import LONGEST_PASTE, MOST, Found, Named, Reason, Unreadable, read

from .test_bibtex import ENTRY
from .test_citation_text import AMA, BOOK, NLM
from .test_medline import RECORD as MEDLINE
from .test_ris import RECORD as RIS

SEEDS = [ENTRY, AMA, BOOK, NLM, MEDLINE, RIS, '[{"title": "A", "issued": {"date-parts": [[2013]]}}]']
SIGNS = ["", "{", "}", '"', "\n", "\\", ". ", "(", "2013;"]
REPEATED = [
    "@a{",
    "@a{x, t = {",
    "TY  - ",
    "(2013). ",
    ". 2013",
    "; 2013",
    "a. ",
    "{",
    "\\'",
    "A, ",
    "\n",
    "10.1000/",
]


@st.composite
def damaged(draw):
    """Return a real reference with some of it cut out, doubled or overwritten."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        new = draw(
            st.sampled_from(["", text[start:end] * 2, "{", "}", '"', "\n", "\\", ". ", "(", "2013;"])
            | st.text()
        )
        text = text[:start] + new + text[end:]
    return text


class TestAnyText:
    @given(st.text() | damaged())
    @example("\ud800")
    @example("@a{\\'")
    @example("TY  - \x00")
    @example("1. .")
    def test_is_read_or_reported_and_never_fails(self, text):
        results = read(text)
        assert results or not text.strip() or "@" in text
        for result in results:
            if isinstance(result, Found):
                assert result.reference.title
                assert "\x00" not in str(result.reference)
                result.reference.title.encode()
            elif isinstance(result, Named):
                assert result.reference.doi or result.reference.pmid
            else:
                assert result.reason
            assert 1 <= result.line <= max(text.count("\n") + text.count("\r") + 1, len(results))

    @given(st.sampled_from(SEEDS))
    def test_gives_the_same_when_pasted_twice(self, seed):
        once = [result.reference for result in read(seed)]
        twice = f"[{seed[1:-1]},{seed[1:-1]}]" if seed.startswith("[") else f"{seed}\n{seed}"
        assert [result.reference for result in read(twice)] == once * 2


class TestNothing:
    @pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
    def test_says_what_to_do(self, text):
        [lost] = read(text)
        assert isinstance(lost, Unreadable)
        assert lost.reason == Reason.NOTHING


class TestALongText:
    @pytest.mark.timed
    @pytest.mark.parametrize("piece", [*SEEDS[:-1], *REPEATED])
    def test_takes_time_in_proportion_to_its_length(self, piece):
        def seconds(length):
            text = (piece * (length // len(piece) + 1))[:length]
            start = time.perf_counter()
            read(text)
            return time.perf_counter() - start

        seconds(1000)
        short, long = seconds(40_000), seconds(320_000)
        # Eight times the text; a quadratic reader would take 64 times as long.
        assert long < 24 * max(short, 0.02)

    def test_is_refused_beyond_the_limit(self):
        [lost] = read("x" * (LONGEST_PASTE + 1))
        assert lost.reason == Reason.TOO_LONG

    def test_gives_no_more_than_somebody_could_look_through(self):
        *found, more = read("TY  - BOOK\nTI  - A\n" * (MOST + 5))
        assert len(found) == MOST
        assert all(isinstance(result, Found) for result in found)
        assert (more.line, more.about) == (2 * MOST + 1, {"most": MOST})
