from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from django.db import DatabaseError

from blog.importing.document import ArrangedArticle, Picture, PictureElement
from blog.importing.packages import PictureFile
from blog.importing.pictures import FoundPicture, find_pictures, stored_pictures
from products.tests.factories import picture_bytes
from qnwellness.images import storing
from qnwellness.images.models import SiteImage
from qnwellness.images.storing import store_picture


class Shelf:
    """Pictures at hand, by name."""

    def __init__(self, **files: bytes) -> None:
        self.files = {name.replace("_dot_", "."): data for name, data in files.items()}

    def find(self, name: str, address: str = "") -> PictureFile | None:
        data = self.files.get(name)
        return None if data is None else PictureFile(name, len(data), lambda: BytesIO(data))


def naming(*names, hero=None):
    return ArrangedArticle(
        source="text.txt",
        content_hash="",
        title="A text",
        hero=PictureElement(hero) if hero else None,
        blocks=tuple(Picture(name, alt="A leaf") for name in names),
    )


@pytest.mark.django_db
class TestPicturesBesideTheText:
    def test_are_found_each_with_its_digest(self):
        shelf = Shelf(leaf_dot_png=picture_bytes(), hero_dot_png=picture_bytes("red"))
        found, warnings = find_pictures(naming("leaf.png", "leaf.png", hero="hero.png"), shelf)
        assert {name: picture.content_hash for name, picture in found.items()} == {
            name: sha256(data).hexdigest() for name, data in shelf.files.items()
        }
        assert warnings == []

    def test_are_asked_for_once_where_they_are_not_there(self):
        for shelf in (Shelf(), None):
            found, (warning,) = find_pictures(naming("leaf.png", "leaf.png"), shelf)
            assert not found
            assert "leaf.png is not beside the text" in warning

    def test_are_asked_for_with_the_address_they_have_elsewhere(self):
        article = ArrangedArticle(
            "text.html", "", "A text", blocks=(Picture("leaf.png", address="https://shop.test/leaf.png"),)
        )
        _found, (warning,) = find_pictures(article, Shelf())
        assert "https://shop.test/leaf.png" in warning

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("leaf.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Not a supported image format"),
            ("leaf.tiff", picture_bytes(format="TIFF"), "Not a supported image format"),
            ("leaf.gif", picture_bytes(), "does not match"),
            ("leaf.png", b"no picture", "not an image"),
        ],
    )
    def test_keep_the_rules_of_an_upload_or_are_left_out_with_the_reason(self, name, data, reason):
        shelf = Shelf(good_dot_png=picture_bytes())
        shelf.files[name] = data
        found, (warning,) = find_pictures(naming(name, "good.png"), shelf)
        assert list(found) == ["good.png"]
        assert name in warning
        assert reason in warning

    @pytest.mark.parametrize(
        ("setting", "limit", "reason"),
        [
            ("WAGTAILIMAGES_MAX_UPLOAD_SIZE", 10, "too large"),
            ("WAGTAILIMAGES_MAX_IMAGE_PIXELS", 10, "too many pixels"),
        ],
    )
    def test_may_be_as_large_as_an_upload(self, settings, setting, limit, reason):
        setattr(settings, setting, limit)
        found, (warning,) = find_pictures(naming("leaf.png"), Shelf(leaf_dot_png=picture_bytes()))
        assert not found
        assert reason in warning


@pytest.mark.django_db
class TestStoringPictures:
    @pytest.fixture
    def media(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path / "media"
        return settings.MEDIA_ROOT

    @pytest.fixture
    def found(self, media):
        def one(name, colour):
            data = picture_bytes(colour)
            file = PictureFile(name, len(data), lambda: BytesIO(data))
            return FoundPicture(file, f"A {colour} leaf", sha256(data).hexdigest())

        return {name: one(name, colour) for name, colour in {"a.png": "red", "b.png": "blue"}.items()}

    def files(self, media: Path):
        return [path.name for path in media.rglob("*") if path.is_file()]

    def known(self, found):
        return store_picture(storing.PictureFile("a.png", found["a.png"].read()), title="Known", alt="")

    def test_yields_their_ids_and_keeps_them(self, found, media):
        with stored_pictures(found) as pictures:
            assert set(pictures) == {"a.png", "b.png"}
        assert SiteImage.objects.get(pk=pictures["a.png"]).description == "A red leaf"
        assert len(self.files(media)) == 2

    def test_stores_the_same_content_once(self, found, media):
        known = self.known(found)
        with stored_pictures({"a.png": found["a.png"], "again.png": found["a.png"]}) as pictures:
            assert pictures == {"a.png": known.pk, "again.png": known.pk}
        assert len(self.files(media)) == 1

    def test_takes_the_place_of_a_file_that_was_left_behind(self, found, media):
        path = Path(self.known(found).file.path)
        SiteImage.objects.all().delete()
        path.write_bytes(b"half of it")
        with stored_pictures(found) as pictures:
            assert SiteImage.objects.get(pk=pictures["a.png"]).file.path == str(path)
        assert path.read_bytes() == found["a.png"].read()

    def test_leaves_nothing_behind_if_what_follows_fails(self, found, media):
        known = self.known(found)
        with pytest.raises(DatabaseError), stored_pictures(found):
            raise DatabaseError
        assert list(SiteImage.objects.all()) == [known]
        assert self.files(media) == [Path(known.file.name).name]

    def test_leaves_nothing_behind_if_something_around_fails(self, found, media):
        def fail():
            with storing.storing_pictures():
                with stored_pictures(found):
                    pass
                raise DatabaseError

        with pytest.raises(DatabaseError):
            fail()
        assert not SiteImage.objects.exists()
        assert self.files(media) == []

    def test_leaves_nothing_behind_if_one_of_them_cannot_be_read_any_more(self, found, media):
        def gone():
            raise FileNotFoundError(2, "No such file")

        found["b.png"] = FoundPicture(PictureFile("b.png", 1, gone), "", "")
        with pytest.raises(OSError, match="No such file"), stored_pictures(found):
            pytest.fail("not all are stored")
        assert not SiteImage.objects.exists()
        assert self.files(media) == []

    def test_leaves_no_file_of_a_picture_that_the_database_refuses(self, found, media, monkeypatch):
        def refuse(*args, **kwargs):
            raise DatabaseError

        monkeypatch.setattr("django.db.models.sql.compiler.SQLInsertCompiler.execute_sql", refuse)
        with pytest.raises(DatabaseError), stored_pictures(found):
            pytest.fail("none is stored")
        assert self.files(media) == []
