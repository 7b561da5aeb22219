"""Drafts of looks: begun, adjusted, thrown away. Nobody but who previews them sees them."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from themes.discovery import discovered
from themes.exceptions import CannotChoose
from themes.models import ThemeVersion

BEGIN, DISCARD = "gongkai.theme.begin", "gongkai.theme.discard"
COLOURS = ("accent", "seal", "band", "paper")
KEPT = ("type_size", "logo", "banner", "icp_number", "police_number")


def begin_draft(*, theme: str, user: Any, **place: Any) -> ThemeVersion:
    """A draft with ``theme`` for ``place`` (``district``, ``city`` or ``unit``).

    What the live look says beside colours (logo, banner, identifiers, size of type) goes along; its colours were chosen
    for another theme and do not. Raises :class:`CannotChoose` when the theme is not installed.
    """
    if theme not in discovered().manifests:
        raise CannotChoose(_("The theme “%(name)s” is not installed, or cannot take part.") % {"name": theme})
    live = newest(**place)
    kept = {name: getattr(live, name) for name in KEPT} if live else {}
    with transaction.atomic():
        version = ThemeVersion.objects.create(theme=theme, created_by=user, **kept, **place)
        log(version, BEGIN, user=user, data={"theme": theme})
    return version


def copy_as_draft(*, version: ThemeVersion, user: Any) -> ThemeVersion:
    """A draft that is like ``version``, which is or was live."""
    values = {name: getattr(version, name) for name in ("theme", *COLOURS, *KEPT)}
    place = {"city": version.city, "district": version.district, "unit": version.unit}
    with transaction.atomic():
        copy = ThemeVersion.objects.create(created_by=user, **values, **place)
        log(copy, BEGIN, user=user, data={"theme": copy.theme, "like": version.pk})
    return copy


def adjust_draft(*, version: ThemeVersion, **values: Any) -> None:
    """Write ``values`` into a draft. What is scheduled, live or superseded is not changed: :class:`CannotChoose`."""
    if version.starts_at is not None:
        raise CannotChoose(_("Only a draft can be changed. Copy this version, and change the copy."))
    for name, value in values.items():
        setattr(version, name, value)
    version.save()


def discard_draft(*, version: ThemeVersion, user: Any) -> None:
    """Throw a draft away; its files stay, because other versions may use them."""
    if version.starts_at is not None:
        raise CannotChoose(_("Only a draft can be thrown away."))
    with transaction.atomic():
        log(version, DISCARD, user=user, data={"theme": version.theme})
        version.delete()


def newest(**place: Any) -> ThemeVersion | None:
    """The version that is live at ``place``, or was scheduled last."""
    versions = ThemeVersion.objects.of_place(**place).exclude(starts_at=None)
    found: ThemeVersion | None = versions.order_by("-starts_at", "-pk").first()
    return found
