"""Where a designer begins: places, the gallery of one of them, and its versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.tenancy.models import Unit
from themes.alarms import alarms
from themes.checking import faults_of_theme
from themes.discovery import discovered
from themes.domain.drafting import begin_draft
from themes.domain.permitting import designed_cities, designed_districts
from themes.enums import VersionState
from themes.exceptions import CannotChoose
from themes.known import Place, known_looks
from themes.manifest import BASE, Manifest
from themes.models import ThemeVersion
from themes.previewing import title_of

from .base import PlaceThemesView, ThemesView, place_url

SHOWN_VERSIONS = 50


@dataclass(frozen=True)
class Card:
    """A theme in the gallery. ``faults`` are why it cannot be chosen."""

    manifest: Manifest
    picture: str
    is_live: bool
    faults: list[str]


@dataclass(frozen=True)
class Row:
    """A place, the address of its screen, what its look is called if it has one, and whether that is missing."""

    place: Any
    url: str
    look: str
    is_missing: bool


@dataclass(frozen=True)
class Line:
    """A version in the list, and its address."""

    version: ThemeVersion
    url: str
    title: str
    state: VersionState


class IndexView(ThemesView):
    """The cities and districts that the person designs, with their live look; and what fails."""

    template_name = "gongkai_themes/index.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        districts = designed_districts(self.person).order_by("city__name", "name").select_related("city")
        cities, live = designed_cities(self.person).order_by("name"), _live_looks()
        return self.answer(
            cities=[_row("city", city, live, city.slug) for city in cities],
            rows=[_row("district", district, live, district.slug) for district in districts],
            alarms=alarms(),
            rejected=discovered().rejected,
        )


class PlaceView(PlaceThemesView):
    """The gallery: choosing a theme begins a draft."""

    template_name = "gongkai_themes/place.html"

    def get(self, request: HttpRequest, **named: str) -> HttpResponse:
        now = timezone.now()
        versions = ThemeVersion.objects.filter(**self.where).select_related("created_by")
        live = versions.live(at=now)
        lines = [
            Line(one, self.url("version", one.pk), title_of(one.theme), one.state(at=now, live=live))
            for one in versions.order_by("-created_at", "-pk")[:SHOWN_VERSIONS]
        ]
        shown = cards(live.theme if live else BASE)
        return self.answer(cards=shown, lines=lines, units=self.units(), alarms=alarms())

    def units(self) -> list[Row]:
        """Units of a district, each of which may have a look of its own."""
        if self.level != "district":
            return []
        units, live = Unit.objects.of_district(self.place).active(on=timezone.localdate()), _live_looks()
        return [_row("unit", unit, live, self.place.slug, unit.code) for unit in units.order_by("name")]

    def post(self, request: HttpRequest, **named: str) -> HttpResponse:
        try:
            version = begin_draft(theme=request.POST.get("theme", ""), user=self.person, **self.where)
        except CannotChoose as error:
            self.refuse(error)
            return redirect(self.url("place"))
        messages.success(request, _("A draft is begun: adjust it, look at it, then bring it live."))
        return redirect(self.url("version", version.pk))


def _live_looks() -> dict[Place, str]:
    """The theme of each place that shows one of its own: what every public page asks, and kept for it."""
    return {place: choice.theme for place, choice in known_looks().started(timezone.now()).items()}


def _row(level: str, place: Any, live: dict[Place, str], *named: str) -> Row:
    theme = live.get((level, place.pk), "")
    is_missing = bool(theme) and theme not in discovered().manifests
    return Row(place, place_url(level, "place", *named), title_of(theme) if theme else "", is_missing)


def cards(live: str) -> list[Card]:
    """Every theme that is installed, the base theme first."""
    manifests = sorted(discovered().manifests.values(), key=lambda one: (one.name != BASE, one.name))
    return [Card(one, _picture(one), one.name == live, faults_of_theme(one.name)) for one in manifests]


def _picture(manifest: Manifest) -> str:
    try:
        return static(f"{manifest.static_prefix}/{manifest.picture}") if manifest.picture else ""
    except ValueError:  # it was installed after the static files had been collected
        return ""
