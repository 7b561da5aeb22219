from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import District


class JobRun(models.Model):
    """The last run of a plug-in's job for a district, or for the installation: when, and how it ended."""

    plugin = models.CharField(_("name"), max_length=60)
    job = models.CharField(_("job"), max_length=60)
    district = models.ForeignKey(
        District, verbose_name=_("district"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    begun_at = models.DateTimeField(_("begun at"))
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    said = models.CharField(_("result"), max_length=500, blank=True)
    error = models.CharField(_("error"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("run of a job")
        verbose_name_plural = _("runs of jobs")
        ordering = ["plugin", "job", "district"]
        constraints = [
            models.UniqueConstraint(fields=["plugin", "job", "district"], name="gongkai_plugin_job_run_once"),
            models.UniqueConstraint(
                fields=["plugin", "job"], condition=models.Q(district=None), name="gongkai_plugin_job_run_once_in_all"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plugin}: {self.job} ({self.district or _('whole installation')})"
