from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.contrib.annual_report.enums import EvaluationKind

from .report import Report


class Evaluation(models.Model):
    """What a third party or the public found about disclosure; it has its place in part one of the report."""

    report = models.ForeignKey(
        Report, verbose_name=_("annual report"), on_delete=models.CASCADE, related_name="evaluations"
    )
    kind = models.CharField(_("kind of evaluation"), max_length=12, choices=EvaluationKind.choices)
    evaluator = models.CharField(_("evaluated by"), max_length=120)
    result = models.CharField(_("result"), max_length=500)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        ordering = ["report", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.evaluator}: {self.result}"
