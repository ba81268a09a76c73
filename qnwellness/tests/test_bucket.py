"""Pictures, posters and documents in a bucket of a server that speaks S3: all that works with files on disk."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

import boto3
import environ
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from moto.server import ThreadedMotoServer
from wagtail.documents.models import Document

from blog.posters.keeping import keep, kept, sweep
from blog.tests.factories import make_article
from blog.tests.posters.test_views import address, figure
from products.tests.factories import make_image, picture_bytes
from qnwellness.images import check
from qnwellness.images.models import SiteImage
from qnwellness.settings import machines
from qnwellness.tests.house.files import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

BUCKET = "shop-media"
KEY = {"aws_access_key_id": "of-this-test", "aws_secret_access_key": "only"}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Return the address of a server that speaks S3 and has one bucket, with the policy of the operators' guide."""
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    address = f"http://{host}:{port}"
    s3 = boto3.client("s3", endpoint_url=address, region_name="us-east-1", **KEY)
    s3.create_bucket(Bucket=BUCKET)
    s3.put_bucket_policy(Bucket=BUCKET, Policy=(ROOT / "docs/media-policy.json").read_text(encoding="utf-8"))
    yield address
    running.stop()


@pytest.fixture(autouse=True)
def bucket(server, settings, monkeypatch) -> Iterator[str]:
    """Have the site keep its files in the bucket, by variables alone, and return where readers find them."""
    address = f"{server}/{BUCKET}"
    for name, value in {
        "S3_BUCKET": BUCKET,
        "S3_ENDPOINT_URL": server,
        "S3_REGION": "us-east-1",
        "S3_ACCESS_KEY_ID": KEY["aws_access_key_id"],
        "S3_SECRET_ACCESS_KEY": KEY["aws_secret_access_key"],
        "MEDIA_HOST": address,
    }.items():
        monkeypatch.setenv(name, value)
    storage, _origin, read_by_it = machines.media(environ.Env())
    for name, value in read_by_it.items():
        setattr(settings, name, value)
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": storage}}
    yield address
    for item in storages["default"].bucket.objects.all():
        item.delete()


def names() -> set[str]:
    return {item.key for item in storages["default"].bucket.objects.all()}


def read(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - loopback
        return answer.read()


def test_a_picture_uploaded_in_the_admin_is_shown_from_the_bucket_and_goes_with_its_picture(
    admin_client, bucket, django_capture_on_commit_callbacks
):
    upload = SimpleUploadedFile("leaf.png", picture_bytes())
    form = {"title": "Leaf", "description": "A leaf", "file": upload, "collection": 1, "tags": ""}
    answer = admin_client.post("/admin/images/add/", form)
    assert answer.status_code == 302, answer.context["form"].errors
    image = SiteImage.objects.get()
    rendition = image.get_rendition("width-100|format-webp")
    assert rendition.url.startswith(f"{bucket}/images/")
    assert read(rendition.url)[8:12] == b"WEBP"
    assert names() == {image.file.name, rendition.file.name}
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert names() == set()


def test_no_key_lies_in_what_is_stored_of_a_task(settings):
    assert default_storage.deconstruct()[1:] == ((), {})


def test_two_uploads_of_one_name_are_two_files():
    first, second = (default_storage.save("original_images/a.png", ContentFile(one)) for one in (b"1", b"2"))
    assert (default_storage.open(first).read(), default_storage.open(second).read()) == (b"1", b"2")


def test_a_page_names_the_bucket_in_what_may_be_shown():
    picture = make_image()
    page = make_article(hero=picture)
    html = Client().get(page.url).content.decode()
    assert f'src="{picture.file.storage.url("images/")}' in html


def test_documents_are_handed_out_by_the_site_and_by_nobody_else(client, bucket):
    document = Document.objects.create(title="Leaflet", file=ContentFile(b"%PDF-1.4", name="leaflet.pdf"))
    answer = client.get(document.url)
    assert (answer.status_code, b"".join(answer)) == (200, b"%PDF-1.4")
    with pytest.raises(urllib.error.HTTPError) as refused:
        read(f"{bucket}/{document.file.name}")
    assert refused.value.code == 403


def test_a_picture_of_an_infographic_is_drawn_once_and_goes_with_its_article(
    client, monkeypatch, settings, tmp_path
):
    settings.DATA_DIR = tmp_path
    article = make_article(figure())
    assert kept("posters/1/none.png") is None
    drawn = client.get(address(article))
    assert drawn.content.startswith(b"\x89PNG")
    (stored,) = [name for name in names() if name.startswith("posters/")]
    assert kept(stored) == drawn.content
    keep(stored, drawn.content)
    assert names() == {stored}
    monkeypatch.setattr("blog.posters.pictures.draw", None)
    assert client.get(address(article)).content == drawn.content
    sweep(article.pk)
    assert names() == set()


def test_check_pictures_finds_what_is_left_behind_and_what_is_lost(monkeypatch):
    image, lost = make_image(), make_image()
    default_storage.delete(lost.file.name)
    default_storage.save("original_images/left.png", ContentFile(b"left"))
    monkeypatch.setattr(check.timezone, "now", lambda now=check.timezone.now: now() + timedelta(hours=2))
    said = StringIO()
    with pytest.raises(SystemExit):
        call_command("check_pictures", repair=True, stdout=said)
    assert "original_images/left.png: no picture has this file" in said.getvalue()
    assert f"(picture {lost.pk})" in said.getvalue()
    assert names() == {image.file.name}
