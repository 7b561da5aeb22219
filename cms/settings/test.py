"""Settings of the test suite: fast hashing, mail in memory, a throw-away data folder, a database of its own."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from plugins.discovery import find_plugins

from .base import *  # noqa: F403
from .base import INSTALLED_APPS, PLUGINS, STORAGES
from .caches import LOCAL_BACKEND, cache_configs
from .database import SQLITE, database_config
from .environment import ENVIRONMENT
from .storages import FILE_SYSTEM

_folder = tempfile.TemporaryDirectory(prefix="gongkai-test-")  # removed when the process ends

_without = {*PLUGINS.apps, "plugins.effects"}
PLUGINS = find_plugins(left_out=ENVIRONMENT.plugins_left_out, more=ENVIRONMENT.test_plugins)
INSTALLED_APPS = [*(app for app in INSTALLED_APPS if app not in _without), *PLUGINS.apps, "plugins.effects"]

SECRET_KEY = "only-for-tests-" + "x" * 50
PERSONAL_DATA_KEYS = [SECRET_KEY]
PERSONAL_DATA_INDEX_KEY = SECRET_KEY
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": database_config(replace(ENVIRONMENT, database_url=ENVIRONMENT.test_database_url))}
CACHES = {**cache_configs({"BACKEND": LOCAL_BACKEND}), "exports": {"BACKEND": LOCAL_BACKEND, "LOCATION": "exports"}}
PAGE_CACHE_SECONDS = 0  # transactions of tests never commit, so nothing would end what was kept
DATA_DIR = Path(_folder.name)
if DATABASES["default"]["ENGINE"] == SQLITE:
    # In a file, so that a server's thread has a connection of its own: one in memory is shared, with its transactions.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
MEDIA_ROOT = DATA_DIR / "media"
STATIC_ROOT = DATA_DIR / "static"
SEARCH_DIR = DATA_DIR / "search"
SEARCH_DELIVERY = "nobody"  # tests deliver themselves, at the moment that they are about
SEARCH_REPORT_DAYS = 0  # what one test has counted in memory would be written by another
STATIC_ROOT.mkdir()  # whitenoise warns of a folder that is missing, and warnings are errors
STORAGES = {**STORAGES, "default": FILE_SYSTEM}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# What the admin searches is written where a test searches there (fixture ``searchable``).
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.admin_search", "AUTO_UPDATE": False}}
AXES_ENABLED = False
