"""The address of an item: the same in all versions of its catalogue."""

from __future__ import annotations

import uuid

#: Digits of the short address: enough that two items of a field share them never, few enough for a small QR code.
LENGTH = 12


def key_of(identity: uuid.UUID) -> str:
    """How the addresses name the item."""
    return identity.hex[:LENGTH]


def is_named(identity: uuid.UUID, key: str) -> bool:
    """Whether ``key``, short or the whole identity with or without hyphens, names the item."""
    digits = key.replace("-", "")
    return len(digits) >= LENGTH and identity.hex.startswith(digits)
