from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plugins.api import District
from plugins.contrib.item_catalogue.assignments import AssignmentQuerySet
from plugins.contrib.item_catalogue.process.states import ItemState

from .catalogue import Catalogue
from .field import Field


class Assignment(models.Model):
    """A field that the city gave to a district, from the draft of its catalogue to the publication.

    The four days are calendar days in Asia/Shanghai, each the last of its step. ``auditors`` are the people of the
    city's department for the field; where nobody is named, every auditor of the city audits.
    """

    field = models.ForeignKey(Field, verbose_name=_("field of disclosure"), on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="+")
    catalogue = models.OneToOneField(
        Catalogue, verbose_name=_("item catalogue"), on_delete=models.PROTECT, related_name="assignment"
    )
    draft_due = models.DateField(_("drafted and submitted by"))
    audit_due = models.DateField(_("audited by"))
    adapt_due = models.DateField(_("adapted by"))
    publish_due = models.DateField(_("published by"))
    auditors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("auditors of the field"),
        blank=True,
        related_name="+",
        help_text=_("People of the city's department for this field. Where nobody is named, every auditor audits."),
    )
    assigned_at = models.DateTimeField(_("assigned at"), auto_now_add=True)
    adopted_at = models.DateTimeField(_("common elements adopted at"), null=True, blank=True, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment of a field")
        verbose_name_plural = _("assignments of fields")
        ordering = ["field__order", "field__code", "district", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["field", "district"], condition=Q(published_at=None), name="gongkai_items_one_open_assignment"
            ),
            models.CheckConstraint(
                condition=Q(
                    audit_due__gte=F("draft_due"), adapt_due__gte=F("audit_due"), publish_due__gte=F("adapt_due")
                ),
                name="gongkai_items_due_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} · {self.district}"

    @property
    def first_state(self) -> ItemState:
        """The state of an item with which nothing was done yet."""
        return ItemState.ADAPTING if self.adopted_at else ItemState.DRAFT
