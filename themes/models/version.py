from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import City, District, Unit
from themes.adjusting import Adjustments
from themes.enums import TypeSize, VersionState
from themes.querysets import ThemeVersionQuerySet
from themes.resolution import Choice

_PATTERN = r"^#[0-9a-fA-F]{6}\Z"
COLOUR = re.compile(_PATTERN)
is_colour = RegexValidator(_PATTERN, _("Write a colour as # and six digits, such as #a3271f."))


def _colour(label: Any) -> models.CharField:
    return models.CharField(label, max_length=7, blank=True, validators=[is_colour])


class ThemeVersion(models.Model):
    """One state of a place's look: the theme and what is adjusted of it.

    Exactly one of ``city``, ``district`` and ``unit`` is set. Without ``starts_at`` it is a draft; what has started is
    never changed. The newest one that has started is live: no act is needed at the moment when it starts, and rolling
    back is a new version that is like an old one. ``theme`` is a name, which outlives the theme.
    """

    city = models.ForeignKey(City, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    district = models.ForeignKey(
        District, verbose_name=_("district"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    theme = models.CharField(_("theme"), max_length=40)
    accent = _colour(_("Colour of links and buttons"))
    seal = _colour(_("Colour of the seal and of rules"))
    band = _colour(_("Colour of the masthead"))
    paper = _colour(_("Colour of the page"))
    type_size = models.CharField(_("Size of type"), max_length=10, choices=TypeSize.choices, default=TypeSize.STANDARD)
    logo = models.FileField(_("Logo"), upload_to="themes", blank=True)
    banner = models.FileField(_("Banner"), upload_to="themes", blank=True)
    icp_number = models.CharField(_("ICP number"), max_length=60, blank=True)
    police_number = models.CharField(_("public security record number"), max_length=60, blank=True)
    starts_at = models.DateTimeField(_("live from"), null=True, blank=True, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = ThemeVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a look")
        verbose_name_plural = _("versions of looks")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(city__isnull=False, district__isnull=True, unit__isnull=True)
                | Q(city__isnull=True, district__isnull=False, unit__isnull=True)
                | Q(city__isnull=True, district__isnull=True, unit__isnull=False),
                name="gongkai_theme_version_of_one_place",
            )
        ]

    def __str__(self) -> str:
        return f"{self.theme} ({self.place})"

    @property
    def place(self) -> Any:
        """Whose look it is."""
        return self.unit or self.district or self.city

    @property
    def siblings(self) -> ThemeVersionQuerySet:
        """All versions of the same place."""
        place = {"city": self.city_id, "district": self.district_id, "unit": self.unit_id}
        found: ThemeVersionQuerySet = ThemeVersion.objects.of_place(**place)
        return found

    @property
    def adjustments(self) -> Adjustments:
        """What is adjusted of the theme's tokens."""
        return Adjustments(self.accent, self.seal, self.band, self.paper, self.type_size)

    def state(self, *, at: dt.datetime, live: ThemeVersion | None) -> VersionState:
        """Where it stands at ``at``, when ``live`` is the live version of its place."""
        if self.starts_at is None:
            return VersionState.DRAFT
        if self.starts_at > at:
            return VersionState.SCHEDULED
        return VersionState.LIVE if live is not None and live.pk == self.pk else VersionState.SUPERSEDED

    def as_choice(self, *, title: str = "") -> Choice:
        """As plain values, for :func:`themes.resolution.resolve`."""
        facts = {"icp_number": self.icp_number, "police_number": self.police_number}
        stated = tuple((name, value) for name, value in facts.items() if value)
        return Choice(
            self.pk, self.theme, title, self.adjustments, self.logo.name or "", self.banner.name or "", stated
        )
