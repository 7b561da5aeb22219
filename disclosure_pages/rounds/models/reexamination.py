from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import District, Unit
from disclosure_pages.clearance.models import Clearance
from disclosure_pages.pages.models import Article
from disclosure_pages.rounds.enums import ReexaminationState, Reexamined
from disclosure_pages.rounds.querysets import ReexaminationItemQuerySet, ReexaminationQuerySet
from disclosure_pages.tree.models import DisclosurePage


class Reexamination(models.Model):
    """A yearly re-examination of what a district does not disclose (Regulations on Open Government Information,
    Art. 18).

    Its result is published as figures. Titles of what is not disclosed stand nowhere in it, nor in its result.
    """

    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    due_on = models.DateField(_("units decide until"))
    state = models.CharField(
        _("state"), max_length=12, choices=ReexaminationState.choices, default=ReexaminationState.OPEN
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("opened by"), on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(_("opened at"), default=timezone.now)
    result_page = models.OneToOneField(
        Article,
        verbose_name=_("published result"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reexamination",
    )

    objects = ReexaminationQuerySet.as_manager()

    class Meta:
        verbose_name = _("yearly re-examination")
        verbose_name_plural = _("yearly re-examinations")
        ordering = ["-year", "-pk"]
        constraints = [models.UniqueConstraint(fields=["district", "year"], name="gongkai_one_reexamination_per_year")]

    def __str__(self) -> str:
        return f"{self.district} {self.year}"


class ReexaminationItem(models.Model):
    """Content that is not disclosed, by its latest clearance, and what its unit decided about it this year."""

    reexamination = models.ForeignKey(
        Reexamination, verbose_name=_("yearly re-examination"), on_delete=models.CASCADE, related_name="items"
    )
    page = models.ForeignKey(
        DisclosurePage, verbose_name=_("content"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    clearance = models.ForeignKey(
        Clearance, verbose_name=_("clearance"), on_delete=models.PROTECT, related_name="reexaminations"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(_("decision"), max_length=12, choices=Reexamined.choices, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    objects = ReexaminationItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("content of a re-examination")
        verbose_name_plural = _("contents of re-examinations")
        ordering = ["reexamination", "unit", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["reexamination", "clearance"], name="gongkai_clearance_once_reexamined")
        ]

    def __str__(self) -> str:
        # Never the title of the content: this text may end in logs and messages.
        return f"{self.reexamination} #{self.pk}"
