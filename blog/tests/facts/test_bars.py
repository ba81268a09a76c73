"""Facts that bars show, and edits of them."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError
from django.utils.translation import override

from blog.checks.finding import Level
from blog.checks.findings import find
from blog.checks.loading import under_review
from blog.describing.poster import posters
from blog.facts.forms import AmountField
from blog.models import Fact
from blog.tests.factories import block, infographic, make_article
from blog.tests.facts.facts import make_fact
from blog.tests.facts.test_viewset import address, filled

pytestmark = pytest.mark.django_db

FRAME = {"brand": "", "address": "", "language": "en"}


def bars(fact, unit="%", typed=None):
    items = [
        block("item", {"label": label, "fact": getattr(fact, "pk", fact), "low": typed, "high": None})
        for label in "AB"
    ]
    return infographic(block("bars", {"title": "Taken up", "unit": unit, "bars": items, "note": ""}))


def read(client, article):
    return BeautifulSoup(client.get(article.url).content, "html.parser")


def edited(client, fact, **fields):
    """Return what the form says after it was sent; nothing where it was stored."""
    sent = client.post(address("edit", fact.pk), filled(statement="S", **fields))
    return (
        ""
        if sent.status_code == 302
        else " ".join(BeautifulSoup(sent.content, "html.parser").get_text().split())
    )


def findings(article):
    return [one for one in find(under_review([article])[0]) if one.rule == "unfit_bar"]


class TestTheForm:
    def test_refuses_a_unit_bars_in_use_cannot_show_and_names_their_article(self, admin_client):
        fact = make_fact(30)
        make_article(bars(fact), title="About uptake")
        said = edited(admin_client, fact, low="30", unit="mg")
        assert "cannot be converted: “Taken up” (About uptake)" in said
        assert Fact.objects.get().unit == "%"

    def test_refuses_more_than_all_where_bars_show_a_share(self, admin_client):
        fact = make_fact(30)
        make_article(bars(fact))
        assert "cannot be more than 100%" in edited(admin_client, fact, low="130", unit="%")
        assert edited(admin_client, fact, low="100", unit="%") == ""

    def test_takes_a_unit_that_can_be_converted_and_any_unit_without_bars(self, admin_client):
        fact = make_fact(1, None, "mg")
        make_article(bars(fact, "mg"))
        assert edited(admin_client, fact, low="1000", unit="µg") == ""
        assert edited(admin_client, make_fact(30), low="30", unit="mg") == ""

    def test_names_no_article_its_user_may_not_see(self, client):
        user = User.objects.create_user("only-facts")
        user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", "change_fact"]))
        client.force_login(user)
        fact = make_fact(30)
        make_article(bars(fact), title="SECRET", publish=False)
        sent = client.post(address("edit", fact.pk), filled(statement="S", low="30", unit="mg"))
        errors = sent.context["form"].errors.as_text()
        assert "1 article you may not see" in errors
        assert "SECRET" not in errors

    @pytest.mark.parametrize(("language", "typed"), [("en", "0,500"), ("en", "1,5"), ("de", "1,250")])
    def test_never_takes_a_decimal_comma_for_thousands(self, language, typed):
        with override(language), pytest.raises(ValidationError, match="point before decimals"):
            AmountField().clean(typed)


class TestTheBars:
    def test_are_converted_to_the_unit_of_their_panel(self, client):
        fact = make_fact(25, None, "µg", nutrient="vitamin D")
        page = read(client, make_article(bars(fact, "IU")))
        assert page.select_one(".bars dd b").get_text(strip=True).startswith("1,000\u00a0IU")

    def test_show_what_was_typed_where_their_fact_is_gone_or_does_not_fit(self, client):
        for fact in (make_fact(5, None, "mg"), 999_999):
            page = read(client, make_article(bars(fact, typed="35")))
            assert page.select_one(".bars dd b").get_text(strip=True) == "35%"

    def test_that_are_all_left_out_are_no_chart_on_page_and_poster(self, client):
        article = make_article(bars(make_fact(5, None, "mg")))
        assert not read(client, article).select(".panel--bars")
        [(_id, poster)] = posters(article, FRAME)
        assert poster.panels == ()

    @pytest.mark.parametrize(("typed", "level"), [(None, Level.MUST), ("35", Level.SHOULD)])
    def test_whose_fact_does_not_fit_are_told_to_editors(self, typed, level):
        found = findings(make_article(bars(make_fact(5, None, "mg"), typed=typed)))
        assert {one.level for one in found} == {level}
        assert "5\u00a0mg" in found[0].message

    def test_that_fit_are_not_told_of_and_more_than_all_is(self):
        assert findings(make_article(bars(make_fact(40)))) == []
        assert findings(make_article(bars(make_fact(140))))[0].level == Level.SHOULD
