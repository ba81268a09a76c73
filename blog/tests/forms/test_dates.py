"""Dates of an article whose form is opened and sent again, as a browser does."""

import pytest

from blog.models import ArticlePage
from blog.tests.factories import make_article, text
from blog.tests.open_form import OpenForm

pytestmark = pytest.mark.django_db


def dates(article):
    """Return when an article says that it was published and updated."""
    return ArticlePage.objects.values_list("published_at", "updated_at").get(pk=article.pk)


@pytest.fixture
def article(client, admin_user):
    """Return a published article that readers were told a change of, and a browser that may edit it."""
    client.force_login(admin_user)
    article = make_article(text("<p>It is teh bone.</p>"))
    told = OpenForm(client, article)
    told.fields["is_update"] = "on"
    told.publish()
    assert all(dates(article))
    return article


def test_a_mended_slip_leaves_the_dates_as_they_are_to_the_second(client, article):
    before = dates(article)
    form = OpenForm(client, article)
    form.fields["title"] = "The bone"
    form.publish()
    assert dates(article) == before


def test_dates_the_site_sets_have_no_seconds_the_form_would_cut(client, article):
    assert [(moment.second, moment.microsecond) for moment in dates(article)] == [(0, 0), (0, 0)]
