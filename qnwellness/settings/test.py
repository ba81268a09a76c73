"""Settings of the test suite: production's rules, without its machines."""

import atexit
import os
import shutil
import tempfile

# Never the caller's own data; each process of the suite has a folder that goes with it.
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="qnwellness-tests-")
os.environ["SECRET_KEY"] = "tests-only-not-a-secret"  # noqa: S105 - signs nothing that lasts
os.environ["SITE_URL"] = "http://testserver"
# Beside each other, processes share a Redis server, but no database of it: each empties its own.
if os.environ.get("REDIS_URL"):
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    os.environ["REDIS_URL"] = f"{os.environ['REDIS_URL'].rstrip('/')}/{worker}"
os.environ.pop("ALLOWED_HOSTS", None)
os.environ.pop("CATALOGUE_HOSTS", None)
os.environ.pop("IMPORT_PICTURE_HOSTS", None)
os.environ.pop("TIME_ZONE", None)

from .base import *  # noqa: F403 - relaxes the base
from .base import CACHES, DATA_DIR, INSTALLED_APPS

atexit.register(shutil.rmtree, DATA_DIR, ignore_errors=True)

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
# A busy machine is no Redis that hangs.
for cache in CACHES.values():
    if "Redis" in cache["BACKEND"]:
        cache["OPTIONS"] = {"socket_timeout": 5, "socket_connect_timeout": 5}
# A test does not wait for what it has changed.
ANSWERS_LOOK_EVERY = 0
# A line for every page a test makes would bury what a failing test says.
LOGGING = {"version": 1, "disable_existing_loggers": False, "root": {"level": "WARNING"}}
