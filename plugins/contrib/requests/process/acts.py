"""Closed lists of what is done with a case, and of the facts that it takes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Act(models.TextChoices):
    """What is done with a case. Articles are those of 政府信息公开条例."""

    RECEIVE = "receive", pgettext_lazy("act on a case", "Settle the receipt day")
    ASSIGN = "assign", pgettext_lazy("act on a case", "Assign to a unit")
    HAND_BACK = "hand_back", pgettext_lazy("act on a case", "Hand back to the disclosure office")
    ASK_CORRECTION = "ask_correction", pgettext_lazy("act on a case", "Ask for a correction")
    CORRECT = "correct", pgettext_lazy("act on a case", "Record the correction")
    ABANDON = "abandon", pgettext_lazy("act on a case", "Close as not corrected")
    ACCEPT = "accept", pgettext_lazy("act on a case", "Accept")
    ASK_THIRD_PARTY = "ask_third_party", pgettext_lazy("act on a case", "Ask a third party")
    ASK_ORGAN = "ask_organ", pgettext_lazy("act on a case", "Ask another organ")
    ANSWER = "answer", pgettext_lazy("act on a case", "Record the answer")
    EXTEND = "extend", pgettext_lazy("act on a case", "Extend the deadline")
    ASK_REASONS = "ask_reasons", pgettext_lazy("act on a case", "Ask why there are so many applications")
    GIVE_REASONS = "give_reasons", pgettext_lazy("act on a case", "Record the reasons")
    ASK_FEE = "ask_fee", pgettext_lazy("act on a case", "Ask for a fee")
    SERVE_FEE = "serve_fee", pgettext_lazy("act on a case", "Record the service of the fee notice")
    RECORD_PAYMENT = "record_payment", pgettext_lazy("act on a case", "Record the payment")
    DRAFT = "draft", pgettext_lazy("act on a case", "Draft the decision")
    RETURN = "return", pgettext_lazy("act on a case", "Return the draft")
    DECIDE = "decide", pgettext_lazy("act on a case", "Approve the decision")
    SERVE = "serve", pgettext_lazy("act on a case", "Record the service")
    CLOSE = "close", pgettext_lazy("act on a case", "Close the case")
    WITHDRAW = "withdraw", pgettext_lazy("act on a case", "Record the withdrawal")
    TRANSFER = "transfer", pgettext_lazy("act on a case", "Transfer the case")
    SUPPLEMENT = "supplement", pgettext_lazy("act on a case", "Add what came later")
    MESSAGE = "message", pgettext_lazy("act on a case", "Write to the applicant")
    NOTE = "note", pgettext_lazy("act on a case", "Write a note")
    REMEDY = "remedy", pgettext_lazy("act on a case", "Record a remedy")
    PUBLISH = "publish", pgettext_lazy("act on a case", "Publish the answer, anonymised")


class Fact(models.TextChoices):
    """What an act must be told."""

    DAY = "day", pgettext_lazy("fact of an act", "day")
    REASON = "reason", pgettext_lazy("fact of an act", "reason")
    TEXT = "text", pgettext_lazy("fact of an act", "text")
    ITEMS = "items", pgettext_lazy("fact of an act", "what is to be corrected")
    PERIOD = "period", pgettext_lazy("fact of an act", "period")
    DAYS = "days", pgettext_lazy("fact of an act", "number of working days")
    NAME = "name", pgettext_lazy("fact of an act", "name of who is asked")
    POSITION = "position", pgettext_lazy("fact of an act", "position")
    OUTCOME = "outcome", pgettext_lazy("fact of an act", "outcome")
    BASIS = "basis", pgettext_lazy("fact of an act", "legal basis")
    UNIT = "unit", _("responsible unit")
    TARGET = "target", pgettext_lazy("fact of an act", "where the case goes")
