from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class IndexBuild(models.Model):
    """An index that is being built: how far it is, so that a build that was killed goes on where it stopped."""

    engine = models.CharField(_("engine"), max_length=40, unique=True)
    index = models.CharField(_("index"), max_length=120)
    done_to = models.BigIntegerField(_("built up to the page"), default=0)
    done = models.PositiveIntegerField(_("pages so far"), default=0)
    total = models.PositiveIntegerField(_("pages in all"), default=0)
    begun_at = models.DateTimeField(_("begun at"), default=timezone.now)
    went_on_at = models.DateTimeField(_("last step at"), auto_now=True)

    class Meta:
        verbose_name = _("build of an index")
        verbose_name_plural = _("builds of indexes")

    def __str__(self) -> str:
        return f"{self.engine}/{self.index}: {self.done}/{self.total}"
