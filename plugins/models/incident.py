from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.calling import Kind

KINDS = {
    Kind.RAISED: _("failed"),
    Kind.SLOW: _("too slow"),
    Kind.WRONG_TYPE: _("wrong answer"),
}


class Incident(models.Model):
    """What a plug-in did wrong at one point, how often and when last; kept until somebody has looked.

    ``details`` are the words of its last failure, for the operator; readers never see them.
    """

    plugin = models.CharField(_("name"), max_length=60)
    hook = models.CharField(_("point"), max_length=100)
    kind = models.CharField(_("what happened"), max_length=20, choices=[(kind.value, KINDS[kind]) for kind in Kind])
    details = models.CharField(_("details"), max_length=500, blank=True)
    count = models.PositiveIntegerField(_("times"), default=0)
    first_at = models.DateTimeField(_("first at"))
    last_at = models.DateTimeField(_("last at"))

    class Meta:
        verbose_name = _("incident of a plug-in")
        verbose_name_plural = _("incidents of plug-ins")
        ordering = ["-last_at"]
        constraints = [
            models.UniqueConstraint(fields=["plugin", "hook", "kind"], name="gongkai_plugin_incident_once"),
        ]

    def __str__(self) -> str:
        return f"{self.plugin}: {self.hook}, {self.get_kind_display()}"
