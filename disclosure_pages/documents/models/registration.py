from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import District, Unit
from disclosure_pages.documents.enums import RegistrationState
from disclosure_pages.documents.querysets import RegistrationQuerySet

from .policy_document import PolicyDocument


class Registration(models.Model):
    """An entry of a district's register of normative documents (规范性文件登记簿): this content, under this number.

    Written when the legal office registers a reviewed content, and never deleted. A later edition of a document keeps
    its number and gets an entry of its own (``edition`` 2, 3 …). ``serial`` is a number of the register's own counter;
    a document that was registered elsewhere before keeps that number and has none.
    """

    page = models.ForeignKey(
        PolicyDocument,
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="registrations",
    )
    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    text = models.CharField(_("registration number"), max_length=60)
    year = models.PositiveSmallIntegerField(_("year"))
    serial = models.PositiveIntegerField(_("serial number"), null=True, blank=True)
    edition = models.PositiveSmallIntegerField(_("edition"), default=1)
    title = models.CharField(_("title"), max_length=255)
    number = models.CharField(_("document number"), max_length=100, blank=True)
    issuer = models.CharField(_("issuer"), max_length=120)
    digest = models.CharField(_("digest of the content"), max_length=64)
    opinion = models.TextField(_("legality opinion"))
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("legality review by"), on_delete=models.PROTECT, related_name="+"
    )
    judged_at = models.DateTimeField(_("legality review on"))
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("registered by"), on_delete=models.PROTECT, related_name="+"
    )
    registered_at = models.DateTimeField(_("registered on"), default=timezone.now)
    published_at = models.DateTimeField(_("published on"), null=True, blank=True)
    voided_at = models.DateTimeField(_("void since"), null=True, blank=True)
    void_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["-registered_at", "-pk"]
        indexes = [models.Index(fields=["district", "-registered_at", "-id"], name="gongkai_register")]
        constraints = [
            models.UniqueConstraint(fields=["district", "text", "edition"], name="gongkai_registration_edition_once"),
            models.UniqueConstraint(
                fields=["district", "year", "serial"], condition=Q(edition=1), name="gongkai_registration_serial_once"
            ),
            models.UniqueConstraint(
                fields=["page", "digest"], condition=Q(voided_at=None), name="gongkai_content_registered_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} {self.title}"

    @property
    def is_amendment(self) -> bool:
        """Whether it is a later edition of a document that was registered before."""
        return self.edition > 1

    @property
    def state_label(self) -> str:
        """Its state in words; needs a row that ``with_state`` annotated."""
        return str(RegistrationState(self.state).label)  # type: ignore[attr-defined]
