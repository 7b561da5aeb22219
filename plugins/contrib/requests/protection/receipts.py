"""A receipt that comes again for the very form that made it: phones load pages anew, and fingers tap twice.

The code on it is in no database; for an hour the cache holds it, encrypted, under a digest of all that the form sent.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import Final

from django.core.cache import cache
from django.http import QueryDict

from .encryption import decrypt_text, digest_of, encrypt_text

#: What a form carries so that nobody else sends the same.
ONCE: Final = "once"
LASTS: Final = 3600
PURPOSE: Final = "receipt"
#: What differs between two sendings of one form.
_PASSING: Final = frozenset({"csrfmiddlewaretoken", "question", "answer", "homepage"})


def new_once() -> str:
    """A text that no other form has."""
    return secrets.token_hex(16)


def keep_receipt(sent: QueryDict, *, case: int, code: str) -> None:
    """Remember the ``case`` (its key) and the ``code`` that the form ``sent`` has made."""
    if name := _name_of(sent):
        cache.set(name, encrypt_text(f"{case} {code}"), LASTS)


def receipt_of(sent: QueryDict) -> tuple[int, str] | None:
    """Key and code of what the form ``sent`` has made before; ``None`` for one that is new, or was changed since."""
    name = _name_of(sent)
    kept = decrypt_text(cache.get(name) or "") if name else ""
    key, _blank, code = kept.partition(" ")
    return (int(key), code) if key.isdecimal() and code else None


def _name_of(sent: QueryDict) -> str:
    if not sent.get(ONCE):
        return ""
    said = sorted((name, sent.getlist(name)) for name in sent if name not in _PASSING)
    return f"gongkai.requests.receipt.{digest_of(hashlib.sha256(json.dumps(said).encode()).hexdigest(), PURPOSE)}"
