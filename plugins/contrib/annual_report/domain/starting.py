"""The disclosure office says from which day on a source of figures knows everything, or leaves it to the source."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import District
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import SourceStart

from .people import refuse_others


@transaction.atomic
def set_start(*, district: District, source: str, day: dt.date, reason: str, user: Any, today: dt.date) -> SourceStart:
    """Years that begin before ``day`` are blank from the next counting on, later ones are counted, 0 included.

    Raises :class:`ReportRefused` for other people, without a reason, and for a day that has not come.
    """
    refuse_others(district, user)
    if not reason.strip():
        raise ReportRefused(_("Say why the source is complete from this day on."))
    if day > today:
        raise ReportRefused(_("%(day)s has not come: choose a day up to today.") % {"day": day.isoformat()})
    values = {"day": day, "reason": reason.strip()}
    start, _is_new = SourceStart.objects.update_or_create(district=district, source=source, defaults=values)
    log(start, "gongkai.annual.start_set", user=user, data=_logged(start))
    return start


@transaction.atomic
def leave_start(*, district: District, source: str, user: Any) -> None:
    """The source says again itself what it knows; raises :class:`ReportRefused` for other people."""
    refuse_others(district, user)
    for start in SourceStart.objects.filter(district=district, source=source):
        log(start, "gongkai.annual.start_left", user=user, data=_logged(start), deleted=True)
        start.delete()


def _logged(start: SourceStart) -> dict[str, str]:
    return {"district": start.district.slug, "day": start.day.isoformat(), "reason": start.reason}
