"""Wagtail's frontend caches, told by keys instead of addresses."""

import json
from http.client import HTTPException
from typing import Any
from urllib.parse import quote
from urllib.request import Request, urlopen

from wagtail.contrib.frontend_cache.backends import BaseBackend

SECONDS = 2


class NotPurged(Exception):
    """A cache could not be told what to drop."""


class KeysBackend(BaseBackend):
    """A cache that drops answers by keys."""

    most_at_once = 100

    def purge_keys(self, keys: list[str]) -> None:
        """Drop all answers that have one of these keys. Raises NotPurged where the cache cannot be told."""
        for start in range(0, len(keys), self.most_at_once):
            self._send(self.request(keys[start : start + self.most_at_once]))

    def request(self, keys: list[str]) -> Request:
        """Return the request that drops some keys."""
        raise NotImplementedError

    def _send(self, request: Request) -> None:
        try:
            with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - addresses are the operator's
                self.check(answer.read())
        except (OSError, HTTPException, ValueError) as problem:
            raise NotPurged(str(problem)) from problem

    def check(self, answer: bytes) -> None:
        """Raise ValueError where an answer says that nothing was dropped."""


class VarnishBackend(KeysBackend):
    """Varnish with the rules of `docs/varnish.vcl`. `LOCATION` is its address, as this machine reaches it."""

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._location = params["LOCATION"].rstrip("/")

    def request(self, keys: list[str]) -> Request:
        """Return a request with the method PURGEKEYS that names them in a header, as a pattern."""
        return Request(  # noqa: S310 - the operator's address
            f"{self._location}/", method="PURGEKEYS", headers={"Purge-Keys": "|".join(keys)}
        )


class FastlyBackend(KeysBackend):
    """Fastly: https://www.fastly.com/documentation/reference/api/purging/ ("Purge by surrogate keys", up to 256)."""

    most_at_once = 256
    api = "https://api.fastly.com"

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._service, self._token = params["SERVICE"], params["TOKEN"]
        self.api = params.get("API", self.api)

    def request(self, keys: list[str]) -> Request:
        """Return the call that purges keys of a service."""
        return Request(  # noqa: S310 - a constant, or the operator's address
            f"{self.api}/service/{quote(self._service, safe='')}/purge",
            method="POST",
            data=json.dumps({"surrogate_keys": keys}).encode(),
            headers={
                "Fastly-Key": self._token,
                "Content-Type": "application/json",
                "Accept": "application/json",
            },
        )


class CloudflareBackend(KeysBackend):
    """Cloudflare: https://developers.cloudflare.com/api/resources/cache/methods/purge/ ("tags", up to 100 a call)."""

    most_at_once = 100
    api = "https://api.cloudflare.com/client/v4"

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._zone, self._token = params["ZONE"], params["TOKEN"]
        self.api = params.get("API", self.api)

    def request(self, keys: list[str]) -> Request:
        """Return the call that purges tags of a zone."""
        return Request(  # noqa: S310 - a constant, or the operator's address
            f"{self.api}/zones/{quote(self._zone, safe='')}/purge_cache",
            method="POST",
            data=json.dumps({"tags": keys}).encode(),
            headers={"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"},
        )

    def check(self, answer: bytes) -> None:
        """Raise ValueError unless it says so: an error may come with a good status."""
        said = json.loads(answer)
        if not (isinstance(said, dict) and said.get("success") is True):
            raise ValueError(f"Cloudflare answered: {answer[:200]!r}")
