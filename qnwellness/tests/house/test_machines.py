"""Files, tasks, mail and static files are moved to other machines by variables alone."""

import json

import pytest
from django.core.exceptions import ImproperlyConfigured

from qnwellness.settings import machines

from .test_settings import ENOUGH, production

BUCKET = {
    "S3_BUCKET": "shop-media",
    "S3_ENDPOINT_URL": "https://s3.example",
    "MEDIA_HOST": "https://media.example/pictures/",
}
SHOW = """
import json
from django.core.files.storage import default_storage
print(json.dumps({
    "csp": settings.CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "media": default_storage.url("images/a.webp"),
    "static": settings.STATIC_URL,
    "tasks": settings.TASKS["default"]["BACKEND"],
    "mail": [settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS],
    "as": [settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD, settings.EMAIL_TIMEOUT],
    "from": settings.DEFAULT_FROM_EMAIL,
}))
"""
SELF = "'self'"


def shown(**env: str) -> dict:
    started = production(SHOW, **ENOUGH | env)
    assert started.returncode == 0, started.stderr
    return json.loads(started.stdout)


def test_without_them_everything_is_here() -> None:
    site = shown(S3_BUCKET="", MEDIA_HOST="", STATIC_HOST="", TASKS="", EMAIL_URL="", DEFAULT_FROM_EMAIL="")
    assert (site["media"], site["static"]) == ("/media/images/a.webp", "/static/")
    assert site["tasks"] == "django_tasks.backends.immediate.ImmediateBackend"
    assert {name: site["csp"][name] for name in ("script-src", "style-src", "font-src", "img-src")} == {
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
    }
    assert (site["from"], site["as"]) == ("no-reply@shop.example", ["", "", 2])


def test_each_host_is_allowed_what_it_serves_and_nothing_else() -> None:
    here = shown()["csp"]
    site = shown(**BUCKET, STATIC_HOST="https://cdn.example/", TASKS="database")
    media, static = "https://media.example", "https://cdn.example"
    assert site["media"] == f"{media}/pictures/images/a.webp"
    assert site["static"] == f"{static}/static/"
    assert site["tasks"] == "django_tasks_db.DatabaseBackend"
    widened = {name: sources for name, sources in site["csp"].items() if sources != here[name]}
    assert widened == {
        "script-src": [SELF, static],
        "style-src": [SELF, static],
        "font-src": [SELF, static],
        "img-src": [SELF, static, media],
    }


def test_mail_goes_where_its_address_says() -> None:
    site = shown(
        EMAIL_URL="smtp+tls://shop:p%40ss@mail.example:587",
        DEFAULT_FROM_EMAIL="QN Wellness <hello@shop.example>",
    )
    assert site["mail"] == ["django.core.mail.backends.smtp.EmailBackend", "mail.example", 587, True]
    assert site["as"] == ["shop", "p@ss", 2]
    assert site["from"] == "QN Wellness <hello@shop.example>"


@pytest.mark.parametrize(
    ("env", "named"),
    [
        ({"TASKS": "celery"}, "TASKS"),
        ({"STATIC_HOST": "cdn.example"}, "STATIC_HOST"),
        ({"STATIC_HOST": "https://cdn.example; script-src *"}, "STATIC_HOST"),
        ({"S3_BUCKET": "shop-media"}, "MEDIA_HOST"),
        ({"S3_BUCKET": "shop-media", "MEDIA_HOST": "media.example"}, "MEDIA_HOST"),
    ],
)
def test_says_what_it_cannot_use(env: dict[str, str], named: str) -> None:
    started = production("settings.DEBUG", **ENOUGH | env)
    assert started.returncode != 0
    assert f"ImproperlyConfigured: {named}" in started.stderr or f"needs {named}" in started.stderr


FRONT = "print(settings.WAGTAILFRONTENDCACHE, settings.FRONT_CACHE_HEADERS)"


def test_without_a_cache_in_front_none_is_told() -> None:
    assert production(FRONT, **ENOUGH).stdout.strip() == "{} ()"


@pytest.mark.parametrize(
    ("env", "words"),
    [
        ({"FRONT_CACHE": "varnish", "FRONT_CACHE_URL": "http://10.0.0.7:6081"}, "VarnishBackend"),
        ({"FRONT_CACHE": "fastly", "FASTLY_SERVICE": "s", "FASTLY_TOKEN": "t"}, "FastlyBackend"),
        ({"FRONT_CACHE": "cloudflare", "CLOUDFLARE_ZONE": "z", "CLOUDFLARE_TOKEN": "t"}, "Cache-Tag"),
    ],
)
def test_a_cache_in_front_is_told_by_keys(env: dict[str, str], words: str) -> None:
    assert words in production(FRONT, **ENOUGH | env).stdout


@pytest.mark.parametrize(
    ("env", "words"),
    [
        ({"FRONT_CACHE": "squid"}, "FRONT_CACHE must be one of varnish, fastly, cloudflare"),
        ({"FRONT_CACHE": "varnish"}, "needs more variables, for its location"),
        ({"FRONT_CACHE": "fastly", "FASTLY_SERVICE": "s"}, "needs more variables, for its token"),
    ],
)
def test_a_cache_in_front_that_cannot_be_told_is_refused(env: dict[str, str], words: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=words):
        machines.front_cache(_Env(env))


class _Env(dict):
    """Stands for the environment, as django-environ gives it."""

    def __call__(self, name: str, default: str) -> str:
        return self.get(name, default)
