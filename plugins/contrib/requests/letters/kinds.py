"""What letters there are: one for each outcome of the annual report, and those on the way to it."""

from __future__ import annotations

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from plugins.contrib.requests.enums import Outcome


class Procedural(models.TextChoices):
    """Letters that decide nothing. Articles are those of 政府信息公开条例."""

    RECEIPT = "receipt", pgettext_lazy("letter", "Receipt of registration (Art. 31)")
    CORRECTION = "correction", pgettext_lazy("letter", "Notice of correction (Art. 30)")
    EXTENSION = "extension", pgettext_lazy("letter", "Notice of extension (Art. 33)")
    INQUIRY = "inquiry", pgettext_lazy("letter", "Inquiry to a third party (Art. 32)")
    THIRD_PARTY = "third_party", pgettext_lazy("letter", "Decision told to a third party (Art. 32)")
    ORGAN = "organ", pgettext_lazy("letter", "Inquiry to another organ (Art. 34)")
    TRANSFER = "transfer", pgettext_lazy("letter", "Told that another organ is responsible (Art. 36)")
    FEE = "fee", pgettext_lazy("letter", "Fee notice (Art. 42)")
    EXCESSIVE = "excessive", pgettext_lazy("letter", "Reasons asked for many applications (Art. 35)")
    ALREADY_PUBLIC = "already_public", pgettext_lazy("letter", "Told where it is public (Art. 36)")
    WITHDRAWN = "withdrawn", pgettext_lazy("letter", "Withdrawal confirmed")


#: Codes and labels of all letters, those of outcomes after the others.
LETTER_KINDS: list[tuple[str, str | Promise]] = [*Procedural.choices, *Outcome.choices]
_LABELS = dict(LETTER_KINDS)


def label_of(kind: str) -> str:
    return str(_LABELS.get(kind, kind))
