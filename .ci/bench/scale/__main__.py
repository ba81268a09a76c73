"""What grows with the site: 1,000, 10,000 and 100,000 articles, made and measured: `python .ci/bench/scale`.

Fills a database of its own, which is deleted at the end: a file below DATA_DIR (a temporary folder without), or beside
the one DATABASE_URL names. Everything is made anew each time it is measured: nothing that is kept answers. Prints a
table and writes it to `docs/bench-scale.txt`; the exit status is 1 where something grows more than promised. Times are
of one run on one machine: only ratios mean something elsewhere. `FEWER=10` makes a tenth of each, for a try.
"""

import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / ".ci/measure")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qnwellness.settings.test")


def main() -> int:
    """Measure, print the figures, and return the exit status: 1 where a promise is broken."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=_folder()) as folder:
        import django
        from django.conf import settings

        django.setup()
        settings.DATABASES["default"].setdefault("TEST", {})
        settings.ANSWERS_LOOK_EVERY = 3600
        from django.db import connection

        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "bench.sqlite3")
        name = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            from measuring import measure

            return measure(Path(folder), 1 / int(os.environ.get("FEWER") or 1))
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)


def _folder() -> str | None:
    folder = os.environ.get("DATA_DIR")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    sys.exit(main())
