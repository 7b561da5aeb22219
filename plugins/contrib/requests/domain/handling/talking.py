"""What is said about a case: notes for the desk, messages between both sides, what the applicant adds."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.models import Case, CaseEvent
from plugins.contrib.requests.process.acts import Act

from .holding import Hold


@transaction.atomic
def write_note(*, case: Case, text: str, user: Any) -> CaseEvent:
    """For the desk alone; the applicant never sees it."""
    return _say(case, Act.NOTE, EventKind.NOTE, text, user)


@transaction.atomic
def write_message(*, case: Case, text: str, user: Any) -> CaseEvent:
    """From the desk to the applicant, on the status page; from the applicant when ``user`` is ``None``."""
    return _say(case, Act.MESSAGE, EventKind.MESSAGE, text, user)


@transaction.atomic
def supplement_case(*, case: Case, text: str, user: Any) -> CaseEvent:
    """The applicant adds something of their own accord; the period goes on as it was."""
    return _say(case, Act.SUPPLEMENT, EventKind.SUPPLEMENTED, text, user)


def _say(case: Case, act: Act, kind: EventKind, text: str, user: Any) -> CaseEvent:
    return Hold(case, act, user, text=text.strip()).write(kind, text=text.strip())
