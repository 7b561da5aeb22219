"""Which day counts as the receipt of an application, by the way on which it came (Art. 31). Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from plugins.contrib.requests.enums import Channel
from plugins.contrib.requests.exceptions import CaseRefused


class Trigger(models.TextChoices):
    """What makes a day the receipt day."""

    HANDED_IN = "handed_in", pgettext_lazy("receipt day", "The day on which it was handed in")
    SIGNED_FOR = "signed_for", pgettext_lazy("receipt day", "The day on which the office signed for it")
    CONFIRMED = "confirmed", pgettext_lazy("receipt day", "The day on which both sides confirmed it")


@dataclass(frozen=True, slots=True)
class ReceiptRule:
    """``advice`` says what staff do about it."""

    trigger: Trigger
    advice: Any

    @property
    def needs_confirmation(self) -> bool:
        """Whether the day of arrival is not enough."""
        return self.trigger == Trigger.CONFIRMED


_HANDED_IN = ReceiptRule(Trigger.HANDED_IN, gettext_lazy("Handed in in person: the day itself is the receipt day."))
_SIGNED_FOR = ReceiptRule(
    Trigger.SIGNED_FOR, gettext_lazy("By registered post: the day on which the office signed for it.")
)
_LETTER = ReceiptRule(
    Trigger.CONFIRMED,
    gettext_lazy("By ordinary post: confirm with the applicant on the day of arrival; that day counts."),
)
_ONLINE = ReceiptRule(
    Trigger.CONFIRMED,
    gettext_lazy("Over the internet or by fax: the day on which you and the applicant confirm it to each other."),
)
RULES: Mapping[str, ReceiptRule] = {
    Channel.IN_PERSON: _HANDED_IN,
    Channel.REGISTERED_POST: _SIGNED_FOR,
    Channel.ORDINARY_POST: _LETTER,
    Channel.WEB: _ONLINE,
    Channel.FAX: _ONLINE,
    Channel.EMAIL: _ONLINE,
}


#: The Regulations of which all this is, as they are since 2019, are in force from this day.
FIRST_DAY = dt.date(2019, 5, 15)


def earliest_arrival(channel: str, *, submitted_on: dt.date) -> dt.date:
    """The first day on which it can have come: over the internet the day itself; else it is entered later."""
    return submitted_on if channel == Channel.WEB else FIRST_DAY


def receipt_day(channel: str, *, arrived_on: dt.date, confirmed_on: dt.date | None = None) -> dt.date | None:
    """The receipt day of what came on ``channel``; ``None`` while it waits to be confirmed.

    ``arrived_on`` is the day on which it was handed in, signed for, or found. What was handed in or signed for needs no
    confirmation, and none moves its day. Raises :class:`CaseRefused` when it is confirmed before it came.
    """
    if not RULES[channel].needs_confirmation:
        return arrived_on
    if confirmed_on is not None and confirmed_on < arrived_on:
        words = {"confirmed": confirmed_on.isoformat(), "arrived": arrived_on.isoformat()}
        raise CaseRefused(_("It came on %(arrived)s and cannot have been confirmed on %(confirmed)s.") % words)
    return confirmed_on
