from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .page_version import PageVersion


class IndexPosition(models.Model):
    """Up to which version an index has been told everything.

    Kept for each index and not for the engine: after a swap, or a step back to the former index, deliveries go on
    from where the index that answers now has been left.
    """

    engine = models.CharField(_("engine"), max_length=40)
    index = models.CharField(_("index"), max_length=120)
    version = models.BigIntegerField(_("told up to version"))

    class Meta:
        verbose_name = _("position of an index")
        verbose_name_plural = _("positions of indexes")
        constraints = [models.UniqueConstraint(fields=["engine", "index"], name="gongkai_search_one_position")]

    def __str__(self) -> str:
        return f"{self.engine}/{self.index}: {self.version}"

    def waiting(self) -> models.QuerySet[PageVersion]:
        """What the index has not been told yet, in the order of the changes."""
        return PageVersion.objects.filter(version__gt=self.version).order_by("version")
