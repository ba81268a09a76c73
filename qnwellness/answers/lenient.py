"""A shared cache in Redis that nobody has to wait for: a page is never worse for its being gone, only slower.

Where Redis does not answer in a fifth of a second, nothing is found and nothing is kept, and for a while it is not
asked again. Once it answers again it is emptied if anything was to be written or deleted meanwhile: an old value that
should have gone must not come back. It needs a database of Redis of its own.
"""

import logging
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

logger = logging.getLogger(__name__)

# Seconds an answer may take, and for which nothing is asked after none came.
TIMEOUT = 0.2
PAUSE = 2.0


@dataclass
class _Line:
    """What this process knows of one server: when it failed last, and whether it has missed a change since."""

    failed_at: float = float("-inf")
    is_down: bool = False
    has_missed: bool = False


_lines: dict[str, _Line] = {}


class LenientRedisCache(RedisCache):
    """Django's cache in Redis, whose failures are no errors."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        # Tried once: who waits longer for a cache than for the database would be better off without it.
        hurry = {
            "socket_timeout": TIMEOUT,
            "socket_connect_timeout": TIMEOUT,
            "retry": Retry(NoBackoff(), 0),
        }
        super().__init__(server, {**params, "OPTIONS": {**hurry, **params.get("OPTIONS", {})}})
        self._line = _lines.setdefault(f"{server} {self.key_prefix}", _Line())

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self._read(super().get, default, key, default, version)

    def get_many(self, keys: Iterable[Any], version: int | None = None) -> dict[Any, Any]:
        return self._read(super().get_many, {}, keys, version)

    def has_key(self, key: Any, version: int | None = None) -> bool:
        return self._read(super().has_key, False, key, version)

    def add(self, key: Any, value: Any, *args: Any, **kwargs: Any) -> bool:
        # Who adds first goes on; nobody knows who that is, so everybody does.
        return self._write(super().add, True, key, value, *args, **kwargs)

    def set(self, key: Any, value: Any, *args: Any, **kwargs: Any) -> None:
        self._write(super().set, None, key, value, *args, **kwargs)

    def set_many(self, data: Mapping[Any, Any], *args: Any, **kwargs: Any) -> list[Any]:
        return self._write(super().set_many, list(data), data, *args, **kwargs)

    def touch(self, key: Any, *args: Any, **kwargs: Any) -> bool:
        return self._write(super().touch, False, key, *args, **kwargs)

    def delete(self, key: Any, version: int | None = None) -> bool:
        return self._write(super().delete, False, key, version)

    def delete_many(self, keys: Iterable[Any], version: int | None = None) -> None:
        self._write(super().delete_many, None, list(keys), version)

    def clear(self) -> bool:
        return self._write(super().clear, False)

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        # As for a key that is not there, which is what a cache may always say.
        counted = self._write(super().incr, None, key, delta, version)
        if counted is None:
            raise ValueError(f"Key '{key}' not found")
        return counted

    def answers(self) -> bool:
        """Tell whether Redis answers now, or has a moment ago failed to."""
        return self._read(lambda: self._cache.get_client(None).ping(), False)

    def _read(self, ask: Callable[..., Any], otherwise: Any, *args: Any) -> Any:
        return self._ask(ask, otherwise, args, {}, is_change=False)

    def _write(self, ask: Callable[..., Any], otherwise: Any, *args: Any, **kwargs: Any) -> Any:
        return self._ask(ask, otherwise, args, kwargs, is_change=True)

    def _ask(
        self,
        ask: Callable[..., Any],
        otherwise: Any,
        args: Iterable[Any],
        kwargs: Mapping[str, Any],
        *,
        is_change: bool,
    ) -> Any:
        line = self._line
        if time.monotonic() - line.failed_at < PAUSE:
            line.has_missed |= is_change
            return otherwise
        try:
            if line.has_missed:
                super().clear()
                line.has_missed = False
            answer = ask(*args, **kwargs)
        except (RedisError, OSError) as problem:
            line.has_missed |= is_change
            self._note_failure(problem)
            return otherwise
        if line.is_down:
            line.is_down = False
            logger.warning("Redis answers again.")
        return answer

    def _note_failure(self, problem: Exception) -> None:
        line = self._line
        line.failed_at = time.monotonic()
        if not line.is_down:
            line.is_down = True
            logger.error("Redis does not answer; the site goes on without it, more slowly. %s", problem)
