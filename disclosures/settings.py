"""The settings of the site, read from the environment; each variable has a default that suits `make run`.

DATABASE_URL   sqlite:///path or postgres://user:password@host/name; default var/db.sqlite3
REPLICA_URL    where public pages read, if not there; PostgreSQL's standby, one for each process
PUBLIC_SECONDS the most that a question of a public page to PostgreSQL may take; default 15
DATABASE_POOL  how many connections the threads of a process share on PostgreSQL; default 0, each has its own
APPLICATION_ROLE  who serves the site on PostgreSQL, where another runs `migrate`, which then gives it its rights
ALLOWED_HOSTS  the names the site answers to, with commas between; default 127.0.0.1,localhost
SECRET_KEY     signs the sessions of staff; needed as soon as ALLOWED_HOSTS names more than this machine
SECRET_KEY_FALLBACKS  earlier keys, with commas between: what they signed still holds while a new one takes their place
DEBUG          1 shows errors in full, for development only
SIGNING_KEY    the file of the key that signs the monthly lists of digests; made where there is none; default in var/
HTTPS          1 when a proxy in front ends TLS and always sets X-Forwarded-Proto itself
HSTS_SECONDS   how long browsers insist on HTTPS, when HTTPS=1; default 30 days
TRUSTED_PROXIES  how many proxies of ours stand in front and add to X-Forwarded-For; default 0
DEAR_A_MINUTE  how many searches, comparisons and files a client may have made by each process; default 60; 0: no limit
PAGES_DIR      where pages and files are kept on disk, also for a proxy; default var/pages
PAGES_MEGABYTES  how much room pages and files take that are kept on disk; default 4096
CHINESE_TYPE   the folder of NotoSansCJK-Regular.ttc and -Bold.ttc, default where fonts-noto-cjk puts them
PRIVATE_CALLBACKS  1 lets subscribers stand in private networks, for a site that only such can reach
LOG_LEVEL      default INFO
LOG_FORMAT     line, or json with the number of the request and a line for each; default line
METRICS        1 tells /metrics to everybody who reaches this server: the proxy in front must not let strangers do so
UPLOAD_MEGABYTES       how much staff may send at once; default 200
MAIL_URL       smtp://user:password@host:25 or smtps:// sends links to choose a password; default none, they are shown
MAIL_FROM      who sends them
MAIL_ALERTS    1 lets readers be told by mail what is published, through MAIL_URL; default 0, no such address is kept
READER_SILENT_SECONDS  after how long a silent reader of uploaded files counts as killed; default 30
"""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from disclosures.operations.databases import databases
from disclosures.operations.environment import one_of, switched_on, whole_number
from disclosures.operations.mail import *  # noqa: F403  # what sends mail
from disclosures.operations.watched.logs import logging_of
from disclosures.staff.signing_in.settings import *  # noqa: F403  # how staff sign in

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"  # what the site makes and git ignores


# ---------------------------------------------------------------------------------------------------------------------
# Where it runs
# ---------------------------------------------------------------------------------------------------------------------

LOCAL_HOSTS = {"127.0.0.1", "localhost", "[::1]"}
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "127.0.0.1,localhost").replace(" ", "").split(",")
DEBUG = switched_on("DEBUG")
HTTPS = switched_on("HTTPS")


def local_secret_key(file: Path) -> str:
    """The key of this machine, made once: linking a finished draft lets exactly one of several processes win."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=file.parent) as draft:  # readable by its owner alone
            draft.write(get_random_secret_key())
            draft.flush()
            with suppress(FileExistsError):  # another process was faster; its key is read below
                os.link(draft.name, file)
    return file.read_text()


def secret_key() -> str:
    """The given key; this machine's own only where nobody else can reach the site."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    if LOCAL_HOSTS.issuperset(ALLOWED_HOSTS):
        return local_secret_key(VAR_DIR / "secret_key")
    raise ImproperlyConfigured(
        f"SECRET_KEY is not set, but ALLOWED_HOSTS ({', '.join(ALLOWED_HOSTS)}) names more than this machine. "
        "Set SECRET_KEY to a long random text and keep it secret."
    )


SECRET_KEY = secret_key()
SECRET_KEY_FALLBACKS = list(filter(None, os.environ.get("SECRET_KEY_FALLBACKS", "").split(",")))

SIGNING_KEY = Path(os.environ.get("SIGNING_KEY", VAR_DIR / "signing_key.pem"))

WSGI_APPLICATION = "disclosures.wsgi.application"
ROOT_URLCONF = "disclosures.urls"

# ---------------------------------------------------------------------------------------------------------------------
# Database
# ---------------------------------------------------------------------------------------------------------------------

DATABASES = databases(
    os.environ.get("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}"),
    os.environ.get("REPLICA_URL", ""),
    pool=whole_number("DATABASE_POOL"),
    seconds=whole_number("PUBLIC_SECONDS", 15),
)
DATABASE_ROUTERS = ["disclosures.operations.reading.PublicReading"]
APPLICATION_ROLE = os.environ.get("APPLICATION_ROLE", "")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ---------------------------------------------------------------------------------------------------------------------
# Parts
# ---------------------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "django_tasks_db",  # before our own admin, which puts its pages away
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "disclosures.audit",
    "disclosures.classification",
    "disclosures.statements",
    "disclosures.intake",
    "disclosures.checks",
    "disclosures.publication",
    "disclosures.staff",
    "disclosures.entry",
    "disclosures.pages",
    "disclosures.exports",
    "disclosures.demo",
    "disclosures.operations",
    "disclosures.serving",
    "django_tables2",
    "csp",
    "axes",
    "disclosures.staff.site.apps.StaffAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

# Those that know visitors (session, csrf, authentication, messages) touch a response only when a view asks for them;
# public views do not, so that their answers set no cookie and vary by none.
MIDDLEWARE = [
    "disclosures.operations.watched.health.answer_machines",
    "disclosures.operations.watched.requests.follow_requests",
    "disclosures.operations.reading.public_reads",
    "disclosures.serving.cookies.public_without_cookies",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pages; static files are compressed once, by the one above
    "disclosures.pages.language.language_by_address",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "disclosures.audit.acting.remember_request",
    "django.contrib.messages.middleware.MessageMiddleware",
    "disclosures.staff.signing_in.sessions.renew_sessions",
    "disclosures.entry.drafts.refused.KeepTyped",
    "axes.middleware.AxesMiddleware",  # says so instead of the page where somebody tried to sign in too often
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# ---------------------------------------------------------------------------------------------------------------------
# Language and time
# ---------------------------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "zh-hans"  # what the site is written in; its addresses have no prefix
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# ---------------------------------------------------------------------------------------------------------------------
# Static files
# ---------------------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "disclosures.pages.finders.PlotlyFinder",
]
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # pages name no others, and compressing plotly once is slow enough
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "disclosures.pages.stylesheets.JoinedStylesheets"},
}

# ---------------------------------------------------------------------------------------------------------------------
# Security
# ---------------------------------------------------------------------------------------------------------------------

TRUSTED_PROXIES = whole_number("TRUSTED_PROXIES")
DEAR_A_MINUTE = whole_number("DEAR_A_MINUTE", 60)
PRIVATE_CALLBACKS = switched_on("PRIVATE_CALLBACKS")

# Cookies belong to staff alone: a browser does not even send them with a request for a public page.
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "disclosures.entry.drafts.refused.csrf_failure"
SESSION_COOKIE_AGE = 2 * 3600  # seconds without doing anything; `staff.sessions` renews it
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # the other one sets a cookie for "/"

SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = int(os.environ.get("HSTS_SECONDS", 30 * 24 * 3600)) if HTTPS else 0
# Neighbours under the same domain belong to others: this site cannot promise HTTPS for them, nor list them for ever.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# What no page needs, no script may ask for; copying a link needs `clipboard-write`.
_UNNEEDED = "accelerometer browsing-topics camera display-capture fullscreen geolocation gyroscope hid magnetometer"
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in f"{_UNNEEDED} microphone midi payment serial usb".split()
}

EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"  # plotly makes one empty style element
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, EMPTY_STYLE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

# ---------------------------------------------------------------------------------------------------------------------
# Typing and reading documents
# ---------------------------------------------------------------------------------------------------------------------

UPLOAD_MEGABYTES = int(os.environ.get("UPLOAD_MEGABYTES", "200"))
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a table or the text of a long document is typed on one page
READING_LIMITS: dict[
    str, int
] = {}  # what differs from documents.limits.Limits, as in {"megabytes": 100, "seconds": 120}

PAGES_DIR = Path(os.environ.get("PAGES_DIR", VAR_DIR / "pages"))  # canonical pages and files, for a proxy too
PAGES_MEGABYTES = whole_number("PAGES_MEGABYTES", 4096)
KEPT_DIR = Path(os.environ.get("KEPT_DIR", VAR_DIR / "kept"))  # large answers, made once and sent from there
CHINESE_TYPE = Path(os.environ.get("CHINESE_TYPE", "/usr/share/fonts/opentype/noto"))

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # done by `manage.py work_in_background`
READER_SILENT_SECONDS = float(os.environ.get("READER_SILENT_SECONDS", "30"))

# ---------------------------------------------------------------------------------------------------------------------
# Watching
# ---------------------------------------------------------------------------------------------------------------------

LOG_LEVEL = os.environ.get("LOG_LEVEL", "INFO")
LOGGING = logging_of(one_of("LOG_FORMAT", "line", "json"), LOG_LEVEL)
METRICS = switched_on("METRICS")
