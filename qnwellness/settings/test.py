"""Settings of the test suite: production's rules, without its machines."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "tests-only-not-a-secret")
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="qnwellness-tests-"))
os.environ.setdefault("SITE_URL", "http://testserver")

from .production import *  # noqa: E402, F403 - relaxes the base
from .production import INSTALLED_APPS  # noqa: E402

INSTALLED_APPS = ["qnwellness.demo", *INSTALLED_APPS]
ALLOWED_HOSTS = ["*"]
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "qnwellness.content.stylesheets.FreshStaticFilesStorage"},
}
