"""Settings as strict as in production: the modules of development and tests only relax them.

Everything that differs between machines comes from the environment (docs/operators.md lists it).
"""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from . import machines
from .scripts import SCRIPTS  # noqa: F401 - a setting
from .stylesheets import STYLESHEETS  # noqa: F401 - a setting

PROJECT_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()

# A variable that is set and empty counts as not set.
DATA_DIR = Path(env("DATA_DIR", default="") or PROJECT_DIR / "var").absolute()
DEBUG = False
SECRET_KEY = env("SECRET_KEY")
SITE_URL = (env("SITE_URL", default="") or "http://localhost:8000").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[]) or [urlsplit(SITE_URL).hostname or "localhost"]

INSTALLED_APPS = [
    "qnwellness.home",
    "qnwellness.search",
    "blog",
    "products",
    "qnwellness.images",
    "qnwellness.content",
    "qnwellness.answers",
    "qnwellness.health",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    # Always, so that its tables are there on the day TASKS is set.
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # Before all that looks at who asks.
    "qnwellness.answers.middleware.kept_answers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "qnwellness.urls"
WSGI_APPLICATION = "qnwellness.wsgi.application"

TEMPLATES = [
    {
        # The project's own folder comes first: it replaces a few of Wagtail's templates.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
_sqlite = {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA_DIR / "db.sqlite3"}
DATABASES = {"default": env.db_url("DATABASE_URL") if env("DATABASE_URL", default="") else _sqlite}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Autosave writes while pages are read; without these SQLite answers "database is locked".
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    INSTALLED_APPS.append("django.contrib.postgres")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_redis_url = env("REDIS_URL", default="")


def _cache(name: str, timeout: int, entries: int) -> dict[str, object]:
    """Return a cache of its own: shared by all workers where there is Redis, in each worker otherwise."""
    if _redis_url:
        redis = "qnwellness.answers.lenient.LenientRedisCache"
        return {"BACKEND": redis, "LOCATION": _redis_url, "KEY_PREFIX": name, "TIMEOUT": timeout}
    local = "django.core.cache.backends.locmem.LocMemCache"
    return {"BACKEND": local, "LOCATION": name, "TIMEOUT": timeout, "OPTIONS": {"MAX_ENTRIES": entries}}


CACHES = {
    "default": _cache("default", timeout=300, entries=1_000),
    # A long article alone has some two hundred sizes and formats of pictures.
    "renditions": _cache("renditions", timeout=86_400, entries=20_000),
}
# Requests a minute and address for related articles that have to be looked up; addresses and networks that may ask
# without a limit, as a shop's own server does; and the proxies whose word on who is asking is believed.
SHOP_API_RATE = env.int("SHOP_API_RATE", default=600)
SHOP_API_UNLIMITED = env.list("SHOP_API_UNLIMITED", default=[])
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])
# How many seconds a process may not have heard of a change.
ANSWERS_LOOK_EVERY = 0.5
# After how many seconds an answer is made again though nothing is known to have changed: what ends by the hour, or is
# changed by hand in the database, leaves no other trace.
ANSWERS_LONGEST = 60.0
# How many bytes of answers each process keeps, and as many again for readers who are logged in.
ANSWERS_BYTES = env.int("ANSWERS_MEGABYTES", default=32) * 1_000_000
# The only parameters that may change a page; of these addresses all of them may.
ANSWERS_PARAMETERS = frozenset({"page"})
ANSWERS_WITH_ALL_PARAMETERS = ("/api/", "/embed/", "/search/", "/sitemap.xml")
# Addresses that say the same to whoever asks, logged in or not; and those below which no whole answer is kept: what
# is found by searching differs with every question.
ANSWERS_FOR_SHOPS = ("/api/", "/embed/")
ANSWERS_NOT_BELOW = ("/admin/", "/documents/", "/search/", "/healthz", "/readyz")
# A cache in front that is told which answers to drop, and the headers it reads: for how long it may give an answer
# away, by which keys to drop it, and what stands between them.
WAGTAILFRONTENDCACHE, FRONT_CACHE_HEADERS = machines.front_cache(env)
TASKS = machines.tasks(env)

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [PROJECT_DIR / "qnwellness" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env("TIME_ZONE", default="") or "Asia/Singapore"

# Static files may be fetched through another host, which asks this site for them.
STATIC_HOST = env("STATIC_HOST", default="").rstrip("/")
STATIC_ORIGIN = machines.origin(STATIC_HOST, "STATIC_HOST")
STATIC_URL = f"{STATIC_HOST}/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_FINDERS = [
    "qnwellness.content.stylesheets.StylesheetFinder",
    "qnwellness.content.scripts.ScriptFinder",
    "qnwellness.content.scripts.AppFinder",
    "qnwellness.content.scripts.FolderFinder",
]
STATICFILES_DIRS = [PROJECT_DIR / "qnwellness" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
# What waits to be imported; no address leads here.
IMPORTS_ROOT = DATA_DIR / "imports"
_files, MEDIA_ORIGIN, _bucket = machines.media(env)
vars().update(_bucket)
STORAGES = {
    "default": {"BACKEND": _files},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_SSL_REDIRECT = SITE_URL.startswith("https://")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
# The editor shows previews of pages in a frame of its own origin.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # asks for DENY

# Public pages run no inline script and no inline style. The admin cannot be served so strictly: several
# of Wagtail's own screens carry inline scripts, so it is excluded here.
_static_sources = [SELF, *filter(None, [STATIC_ORIGIN])]
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/", "/django-admin/"],
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": _static_sources,
        "style-src": _static_sources,
        "img-src": [*_static_sources, *filter(None, [MEDIA_ORIGIN])],
        "font-src": _static_sources,
        "connect-src": [SELF],
        # Players of videos, once a reader presses play.
        "frame-src": ["https://www.youtube-nocookie.com", "https://player.vimeo.com"],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "object-src": [NONE],
    },
}

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# As many as an import in the admin takes at once.
DATA_UPLOAD_MAX_NUMBER_FILES = 500

# The hosts the shop's catalogue may be fetched from, separated by commas. Without one nothing is ever fetched.
CATALOGUE_HOSTS = [host.strip() for host in env.list("CATALOGUE_HOSTS", default=[]) if host.strip()]
# How many minutes lie between two fetches, where the shop's settings ask for it.
CATALOGUE_EVERY = int(env("CATALOGUE_EVERY", default="") or 60)

# The hosts pictures of imported articles may be fetched from, separated by commas. Without one nothing is ever fetched.
IMPORT_PICTURE_HOSTS = [host.strip() for host in env.list("IMPORT_PICTURE_HOSTS", default=[]) if host.strip()]

# Where lists of related articles that have changed may be told of, and what the messages are signed with.
WEBHOOK_HOSTS = [host.strip() for host in env.list("WEBHOOK_HOSTS", default=[]) if host.strip()]
WEBHOOK_SECRET = env("WEBHOOK_SECRET", default="")

# The shop whose products get their lists as a metafield (my-brand.myshopify.com), and what lets us in: the client id
# and secret of an app that may read and write products, or the token of one that was made before 2026.
SHOPIFY_SHOP = env("SHOPIFY_SHOP", default="").strip().lower()
SHOPIFY_CLIENT_ID = env("SHOPIFY_CLIENT_ID", default="").strip()
SHOPIFY_CLIENT_SECRET = env("SHOPIFY_CLIENT_SECRET", default="").strip()
SHOPIFY_ADMIN_TOKEN = env("SHOPIFY_ADMIN_TOKEN", default="").strip()

vars().update(machines.mail(env))
# Wherever mail goes, nobody's page waits for it longer than this.
EMAIL_TIMEOUT = 2
DEFAULT_FROM_EMAIL = (
    env("DEFAULT_FROM_EMAIL", default="") or f"no-reply@{urlsplit(SITE_URL).hostname or 'localhost'}"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL

WAGTAIL_SITE_NAME = "QN Wellness"
WAGTAILADMIN_BASE_URL = SITE_URL
# Both would contact third parties from the editor's browser.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_IMAGE_MODEL = "images.SiteImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
# Wherever documents lie, the site hands them out, since it knows who may read them.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "csv", "txt"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
# The words that are indexed are settled by qnwellness.content.words: no engine is to fold or stem them once more.
WAGTAILSEARCH_BACKENDS = machines.search(env)
WAGTAIL_AUTO_UPDATE_PREVIEW_INTERVAL = 500
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {"WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea"},
}
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Both tell of every single page saved or indexed.
    "loggers": {"django_tasks": {"level": "WARNING"}, "wagtail": {"level": "WARNING"}},
}
