"""Kinds of content that plug-ins bring, and how they are shown where a plug-in is off."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from disclosure_pages.tree.availability import Showing
from disclosure_pages.tree.models import DisclosurePage
from plugins.activation import active_districts, is_active
from plugins.discovery import discovered
from plugins.manifest import Manifest, WhenOff

_OFF = {WhenOff.PLAIN: Showing.PLAIN, WhenOff.HIDDEN: Showing.HIDDEN}


@cache
def kinds_of_plugins() -> Mapping[Any, Manifest]:
    """The kinds of content that come from plug-ins, with whose they are."""
    packages = {one.manifest.package: one.manifest for one in discovered().installed}
    return {
        model: packages[model._meta.app_config.name]
        for model in apps.get_models()
        if issubclass(model, DisclosurePage) and model._meta.app_config.name in packages
    }


def showing(kind: Any, district: int | None, request: Any = None) -> Showing:
    """How pages of ``kind`` are shown in ``district``; those of a kind that is gone are shown plainly."""
    manifest = kinds_of_plugins().get(kind)
    if manifest is None:
        return Showing.PLAIN if kind is DisclosurePage else Showing.FULL
    is_on = is_active(manifest.name, district, request=request)
    return Showing.FULL if is_on else _OFF[manifest.when_off]


def hidden_pages(prefix: str = "") -> Q | None:
    """Pages of kinds that are hidden where their plug-in is off."""
    hidden = [(kind, one.name) for kind, one in kinds_of_plugins().items() if one.when_off is WhenOff.HIDDEN]
    conditions = [_off(kind, active_districts(name), prefix) for kind, name in hidden]
    found = [condition for condition in conditions if condition is not None]
    return Q(*found, _connector=Q.OR) if found else None


def _off(kind: Any, districts: frozenset[int] | None, prefix: str) -> Q | None:
    if districts is None:
        return None
    key = ContentType.objects.get_for_model(kind, for_concrete_model=False).pk
    return Q(**{f"{prefix}content_type": key}) & ~Q(**{f"{prefix}district__in": sorted(districts)})
