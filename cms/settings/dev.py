"""One machine, no service: what ``manage.py`` uses unless told otherwise. Not safe on a network."""

from __future__ import annotations

from .base import *  # noqa: F403
from .base import ALLOWED_HOSTS, DATA_DIR, PERSONAL_DATA_INDEX_KEY, PERSONAL_DATA_KEYS
from .local_secret import local_secret_key

SECRET_KEY = local_secret_key(DATA_DIR)
PERSONAL_DATA_KEYS = PERSONAL_DATA_KEYS or [SECRET_KEY]
PERSONAL_DATA_INDEX_KEY = PERSONAL_DATA_INDEX_KEY or SECRET_KEY
ALLOWED_HOSTS = [*ALLOWED_HOSTS, "127.0.0.1", "localhost", "[::1]", ".localhost"]
