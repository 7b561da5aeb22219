"""What switching on and off have in common."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable

from django.utils.translation import gettext as _

from cms.steps.report import Refused, Report
from cms.tenancy.models import District
from plugins.domain.switching import CannotSwitch, enable
from plugins.effects.places import place_called


def add_place(parser: ArgumentParser) -> None:
    """``NAME [--district SLUG]``."""
    parser.add_argument("plugin", metavar="NAME", help="as “plugins list” shows it")
    parser.add_argument("--district", default="", metavar="SLUG", help="without it, the whole installation")


def find_district(slug: str) -> District | None:
    """The district with that slug, ``None`` for an empty one. Raises :class:`Refused` for one that is not there."""
    return place_called(District, slug) if slug else None


def switch(act: Callable[..., bool], plugin: str, slug: str) -> Report:
    """Carry out ``act`` and tell what is so now."""
    try:
        has_changed = act(plugin, district=find_district(slug), user=None)
    except CannotSwitch as error:
        raise Refused(str(error)) from error
    words = _("on") if act is enable else _("off")
    text = _("“%(name)s” is %(state)s now.") if has_changed else _("“%(name)s” was %(state)s already.")
    line = text % {"name": plugin, "state": words}
    values = {"plugin": plugin, "district": slug, "is_on": act is enable, "has_changed": has_changed}
    return Report([line], values)
