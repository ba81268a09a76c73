"""The site behind what stands in front of it in production: uploads are served, and text is compressed."""

import gzip
from collections.abc import Callable, Iterable

from django.conf import settings
from whitenoise import WhiteNoise

from qnwellness.wsgi import application as site

Start = Callable[..., object]
LEVEL = 6


def compressing(environ: dict, start_response: Start) -> Iterable[bytes]:
    """Answer as the site does, with HTML and other text compressed where it is not yet."""
    told = {}

    def start(status: str, headers: list[tuple[str, str]], *more: object) -> None:
        told.update(status=status, headers=headers, more=more)

    answer = site(environ, start)
    try:
        body = b"".join(answer)
    finally:
        if hasattr(answer, "close"):
            answer.close()
    headers = {name.lower(): value for name, value in told["headers"]}
    is_text = headers.get("content-type", "").startswith(("text/", "application/xml", "application/json"))
    if is_text and "content-encoding" not in headers and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
        body = gzip.compress(body, LEVEL)
        kept = [pair for pair in told["headers"] if pair[0].lower() != "content-length"]
        told["headers"] = [*kept, ("Content-Encoding", "gzip"), ("Content-Length", str(len(body)))]
    start_response(told["status"], told["headers"], *told["more"])
    return [body]


# Pictures are cut to size when a page first shows them, so that they are looked for at every request.
application = WhiteNoise(compressing, root=settings.MEDIA_ROOT, prefix="media/", autorefresh=True)
