"""What a site that is served to the world must not be started with."""

from collections.abc import Mapping

from django.core.exceptions import ImproperlyConfigured

# Django's own limits for a key (`manage.py check --deploy`, security.W009), and what keys that lie in public hold.
_LEAST_LENGTH, _LEAST_DIFFERENT = 50, 5
_PUBLIC = ("django-insecure-", "not-a-secret")
_OFF = {"", "0", "false", "no", "off"}
_MAKE_ONE = "Make one and keep it: python -c 'import secrets; print(secrets.token_urlsafe(50))'"


def refuse(environment: Mapping[str, str]) -> None:
    """Raise ImproperlyConfigured, saying what to do, where a key is no secret or errors would be shown to everybody."""
    key = environment.get("SECRET_KEY", "")
    if any(words in key for words in _PUBLIC):
        raise ImproperlyConfigured(f"SECRET_KEY is one that everybody can read. {_MAKE_ONE}")
    if len(key) < _LEAST_LENGTH or len(set(key)) < _LEAST_DIFFERENT:
        raise ImproperlyConfigured(
            f"SECRET_KEY can be guessed: it has fewer than {_LEAST_LENGTH} characters, or fewer than "
            f"{_LEAST_DIFFERENT} different ones. {_MAKE_ONE}"
        )
    for name in ("DEBUG", "DJANGO_DEBUG"):
        if environment.get(name, "").strip().lower() not in _OFF:
            raise ImproperlyConfigured(
                f"{name} is set. Production never shows errors to readers: unset it, or set "
                "DJANGO_SETTINGS_MODULE=qnwellness.settings.development on your own machine."
            )
