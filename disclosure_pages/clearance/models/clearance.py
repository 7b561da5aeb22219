from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import Unit
from disclosure_pages.clearance.enums import WithheldGround
from disclosure_pages.clearance.querysets import ClearanceQuerySet
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.models import DisclosurePage

from .review import Review


class Clearance(models.Model):
    """This content of this page was reviewed, and its disclosure attribute is that.

    Bound to page and digest, so neither a copy nor a later change is cleared. Only the attribute “proactive” lets
    content be public. A forced clearance has a reason and no complete set of reviews.
    """

    page = models.ForeignKey(DisclosurePage, null=True, on_delete=models.SET_NULL, related_name="clearances")
    page_title = models.CharField(_("title"), max_length=255)
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    revision_id = models.PositiveIntegerField(_("revision"))
    digest = models.CharField(_("digest"), max_length=64)
    attribute = models.CharField(_("disclosure attribute"), max_length=20, choices=DisclosureAttribute.choices)
    basis = models.CharField(_("basis"), max_length=300, blank=True)
    ground = models.CharField(_("ground"), max_length=30, choices=WithheldGround.choices, blank=True)
    reviews = models.ManyToManyField(Review, verbose_name=_("reviews"), related_name="clearances")
    is_forced = models.BooleanField(_("forced"), default=False)
    reason = models.TextField(_("reason for forcing"), blank=True)
    cleared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("cleared by"), on_delete=models.PROTECT, related_name="+"
    )
    cleared_at = models.DateTimeField(_("cleared at"), default=timezone.now)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    objects = ClearanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("clearance")
        verbose_name_plural = _("clearances")
        ordering = ["-cleared_at", "-pk"]
        indexes = [models.Index(fields=["page", "digest"], name="gongkai_clearance_lookup")]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_forced=False) | ~Q(reason=""), name="gongkai_forced_clearance_has_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_title} · {self.get_attribute_display()}"
