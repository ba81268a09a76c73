"""Databases that can be spoilt: copies of the tests' own, made quickly, on SQLite and on PostgreSQL."""

import sqlite3
from contextlib import closing
from copy import deepcopy
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.core.signals import setting_changed
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


class Template:
    """The tests' own database as it is when no test runs, to make copies of."""

    def __init__(self, folder: Path) -> None:
        """Take it; only while nothing is open on it."""
        self.folder, self.origin = folder, connections["default"]
        self.name = f"{self.origin.settings_dict['NAME']}_template"
        self._names: list[str] = []
        if self.origin.vendor == "sqlite":
            with closing(sqlite3.connect(folder / "template.sqlite3")) as copy:
                self.origin.ensure_connection()
                self.origin.connection.backup(copy)
        else:
            self.origin.close()
            self._copy(self.origin.settings_dict["NAME"], self.name)

    def copied(self, number: int) -> BaseDatabaseWrapper:
        """Return a connection to a new copy."""
        copy = self.origin.copy("default")
        copy.settings_dict = deepcopy(self.origin.settings_dict)
        if self.origin.vendor == "sqlite":
            path = self.folder / f"copy-{number}.sqlite3"
            path.write_bytes((self.folder / "template.sqlite3").read_bytes())
            copy.settings_dict["NAME"] = str(path)
        else:
            copy.settings_dict["NAME"] = f"{self.name}_{number}"
            self._copy(self.name, copy.settings_dict["NAME"])
        return copy

    def end(self) -> None:
        """Delete all copies."""
        for name in reversed(self._names):
            with self.origin._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _copy(self, origin: str, name: str) -> None:
        self._names.append(name)
        with self.origin._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{origin}"')


class Copies:
    """Has everything work on copies of a template, one after another, each with an empty folder for pictures."""

    _count = 0

    def __init__(self, template: Template, folder: Path) -> None:
        self._template, self._folder = template, folder
        self._origin, self._media = connections["default"], settings.MEDIA_ROOT

    def fresh(self) -> None:
        """Go on with a new copy."""
        Copies._count += 1
        self._use(str(self._folder / f"media-{self._count}"))
        if connections["default"] is not self._origin:
            connections["default"].close()
        connections["default"] = self._template.copied(self._count)

    def end(self) -> None:
        """Go back to the database of the tests."""
        if connections["default"] is not self._origin:
            connections["default"].close()
        connections["default"] = self._origin
        self._use(self._media)

    def _use(self, media: str) -> None:
        settings.MEDIA_ROOT = media
        setting_changed.send(sender=type(self), setting="MEDIA_ROOT", value=media, enter=True)
        for name in caches:
            caches[name].clear()
