import hashlib

import pytest

from products.catalogue.document import Picture, Place, Unusable
from products.catalogue.pictures import find_picture
from products.tests.factories import picture_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_root")]


def named(address, alt="A jar"):
    return Picture(address, alt, Place(2, "Image Src"))


class TestPicturesBesideTheFile:
    @pytest.mark.parametrize("address", ["pictures/jar.png", "./pictures/jar.png", "pictures\\jar.png"])
    def test_are_found_by_their_path(self, tmp_path, address):
        (tmp_path / "pictures").mkdir()
        (tmp_path / "pictures" / "jar.png").write_bytes(picture_bytes())
        found = find_picture(named(address), tmp_path)
        assert found.digest == hashlib.sha256(picture_bytes()).hexdigest()

    @pytest.mark.parametrize(("alt", "title"), [("A green jar", "A green jar"), ("", "Drops™")])
    def test_are_called_by_their_alternative_text_or_else_by_their_product(self, tmp_path, alt, title):
        (tmp_path / "jar.png").write_bytes(picture_bytes())
        assert find_picture(named("jar.png", alt), tmp_path).title("Drops™") == title


class TestPicturesThatCannotBeStored:
    @pytest.mark.parametrize(
        "address",
        ["https://x.test/a.png", "//x.test/a.png", "HTTP://x", "ftp://x/a", "data:image/png;base64,AA"],
    )
    def test_are_on_the_web(self, tmp_path, address):
        with pytest.raises(Unusable, match="not fetched"):
            find_picture(named(address), tmp_path)

    @pytest.mark.parametrize("address", ["../jar.png", "/etc/hostname", "a/../../jar.png", "link.png"])
    def test_are_outside_the_folder(self, tmp_path, address):
        (tmp_path / "jar.png").write_bytes(picture_bytes())
        folder = tmp_path / "catalogue"
        (folder / "a").mkdir(parents=True)
        (folder / "link.png").symlink_to(tmp_path / "jar.png")
        with pytest.raises(Unusable, match="not in the catalogue's folder"):
            find_picture(named(address), folder)

    @pytest.mark.parametrize("address", ["missing.png", "x" * 5000, "."])
    def test_are_not_there(self, tmp_path, address):
        with pytest.raises(Unusable, match="is not beside the file"):
            find_picture(named(address), tmp_path)

    def test_are_no_pictures(self, tmp_path):
        (tmp_path / "jar.png").write_bytes(b"<svg><script>alert(1)</script></svg>")
        (tmp_path / "jar.svg").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
        (tmp_path / "jar.gif").write_bytes(picture_bytes())
        for name in ("jar.png", "jar.svg", "jar.gif"):
            with pytest.raises(Unusable, match=name):
                find_picture(named(name), tmp_path)

    def test_are_too_large(self, tmp_path, settings):
        settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10
        (tmp_path / "jar.png").write_bytes(picture_bytes())
        with pytest.raises(Unusable, match="too large"):
            find_picture(named("jar.png"), tmp_path)
