from __future__ import annotations

import datetime as dt
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class DatedQuerySet(models.QuerySet["Dated"]):
    """Entries that hold for some time, or for good."""

    def holding(self, *, on: dt.date) -> Self:
        """Those that hold on the day ``on``, their first and last days included."""
        since, until = Q(starts_on=None) | Q(starts_on__lte=on), Q(ends_on=None) | Q(ends_on__gte=on)
        return self.filter(since, until)


class Dated(models.Model):
    """An entry with the days (Asia/Shanghai) from and until which it holds; without them it always does."""

    starts_on = models.DateField(_("from"), null=True, blank=True, help_text=_("The first day; empty: from now on."))
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day; empty: for good."))

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day comes before the first: change one of the two.")})
