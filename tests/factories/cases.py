"""Cases of disclosure on request: made plainly, and led on by the real acts."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from django.utils import timezone

from plugins.contrib.requests.enums import ApplicantKind, Channel, EventKind
from plugins.contrib.requests.models import Case, CaseEvent

_numbers = count(1)


def make_case(district: Any, unit: Any = None, **values: Any) -> Case:
    """An application that has just come, by hand; ``on`` is the day on which it came."""
    number = next(_numbers)
    day: dt.date = values.pop("on", timezone.localdate())
    said = {
        "channel": Channel.IN_PERSON,
        "applicant_kind": ApplicantKind.NATURAL,
        "name": f"申请人{number}",
        "identity_number": f"43010219900101{number:04}",
        "phone": f"1380000{number:04}",
        "title": f"信息{number}",
        "tracking_digest": f"{number:064x}",
        "submitted_at": timezone.make_aware(dt.datetime.combine(day, dt.time(9))),
    }
    case: Case = Case.objects.create(district=district, unit=unit, **{**said, **values})
    CaseEvent.objects.create(case=case, kind=EventKind.SUBMITTED, day=day, state_after=case.state)
    return case
