"""What ``manage.py demo`` uses: the development settings with mail in files and static files found where they are."""

from __future__ import annotations

import secrets

from cms.demo.folder import find_obstacle

from .base import *  # noqa: F403
from .base import ALLOWED_HOSTS, DATA_DIR, PERSONAL_DATA_INDEX_KEY, PERSONAL_DATA_KEYS
from .environment import ENVIRONMENT
from .local_secret import local_secret_key
from .logs import logging_config


def secret_key() -> str:
    """The key of the data folder; a throw-away one where the demo will say that it cannot use the folder."""
    try:
        return secrets.token_urlsafe(50) if find_obstacle(DATA_DIR) else local_secret_key(DATA_DIR)
    except OSError:
        return secrets.token_urlsafe(50)


DEMO = True
SECRET_KEY = secret_key()
PERSONAL_DATA_KEYS = PERSONAL_DATA_KEYS or [SECRET_KEY]
PERSONAL_DATA_INDEX_KEY = PERSONAL_DATA_INDEX_KEY or SECRET_KEY
ALLOWED_HOSTS = [*ALLOWED_HOSTS, "127.0.0.1", "localhost", "[::1]", ".localhost"]

# The terminal is for the stages and the logins; what is made along the way stands in the audit log.
LOGGING = logging_config(level="WARNING", log_format=ENVIRONMENT.log_format)
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
WHITENOISE_USE_FINDERS = True
