"""Settings for one's own machine: `make run` uses them."""

import os

os.environ.setdefault("SECRET_KEY", "development-only-not-a-secret")
os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{os.environ.get('PORT') or '8000'}")

from .base import *  # noqa: F403 - relaxes the base
from .base import DATA_DIR, INSTALLED_APPS

# SQLite makes its file, but not the folder it lies in.
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = True
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["qnwellness.demo", *INSTALLED_APPS]
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "qnwellness.content.stylesheets.FreshStaticFilesStorage"},
}
