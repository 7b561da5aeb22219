"""A fee is asked for and paid (Art. 42, 国办函〔2020〕109号)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import working_calendar
from plugins.contrib.requests.clock.rules import Rules
from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.fees import Fee, FeeBasis
from plugins.contrib.requests.models import Case, CaseEvent, FeeNotice
from plugins.contrib.requests.process.facts import check_day
from plugins.contrib.requests.process.transitions import WORKING

from .deadlines import refresh_deadline

#: Calendar days to pay, after the day of the notice.
PAYMENT_DAYS = Rules().payment


def items_before(case: Case) -> int:
    """How many cases of the same applicant the district received in the calendar month of ``case`` before it."""
    if not case.received_on or not case.applicant_digest:
        return 0
    month = {"received_on__year": case.received_on.year, "received_on__month": case.received_on.month}
    same = Case.objects.filter(district=case.district, applicant_digest=case.applicant_digest, **month)
    return (
        same.filter(received_on__lt=case.received_on).count()
        + same.filter(received_on=case.received_on, pk__lt=case.pk).count()
    )


@transaction.atomic
def ask_fee(
    *, case: Case, fee: Fee, quantity: int, user: Any, before: int = 0, day: dt.date | None = None
) -> FeeNotice:
    """Write the notice down; the clock waits for the payment. Raises :class:`CaseRefused` for nothing to pay."""
    day = day or timezone.localdate()
    Case.objects.select_for_update().get(pk=case.pk)
    case = Case.objects.get(pk=case.pk)
    if case.state not in WORKING:
        raise CaseRefused(_("A fee is asked for while a case is at work, after it was accepted."))
    check_day(day, earliest=case.received_on, today=timezone.localdate())
    if not fee.total:
        raise CaseRefused(_("There is nothing to pay: no notice goes out."))
    if case.fee_notices.filter(paid_on=None).exists():
        raise CaseRefused(_("A fee was asked for already and is not paid yet."))
    before = before if fee.basis == FeeBasis.ITEMS else 0
    figures = {"basis": fee.basis, "quantity": quantity, "before": before, "total": fee.total}
    made: FeeNotice = case.fee_notices.create(asked_on=day, pay_by=last_day_to_pay(day), by=user, **figures)
    _write(case, EventKind.FEE_ASKED, day, user)
    return made


@transaction.atomic
def record_payment(*, notice: FeeNotice, user: Any, day: dt.date | None = None) -> FeeNotice:
    """The fee has come on ``day``."""
    day = day or timezone.localdate()
    case = Case.objects.select_for_update().get(pk=notice.case_id)
    row: FeeNotice = case.fee_notices.get(pk=notice.pk)
    if row.paid_on:
        raise CaseRefused(_("The payment is on record: %(day)s.") % {"day": row.paid_on.isoformat()})
    check_day(day, earliest=row.asked_on, today=timezone.localdate())
    row.paid_on = day
    row.save(update_fields=["paid_on"])
    _write(case, EventKind.PAID, day, user)
    return row


def last_day_to_pay(day: dt.date) -> dt.date:
    """A last day that is no working day moves to the next one."""
    calendar, last = working_calendar(), day + dt.timedelta(days=PAYMENT_DAYS)
    while not calendar.is_working(last):
        last += dt.timedelta(days=1)
    return last


def _write(case: Case, kind: EventKind, day: dt.date, user: Any) -> None:
    CaseEvent.objects.create(case=case, kind=kind, day=day, by=user, state_after=case.state)
    log(case, f"gongkai.requests.{kind.value}", user=user)
    refresh_deadline(case)
