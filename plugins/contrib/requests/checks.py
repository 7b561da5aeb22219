"""System checks of the plug-in; the README lists the ids."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext as _

from .protection.keys import SHORTEST_KEY


@register(Tags.security, deploy=True)
def check_personal_data_keys(**kwargs: Any) -> list[CheckMessage]:
    """Whoever has the key reads what applicants said of themselves; it is neither guessed nor the key of sessions."""
    keys = [*settings.PERSONAL_DATA_KEYS, settings.PERSONAL_DATA_INDEX_KEY]
    enough = bool(settings.PERSONAL_DATA_KEYS) and all(len(key) >= SHORTEST_KEY for key in keys)
    if enough and len({*keys, _secret_key()}) > len(keys):
        return []
    hint = _(
        "Set PERSONAL_DATA_KEYS and PERSONAL_DATA_INDEX_KEY to random texts of at least 32 characters, all different."
    )
    return [Error(_("Data of applicants has no keys of its own."), hint=hint, id="gongkai.E013")]


def _secret_key() -> str:
    """Empty where it is missing, which is another check's to say."""
    try:
        return settings.SECRET_KEY
    except ImproperlyConfigured:
        return ""


@register(Tags.security, deploy=True)
def check_shared_limits(**kwargs: Any) -> list[CheckMessage]:
    """Questions that count once, and limits by address, count for each process apart where the cache is its own."""
    if settings.SERVER_PROCESSES == 1 or "locmem" not in settings.CACHES["default"]["BACKEND"]:
        return []
    hint = _("CACHE_URL names a cache that all of them share, or WEB_CONCURRENCY is 1.")
    return [
        Error(
            _("Limits of the applicants' forms are not shared by the server processes."), hint=hint, id="gongkai.E014"
        )
    ]
