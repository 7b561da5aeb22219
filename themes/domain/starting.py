"""Bringing a look live: at once or on a day, taking that back, and rolling back to an earlier one.

A version starts by its time alone, so nothing has to run at that moment. The theme is checked when somebody decides; if
it breaks afterwards, pages are shown with its parent (``themes.rendering``).
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from themes.adjusting import verdict
from themes.alarms import silence
from themes.checking import faults_of_theme
from themes.discovery import discovered
from themes.exceptions import CannotChoose
from themes.known import forget_looks
from themes.models import ThemeVersion
from themes.resolution import Choice, resolve

from .drafting import copy_as_draft

START, SCHEDULE, UNSCHEDULE, ROLL_BACK = (
    *("gongkai.theme.start", "gongkai.theme.schedule"),
    *("gongkai.theme.unschedule", "gongkai.theme.roll_back"),
)


def start_version(*, version: ThemeVersion, user: Any, action: str = START) -> None:
    """Let a draft be what readers see, from now on. Raises :class:`CannotChoose` for what cannot be shown or read."""
    _begin(version, timezone.now(), user, action)


def schedule_version(*, version: ThemeVersion, at: dt.datetime, user: Any) -> None:
    """Let a draft be what readers see from ``at`` on, which lies ahead."""
    if at <= timezone.now():
        raise CannotChoose(_("Choose a time that lies ahead."))
    _begin(version, at, user, SCHEDULE)


def unschedule_version(*, version: ThemeVersion, user: Any) -> None:
    """Make a draft again of what was scheduled and has not started."""
    with transaction.atomic():
        row = ThemeVersion.objects.select_for_update().get(pk=version.pk)
        if row.starts_at is None or row.starts_at <= timezone.now():
            raise CannotChoose(_("This version is not scheduled any more."))
        row.starts_at = None
        row.save(update_fields=["starts_at"])
        log(row, UNSCHEDULE, user=user, data={"theme": row.theme})
        forget_looks()
    version.starts_at = None


def roll_back(*, version: ThemeVersion, user: Any) -> ThemeVersion:
    """Show again what was live before: a new version that is like ``version``, from now on."""
    if version.starts_at is None or version.starts_at > timezone.now():
        raise CannotChoose(_("Only what was live once can be brought back."))
    with transaction.atomic():
        copy = copy_as_draft(version=version, user=user)
        start_version(version=copy, user=user, action=ROLL_BACK)
    return copy


def obstacles(version: ThemeVersion) -> list[str]:
    """Why ``version`` cannot be shown to readers, each as a sentence; empty when it can."""
    faults = faults_of_theme(version.theme)
    if faults:
        return [
            _("The theme “%(name)s” cannot be chosen: %(why)s") % {"name": version.theme, "why": why} for why in faults
        ]
    return [
        _("“%(ink)s” on “%(ground)s” has a contrast of %(ratio).2f:1; it needs %(needed)g:1.")
        % {"ink": pair.ink, "ground": pair.ground, "ratio": ratio, "needed": pair.needed}
        for pair, ratio, holds in verdict_of(version)
        if not holds
    ]


def verdict_of(version: ThemeVersion) -> list[Any]:
    """Pair, ratio and whether it can be read, for every pair that the adjustments touch."""
    resolved = resolve(district=Choice(0, version.theme), installed=discovered().manifests)
    return verdict(resolved.tokens, version.adjustments)


def _begin(version: ThemeVersion, at: dt.datetime, user: Any, action: str) -> None:
    faults = obstacles(version)
    if faults:
        raise CannotChoose(*faults)
    with transaction.atomic():
        row = ThemeVersion.objects.select_for_update().get(pk=version.pk)
        if row.starts_at is not None:
            raise CannotChoose(_("Somebody has already decided about this version."))
        row.starts_at = at
        row.save(update_fields=["starts_at"])
        log(row, action, user=user, data={"theme": row.theme, "at": at.isoformat(timespec="minutes")})
        forget_looks()
    version.starts_at = at
    silence(version.theme)
