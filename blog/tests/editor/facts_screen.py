"""The screen "Facts of this article" as a browser has it open."""

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from blog.models import ArticlePage


class Screen:
    """The screen as a browser has it open."""

    def __init__(self, client: Client, article: ArticlePage) -> None:
        self.client, self.article = client, article
        self.url = reverse("article_facts", args=[article.pk])
        self.load()

    def load(self) -> None:
        self.read(self.client.get(self.url))

    def read(self, response: Any) -> None:
        assert response.status_code == 200
        self.html = BeautifulSoup(response.content, "html.parser")

    @property
    def words(self) -> str:
        return " ".join(self.html.select_one(".article-facts").get_text(" ").split())

    @property
    def messages(self) -> str:
        return " ".join(self.html.select_one(".messages").get_text(" ").split())

    def data(self) -> dict[str, Any]:
        """Return what the browser sends."""
        form = self.html.select_one("form[data-facts]")
        sent: dict[str, Any] = {}
        for field in form.select("input[name]"):
            if field.get("type") not in {"checkbox", "radio"} or field.has_attr("checked"):
                sent.setdefault(field["name"], []).append(field.get("value", ""))
        for field in form.select("select"):
            chosen = field.select_one("option[selected]")
            sent[field["name"]] = [chosen["value"] if chosen else ""]
        return sent

    def figure(self, legend: str) -> Any:
        """Return the fieldset of a figure."""
        found = [one for one in self.html.select("fieldset") if one.legend.get_text(strip=True) == legend]
        assert len(found) == 1, [one.legend.get_text(strip=True) for one in self.html.select("fieldset")]
        return found[0]

    def prefix(self, legend: str) -> str:
        return self.figure(legend).select_one("input[name]")["name"].partition("-")[0]

    def send(self, **changes: Any) -> Any:
        """Send the form, with other values for some of its fields, and read the answer."""
        response = self.client.post(self.url, {**self.data(), **changes})
        if response.status_code == 302:
            assert response.url == self.url
            self.load()
        else:
            self.read(response)
        return response
