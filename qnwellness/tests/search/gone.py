"""A search engine on a machine that refuses to be spoken to."""

import socket
from typing import Any, NoReturn

from modelsearch.backends.base import BaseSearchBackend


def speak() -> NoReturn:
    """Do what the client of an engine does first. Nobody listens on port 1."""
    with socket.create_connection(("127.0.0.1", 1), 1):
        raise AssertionError("somebody listens on port 1")


class Results:
    """Speaks to the engine when it is read, as results of engines do."""

    def __getitem__(self, part: slice) -> "Results":
        return self

    def __iter__(self) -> NoReturn:
        speak()


class GoneSearchBackend(BaseSearchBackend):
    """Promises what engines of other machines do: failures to index are logged and not raised."""

    catch_indexing_errors = True

    def search(self, *args: Any, **kwargs: Any) -> Results:
        return Results()

    autocomplete = search

    def add(self, obj: Any) -> None:
        speak()

    def add_bulk(self, model: type, objects: Any) -> None:
        speak()

    delete = add
