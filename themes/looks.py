"""What public pages ask: the look of a place. Installed into ``disclosure_pages.public.looks`` at start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone

from disclosure_pages.public.looks import Look
from disclosure_pages.public.place import Place

from .alarms import raise_alarm
from .discovery import Discovery, discovered
from .known import known_looks
from .manifest import BASE, Manifest
from .previewing import is_previewing, previewed_choice
from .rendering import partials_of, slots_of
from .resolution import Choice, Resolved, resolve
from .sheets import digest_of, sheet_of
from .tokens import Mode, merged


class Levels(NamedTuple):
    """What a unit, its district and its city have chosen."""

    unit: Choice | None
    district: Choice | None
    city: Choice | None

    def with_preview(self, level: str, choice: Choice) -> Levels:
        """With ``choice`` for ``level``. Of a district all pages show it; of a city those that have no nearer look."""
        if level == "district":
            return Levels(None, choice, self.city)
        if level == "unit":
            return self._replace(unit=choice)
        return self if self.unit or self.district else self._replace(city=choice)


class ThemeLooks:
    """The looks of the themes that are installed, as they were chosen."""

    def of(self, request: HttpRequest, place: Place, *, unit_id: int | None) -> Look:
        """The look of the unit, of the district or of the city; the one under preview for who previews it."""
        known, now = known_looks(), timezone.now()
        started = known.started(now)
        levels = [("unit", unit_id), ("district", place.district_id), ("city", place.city_id)]
        chosen = Levels(*(started.get((name, key)) if key else None for name, key in levels))
        preview = previewed_choice(request, place, unit_id=unit_id)
        if preview is not None:
            chosen = chosen.with_preview(*preview)
        look = shown(*chosen, discovered())
        if preview is not None and preview[1] in chosen:
            look = replace(look, preview=preview[1].title, end_preview=reverse("gongkai_theme:end_preview"))
        return replace(look, is_grey=True) if known.is_grey(place.district_id, timezone.localdate(now)) else look

    def key(self, request: HttpRequest) -> str:
        """How many looks have started: at the second when one more does, no kept page is given any more."""
        return str(known_looks().number_started(timezone.now()))

    def is_preview(self, request: HttpRequest) -> bool:
        return is_previewing(request)


@lru_cache(maxsize=1024)
def shown(unit: Choice | None, district: Choice | None, city: Choice | None, discovery: Discovery) -> Look:
    """The look that follows from the choices: worked out once for each, it costs a page next to nothing."""
    installed = discovery.manifests
    broken = [name for name, manifest in installed.items() if not _has_its_sheets(manifest)]
    resolved = resolve(unit=unit, district=district, city=city, installed=installed, broken=broken)
    for name in resolved.missing:
        raise_alarm(name, "", LookupError(f"the theme “{name}” is chosen and not installed"))
    choice = resolved.choice
    return Look(
        theme=resolved.theme,
        partials=partials_of(resolved.chain, installed, alarm=raise_alarm),
        slots=slots_of(resolved.chain, installed, alarm=raise_alarm),
        stylesheets=(*_sheets(resolved, installed), *_own_sheet(resolved, installed)),
        logo=_picture(choice, "logo"),
        banner=_picture(choice, "banner"),
        facts=dict(choice.facts) if choice else {},
    )


def plain_tokens(installed: Mapping[str, Manifest]) -> Mapping[Mode, Mapping[str, str]]:
    """Those of the base theme, which the skeleton's own sheet holds."""
    return merged(installed[BASE].tokens)


def sheet_of_choice(choice: Choice) -> tuple[str, str]:
    """The style sheet of a choice, and its digest."""
    installed = discovered().manifests
    resolved = resolve(district=choice, installed=installed)
    sheet = sheet_of(resolved.tokens, plain=plain_tokens(installed))
    return sheet, digest_of(sheet)


def picture_digest(name: str) -> str:
    """What stands in the address of the file ``name``."""
    return digest_of(name)


def _has_its_sheets(manifest: Manifest) -> bool:
    """Where static files are collected, one that was not is an error of ``static``."""
    try:
        return all(static(f"{manifest.static_prefix}/{name}") for name in manifest.stylesheets)
    except ValueError as error:
        raise_alarm(manifest.name, "stylesheets", error)
        return False


def _sheets(resolved: Resolved, installed: Mapping[str, Manifest]) -> list[str]:
    """Those of the ancestors first."""
    manifests = [installed[name] for name in reversed(resolved.chain)]
    return [static(f"{manifest.static_prefix}/{name}") for manifest in manifests for name in manifest.stylesheets]


def _own_sheet(resolved: Resolved, installed: Mapping[str, Manifest]) -> list[str]:
    sheet = sheet_of(resolved.tokens, plain=plain_tokens(installed))
    if resolved.choice is None or not sheet:
        return []
    return [reverse("gongkai_theme:sheet", args=[resolved.choice.version, digest_of(sheet)])]


def _picture(choice: Choice | None, kind: str) -> str:
    name: str = getattr(choice, kind) if choice else ""
    if not name or choice is None:
        return ""
    return reverse("gongkai_theme:picture", args=[choice.version, picture_digest(name), kind])
