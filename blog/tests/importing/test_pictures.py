from pathlib import Path

import pytest
from django.db import DatabaseError

from blog.importing.document import ArrangedArticle, Picture, PictureElement
from blog.importing.pictures import FoundPicture, find_pictures, stored_pictures
from products.tests.factories import picture_bytes
from qnwellness.images.models import SiteImage
from qnwellness.images.storing import store_picture


def naming(*names, hero=None):
    return ArrangedArticle(
        source="text.txt",
        content_hash="",
        title="A text",
        hero=PictureElement(hero) if hero else None,
        blocks=tuple(Picture(name, alt="A leaf") for name in names),
    )


class TestPicturesBesideTheText:
    def test_are_found_by_the_last_part_of_their_name(self, tmp_path):
        for name in ("leaf.png", "hero.png"):
            (tmp_path / name).write_bytes(picture_bytes())
        found, warnings = find_pictures(naming("pictures/leaf.png", hero="hero.png"), tmp_path)
        assert {name: picture.path.name for name, picture in found.items()} == {
            "hero.png": "hero.png",
            "pictures/leaf.png": "leaf.png",
        }
        assert warnings == []

    @pytest.mark.parametrize("name", ["leaf.png", "../leaf.png", ".", "x" * 5000 + ".png", "a\0.png"])
    def test_are_asked_for_where_they_are_not_there(self, tmp_path, name):
        (tmp_path / "leaf.png").write_bytes(picture_bytes())
        folder = tmp_path / "texts"
        folder.mkdir()
        found, (warning,) = find_pictures(naming(name), folder)
        assert not found
        assert "is not beside the text" in warning

    def test_are_asked_for_where_there_is_no_folder(self):
        found, (warning,) = find_pictures(naming("leaf.png"), None)
        assert not found
        assert "leaf.png is not beside the text" in warning

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("leaf.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Not a supported image format"),
            ("leaf.tiff", picture_bytes(format="TIFF"), "Not a supported image format"),
            ("leaf.gif", picture_bytes(), "does not match"),
            ("leaf.png", b"no picture", "not an image"),
        ],
    )
    def test_keep_the_rules_of_an_upload_or_are_left_out_with_the_reason(self, tmp_path, name, data, reason):
        (tmp_path / name).write_bytes(data)
        (tmp_path / "good.png").write_bytes(picture_bytes())
        found, (warning,) = find_pictures(naming(name, "good.png"), tmp_path)
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
    def test_may_be_as_large_as_an_upload(self, tmp_path, settings, setting, limit, reason):
        setattr(settings, setting, limit)
        (tmp_path / "leaf.png").write_bytes(picture_bytes())
        found, (warning,) = find_pictures(naming("leaf.png"), tmp_path)
        assert not found
        assert reason in warning


@pytest.mark.django_db
class TestStoringPictures:
    @pytest.fixture
    def media(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path / "media"
        return settings.MEDIA_ROOT

    @pytest.fixture
    def found(self, tmp_path, media):
        def one(name, colour):
            path = tmp_path / name
            path.write_bytes(picture_bytes(colour))
            return FoundPicture(path, f"A {colour} leaf")

        return {name: one(name, colour) for name, colour in {"a.png": "red", "b.png": "blue"}.items()}

    def files(self, media: Path):
        return [path.name for path in media.rglob("*") if path.is_file()]

    def test_yields_their_ids_and_keeps_them(self, found, media):
        with stored_pictures(found) as pictures:
            assert set(pictures) == {"a.png", "b.png"}
        assert SiteImage.objects.get(pk=pictures["a.png"]).description == "A red leaf"
        assert len(self.files(media)) == 2

    def test_stores_the_same_content_once(self, found, media):
        known = store_picture(found["a.png"].path, title="Known", alt="")
        with stored_pictures({"a.png": found["a.png"], "again.png": found["a.png"]}) as pictures:
            assert pictures == {"a.png": known.pk, "again.png": known.pk}
        assert len(self.files(media)) == 1

    def test_leaves_nothing_behind_if_what_follows_fails(self, found, media):
        known = store_picture(found["a.png"].path, title="Known", alt="")
        with pytest.raises(DatabaseError), stored_pictures(found):
            raise DatabaseError
        assert list(SiteImage.objects.all()) == [known]
        assert self.files(media) == [Path(known.file.name).name]

    def test_leaves_nothing_behind_if_one_of_them_cannot_be_stored(self, found, media):
        found["b.png"].path.unlink()
        with pytest.raises(FileNotFoundError), stored_pictures(found):
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
