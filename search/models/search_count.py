from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from cms.people.domain.roles import Person, districts_of, roles_of
from cms.tenancy.models import District
from search.rules import COUNTS_READ_EVERYWHERE, COUNTS_READ_IN_DISTRICT


class SearchCountQuerySet(models.QuerySet["SearchCount"]):
    """How often readers asked for what."""

    def visible_to(self, user: Person) -> Self:
        """What the person may read: of the own districts, or everything."""
        if user.is_superuser or roles_of(user) & COUNTS_READ_EVERYWHERE:
            return self
        return self.filter(district__in=districts_of(user, COUNTS_READ_IN_DISTRICT))

    def within(self, since: dt.date, until: dt.date) -> Self:
        """Of these days, both included."""
        return self.filter(day__range=(since, until))

    def by_text(self) -> models.QuerySet[SearchCount, dict[str, object]]:
        """A row for each text, the most frequent first; what was counted without its text is left out."""
        sums = {name: Sum(name) for name in ("searches", "without_hit", "opened")}
        return self.exclude(text="").values("text").annotate(**sums).order_by("-searches", "text")


class SearchCount(models.Model):
    """How often a text was searched for on a day in a district, and how often a hit of it was opened.

    Nothing says who asked. ``text`` is folded; empty, it stands for all that is counted without being kept.
    ``district`` is empty for the search of a whole city.
    """

    day = models.DateField(_("day"))
    district = models.ForeignKey(District, verbose_name=_("district"), null=True, on_delete=models.CASCADE)
    text = models.CharField(_("search"), max_length=60)
    searches = models.PositiveIntegerField(_("searches"), default=0)
    without_hit = models.PositiveIntegerField(_("without a result"), default=0)
    opened = models.PositiveIntegerField(_("opened hits"), default=0)

    objects = SearchCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of searches")
        verbose_name_plural = _("counts of searches")
        constraints = [
            models.UniqueConstraint(fields=["day", "district", "text"], name="gongkai_search_one_count"),
            models.UniqueConstraint(
                fields=["day", "text"], condition=Q(district=None), name="gongkai_search_one_city_count"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.text}"
