"""Reconsideration and litigation, with their results: part four of the annual report counts them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.contrib.requests.enums import EventKind, RemedyKind, RemedyResult
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, Remedy
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.facts import check_day

from .holding import Hold


@transaction.atomic
def record_remedy(
    *, case: Case, kind: RemedyKind, organ: str, filed_on: dt.date, user: Any, reference: str = "", note: str = ""
) -> Remedy:
    """Somebody asked ``organ`` to look at the case again; also against silence, so in every state.

    ``reference`` is the number under which ``organ`` keeps it.
    """
    hold = Hold(case, Act.REMEDY, user)
    hold.day = filed_on
    hold.check_day()
    texts = {"organ": organ.strip(), "reference": reference.strip(), "note": note.strip()}
    made = Remedy.objects.create(case=hold.case, kind=kind, filed_on=filed_on, **texts)
    hold.write(EventKind.REMEDY, remedy=made.pk, remedy_kind=kind.value)
    return made


@transaction.atomic
def conclude_remedy(
    *, remedy: Remedy, result: RemedyResult, concluded_on: dt.date, user: Any, note: str = ""
) -> Remedy:
    """How it ended. Once: what is on record is corrected by a note."""
    hold = Hold(remedy.case, Act.REMEDY, user)
    row: Remedy = hold.case.remedies.get(pk=remedy.pk)
    if row.concluded_on:
        raise CaseRefused(_("Its result is on record: %(result)s.") % {"result": row.get_result_display()})
    if result == RemedyResult.PENDING:
        raise CaseRefused(_("Say how it ended."))
    check_day(concluded_on, earliest=row.filed_on, today=timezone.localdate())
    row.result, row.concluded_on, hold.day = result, concluded_on, concluded_on
    row.note = "\n".join(filter(None, (row.note, note.strip())))
    row.save()
    hold.write(EventKind.REMEDY, remedy=row.pk, remedy_kind=row.kind, result=result.value)
    return row
