"""What the API says of itself is true: cases made from its own description find nothing else."""

from collections import Counter
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from blog.tests.factories import callout, heading, make_article
from products.tests.factories import make_image, make_product
from qnwellness.answers.middleware import store

# Each address with what it is asked about where there is an answer, and the names of its parameters.
ADDRESSES: dict[str, dict[str, str]] = {
    "/api/v1/products/{handle}/related-articles/": {"handle": "tonic"},
    "/api/v1/related-articles/": {"sku": "QN-T"},
    "/api/v1/articles/": {},
    "/api/v1/articles/{slug}/": {"slug": "sleep"},
    "/api/v1/products/": {},
    "/api/v1/products/{handle}/": {"handle": "tonic"},
}
# An address whose only parameter may be any text cannot be asked in a wrong way.
WAYS = [
    (address, mode)
    for address in ADDRESSES
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or not address.endswith(("{slug}/", "{handle}/"))
]
# In each of these ways: 5,000 in all.
CASES = 5000 // len(WAYS) + 1


@pytest.fixture
def described(db: None, settings: Any) -> schemathesis.BaseSchema:
    """Return the API's description, with a product and an article to be asked for."""
    settings.SHOP_API_RATE = 1_000_000
    product = make_product(title="Tonic", handle="tonic", sku="QN-T", gtin="2010000100103")
    make_article(heading("Amounts"), callout(product), title="Sleep", hero=make_image())
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", _from_an_address)


def test_every_address_is_asked(described: schemathesis.BaseSchema) -> None:
    assert [one.ok().path for one in described.get_all_operations()] == list(ADDRESSES)


@pytest.mark.slow
@pytest.mark.parametrize(("address", "mode"), WAYS)
def test_every_answer_is_as_described(
    described: schemathesis.BaseSchema, address: str, mode: GenerationMode
) -> None:
    cases = described[address]["GET"].as_strategy(generation_mode=mode)
    statuses: Counter[int] = Counter()

    @settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=cases.filter(_is_about_something), is_known=st.booleans())
    def ask(case: schemathesis.Case, is_known: bool) -> None:
        if is_known and mode is GenerationMode.POSITIVE:
            _name_our_own(case)
        statuses[case.call_and_validate().status_code] += 1

    ask()
    assert statuses.total() >= CASES
    if mode is GenerationMode.POSITIVE:
        assert statuses[200] > CASES // 10


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_asks_too_often_is_told_so_as_described(
    described: schemathesis.BaseSchema, address: str, settings: Any
) -> None:
    settings.SHOP_API_RATE = 1
    operation = described[address]["GET"]
    about = ADDRESSES[address]
    path = {name: value for name, value in about.items() if f"{{{name}}}" in address}
    # Answers that are kept are not counted.
    answers = []
    for limit in (1, 2):
        store.clear()
        query = {**about, "limit": limit} if "limit" in str(operation.query) and not path else {}
        answers.append(operation.Case(path_parameters=path, query=query).call_and_validate())
    assert [answer.status_code for answer in answers] == [200, 429]


_application = get_wsgi_application()


def _from_an_address(environ: dict[str, Any], start_response: Any) -> Any:
    # Who is asked in the same process gets what is sent as it is, also when it is compressed.
    own = {"REMOTE_ADDR": "192.0.2.1", "HTTP_ACCEPT_ENCODING": "identity"}
    return _application({**environ, **own}, start_response)


def _is_about_something(case: schemathesis.Case) -> bool:
    # That one of three parameters has to be there, and which cursors lists have given, is what a description has no
    # words for.
    query = case.query if isinstance(case.query, dict) else {}
    if query.get("cursor"):
        return False
    return case.operation.path != "/api/v1/related-articles/" or any(
        query.get(key) for key in ("handle", "sku", "gtin")
    )


def _name_our_own(case: schemathesis.Case) -> None:
    about = ADDRESSES[case.operation.path]
    path = {name: value for name, value in about.items() if f"{{{name}}}" in case.operation.path}
    if path:
        case.path_parameters = path
    limit = {name: value for name, value in (case.query or {}).items() if name == "limit"}
    case.query = {**{name: value for name, value in about.items() if name not in path}, **limit}
