from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disclosure_pages.clearance.enums import ReviewDecision, ReviewStage, WithheldGround
from disclosure_pages.clearance.querysets import ReviewQuerySet
from disclosure_pages.clearance.rules import CHECKLISTS
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.models import DisclosurePage


class Review(models.Model):
    """What one reviewer decided about one content at one stage. Rows are written once and never changed.

    ``attribute``, ``basis`` and ``ground`` belong to the confidentiality review, ``opinion`` to the legality review,
    ``former_number`` to the registration; ``checklist`` to those that have one. ``overrides`` maps the key of a
    finding to the reason why it does not stand in the way.
    """

    page = models.ForeignKey(DisclosurePage, null=True, on_delete=models.SET_NULL, related_name="reviews")
    page_title = models.CharField(_("title"), max_length=255)
    revision_id = models.PositiveIntegerField(_("revision"))
    digest = models.CharField(_("digest"), max_length=64, db_index=True)
    stage = models.CharField(_("stage"), max_length=20, choices=ReviewStage.choices)
    decision = models.CharField(_("decision"), max_length=20, choices=ReviewDecision.choices)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("reviewer"), on_delete=models.PROTECT, related_name="+"
    )
    comment = models.TextField(_("comment"), blank=True)
    attribute = models.CharField(
        _("disclosure attribute"), max_length=20, choices=DisclosureAttribute.choices, blank=True
    )
    basis = models.CharField(_("basis"), max_length=300, blank=True)
    ground = models.CharField(_("ground"), max_length=30, choices=WithheldGround.choices, blank=True)
    opinion = models.TextField(_("legality opinion"), blank=True)
    former_number = models.CharField(_("registration number that it already has"), max_length=60, blank=True)
    checklist = models.JSONField(_("checklist"), default=list)
    findings = models.JSONField(_("findings"), default=list)
    overrides = models.JSONField(_("overrides"), default=dict)
    decided_at = models.DateTimeField(_("decided at"), default=timezone.now)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-decided_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.page_title} · {self.get_stage_display()} · {self.get_decision_display()}"

    @property
    def reasons(self) -> dict[str, list[str]]:
        """Each recorded reason with the findings that it covers, in words."""
        words = {finding.get("key", finding["code"]): finding["message"] for finding in self.findings}
        covered: dict[str, list[str]] = defaultdict(list)
        for key, reason in self.overrides.items():
            covered[reason].append(words.get(key, key))
        return dict(covered)

    @property
    def confirmed_items(self) -> list[Any]:
        """What the reviewer confirmed, in words; an item that the checklist no longer has stays as its code."""
        labels = dict(CHECKLISTS[self.stage].choices) if self.stage in CHECKLISTS else {}
        return [labels.get(item, item) for item in self.checklist]
