"""System checks: plug-ins that are there and cannot take part. The README lists the ids."""

from __future__ import annotations

from typing import Any

from django.core import checks
from django.core.checks import CheckMessage, register
from django.utils.translation import gettext as _

from plugins.discovery import Trouble, discovered
from plugins.domain.overview import problems_at_start


@register()
def check_plugins(**kwargs: Any) -> list[CheckMessage]:
    """Warnings, because the installation works without them; what they guard is not published meanwhile."""
    rejected = [
        checks.Warning(
            _("The plug-in “%(name)s” does not take part: %(why)s") % {"name": one.name, "why": " ".join(one.details)},
            hint=_("Mend or remove its package; “manage.py plugins doctor” says more."),
            id="gongkai.W006",
        )
        for one in discovered().rejected
        if one.trouble is not Trouble.LEFT_OUT
    ]
    failed = [
        checks.Warning(
            _("The plug-in “%(name)s” does not take part in everything: %(why)s")
            % {"name": one.manifest.name, "why": why},
            hint=_("Mend or remove its package; what it guards is not published meanwhile."),
            id="gongkai.W007",
        )
        for one in discovered().installed
        for why in problems_at_start(one.manifest.name)
    ]
    return [*rejected, *failed]
