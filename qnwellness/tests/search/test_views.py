from html import escape
from urllib.parse import quote

import pytest

from blog.tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def article():
    return make_article(title="Iron at the table")


@pytest.fixture
def ask(client):
    return lambda query: client.get(f"/search/?q={quote(query)}")


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '"iron',
        'iron"',
        "“”",
        "„iron",
        "«",
        "'",
        "*",
        "(",
        ")",
        "AND",
        "iron OR",
        "NEAR(",
        "-",
        "title:",
        "^",
        "\\",
    ],
)
def test_odd_questions_are_answered(ask, query):
    answer = ask(query)
    assert answer.status_code == 200
    assert f'value="{escape(query)}"' in answer.content.decode()


@pytest.mark.parametrize("query", ['"iron', '"iron table"', "“iron”", 'table"iron'])
def test_quotation_marks_do_not_keep_anything_from_being_found(ask, query):
    assert "Iron at the table" in ask(query).content.decode()


@pytest.mark.parametrize("query", ['"', "“”", '" "'])
def test_quotation_marks_alone_find_nothing(ask, query):
    assert "Iron at the table" not in ask(query).content.decode()


def test_the_page_of_the_list_is_known_to_the_template(ask):
    context = ask("iron").context
    assert context["listed"] is context["articles"]
