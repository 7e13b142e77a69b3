"""The embedded default: one machine, SQLite, files beside it. `production` and `test` build on it."""

import secrets

from milpa.settings.database import database
from milpa.settings.environment import data_directory, value

DATA = data_directory()


def _secret_key() -> str:
    if value("MILPA_SECRET_KEY"):
        return value("MILPA_SECRET_KEY")
    kept = DATA / "secret_key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


SECRET_KEY = _secret_key()
DEBUG = False
ALLOWED_HOSTS = value("MILPA_HOSTS").split(",")
ORIGIN = value("MILPA_ORIGIN").rstrip("/")
CSRF_TRUSTED_ORIGINS = [ORIGIN]
PROCESSES = int(value("MILPA_PROCESSES"))
XAPI_RATE = float(value("MILPA_XAPI_RATE"))
XAPI_BURST = float(value("MILPA_XAPI_BURST"))
FORWARD_PRIVATE = value("MILPA_FORWARD_PRIVATE") == "yes"

INSTALLED_APPS = [
    "milpa.ledger",
    "milpa.people",
    "milpa.web",
    "milpa.guide",
    "milpa.programmes",
    "milpa.conglomerates",
    "milpa.workshops",
    "milpa.surveys",
    "milpa.readiness",
    "milpa.strategies",
    "milpa.records",
    "milpa.courses",
    "milpa.results",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "milpa.web.middleware.request_id",
    "milpa.web.middleware.security_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "milpa.web.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "milpa.people.middleware.who",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "milpa.web.middleware.refusals",
    "milpa.people.middleware.deny_by_default",
    "milpa.web.middleware.zone",
]

ROOT_URLCONF = "milpa.urls"
WSGI_APPLICATION = "milpa.server.pages.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": [],
        "OPTIONS": {"environment": "milpa.web.jinja.environment", "context_processors": ["milpa.web.context.page"]},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = {
    "default": database(value("MILPA_DATABASE"), DATA / "milpa.sqlite3"),
    "records": database(value("MILPA_RECORDS"), DATA / "records.sqlite3"),
}
DATABASE_ROUTERS = ["milpa.ledger.router.RecordsRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["milpa.people.backend.OneQuery"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation already went to its person; a hotspot has no mail
ACCOUNT_ADAPTER = "milpa.people.adapter.InvitedOnly"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

LANGUAGE_CODE = "es"
LANGUAGES = [("es", "Español"), ("en", "English")]
LOCALE_PATHS = [__import__("pathlib").Path(__file__).resolve().parents[1] / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "America/Guatemala"

STATIC_URL = "/static/"
MEDIA_ROOT = DATA / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "milpa.web.static_files.HashedStatic"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = None  # the server's own table of limits decides (milpa.server.limits)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024

SESSION_ENGINE = "milpa.people.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "milpa.web.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend" if value("MILPA_SMTP") else "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = value("MILPA_MAIL_FROM")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "milpa.web.log.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {"django.request": {"level": "ERROR"}, "django.security.csrf": {"level": "ERROR"}},
}
SILENCED_SYSTEM_CHECKS = ["models.W042"]
