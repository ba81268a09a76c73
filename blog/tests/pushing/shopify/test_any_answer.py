"""Whatever Shopify, or what stands before it, answers: lists are written, tried later, or left with a reason."""

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from blog.pushing.shopify.answers import data_of
from blog.pushing.shopify.errors import Busy, Refused
from blog.pushing.shopify.metafield import value_of
from blog.pushing.shopify.operations import Request, create_definition, find_products, set_metafields
from blog.pushing.shopify.writing import write
from qnwellness.fetching import Answer

NAMES = [
    "data",
    "errors",
    "extensions",
    "code",
    "cost",
    "throttleStatus",
    "requestedQueryCost",
    "currentlyAvailable",
]
NAMES += [
    "restoreRate",
    "message",
    "p0",
    "p1",
    "id",
    "handle",
    "nodes",
    "metafieldDefinitions",
    "userErrors",
    "field",
]
NAMES += [
    "elementIndex",
    "metafieldsSet",
    "metafieldDefinitionCreate",
    "THROTTLED",
    "ACCESS_DENIED",
    "iron",
    "zinc",
]
plain = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(NAMES) | st.text(max_size=5)
anything = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=20,
)


class Said:
    """Answers with what a test has made up, one after the other; then that it is busy."""

    def __init__(self, answers: list[Any]) -> None:
        self.answers = answers

    def ask(self, request: Request) -> Mapping[str, Any]:
        if not self.answers:
            raise Busy("No more.")
        return self.answers.pop(0)


def outcome(answer: Answer) -> Mapping[str, Any] | Exception:
    try:
        return data_of(answer)
    except (Busy, Refused) as problem:
        return problem


@given(
    anything, st.sampled_from([200, 201, 301, 400, 401, 403, 418, 429, 430, 500, 599]), st.text(max_size=8)
)
def test_an_answer_is_data_or_a_reason(said: Any, status: int, wait: str) -> None:
    found = outcome(Answer(status, {"retry-after": wait}, json.dumps(said).encode()))
    if isinstance(found, dict):
        assert status == 200
    elif isinstance(found, Busy):
        assert found.seconds is None or 1 <= found.seconds <= 600
    assert str(found)


@given(anything)
def test_so_is_one_that_comes_in_time(said: Any) -> None:
    found = outcome(Answer(200, {}, json.dumps(said).encode()))
    assert isinstance(found, dict | Busy | Refused)


@given(st.lists(st.dictionaries(st.sampled_from(NAMES), anything, max_size=6), max_size=4))
def test_every_list_is_written_or_has_a_reason(answers: list[Any]) -> None:
    try:
        refused = write(Said(answers), {"iron": "{}", "zinc": "{}"})
    except (Busy, Refused):
        return
    assert set(refused) <= {"iron", "zinc"}
    assert all(refused.values())


@given(st.lists(st.text(max_size=60), max_size=10), st.integers(min_value=60, max_value=400), st.booleans())
def test_a_value_is_json_with_the_first_articles_that_fit(
    titles: list[str], at_most: int, in_ascii: bool
) -> None:
    payload = {"product": {}, "count": len(titles), "articles": [{"title": title} for title in titles]}
    value = value_of(payload, at_most=at_most, in_ascii=in_ascii)
    told = json.loads(value)
    assert len(value.encode()) <= at_most
    assert told["articles"] == payload["articles"][: told["count"]]
    if told["count"] < len(titles):
        one_more = {
            **payload,
            "count": told["count"] + 1,
            "articles": payload["articles"][: told["count"] + 1],
        }
        written = json.dumps(one_more, ensure_ascii=in_ascii, separators=(",", ":"))
        assert len(written.encode()) > at_most


def test_words_never_become_a_part_of_the_query() -> None:
    evil = 'x"}) { id } shop { email } #'
    asked = [find_products([evil, evil]), set_metafields([(evil, evil)]), create_definition()]
    for request in asked:
        assert evil not in request["query"]
        assert request["query"].count("{") == request["query"].count("}")
