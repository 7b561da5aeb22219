"""System checks of the plug-in; the README lists the ids."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.utils.translation import gettext as _

from .protection.keys import SHORTEST_KEY


@register(Tags.security, deploy=True)
def check_personal_data_keys(**kwargs: Any) -> list[CheckMessage]:
    """Whoever has the key reads what applicants said of themselves; it is neither guessed nor the key of sessions."""
    keys = [*settings.PERSONAL_DATA_KEYS, settings.PERSONAL_DATA_INDEX_KEY]
    enough = bool(settings.PERSONAL_DATA_KEYS) and all(len(key) >= SHORTEST_KEY for key in keys)
    if enough and len({*keys, settings.SECRET_KEY}) > len(keys):
        return []
    hint = _(
        "Set PERSONAL_DATA_KEYS and PERSONAL_DATA_INDEX_KEY to random texts of at least 32 characters, all different."
    )
    return [Error(_("Data of applicants has no keys of its own."), hint=hint, id="gongkai.E013")]
