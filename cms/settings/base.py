"""Neutral settings, true in every place. The environment is read in ``environment.py`` only."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.discovery import find_plugins
from themes.discovery import discovered as discovered_themes

from .caches import cache_configs, export_cache, page_cache_seconds
from .database import database_config
from .environment import BASE_DIR, ENVIRONMENT, env
from .logs import logging_config
from .policies import ADMIN_POLICY, PUBLIC_POLICY
from .storages import upload_storage

DATA_DIR = ENVIRONMENT.data_dir
SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = False
ALLOWED_HOSTS = ENVIRONMENT.allowed_hosts
CSRF_TRUSTED_ORIGINS = ENVIRONMENT.trusted_origins

INSTALLED_APPS = [
    "cms.apps.CmsConfig",
    "themes",
    "search",
    "disclosure_pages.interpretations",
    "disclosure_pages.rounds",
    "disclosure_pages.importing",
    "disclosure_pages.library",
    "disclosure_pages.pages",
    "disclosure_pages.api",
    "disclosure_pages.public",
    "disclosure_pages.dashboard",
    "disclosure_pages.visibility",
    "disclosure_pages.documents",
    "disclosure_pages.responsibility",
    "disclosure_pages.clearance",
    "disclosure_pages.media",
    "disclosure_pages.tree",
    "plugins",
    "cms.registers",
    "cms.second_factor",
    "cms.calendar",
    "cms.people",
    "cms.tenancy",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.table_block",
    "wagtail_modeladmin",
    "wagtail.embeds",
    "wagtail.sites",
    "cms.people.apps.AccountsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.api.v3",
    "wagtail",
    "ninja",
    "modelcluster",
    "taggit",
    "simple_history",
    "import_export",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "csp",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "heroicons",  # icons of public pages
    "django.contrib.humanize",  # Wagtail says with it how long ago something was
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "cms.middleware.RequestLogMiddleware",
    "cms.middleware.NullCharacterMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "disclosure_pages.public.middleware.PageCacheMiddleware",  # outside the session: it serves those who have none
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "cms.second_factor.middleware.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "cms.middleware.AdminPolicyMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "cms.people.middleware.RightsOfTheDayMiddleware",
    "disclosure_pages.visibility.middleware.DeniedIsAbsentMiddleware",
    "cms.middleware.ReadersRedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["themes.loading.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": database_config(ENVIRONMENT)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {**cache_configs(env.cache_url_config(ENVIRONMENT.cache_url)), "exports": export_cache(DATA_DIR / "exports")}
PAGE_CACHE_SECONDS = page_cache_seconds(CACHES["default"])

AUTH_USER_MODEL = "gongkai_people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
OTP_TOTP_ISSUER = "Gongkai"
SECOND_FACTOR_REQUIRED = ENVIRONMENT.second_factor_required
AXES_VERBOSE = False  # no banner in front of every command

PLUGINS = find_plugins(left_out=ENVIRONMENT.plugins_left_out)
# Behind everything, so that no plug-in replaces a template or a command of the product by having one of the same name.
INSTALLED_APPS += [*PLUGINS.apps, "plugins.effects"]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
LOCALE_PATHS = [
    BASE_DIR / "cms" / "locale",
    BASE_DIR / "disclosure_pages" / "locale",
    BASE_DIR / "search" / "locale",
    BASE_DIR / "plugins" / "locale",
    BASE_DIR / "plugins" / "contrib" / "annual_report" / "locale",
    BASE_DIR / "plugins" / "contrib" / "guide_tables" / "locale",
    BASE_DIR / "plugins" / "contrib" / "item_catalogue" / "locale",
    BASE_DIR / "plugins" / "contrib" / "requests" / "locale",
    BASE_DIR / "themes" / "locale",
    BASE_DIR / "cms" / "translation" / "host" / "locale",  # what Wagtail's own catalogues lack
]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = discovered_themes().static_folders
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_ACCEL_PREFIX = ENVIRONMENT.media_accel_prefix
STORAGES = {
    "default": upload_storage(bucket=ENVIRONMENT.object_store_bucket, endpoint=ENVIRONMENT.object_store_endpoint),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PUBLIC_API_RATE = ENVIRONMENT.public_api_rate
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

EMAIL_CONFIG = env.email_url_config(ENVIRONMENT.email_url)
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = ENVIRONMENT.default_from_email

ELASTICSEARCH: dict[str, Any] = {
    "urls": ENVIRONMENT.elasticsearch_urls,
    "api_key": ENVIRONMENT.elasticsearch_api_key,
    "user": ENVIRONMENT.elasticsearch_user,
    "password": ENVIRONMENT.elasticsearch_password,
    "ca_file": ENVIRONMENT.elasticsearch_ca_file,
    "timeout": ENVIRONMENT.elasticsearch_timeout,
    "retries": ENVIRONMENT.elasticsearch_retries,
    "index": ENVIRONMENT.elasticsearch_index,
    "shards": ENVIRONMENT.elasticsearch_shards,
    "replicas": ENVIRONMENT.elasticsearch_replicas,
}

SERVER_PROCESSES = ENVIRONMENT.server_processes
LOGGING = logging_config(level=ENVIRONMENT.log_level, log_format=ENVIRONMENT.log_format)

CONTENT_SECURITY_POLICY = {"DIRECTIVES": PUBLIC_POLICY}
ADMIN_CONTENT_SECURITY_POLICY = ADMIN_POLICY

SEARCH_ENGINES = {
    "embedded": "search.engines.embedded.configured",
    "elasticsearch": "search.engines.elasticsearch.configured",
}
SEARCH_ENGINE = ENVIRONMENT.search_engine
SEARCH_FALLBACK_ENGINE = ENVIRONMENT.search_fallback_engine
SEARCH_DELIVERY = ENVIRONMENT.search_delivery
SEARCH_REPORT_DAYS = max(0, ENVIRONMENT.search_report_days)
SEARCH_DIR = DATA_DIR / "search"

# Newest first. The second key makes what is looked up comparable, and is never changed.
PERSONAL_DATA_KEYS = ENVIRONMENT.personal_data_keys
PERSONAL_DATA_INDEX_KEY = ENVIRONMENT.personal_data_index_key

ITEM_PLATFORM_URL = ENVIRONMENT.item_platform_url
ITEM_PLATFORM_KEY = ENVIRONMENT.item_platform_key

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

WAGTAIL_SITE_NAME = "公开 Gongkai"
WAGTAILADMIN_USER_LOGIN_FORM = "cms.second_factor.forms.SecondFactorLoginForm"
WAGTAILADMIN_BASE_URL = ENVIRONMENT.base_url
WAGTAIL_I18N_ENABLED = False
WAGTAIL_CONTENT_LANGUAGES = [("zh-hans", "简体中文")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # days are counted in one zone, and people see the one they are counted in
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "disclosure_pages.clearance.domain.finishing.finish_workflow"
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = (
    False  # letters about reviews are disclosure_pages/clearance/notifications.py
)
WAGTAILREDIRECTS_AUTO_CREATE = False  # one row for each moved column instead: disclosure_pages/tree/README.md
WAGTAILDOCS_DOCUMENT_MODEL = "gongkai_media.DisclosureDocument"
WAGTAILIMAGES_IMAGE_MODEL = "gongkai_media.DisclosureImage"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "disclosure_pages.media.forms.DisclosureDocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = ENVIRONMENT.max_upload_mb * 1024 * 1024
WAGTAILIMAGES_IMAGE_FORM_BASE = "disclosure_pages.media.forms.DisclosureImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = min(ENVIRONMENT.max_upload_mb, 20) * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
WAGTAILSEARCH_BACKENDS: dict[str, dict[str, Any]] = {"default": {"BACKEND": "search.admin_search"}}
