from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.api import District, Unit
from plugins.contrib.requests.enums import (
    ApplicantKind,
    CaseState,
    Channel,
    Delivery,
    Outcome,
    WantedForm,
)
from plugins.contrib.requests.identity import IdentityKind
from plugins.contrib.requests.protection.encryption import EncryptedTextField
from plugins.contrib.requests.querysets import CaseQuerySet


class Case(models.Model):
    """One application for information (依申请公开, Art. 29) and where it is.

    Days are calendar days in Asia/Shanghai. ``received_on`` is the day of receipt by Art. 31, empty until it is
    settled; ``concluded_on`` is the day of the decision, withdrawal, abandonment or transfer, empty while it is open;
    both with ``outcome`` are what the annual report counts. ``due_on`` and ``paused_until``, the last day of the
    last wait for others, are derived from the log and the calendar. What tells who applies, and what they freely wrote,
    is encrypted; ``…_digest`` are keyed, so that equal ones are found.
    """

    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        Unit, verbose_name=_("handling unit"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    number = models.CharField(
        pgettext_lazy("of a case", "registration number"), max_length=160, blank=True, editable=False
    )
    register_unit = models.ForeignKey(
        Unit,
        verbose_name=pgettext_lazy("of a case", "registered by"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    register_year = models.PositiveSmallIntegerField(_("year of registration"), null=True, editable=False)
    serial = models.PositiveIntegerField(pgettext_lazy("of a case", "serial number"), null=True, editable=False)
    tracking_digest = models.CharField(max_length=64, unique=True, editable=False)
    mail_tracking_digest = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    contact_digest = models.CharField(max_length=64, blank=True, editable=False)
    applicant_digest = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

    channel = models.CharField(_("way"), max_length=20, choices=Channel.choices, default=Channel.WEB)
    submitted_at = models.DateTimeField(_("submitted at"))
    received_on = models.DateField(_("day of receipt"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=CaseState.choices, default=CaseState.RECEIVED)
    outcome = models.CharField(_("outcome"), max_length=30, choices=Outcome.choices, blank=True)
    concluded_on = models.DateField(_("concluded on"), null=True, blank=True)
    served_on = models.DateField(_("served on"), null=True, blank=True)
    closed_on = models.DateField(pgettext_lazy("of a case", "closed on"), null=True, blank=True)
    due_on = models.DateField(_("answer due on"), null=True, blank=True, editable=False)
    paused_until = models.DateField(_("waits until"), null=True, blank=True, editable=False)
    is_provisional = models.BooleanField(_("day is provisional"), default=False, editable=False)
    erased_at = models.DateTimeField(_("personal data erased at"), null=True, editable=False)

    applicant_kind = models.CharField(_("applicant"), max_length=20, choices=ApplicantKind.choices)
    name = EncryptedTextField(_("name of the applicant"), blank=True)
    representative = EncryptedTextField(_("representative"), blank=True)
    identity_kind = models.CharField(_("kind of identity"), max_length=20, choices=IdentityKind.choices, blank=True)
    identity_number = EncryptedTextField(_("number of the identity document"), blank=True)
    phone = EncryptedTextField(pgettext_lazy("of an applicant", "telephone"), blank=True)
    email = EncryptedTextField(pgettext_lazy("of an applicant", "e-mail address"), blank=True)
    fax = EncryptedTextField(pgettext_lazy("of an applicant", "fax number"), blank=True)
    address = EncryptedTextField(pgettext_lazy("of an applicant", "postal address"), blank=True)

    title = models.CharField(_("name of the information"), max_length=300)
    document_number = models.CharField(_("number of the document"), max_length=100, blank=True)
    features = EncryptedTextField(_("other features of the information"), blank=True)
    wanted_form = models.CharField(
        _("form wanted"), max_length=20, choices=WantedForm.choices, default=WantedForm.ELECTRONIC
    )
    delivery = models.CharField(_("way to get it"), max_length=20, choices=Delivery.choices, default=Delivery.ONLINE)
    asks_fee_reduction = models.BooleanField(_("asks for a reduction of fees"), default=False)
    fee_reason = EncryptedTextField(_("reason for a reduction"), blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["district", "state", "due_on"], name="gongkai_case_queue"),
            models.Index(fields=["unit", "received_on"], name="gongkai_case_received"),
            models.Index(fields=["unit", "concluded_on", "outcome"], name="gongkai_case_concluded"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["register_unit", "register_year", "serial"], name="gongkai_case_number_once"
            ),
            models.UniqueConstraint(
                fields=["district", "number"], condition=~Q(number=""), name="gongkai_case_number_once_in_district"
            ),
            models.CheckConstraint(
                condition=Q(concluded_on=None, outcome="") | (Q(concluded_on__isnull=False) & ~Q(outcome="")),
                name="gongkai_case_concluded_with_outcome",
            ),
            models.CheckConstraint(
                condition=Q(concluded_on=None) | Q(concluded_on__gte=F("received_on")),
                name="gongkai_case_concluded_after_receipt",
            ),
        ]

    def __str__(self) -> str:
        return self.number or str(_("Case without a number (%(key)s)") % {"key": self.pk})

    @property
    def is_concluded(self) -> bool:
        """Whether nothing is due any more."""
        return self.concluded_on is not None
