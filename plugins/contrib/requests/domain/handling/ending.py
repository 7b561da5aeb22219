"""Cases that end without a decision: withdrawn, or handed to another authority."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import District
from plugins.contrib.requests.domain.following import INTO
from plugins.contrib.requests.enums import EventKind, Outcome
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.process.acts import Act

from .handing_over import begin_anew
from .holding import Hold
from .receiving import settle_by_arrival


@transaction.atomic
def withdraw_case(*, case: Case, user: Any, reason: str = "", day: dt.date | None = None) -> Case:
    """The applicant (``user`` is ``None``) does not want it any more, or staff record that they said so."""
    hold = Hold(case, Act.WITHDRAW, user, day=day or timezone.localdate())
    hold.check_end()
    _conclude(hold, EventKind.WITHDRAWN, reason)
    return hold.case


@transaction.atomic
def transfer_case(
    *,
    case: Case,
    reason: str,
    user: Any,
    target: str = "",
    district: District | None = None,
    day: dt.date | None = None,
) -> Case | None:
    """The case goes to the desk of ``district``, or to the authority ``target`` elsewhere; here it is over.

    It counts among “other” here. In ``district`` a case begins, which is answered, and to which the applicant's code
    leads from now on.
    """
    named = district.name if district else target.strip()
    hold = Hold(case, Act.TRANSFER, user, day=day or timezone.localdate(), target=named, reason=reason.strip())
    hold.check_end()
    if district and district.pk == hold.case.district_id:
        raise CaseRefused(_("The case is in “%(district)s” already; assign it to a unit.") % {"district": district})
    made = begin_anew(hold.case, district=district, user=user) if district else None
    _conclude(hold, EventKind.TRANSFERRED, reason, target=named, **({INTO: made.pk} if made else {}))
    return made


def _conclude(hold: Hold, kind: EventKind, text: str, **data: Any) -> None:
    settle_by_arrival(hold)
    hold.case.outcome, hold.case.concluded_on = Outcome.OTHER_OTHER, hold.day
    hold.write(kind, text=text.strip(), **data)
