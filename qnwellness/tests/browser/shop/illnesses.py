"""What our site may answer when it is ill, by what is wrong with it: lists of a product, and the element's script."""

from dataclasses import replace

from .our_site import FOR_ALL, SOURCE, article, as_json, of
from .server import Answer

TEN_SECONDS = 10
JAVASCRIPT = "text/javascript; charset=utf-8"
GOOD = of(article(1), article(2), article(3))
LISTS = {
    "a 500 in HTML": Answer(b"<h1>Server Error (500)</h1>", status=500),
    "a 500 that may be read": Answer(b"<h1>Server Error</h1>", status=500, headers=FOR_ALL),
    "a 502 without a word": Answer(status=502),
    "a 403 of a firewall": Answer(b"<script>alert(1)</script>", status=403, headers=FOR_ALL),
    "unknown": as_json(
        {"error": {"code": "unknown_product", "message": "No product has this key."}}, status=404
    ),
    "asked too often": replace(as_json({"error": {}}, status=429), headers={**FOR_ALL, "Retry-After": "60"}),
    "an error that is a list": as_json([1, 2], status=400),
    "an error that is null": as_json(None, status=500),
    "an error whose message is an object": as_json({"error": {"message": {"a": 1}}}, status=500),
    "HTML with 200": Answer(b"<!doctype html><title>Under maintenance</title>", headers=FOR_ALL),
    "cut-off JSON": replace(GOOD, body=GOOD.body[: len(GOOD.body) // 2]),
    "a connection that ends early": replace(GOOD, cut=True),
    "not a word": Answer(b"", "application/json", headers=FOR_ALL),
    "nothing, said with 204": Answer(status=204, headers=FOR_ALL),
    "bytes that are no text": Answer(bytes(range(256)) * 40, "application/json", headers=FOR_ALL),
    "nobody else may read it": replace(GOOD, headers={}),
    "a redirect to the shop's neighbour": Answer(
        status=302, headers={**FOR_ALL, "Location": "http://127.0.0.1:9/api/"}
    ),
    "a redirect to itself": Answer(status=302, headers={**FOR_ALL, "Location": "?again"}),
    "null": as_json(None),
    "a number": as_json(5),
    "a text": as_json("articles"),
    "a list": as_json([article()]),
    "an object without articles": as_json({"count": 3}),
    "articles that are null": as_json({"articles": None}),
    "articles that are a text": as_json({"articles": "abc"}),
    "articles that are an object": as_json({"articles": {"0": article(), "length": 1}}),
    "no articles": of(),
    "articles of the wrong kinds": of(None, 1, "x", [], {}, True, [article()]),
    "articles without a title": of(
        article(title=None), article(title=""), article(title=" \n"), article(title=5)
    ),
    "articles without an address": of(
        article(url=None, section=None), article(url="", section=None), article(url="/blog/a/", section=None)
    ),
    "articles with an address nobody may follow": of(
        *(
            article(url=url, section={"title": "S", "url": url})
            for url in ("javascript:alert(1)", "data:,x", "//")
        )
    ),
    "five megabytes of something else": as_json({"articles": {"text": "x" * 5_000_000}}),
    "a nest a thousand deep": Answer(
        b'{"articles":' + b"[" * 1000 + b"]" * 1000 + b"}", "application/json", headers=FOR_ALL
    ),
    "a prototype": Answer(
        b'{"__proto__": {"articles": [{"title": "x"}]}}', "application/json", headers=FOR_ALL
    ),
    "ten seconds": replace(GOOD, after=TEN_SECONDS),
}
SCRIPTS = {
    "a 500": Answer(b"<h1>Server Error (500)</h1>", status=500),
    "a 404": Answer(b"<h1>Not found</h1>", status=404, headers=FOR_ALL),
    "HTML with 200": Answer(b"<!doctype html><title>Under maintenance</title>", headers=FOR_ALL),
    "another type": Answer(SOURCE.read_bytes(), "text/plain", headers=FOR_ALL),
    "nobody else may read it": Answer(SOURCE.read_bytes(), JAVASCRIPT),
    "not a word": Answer(b"", JAVASCRIPT, headers=FOR_ALL),
    "a connection that ends early": Answer(SOURCE.read_bytes(), JAVASCRIPT, headers=FOR_ALL, cut=True),
    "a redirect in a circle": Answer(status=302, headers={**FOR_ALL, "Location": "?again"}),
    "ten seconds": Answer(b"", JAVASCRIPT, headers=FOR_ALL, after=TEN_SECONDS),
}
