"""A database that can be spoilt: a copy of the tests' own, on SQLite and on PostgreSQL, whose writes are committed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from copy import deepcopy
from pathlib import Path

from django.core.cache import caches
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


@contextmanager
def copied(folder: Path) -> Iterator[BaseDatabaseWrapper]:
    """Yield a connection to a copy of the tests' database as it is while no test runs, and delete it afterwards."""
    origin = connections["default"]
    copy = origin.copy("default")
    copy.settings_dict = deepcopy(origin.settings_dict)
    if origin.vendor == "sqlite":
        copy.settings_dict["NAME"] = str(folder / "copy.sqlite3")
        origin.ensure_connection()
        with closing(sqlite3.connect(copy.settings_dict["NAME"])) as file:
            origin.connection.backup(file)
        yield copy
        return
    name = copy.settings_dict["NAME"] = f"{origin.settings_dict['NAME']}_copy"
    origin.close()
    with origin._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{origin.settings_dict["NAME"]}"')
    yield copy
    with origin._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def working_on(copy: BaseDatabaseWrapper) -> Iterator[None]:
    """Let everything work on a copy."""
    origin = connections["default"]
    connections["default"] = copy
    for name in caches:
        caches[name].clear()
    try:
        yield
    finally:
        copy.close()
        connections["default"] = origin
        for name in caches:
            caches[name].clear()
