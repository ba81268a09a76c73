"""Settings for one's own machine: `make run` uses them."""

import os

os.environ.setdefault("SECRET_KEY", "development-only-not-a-secret")
os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}")

from .production import *  # noqa: E402, F403 - relaxes the base
from .production import INSTALLED_APPS  # noqa: E402

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
