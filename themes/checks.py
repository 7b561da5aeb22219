"""System checks: themes that are installed and cannot be chosen. The README lists the ids."""

from __future__ import annotations

from typing import Any

from django.core import checks
from django.core.checks import CheckMessage, register
from django.utils.translation import gettext as _

from .discovery import discovered


@register()
def check_themes(**kwargs: Any) -> list[CheckMessage]:
    """Warnings, because readers are shown the nearest other choice, or the base theme, meanwhile."""
    return [
        checks.Warning(
            _("The theme “%(name)s” cannot be chosen: %(why)s") % {"name": one.name, "why": " ".join(one.details)},
            hint=_("Mend or remove its package; “manage.py themes check” says more."),
            id="gongkai.W008",
        )
        for one in discovered().rejected
    ]
