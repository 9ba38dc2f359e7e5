"""Settings, all from the environment; what production must not run with is refused with a sentence."""

from pathlib import Path

import tenants
from config import environment as env
from config.logging import logging_settings
from config.rooms import HUB_ROOMS, TENANT_ROOMS
from hub.rest.conf import REST_FRAMEWORK, SPECTACULAR_SETTINGS  # noqa: F401  (settings, read by their libraries)

BASE_DIR = Path(__file__).resolve().parents[2]

# --- Which installation this is

WISHBRIDGE_ENV = env.environment()
PRODUCTION = WISHBRIDGE_ENV == "production"
WISHBRIDGE_DATA = env.text("WISHBRIDGE_DATA", str(BASE_DIR / ".data"))
# Whether a demo was filled in here: only then do pages speak of one.
WISHBRIDGE_DEMO = WISHBRIDGE_ENV == "local" and env.is_file(Path(WISHBRIDGE_DATA) / "keys" / "demo-logins.json")
DATABASE_URL = env.text("DATABASE_URL")
REDIS_URL = env.text("REDIS_URL")
WISHBRIDGE_MASTER_KEY_FILE = env.text("WISHBRIDGE_MASTER_KEY_FILE")
WISHBRIDGE_SMS_GATEWAY = env.gateway(env.text("WISHBRIDGE_SMS_GATEWAY", "" if PRODUCTION else "local"))
WISHBRIDGE_BASE_DOMAIN = env.text("WISHBRIDGE_BASE_DOMAIN", "" if PRODUCTION else "localhost")
WISHBRIDGE_PLATFORM_HOSTS = env.words(
    "WISHBRIDGE_PLATFORM_HOSTS", "" if PRODUCTION else "wishbridge.localhost,localhost,127.0.0.1"
)
WISHBRIDGE_FRONTEND_DIST = Path(env.text("WISHBRIDGE_FRONTEND_DIST", str(BASE_DIR / "frontend" / "dist")))
TENANT_SCHEMA_SCRIPT = Path(tenants.__file__).with_name("schema.sql")
WISHBRIDGE_OPENAPI = BASE_DIR / "frontend" / "openapi"
# How the hub learns of the campaign without importing a tenants' room.
WISHBRIDGE_SITE_CAMPAIGN = "tenants.campaigns.site.site_campaign"
# How the hub learns that a number stands in a community's register of members, and that a branch exists.
WISHBRIDGE_MEMBER_BY_PHONE = "tenants.members.logging_in.member_by_phone"
WISHBRIDGE_BRANCH_EXISTS = "tenants.members.logging_in.branch_exists"
# How the hub has a community look whether its waiting messages are still true, right before they are sent.
WISHBRIDGE_WITHDRAW_UNTRUE = "tenants.escalation.rechecking.withdraw_untrue"
# What stands before every text, as the provider approved it, and how many go out at most (hub.sms.limits).
WISHBRIDGE_SMS_SIGNATURE = env.signature("WISHBRIDGE_SMS_SIGNATURE", "连心桥")
WISHBRIDGE_SMS_A_NUMBER_AND_DAY = env.number("WISHBRIDGE_SMS_A_NUMBER_AND_DAY", 10)
WISHBRIDGE_SMS_A_COMMUNITY_AND_DAY = env.number("WISHBRIDGE_SMS_A_COMMUNITY_AND_DAY", 600)
WISHBRIDGE_SMS_A_COMMUNITY_AND_YEAR = env.number("WISHBRIDGE_SMS_A_COMMUNITY_AND_YEAR", 6000)
# How many proxies in front append to X-Forwarded-For; limits per address count what the outermost of them saw.
WISHBRIDGE_TRUSTED_PROXIES = env.number("WISHBRIDGE_TRUSTED_PROXIES", 0)
SECRET_KEY = env.text("WISHBRIDGE_SECRET_KEY")
DEBUG = env.yes("WISHBRIDGE_DEBUG")
# A clock that all processes share and somebody sets: for trials, replays and end-to-end tests.
WISHBRIDGE_SIMULATED_CLOCK = env.yes("WISHBRIDGE_SIMULATED_CLOCK")

if PRODUCTION:
    env.refuse_unsafe_production(
        secret_key=SECRET_KEY,
        debug=DEBUG,
        simulated_clock=WISHBRIDGE_SIMULATED_CLOCK,
        master_key_file=WISHBRIDGE_MASTER_KEY_FILE,
        sms_gateway=WISHBRIDGE_SMS_GATEWAY,
        platform_hosts=WISHBRIDGE_PLATFORM_HOSTS,
        base_domain=WISHBRIDGE_BASE_DOMAIN,
        database_url=DATABASE_URL,
        redis_url=REDIS_URL,
        trusted_proxies=env.text("WISHBRIDGE_TRUSTED_PROXIES"),
    )
SECRET_KEY = SECRET_KEY or "for trials and tests only; production refuses to start without its own"

# --- Rooms

SHARED_APPS = [
    "django_tenants",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "config",
    *HUB_ROOMS,
]
TENANT_APPS = [*TENANT_ROOMS]
INSTALLED_APPS = [*SHARED_APPS, *TENANT_APPS]

TENANT_MODEL = "communities.Community"
TENANT_DOMAIN_MODEL = "communities.Domain"
# A SET search_path for every cursor costs a third of a short read.
TENANT_LIMIT_SET_CALLS = True
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]
AUTH_USER_MODEL = "accounts.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Database, Valkey, worker

DATABASES = {
    "default": {
        **env.database(DATABASE_URL),
        "CONN_MAX_AGE": env.number("WISHBRIDGE_DATABASE_CONNECTION_SECONDS", 600),
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
    }
}
CACHES = {
    "default": {
        "BACKEND": "hub.communities.cache.ForgivingRedisCache",
        "LOCATION": REDIS_URL or "unix:///nowhere",
        "KEY_FUNCTION": "hub.communities.cache.key_with_community",
        # A Valkey that takes connections and does not answer holds no request up.
        "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5},
    }
}

CELERY_BROKER_URL = env.broker_url(REDIS_URL)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
# A connection grows by 140 kB for each community it has touched.
CELERY_WORKER_MAX_TASKS_PER_CHILD = env.number("WISHBRIDGE_TASKS_PER_WORKER", 2000)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "Asia/Shanghai"
CELERY_ENABLE_UTC = True

# --- Requests

ROOT_URLCONF = "config.urls_community"
URLCONF_OF_THE_HUB = "config.urls_hub"
# The directory of communities decides which hosts there are (config.middleware.hosts).
ALLOWED_HOSTS = ["*"]
APPEND_SLASH = False
MIDDLEWARE = [
    "config.middleware.health.Health",
    "config.middleware.requests.RequestContext",
    "django.middleware.security.SecurityMiddleware",
    "config.middleware.headers.ContentSecurity",
    "config.middleware.hosts.Hosts",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "hub.rest.door.CleanQueries",
    "django.middleware.csrf.CsrfViewMiddleware",
    "hub.accounts.middleware.ActorMiddleware",
    "hub.rest.idempotency.IdempotencyMiddleware",
]
WSGI_APPLICATION = "config.wsgi.application"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
FILE_UPLOAD_HANDLERS = ["hub.rest.uploads.Nothing"]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

# --- Sessions, cookies, transport

SESSION_ENGINE = "hub.accounts.session_store"
CSRF_FAILURE_VIEW = "hub.rest.problems.csrf_failure"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if env.yes("WISHBRIDGE_BEHIND_TLS_PROXY", default=PRODUCTION):
    # Only true of a proxy that overwrites the header: deploy/ configures it so.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# --- Language and time

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# --- Files

STATIC_URL = "/static/"
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
# The build puts a hash of the content into these names, so they are cached for ever.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/"
if WISHBRIDGE_FRONTEND_DIST.is_dir():
    WHITENOISE_ROOT = WISHBRIDGE_FRONTEND_DIST

LOGGING = logging_settings(readable=env.yes("WISHBRIDGE_READABLE_LOGS"), level=env.text("WISHBRIDGE_LOG_LEVEL", "INFO"))
