"""A fee is asked for and paid (Art. 42, 国办函〔2020〕109号)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.fees import Fee, FeeBasis
from plugins.contrib.requests.letters.kinds import Procedural
from plugins.contrib.requests.models import Case, FeeNotice, Letter
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.transitions import WORKING

from .deadlines import open_payment
from .fee_rules import fee_rule_of
from .handling.holding import Hold


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
    """Write the notice down; the clock waits for the payment, by the rule that its district has now.

    Raises :class:`CaseRefused` for nothing to pay.
    """
    hold = Hold(case, Act.ASK_FEE, user, day=day or timezone.localdate())
    hold.check_day()
    if not fee.total:
        raise CaseRefused(_("There is nothing to pay: no notice goes out."))
    if hold.case.fee_notices.filter(paid_on=None).exists():
        raise CaseRefused(_("A fee was asked for already and is not paid yet."))
    before = before if fee.basis == FeeBasis.ITEMS else 0
    figures = {"basis": fee.basis, "quantity": quantity, "before": before, "total": fee.total}
    rule = fee_rule_of(hold.case.district)
    said: dict[str, Any] = {"days": rule.days, "effect": str(rule.effect), "basis": rule.basis}
    hold.write(EventKind.FEE_ASKED, total=fee.total, **said)
    return _keep_last_day(FeeNotice(case=hold.case, asked_on=hold.day, by=user, **figures))


@transaction.atomic
def serve_fee(*, notice: FeeNotice, user: Any, day: dt.date | None = None) -> FeeNotice:
    """The notice reached the applicant on ``day``: the days to pay count from the day after."""
    hold = Hold(notice.case, Act.SERVE_FEE, user, day=day or timezone.localdate())
    row: FeeNotice = hold.case.fee_notices.get(pk=notice.pk)
    if row.paid_on:
        raise CaseRefused(_("The payment is on record: %(day)s.") % {"day": row.paid_on.isoformat()})
    hold.check_day(row.asked_on)
    hold.write(EventKind.FEE_SERVED)
    return _keep_last_day(row)


def note_issue(letter: Letter, *, user: Any) -> None:
    """The letter of a fee that is open goes out: the days to pay count from then on, until its service is recorded.

    A letter that is older than the fee, as of another one, moves nothing.
    """
    if letter.kind != Procedural.FEE or letter.case.state not in WORKING or letter.issued_on is None:
        return
    notice = letter.case.fee_notices.filter(paid_on=None, asked_on__lte=letter.issued_on).first()
    if notice is not None:
        Hold(letter.case, Act.SERVE_FEE, user, day=letter.issued_on).write(EventKind.FEE_SENT)
        _keep_last_day(notice)


def _keep_last_day(notice: FeeNotice) -> FeeNotice:
    """What the clock says of it."""
    due = open_payment(notice.case)
    if due is not None:
        notice.pay_by = due.day
    notice.save()
    return notice


@transaction.atomic
def record_payment(*, notice: FeeNotice, user: Any, day: dt.date | None = None) -> FeeNotice:
    """The fee has come on ``day``; the period for the answer goes on as the rule of the fee says."""
    hold = Hold(notice.case, Act.RECORD_PAYMENT, user, day=day or timezone.localdate())
    row: FeeNotice = hold.case.fee_notices.get(pk=notice.pk)
    if row.paid_on:
        raise CaseRefused(_("The payment is on record: %(day)s.") % {"day": row.paid_on.isoformat()})
    hold.check_day(row.asked_on)
    row.paid_on = hold.day
    row.save(update_fields=["paid_on"])
    hold.write(EventKind.PAID)
    return row


def check_lapsed(case: Case, *, on: dt.date) -> None:
    """Raise :class:`CaseRefused` unless a fee was asked for, is not paid, and its last day is over ``on`` that day."""
    notice = case.fee_notices.filter(paid_on=None).first()
    if notice is None:
        raise CaseRefused(_("Fee not paid in time: no fee is open. Ask for one, or choose another outcome."))
    if notice.pay_by >= on:
        words = {"day": notice.pay_by.isoformat()}
        raise CaseRefused(_("The applicant can pay until %(day)s; wait until that day is over.") % words)
