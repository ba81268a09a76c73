"""What an article says of itself where something is missing that the form asks for."""

import json

import pytest
from bs4 import BeautifulSoup

from blog.tests.factories import block, make_article

pytestmark = pytest.mark.django_db


def test_a_correction_a_script_has_left_without_a_date_is_shown_without_one(client):
    article = make_article()
    draft = article.get_latest_revision_as_object()
    correction = block("correction", {"made_on": None, "text": "<p>It is micrograms.</p>"})
    draft.corrections = draft.corrections.stream_block.to_python([correction])
    draft.save_revision().publish()
    response = client.get(article.url)
    assert response.status_code == 200
    page = BeautifulSoup(response.content, "html.parser")
    assert "It is micrograms." in page.select_one("#correction-1").get_text()
    data = json.loads(page.find("script", type="application/ld+json").string)
    nodes = data.get("@graph", [data])
    (said,) = [node["correction"] for node in nodes if "correction" in node]
    said = said if isinstance(said, list) else [said]
    assert said == [{"@type": "CorrectionComment", "text": "It is micrograms."}]
