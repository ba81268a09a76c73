"""How long related articles take with 100,000 articles, against 1,000: at most 1.2 times.

Fills a database of its own, which is deleted at the end: a file below DATA_DIR (a temporary folder without), or beside
the one DATABASE_URL names. Times are medians over a yardstick measured in turn: as many articles read by their
ids, which no number of other articles makes slower.
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qnwellness.settings.test")


def main() -> int:
    """Measure, print the figures, and return the exit status: 1 where a promise is broken."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=_folder()) as folder:
        import django
        from django.conf import settings

        django.setup()
        settings.DATABASES["default"].setdefault("TEST", {})
        from django.db import connection

        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "bench.sqlite3")
        name = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            from measuring import measure

            return measure()
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)


def _folder() -> str | None:
    folder = os.environ.get("DATA_DIR")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    sys.exit(main())
