"""Districts as arguments of steps."""

from __future__ import annotations

from argparse import ArgumentParser

from django.utils.translation import gettext as _

from plugins.api import District, Refused, active_districts


def add_district(parser: ArgumentParser) -> None:
    """Add ``--district``."""
    parser.add_argument("--district", metavar="SLUG", default="", help="this district alone")


def districts_asked(slug: str) -> list[District]:
    """The district called ``slug``, else all; of those where the plug-in is on."""
    found = list(District.objects.filter(pk__in=active_districts("requests") or ()))
    if not slug:
        return found
    named = [district for district in found if district.slug == slug]
    if not named:
        known = ", ".join(district.slug for district in found) or "–"
        raise Refused(
            _("Disclosure on request is not on in “%(slug)s”. It is in: %(known)s.") % {"slug": slug, "known": known}
        )
    return named
