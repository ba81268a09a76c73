from io import BytesIO

import pytest
from PIL import Image

from products.tests.factories import picture_bytes
from qnwellness.images.files import RefusedPicture, check_picture, read_picture


class TestAPictureFile:
    @pytest.mark.parametrize(
        ("name", "format"),
        [("a.png", "PNG"), ("A.JPG", "JPEG"), ("a.jpeg", "JPEG"), ("a.gif", "GIF"), ("a.webp", "WEBP")],
    )
    def test_is_taken_in_like_an_upload(self, name, format):
        check_picture(name, picture_bytes(format=format))

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Not a supported image format"),
            ("a.tiff", picture_bytes(format="TIFF"), "Not a supported image format"),
            ("a", picture_bytes(), "Not a supported image format"),
            ("a.png", b"<script>alert(1)</script>", "does not match"),
            ("a.gif", picture_bytes(), "does not match"),
            ("a.png", b"alert(1)", "not an image"),
            ("a.png", b"", "empty"),
        ],
    )
    def test_is_refused_with_the_reason(self, name, data, reason):
        with pytest.raises(RefusedPicture, match=reason):
            check_picture(name, data)

    @pytest.mark.parametrize("format", ["PNG", "JPEG"])
    def test_that_is_damaged_is_refused(self, format):
        buffer = BytesIO()
        Image.effect_noise((64, 64), 50).save(buffer, format)
        data = buffer.getvalue()
        with pytest.raises(RefusedPicture, match="damaged"):
            check_picture(f"a.{format.lower()}", data[: len(data) // 2])

    def test_with_too_many_pixels_is_refused(self, settings):
        settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 47
        with pytest.raises(RefusedPicture, match="too many pixels"):
            check_picture("a.png", picture_bytes())

    def test_that_is_too_large_is_not_even_read(self, settings, tmp_path, monkeypatch):
        settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10
        path = tmp_path / "a.png"
        path.write_bytes(picture_bytes())
        monkeypatch.setattr(type(path), "read_bytes", lambda path: pytest.fail("was read"))
        with pytest.raises(RefusedPicture, match="too large"):
            read_picture(path)

    def test_that_is_gone_is_refused(self, tmp_path):
        with pytest.raises(RefusedPicture, match="No such file"):
            read_picture(tmp_path / "a.png")
