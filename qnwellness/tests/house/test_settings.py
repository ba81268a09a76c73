"""Production is safe by default, and says what it needs."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from qnwellness.settings.refusals import refuse

from .files import ROOT

SETTINGS = ROOT / "qnwellness/settings"
ENOUGH = {
    "SECRET_KEY": "long-enough-for-a-test-0123456789-abcdefghijklmnop",
    "SITE_URL": "https://shop.example",
}
NAMES = (
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "DATA_DIR",
    "EMAIL_URL",
    "MEDIA_HOST",
    "REDIS_URL",
    "S3_BUCKET",
    "SECRET_KEY",
    "SITE_URL",
    "STATIC_HOST",
    "TASKS",
    "TIME_ZONE",
)


def production(code: str, **env: str) -> subprocess.CompletedProcess:
    """Run code with production's settings and nothing in the environment but `env`."""
    clean = {name: value for name, value in os.environ.items() if name not in NAMES}
    clean["DJANGO_SETTINGS_MODULE"] = "qnwellness.settings.production"
    program = f"from django.conf import settings\n{code}"
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=clean | env, capture_output=True, text=True, timeout=60
    )


class TestProduction:
    def test_refuses_to_start_without_a_secret_key(self) -> None:
        started = production("settings.DEBUG", SITE_URL="https://shop.example")
        assert started.returncode != 0
        assert "SECRET_KEY" in started.stderr

    def test_refuses_an_empty_secret_key(self) -> None:
        assert production("settings.SECRET_KEY", **ENOUGH | {"SECRET_KEY": ""}).returncode != 0

    @pytest.mark.parametrize(
        ("env", "words"),
        [
            ({"SECRET_KEY": "development-only-not-a-secret" * 3}, "everybody can read"),
            ({"SECRET_KEY": "tests-only-not-a-secret"}, "everybody can read"),
            ({"SECRET_KEY": "django-insecure-0123456789-abcdefghijklmnopqrstuvwxyz"}, "everybody can read"),
            ({"SECRET_KEY": "short"}, "can be guessed"),
            ({"SECRET_KEY": "abab" * 20}, "can be guessed"),
            ({"DEBUG": "true"}, "DEBUG is set"),
            ({"DJANGO_DEBUG": "1"}, "DJANGO_DEBUG is set"),
        ],
    )
    def test_refuses_what_is_only_good_for_ones_own_machine(self, env: dict[str, str], words: str) -> None:
        with pytest.raises(ImproperlyConfigured, match=words):
            refuse(ENOUGH | env)

    def test_does_not_start_with_it_either(self) -> None:
        started = production("settings.DEBUG", **ENOUGH | {"DEBUG": "yes"})
        assert started.returncode != 0
        assert "DEBUG is set" in started.stderr

    def test_starts_with_debug_off(self) -> None:
        refuse(ENOUGH | {"DEBUG": "false"})

    def test_starts_with_a_secret_key(self) -> None:
        assert production("assert settings.DEBUG is False", **ENOUGH).returncode == 0

    def test_makes_no_folder(self, tmp_path: Path) -> None:
        production("settings.DATA_DIR", DATA_DIR=str(tmp_path / "data"), **ENOUGH)
        assert list(tmp_path.iterdir()) == []

    def test_answers_at_the_host_of_its_own_address(self) -> None:
        started = production("print(settings.ALLOWED_HOSTS)", **ENOUGH)
        assert started.stdout.strip() == "['shop.example']"

    def test_takes_an_empty_variable_for_none(self) -> None:
        code = "print(settings.DATA_DIR, settings.DATABASES['default']['NAME'])"
        empty = {name: "" for name in NAMES if name not in ENOUGH}
        data = ROOT / "var"
        assert production(code, **empty, **ENOUGH).stdout.split() == [str(data), str(data / "db.sqlite3")]

    def test_does_not_carry_the_demo(self) -> None:
        started = production("assert 'qnwellness.demo' not in settings.INSTALLED_APPS", **ENOUGH)
        assert started.returncode == 0


def test_operators_can_look_every_variable_up() -> None:
    read = set()
    # Those of tests are the suite's own.
    for path in sorted(set(SETTINGS.glob("*.py")) - {SETTINGS / "test.py"}):
        read |= set(
            re.findall(
                r'env(?:iron\.get)?(?:\.\w+)?\(\s*"([A-Z][A-Z0-9_]+)"', path.read_text(encoding="utf-8")
            )
        )
    guide = (ROOT / "docs/operators.md").read_text(encoding="utf-8")
    # Set by what runs the tests, and by no operator.
    read.discard("PYTEST_XDIST_WORKER")
    assert read >= set(NAMES)
    assert [name for name in sorted(read) if f"`{name}`" not in guide] == []
