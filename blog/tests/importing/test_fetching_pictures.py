"""Pictures that are elsewhere come in where the article has them, and nobody's work is touched."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from blog.importing.fetching_pictures import fetch_slice, file_name, hosts_of, secure, try_again, waiting
from blog.importing.plan import latest
from blog.models import FetchedPicture, MissingPicture
from blog.tests.importing.fetched import BODY, CUP, HOST, LEAF, POT, Web, bring_in, draft, record_of, web
from products.tests.factories import picture_bytes
from qnwellness.images.models import SiteImage

__all__ = ["web"]
pytestmark = pytest.mark.django_db
ALL = MissingPicture.objects.all
WHOLE = ["text", "Cup: A cup", "Pot: A pot", "text", "Leaf: "]


def states() -> dict[str, str]:
    return {row.name: row.state for row in ALL()}


class TestFetched:
    def test_pictures_stand_where_the_article_has_them(self, web: Web, tmp_path: Path) -> None:
        bring_in(tmp_path, image={"src": CUP, "alt": "A cup above"})
        assert draft() == ["text", "text"]
        assert fetch_slice(ALL()).attached == 4
        assert draft() == WHOLE
        article = latest(record_of().article)
        assert article.hero.title == "Cup"
        assert (ALL().count(), SiteImage.objects.count(), len(web.asked)) == (0, 3, 3)

    def test_pictures_find_their_place_in_any_order(self, web: Web, tmp_path: Path) -> None:
        bring_in(tmp_path)
        for address in (LEAF, POT, CUP):
            fetch_slice(ALL().filter(address=address))
        assert draft() == WHOLE

    def test_pictures_are_one_step_an_editor_can_see_and_nothing_is_published(
        self, web: Web, tmp_path: Path
    ) -> None:
        bring_in(tmp_path)
        before = record_of().article.revisions.count()
        fetch_slice(ALL())
        assert record_of().article.revisions.count() == before + 3
        assert record_of().article.live is False

    def test_a_picture_is_stored_once_for_all_articles_and_asked_for_once(
        self, web: Web, tmp_path: Path
    ) -> None:
        bring_in(tmp_path, 1)
        bring_in(tmp_path, 2)
        fetch_slice(ALL())
        assert draft(1) == draft(2) == WHOLE
        assert (SiteImage.objects.count(), len(web.asked)) == (3, 3)

    def test_a_later_import_has_what_was_fetched(self, web: Web, tmp_path: Path) -> None:
        bring_in(tmp_path)
        fetch_slice(ALL())
        assert bring_in(tmp_path).action == "skip"
        changed = bring_in(tmp_path, body=BODY + "<p>And then it is packed.</p>")
        assert (changed.action, changed.warnings) == ("update", [])
        assert draft() == [*WHOLE, "text"]
        bring_in(tmp_path, 2)
        assert draft(2) == WHOLE
        assert (ALL().count(), len(web.asked)) == (0, 3)

    def test_a_picture_that_comes_twice_in_an_article_comes_in_twice(self, web: Web, tmp_path: Path) -> None:
        bring_in(
            tmp_path,
            body=f'<p>One is here.</p><img src="{CUP}" alt="A"><p>Two is here.</p><img src="{CUP}" alt="B">',
        )
        fetch_slice(ALL())
        assert draft() == ["text", "Cup: A", "text", "Cup: B"]


class TestLeftAlone:
    def test_is_an_article_somebody_has_changed(self, web: Web, tmp_path: Path) -> None:
        bring_in(tmp_path)
        article = latest(record_of().article)
        article.title = "Better"
        article.save_revision()
        done = fetch_slice(ALL())
        assert (done.attached, done.stored, SiteImage.objects.count()) == (0, 3, 3)
        assert draft() == ["text", "text"]
        row = ALL().first()
        assert (row.state, row.image.title) == ("stored", "Cup")
        assert "edited here" in row.error

    def test_is_a_leading_picture_somebody_else_has_chosen(self, web: Web, tmp_path: Path) -> None:
        bring_in(tmp_path, image={"src": CUP}, body="<p>Tea.</p>")
        fetch_slice(ALL())
        assert latest(record_of().article).hero.title == "Cup"

    @pytest.mark.parametrize("host", ["", "other.example"])
    def test_are_hosts_that_are_not_on_the_list(self, web: Web, tmp_path: Path, settings, host: str) -> None:
        settings.IMPORT_PICTURE_HOSTS = [host] if host else []
        bring_in(tmp_path)
        assert waiting(ALL()).count() == 0
        assert [(one.host, one.pictures, one.is_allowed) for one in hosts_of(ALL())] == [(HOST, 3, False)]
        fetch_slice(ALL())
        assert web.asked == []


class TestFailures:
    def test_are_told_and_tried_again_when_asked_to(self, web: Web, tmp_path: Path) -> None:
        pot = web.files.pop(POT)
        bring_in(tmp_path)
        assert fetch_slice(ALL()).failed == 1
        (row,) = ALL()
        assert (row.state, "404" in row.error, row.tried_at is not None) == ("failed", True, True)
        fetch_slice(ALL())
        assert web.asked.count(POT) == 1
        web.files[POT] = pot
        assert try_again(ALL()) == 1
        fetch_slice(ALL())
        assert draft() == WHOLE

    @pytest.mark.parametrize(
        "data", [b"<svg onload='x'/>", b"GIF89a" + b"\0" * 20, b"", picture_bytes()[:45]]
    )
    def test_are_files_that_are_no_pictures(self, web: Web, tmp_path: Path, data: bytes) -> None:
        web.files[CUP] = data
        bring_in(tmp_path)
        assert fetch_slice(ALL()).failed == 1
        assert states() == {"cup.png": "failed"}
        assert draft() == ["text", "Pot: A pot", "text", "Leaf: "]
        assert not FetchedPicture.objects.filter(address=CUP).exists()

    def test_leave_what_is_known_of_them_when_the_article_changes(self, web: Web, tmp_path: Path) -> None:
        web.files.clear()
        bring_in(tmp_path)
        fetch_slice(ALL())
        bring_in(tmp_path, body="<p>First comes this.</p>" + BODY)
        assert set(states().values()) == {"failed"}
        web.files = Web().files
        try_again(ALL())
        fetch_slice(ALL())
        assert draft() == WHOLE


class TestSlices:
    def test_go_on_where_the_last_one_stopped(self, web: Web, tmp_path: Path) -> None:
        bring_in(tmp_path)
        for left in (2, 1, 0):
            fetch_slice(ALL(), seconds=0)
            assert waiting(ALL()).count() == left
        assert draft() == WHOLE

    def test_that_break_off_leave_whole_pictures(self, web: Web, tmp_path: Path, monkeypatch) -> None:
        bring_in(tmp_path)

        def broken(*_args: object) -> bool:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr("blog.importing.fetching_pictures.attach", broken)
            with pytest.raises(KeyboardInterrupt):
                fetch_slice(ALL())
        fetch_slice(ALL())
        assert draft() == WHOLE
        assert len(web.asked) == 3


def test_addresses_are_asked_for_by_https() -> None:
    assert secure("http://cdn.example/a.png") == "https://cdn.example/a.png"
    assert secure("https://cdn.example/a.png") == "https://cdn.example/a.png"


@pytest.mark.parametrize(
    ("address", "format", "name"),
    [
        ("https://cdn.example/a.jpg", "PNG", "a.png"),
        ("https://cdn.example/a.JPEG", "JPEG", "a.JPEG"),
        ("https://cdn.example/a%20b.png?v=1", "PNG", "a b.png"),
        ("https://cdn.example/picture", "WEBP", "picture.webp"),
        ("https://cdn.example/", "PNG", "cdn.png"),
    ],
)
def test_a_file_is_called_what_it_is(address: str, format: str, name: str) -> None:
    assert file_name(address, picture_bytes(format=format)) == name


class TestCommand:
    def test_fetches_everything_and_says_so(self, web: Web, tmp_path: Path, capsys) -> None:
        bring_in(tmp_path)
        call_command("fetch_pictures")
        assert "3 put into their articles, 0 in the library only, 0 failed" in capsys.readouterr().out
        assert draft() == WHOLE

    def test_names_what_failed_and_fails(self, web: Web, tmp_path: Path, capsys) -> None:
        del web.files[POT]
        bring_in(tmp_path)
        with pytest.raises(CommandError, match="1 could not"):
            call_command("fetch_pictures")
        assert f"shopify:1: {POT}: The host answered 404" in capsys.readouterr().err
        web.files = Web().files
        call_command("fetch_pictures", "--retry")
        assert draft() == WHOLE

    def test_lists_the_hosts(self, web: Web, tmp_path: Path, capsys, settings) -> None:
        bring_in(tmp_path)
        settings.IMPORT_PICTURE_HOSTS = []
        call_command("fetch_pictures", "--list")
        assert f"3  {HOST}  (not in IMPORT_PICTURE_HOSTS)" in capsys.readouterr().out
