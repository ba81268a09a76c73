"""Where files lie, where tasks run and how mail goes out: what differs when one machine is not enough.

Each function reads its own variables and returns what Django's settings take.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environ import Env

_FILES = "django.core.files.storage.FileSystemStorage"
_S3 = "storages.backends.s3.S3Storage"
_HOST = re.compile(r"[A-Za-z0-9.-]+(:\d+)?")
_TASKS = {
    "": "django_tasks.backends.immediate.ImmediateBackend",
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
# Nobody waits longer for an engine that may be gone.
_SEARCH_SECONDS = 2
_SURROGATE = ("Surrogate-Control", "Surrogate-Key", " ")
# Which backend tells it, and what it reads.
_FRONT_CACHES: dict[str, tuple[str, tuple[str, ...]]] = {
    "varnish": ("VarnishBackend", _SURROGATE),
    "fastly": ("FastlyBackend", _SURROGATE),
    "cloudflare": ("CloudflareBackend", ("Cloudflare-CDN-Cache-Control", "Cache-Tag", ",")),
}
# A page waits no longer for a bucket than this, in seconds, twice at most.
_S3_SECONDS = 5


def origin(address: str, variable: str) -> str:
    """Return what a content security policy calls the host of an address: `https://cdn.example`, or nothing for none.

    Raises ImproperlyConfigured, which names the variable, where this is no address of the web.
    """
    if not address:
        return ""
    parts = urlsplit(address)
    if (
        parts.scheme not in ("http", "https")
        or not _HOST.fullmatch(parts.netloc)
        or parts.query
        or parts.fragment
    ):
        raise ImproperlyConfigured(
            f"{variable} must be an address such as https://cdn.example, not {address!r}."
        )
    return f"{parts.scheme}://{parts.netloc}"


def media(env: Env) -> tuple[str, str, dict[str, Any]]:
    """Return the default storage, the origin its pictures are shown from (empty where that is this site), and the
    settings it reads.

    They are settings and no options of the storage: tasks that delete a file are stored with the storage's options,
    and no key may lie in the database. Raises ImproperlyConfigured where a bucket is named and nothing says at which
    address readers find what is in it.
    """
    bucket = env("S3_BUCKET", default="")
    address = env("MEDIA_HOST", default="").rstrip("/")
    if not bucket:
        return _FILES, "", {}
    shown_from = origin(address, "MEDIA_HOST")
    if not shown_from:
        raise ImproperlyConfigured("S3_BUCKET needs MEDIA_HOST: the address readers get its pictures from.")
    scheme, _separator, host = address.partition("://")
    return (
        _S3,
        shown_from,
        {
            "AWS_STORAGE_BUCKET_NAME": bucket,
            "AWS_S3_ENDPOINT_URL": env("S3_ENDPOINT_URL", default="") or None,
            "AWS_S3_REGION_NAME": env("S3_REGION", default="") or None,
            # Without them boto3 looks where it always does, as for the role of a machine.
            "AWS_S3_ACCESS_KEY_ID": env("S3_ACCESS_KEY_ID", default="") or None,
            "AWS_S3_SECRET_ACCESS_KEY": env("S3_SECRET_ACCESS_KEY", default="") or None,
            "AWS_S3_CUSTOM_DOMAIN": host,
            "AWS_S3_URL_PROTOCOL": f"{scheme}:",
            # What is public says the bucket's policy: a signed address would be another one each time.
            "AWS_QUERYSTRING_AUTH": False,
            # As on disk: another upload of the same name is another file.
            "AWS_S3_FILE_OVERWRITE": False,
            "AWS_S3_OBJECT_PARAMETERS": {"CacheControl": "public, max-age=86400"},
            "AWS_S3_CLIENT_CONFIG": _client(),
        },
    )


def _client() -> Any:
    from botocore.config import Config

    return Config(
        connect_timeout=_S3_SECONDS,
        read_timeout=_S3_SECONDS,
        retries={"total_max_attempts": 2, "mode": "standard"},
        signature_version="s3v4",
        # Any server that speaks S3 understands this; names of buckets need no DNS.
        s3={"addressing_style": "path"},
        # Checksums of newer kinds are refused by older servers.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )


def tasks(env: Env) -> dict[str, Any]:
    """Return the task backend: at once in the process that asks, or `database`, from where workers take tasks.

    Raises ImproperlyConfigured for any other name.
    """
    name = env("TASKS", default="")
    if name not in _TASKS:
        raise ImproperlyConfigured(f"TASKS must be 'immediate' or 'database', not {name!r}.")
    return {"default": {"BACKEND": _TASKS[name]}}


def mail(env: Env) -> dict[str, Any]:
    """Return Django's settings of how mail goes out: `EMAIL_HOST` and its like."""
    return dict(env.email("EMAIL_URL") if env("EMAIL_URL", default="") else {})


def search(env: Env) -> dict[str, Any]:
    """Return Wagtail's settings of the engine that searches: the database, or OpenSearch where it has an address.

    Raises ImproperlyConfigured where that is no address of the web.
    """
    address = env("OPENSEARCH_URL", default="").rstrip("/")
    if not address:
        return {"default": {"BACKEND": "qnwellness.search.backend", "SEARCH_CONFIG": "simple"}}
    parts = urlsplit(address)
    # A password may stand in it.
    origin(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}", "OPENSEARCH_URL")
    return {
        "default": {
            "BACKEND": "wagtail.search.backends.opensearch3",
            "URLS": [address],
            "INDEX_PREFIX": env("OPENSEARCH_PREFIX", default="") or "qnwellness_",
            "TIMEOUT": _SEARCH_SECONDS,
            "OPTIONS": {"max_retries": 0},
        }
    }


def front_cache(env: Env) -> tuple[dict[str, dict[str, str]], tuple[str, ...]]:
    """Return Wagtail's settings of the cache in front, and the headers it reads; nothing where there is none.

    The headers are for how long it may keep an answer and by which keys it drops it; then what stands between keys.
    Raises ImproperlyConfigured for a cache nobody knows, or one that cannot be told without more variables.
    """
    name = env("FRONT_CACHE", default="")
    if not name:
        return {}, ()
    if name not in _FRONT_CACHES:
        raise ImproperlyConfigured(f"FRONT_CACHE must be one of {', '.join(_FRONT_CACHES)}, not {name!r}.")
    needed: dict[str, dict[str, str]] = {
        "varnish": {"LOCATION": env("FRONT_CACHE_URL", default="")},
        "fastly": {"SERVICE": env("FASTLY_SERVICE", default=""), "TOKEN": env("FASTLY_TOKEN", default="")},
        "cloudflare": {
            "ZONE": env("CLOUDFLARE_ZONE", default=""),
            "TOKEN": env("CLOUDFLARE_TOKEN", default=""),
        },
    }
    given = needed[name]
    if missing := [parameter for parameter, value in given.items() if not value]:
        raise ImproperlyConfigured(
            f"FRONT_CACHE={name} needs more variables, for its {' and '.join(missing).lower()}: "
            "docs/operators.md names them."
        )
    backend, headers = _FRONT_CACHES[name]
    return {"default": {"BACKEND": f"qnwellness.answers.front_backends.{backend}", **given}}, headers
