"""Articles of a shop with pictures that are elsewhere, and a host that answers for them."""

import json
from pathlib import Path
from typing import Any

import pytest

from blog.importing import fetching_pictures
from blog.importing.plan import latest
from blog.importing.report import ArticleReport
from blog.importing.run import Options, import_file
from blog.models import ImportRecord
from blog.tests.factories import journal
from products.tests.factories import picture_bytes
from qnwellness.fetching import NotFetched
from qnwellness.images.models import SiteImage

HOST = "cdn.example"
CUP, POT, LEAF = (f"https://{HOST}/files/{name}" for name in ("cup.png", "pot.png", "leaf.png"))
BODY = (
    "<p>Tea grows on hills and is picked by hand.</p>"
    f'<p><img src="{CUP}" alt="A cup"></p><p><img src="{POT}" alt="A pot"></p>'
    "<p>It is dried in the sun for a day.</p>"
    f'<p><img src="{LEAF}" alt=""></p>'
)


class Web:
    """What stands where; `asked` are the addresses that were fetched."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.files: dict[str, bytes] = {
            CUP: picture_bytes("red"),
            POT: picture_bytes("green"),
            LEAF: picture_bytes("blue"),
        }

    def fetch(self, address: str, **_options: Any) -> bytes:
        self.asked.append(address)
        if address not in self.files:
            raise NotFetched("The host answered 404 Not Found, not with a file.")
        return self.files[address]


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Web:
    """Return a host that may be fetched from."""
    settings.IMPORT_PICTURE_HOSTS = [HOST]
    settings.MEDIA_ROOT = tmp_path / "media"
    found = Web()
    monkeypatch.setattr(fetching_pictures, "fetch", found.fetch)
    return found


def bring_in(folder: Path, number: int = 1, body: str = BODY, **fields: Any) -> ArticleReport:
    """Import an article of a shop, and return what was told of it."""
    article = {"id": number, "title": f"Tea {number}", "handle": f"tea-{number}", "body_html": body}
    article |= {"blog_handle": "news", **fields}
    path = folder / f"{number}.json"
    path.write_text(json.dumps(article))
    (said,) = import_file(path, Options(parent=journal()))
    return said


def record_of(number: int = 1) -> ImportRecord:
    """Return what is known of an article."""
    return ImportRecord.objects.select_related("article").get(source=f"shopify:{number}")


def draft(number: int = 1) -> list[str]:
    """Return the newest draft of an article as kinds of blocks; of a picture its alternative text and title."""
    titles = dict(SiteImage.objects.values_list("pk", "title"))
    found = []
    for block in latest(record_of(number).article).body.raw_data:
        if block["type"] == "image":
            picture = block["value"]["picture"]
            found.append(f"{titles[picture['image']]}: {picture['alt_text']}")
        else:
            found.append(block["type"])
    return found
