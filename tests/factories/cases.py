"""Cases of disclosure on request: made plainly, and led on by the real acts."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from django.utils import timezone

from plugins.contrib.requests.domain.letters.drafting import approve_letter, change_letter, draft_letter, issue_letter
from plugins.contrib.requests.domain.letters.wording import approve_standard
from plugins.contrib.requests.enums import ApplicantKind, Channel, EventKind
from plugins.contrib.requests.letters.variables import VARIABLES, fill
from plugins.contrib.requests.models import Case, CaseEvent, Letter

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


def write_letter(case: Case, kind: str, *, by: Any, approved_by: Any) -> Letter:
    """A letter of this kind, written by one person and approved by the other; what is not known is said somehow."""
    approve_standard(owner=case.district, user=approved_by)
    letter = draft_letter(case=case, kind=kind, user=by)
    body = fill(letter.body, dict.fromkeys(VARIABLES, "样例"))
    letter = change_letter(letter=letter, organ=letter.organ, title=letter.title, body=body, user=by)
    return approve_letter(letter=letter, user=approved_by)


def issue_letters(case: Case, *, by: Any) -> None:
    """Whatever of the case's letters is approved gets its number."""
    for letter in case.letters.filter(state="approved"):
        issue_letter(letter=letter, user=by)
