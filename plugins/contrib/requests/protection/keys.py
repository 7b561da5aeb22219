"""The keys of personal data: where they come from, and what is made of them.

What an operator sets is a secret text; the keys that work are derived from it, so that any random text will do and one
leaked purpose tells nothing of another. Settings for development and tests take ``SECRET_KEY`` for both; in production
nothing is written or read without keys of its own, and ``check --deploy`` says so first.
"""

from __future__ import annotations

import base64
from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32
ENCRYPTION, INDEX = "gongkai.requests.encryption", "gongkai.requests.index"
#: Shorter texts can be tried out.
SHORTEST_KEY = 32


def cipher() -> MultiFernet:
    """Encrypts with the newest key and decrypts with each of ``PERSONAL_DATA_KEYS``."""
    if not settings.PERSONAL_DATA_KEYS:
        raise ImproperlyConfigured("PERSONAL_DATA_KEYS is not set, so no personal data can be kept.")
    return _cipher(tuple(settings.PERSONAL_DATA_KEYS))


def index_key() -> bytes:
    """The key of blind indexes. It is never rotated: nobody knows a tracking code any more to make its digest anew."""
    if not settings.PERSONAL_DATA_INDEX_KEY:
        raise ImproperlyConfigured("PERSONAL_DATA_INDEX_KEY is not set, so no case can be found.")
    return _derived(settings.PERSONAL_DATA_INDEX_KEY, INDEX)


@lru_cache(maxsize=4)
def _cipher(secrets: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_derived(secret, ENCRYPTION))) for secret in secrets])


@lru_cache(maxsize=16)
def _derived(secret: str, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode()).derive(secret.encode())
