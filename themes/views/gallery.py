"""Where a designer begins: districts, the gallery of one of them, and its versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from themes.alarms import alarms
from themes.checking import faults_of_theme
from themes.discovery import discovered
from themes.domain.drafting import begin_draft
from themes.domain.permitting import designed_districts
from themes.enums import VersionState
from themes.exceptions import CannotChoose
from themes.manifest import BASE, Manifest
from themes.models import ThemeVersion
from themes.previewing import title_of

from .base import DistrictThemesView, ThemesView

SHOWN_VERSIONS = 50


@dataclass(frozen=True)
class Card:
    """A theme in the gallery. ``faults`` are why it cannot be chosen."""

    manifest: Manifest
    picture: str
    is_live: bool
    faults: list[str]


@dataclass(frozen=True)
class Line:
    """A version in the list."""

    version: ThemeVersion
    title: str
    state: VersionState


class IndexView(ThemesView):
    """The districts that the person designs, with their live look; and what fails."""

    template_name = "gongkai_themes/index.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        now, districts = timezone.now(), designed_districts(self.person).order_by("city__name", "name")
        started = ThemeVersion.objects.started(at=now).filter(district__in=districts).order_by("starts_at", "pk")
        live = {version.district_id: version.theme for version in started}
        return self.answer(
            rows=[_row(district, live.get(district.pk, "")) for district in districts.select_related("city")],
            alarms=alarms(),
            rejected=discovered().rejected,
        )


class DistrictView(DistrictThemesView):
    """The gallery: choosing a theme begins a draft."""

    template_name = "gongkai_themes/district.html"

    def get(self, request: HttpRequest, district: str) -> HttpResponse:
        now = timezone.now()
        versions = ThemeVersion.objects.filter(district=self.district).select_related("created_by")
        live = versions.live(at=now)
        lines = [
            Line(one, title_of(one.theme), one.state(at=now, live=live))
            for one in versions.order_by("-created_at", "-pk")[:SHOWN_VERSIONS]
        ]
        return self.answer(cards=cards(live.theme if live else BASE), lines=lines, alarms=alarms())

    def post(self, request: HttpRequest, district: str) -> HttpResponse:
        try:
            version = begin_draft(theme=request.POST.get("theme", ""), user=self.person, district=self.district)
        except CannotChoose as error:
            self.refuse(error)
            return redirect(self.url("district"))
        messages.success(request, _("A draft is begun: adjust it, look at it, then bring it live."))
        return redirect(self.url("version", version.pk))


def _row(district: Any, theme: str) -> tuple[Any, str, bool]:
    """A district, what its look is called, and whether that is missing."""
    return district, title_of(theme) if theme else "", bool(theme) and theme not in discovered().manifests


def cards(live: str) -> list[Card]:
    """Every theme that is installed, the base theme first."""
    manifests = sorted(discovered().manifests.values(), key=lambda one: (one.name != BASE, one.name))
    return [Card(one, _picture(one), one.name == live, faults_of_theme(one.name)) for one in manifests]


def _picture(manifest: Manifest) -> str:
    try:
        return static(f"{manifest.static_prefix}/{manifest.picture}") if manifest.picture else ""
    except ValueError:  # it was installed after the static files had been collected
        return ""
