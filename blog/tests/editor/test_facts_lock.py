"""The lock the screen "Facts of this article" holds while it saves."""

import pytest
from django.db import connection, transaction

from blog.editor.facts import kept_out
from blog.models import ArticlePage


@pytest.mark.django_db
def test_locks_the_row_of_the_page_which_saving_a_draft_writes(monkeypatch):
    monkeypatch.setattr(connection.features, "has_select_for_update", True)
    monkeypatch.setattr(connection.features, "has_select_for_update_of", True)
    monkeypatch.setattr(
        connection.ops, "for_update_sql", lambda of=(), **_rest: f"FOR UPDATE OF {', '.join(of)}"
    )
    with transaction.atomic():
        sql = str(
            kept_out(ArticlePage.objects.filter(pk=1)).query.get_compiler(connection=connection).as_sql()[0]
        )
    locked = sql.partition("FOR UPDATE OF ")[2]
    assert '"wagtailcore_page"' in locked
    assert '"blog_articlepage"' in locked
