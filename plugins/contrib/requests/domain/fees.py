"""A fee is asked for and paid (Art. 42, 国办函〔2020〕109号)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import working_calendar
from plugins.contrib.requests.clock.rules import Rules
from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.fees import Fee, FeeBasis
from plugins.contrib.requests.models import Case, FeeNotice
from plugins.contrib.requests.process.acts import Act

from .handling.holding import Hold

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
    hold = Hold(case, Act.ASK_FEE, user, day=day or timezone.localdate())
    hold.check_day()
    if not fee.total:
        raise CaseRefused(_("There is nothing to pay: no notice goes out."))
    if hold.case.fee_notices.filter(paid_on=None).exists():
        raise CaseRefused(_("A fee was asked for already and is not paid yet."))
    before = before if fee.basis == FeeBasis.ITEMS else 0
    figures = {"basis": fee.basis, "quantity": quantity, "before": before, "total": fee.total}
    pay_by = last_day_to_pay(hold.day)
    made: FeeNotice = hold.case.fee_notices.create(asked_on=hold.day, pay_by=pay_by, by=user, **figures)
    hold.write(EventKind.FEE_ASKED, total=fee.total)
    return made


@transaction.atomic
def record_payment(*, notice: FeeNotice, user: Any, day: dt.date | None = None) -> FeeNotice:
    """The fee has come on ``day``; the period for the answer begins anew after it."""
    hold = Hold(notice.case, Act.RECORD_PAYMENT, user, day=day or timezone.localdate())
    row: FeeNotice = hold.case.fee_notices.get(pk=notice.pk)
    if row.paid_on:
        raise CaseRefused(_("The payment is on record: %(day)s.") % {"day": row.paid_on.isoformat()})
    hold.check_day(row.asked_on)
    row.paid_on = hold.day
    row.save(update_fields=["paid_on"])
    hold.write(EventKind.PAID)
    return row


def last_day_to_pay(day: dt.date) -> dt.date:
    """A last day that is no working day moves to the next one."""
    calendar, last = working_calendar(), day + dt.timedelta(days=PAYMENT_DAYS)
    while not calendar.is_working(last):
        last += dt.timedelta(days=1)
    return last


def check_lapsed(case: Case, *, on: dt.date) -> None:
    """Raise :class:`CaseRefused` unless a fee was asked for, is not paid, and its last day is over ``on`` that day."""
    notice = case.fee_notices.filter(paid_on=None).first()
    if notice is None:
        raise CaseRefused(_("Fee not paid in time: no fee is open. Ask for one, or choose another outcome."))
    if notice.pay_by >= on:
        words = {"day": notice.pay_by.isoformat()}
        raise CaseRefused(_("The applicant can pay until %(day)s; wait until that day is over.") % words)
