"""Closed lists of the clock."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Phase(models.TextChoices):
    """What a case waits for, as far as its clock can tell."""

    RUNNING = "running", pgettext_lazy("phase of a clock", "The period for the answer runs")
    CORRECTING = "correcting", pgettext_lazy("phase of a clock", "Waits for the applicant's correction")
    PAYING = "paying", pgettext_lazy("phase of a clock", "Waits for the applicant's payment")
    ENDED = "ended", pgettext_lazy("phase of a clock", "Concluded")


class DayKind(models.TextChoices):
    """What a day is for the deadline."""

    START = "start", pgettext_lazy("day of a clock", "Starts the period")
    COUNTED = "counted", pgettext_lazy("day of a clock", "Counted")
    SKIPPED = "skipped", pgettext_lazy("day of a clock", "Skipped")
    PAUSED = "paused", pgettext_lazy("day of a clock", "Paused")
    LATE = "late", pgettext_lazy("day of a clock", "After the deadline")


class Reason(models.TextChoices):
    """Why a day is what it is."""

    RECEIVED = "received", pgettext_lazy("reason of a day", "Day of receipt; the period starts on the next day")
    WORKING = "working", pgettext_lazy("reason of a day", "Working day")
    MAKE_UP = "make_up", pgettext_lazy("reason of a day", "Make-up working day at a weekend")
    WEEKEND = "weekend", pgettext_lazy("reason of a day", "Weekend")
    HOLIDAY = "holiday", pgettext_lazy("reason of a day", "Public holiday")
    CORRECTION = "correction", pgettext_lazy("reason of a day", "Waits for the correction")
    THIRD_PARTY = "third_party", pgettext_lazy("reason of a day", "A third party is being asked")
    ORGAN = "organ", pgettext_lazy("reason of a day", "Another organ is being asked")
    FEE = "fee", pgettext_lazy("reason of a day", "Waits for the fee")
    CONCLUDED = "concluded", pgettext_lazy("reason of a day", "The case was concluded")
    EXPIRED = "expired", pgettext_lazy("reason of a day", "The period is over")


class DueKind(models.TextChoices):
    """What is due on a day."""

    ANSWER = "answer", pgettext_lazy("what is due", "Answer to the applicant")
    NOTICE = "notice", pgettext_lazy("what is due", "Notice of correction")
    CORRECTION = "correction", pgettext_lazy("what is due", "Correction by the applicant")
    THIRD_PARTY = "third_party", pgettext_lazy("what is due", "Opinion of a third party")
    ORGAN = "organ", pgettext_lazy("what is due", "Opinion of another organ")
    PAYMENT = "payment", pgettext_lazy("what is due", "Payment of the fee")


class FeeEffect(models.TextChoices):
    """What a notice of fees does to the period for the answer."""

    RESTART = "restart", pgettext_lazy("effect of a fee notice", "It starts anew after the payment")
    PAUSE = "pause", pgettext_lazy("effect of a fee notice", "It stands still until the payment")
    NONE = "none", pgettext_lazy("effect of a fee notice", "It goes on")


class TermStart(models.TextChoices):
    """What happened on the day after which the days to pay a fee are counted."""

    ENTERED = "entered", pgettext_lazy("start of a term", "when the fee was asked for; no letter of it is issued")
    SENT = "sent", pgettext_lazy("start of a term", "when its letter was issued")
    SERVED = "served", pgettext_lazy("start of a term", "when the notice was served")


class Tone(models.TextChoices):
    """How urgent a case is, most urgent first."""

    OVERDUE = "overdue", pgettext_lazy("urgency of a case", "Overdue")
    TODAY = "today", pgettext_lazy("urgency of a case", "Due today")
    VERY_SOON = "very_soon", pgettext_lazy("urgency of a case", "Due within 2 working days")
    LAPSED = "lapsed", pgettext_lazy("urgency of a case", "The applicant's time is over")
    SOON = "soon", pgettext_lazy("urgency of a case", "Due within 5 working days")
    FINE = "fine", pgettext_lazy("urgency of a case", "In time")
    PAUSED = "paused", pgettext_lazy("urgency of a case", "Paused")
    NEW = "new", pgettext_lazy("urgency of a case", "Day of receipt open")
    DONE = "done", pgettext_lazy("urgency of a case", "Done")
