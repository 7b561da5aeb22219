from __future__ import annotations

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.contrib.requests.enums import LetterState
from plugins.contrib.requests.letters.kinds import LETTER_KINDS, label_of
from plugins.contrib.requests.protection.encryption import EncryptedTextField

from .case import Case
from .case_file import CaseFile


class Letter(models.Model):
    """A letter of a case: drafted by one person, approved by another, then issued with a document number.

    ``organ``, ``title`` and ``body`` are the letter itself and stay as they are from the approval on. ``number`` is
    counted by district and year, without gaps; ``word`` and ``pdf`` are made when it is issued. ``decision_told`` is
    the decision as it was when the letter was drafted from it (JSON; empty for letters that are older than this),
    ``former`` are the texts that the letter had before it was drafted anew (JSON).
    """

    case = models.ForeignKey(Case, verbose_name=_("case"), on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(pgettext_lazy("letter", "kind of letter"), max_length=30, choices=LETTER_KINDS)
    state = models.CharField(
        pgettext_lazy("letter", "state of the letter"),
        max_length=10,
        choices=LetterState.choices,
        default=LetterState.DRAFT,
    )
    organ = models.CharField(pgettext_lazy("letter", "organ that signs"), max_length=200)
    title = models.CharField(pgettext_lazy("letter", "title of the letter"), max_length=100)
    body = EncryptedTextField(pgettext_lazy("letter", "text of the letter"))
    decision_told = EncryptedTextField(_("decision that the letter tells"), blank=True, editable=False)
    former = EncryptedTextField(_("former texts of the letter"), blank=True, editable=False)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("drafted by"), on_delete=models.PROTECT, related_name="+"
    )
    drafted_at = models.DateTimeField(_("drafted at"), auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=pgettext_lazy("of a case", "approved by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    number = models.CharField(pgettext_lazy("letter", "document number"), max_length=100, blank=True)
    issued_on = models.DateField(pgettext_lazy("letter", "issued on"), null=True)
    word = models.OneToOneField(CaseFile, null=True, on_delete=models.SET_NULL, related_name="+")
    pdf = models.OneToOneField(CaseFile, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = pgettext_lazy("letter", "letter")
        verbose_name_plural = pgettext_lazy("letter", "letters")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("drafted_by")), name="gongkai_letter_four_eyes"
            ),
            models.CheckConstraint(
                condition=Q(state=LetterState.DRAFT, approved_by=None)
                | (~Q(state=LetterState.DRAFT) & Q(approved_by__isnull=False)),
                name="gongkai_letter_approved",
            ),
            models.CheckConstraint(
                condition=Q(state=LetterState.ISSUED, issued_on__isnull=False) & ~Q(number="")
                | (~Q(state=LetterState.ISSUED) & Q(issued_on=None, number="")),
                name="gongkai_letter_issued_with_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} · {label_of(self.kind)}"

    @property
    def version(self) -> str:
        """The same as long as the letter says the same: whoever approves or changes it says which one they read."""
        return hashlib.sha256(f"{self.organ}\0{self.title}\0{self.body}".encode()).hexdigest()
