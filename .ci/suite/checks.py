"""What is checked without running a test: (title, command, environment)."""

_PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "qnwellness.settings.production",
    "SECRET_KEY": "checks-only-and-long-enough-for-the-checks-0123456789",
    "SITE_URL": "https://shop.example",
}

STYLE = [
    ("Style (ruff check)", ["ruff", "check", "."], {}),
    ("Format (ruff format)", ["ruff", "format", "--check", "."], {}),
    ("Templates (djlint)", ["djlint", "--lint", "--quiet", "templates"], {}),
    ("Who imports whom (import-linter)", ["lint-imports"], {}),
    ("Types of the pure rooms (mypy)", ["mypy"], {}),
]
CHECKS = [
    ("Django's checks", ["python", "manage.py", "check", "--fail-level", "WARNING"], {}),
    (
        "No migration is missing",
        ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
        {},
    ),
    (
        "Production's checks",
        ["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        _PRODUCTION,
    ),
]
