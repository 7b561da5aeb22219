"""``themes choose``: let a place be shown with a theme."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from cms.steps.report import Refused, Report
from cms.tenancy.models import City, District, Unit
from themes.domain.drafting import begin_draft, discard_draft
from themes.domain.starting import schedule_version, start_version
from themes.exceptions import CannotChoose
from themes.models import ThemeVersion

NAME = "choose"
HELP = "Let a city, a district or one of its units be shown with a theme, now or from a time on."


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("theme", metavar="NAME")
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("--district", metavar="SLUG")
    place.add_argument("--city", metavar="SLUG")
    parser.add_argument("--unit", metavar="NAME", help="a unit of the district")
    parser.add_argument("--from", dest="at", metavar="TIME", help="2026-12-13T00:00, in the time zone of the site")


def run(*, theme: str, district: str, city: str, unit: str, at: str, **options: Any) -> Report:
    """Begin a version and bring it live, or schedule it."""
    place, time = _place(district, city, unit), _time(at)
    try:
        version = begin_draft(theme=theme, user=None, **place)
    except CannotChoose as error:
        raise Refused(str(error)) from error
    _begin(version, time)
    said = _("%(place)s shows %(theme)s") % {"place": version.place, "theme": theme}
    return Report([said], {"version": version.pk, "theme": theme, "place": str(version.place)})


def _begin(version: ThemeVersion, time: dt.datetime | None) -> None:
    try:
        if time is None:
            start_version(version=version, user=None)
        else:
            schedule_version(version=version, at=time, user=None)
    except CannotChoose as error:
        discard_draft(version=version, user=None)
        raise Refused(str(error)) from error


def _place(district: str, city: str, unit: str) -> dict[str, Any]:
    try:
        if city:
            return {"city": City.objects.get(slug=city)}
        owner = District.objects.get(slug=district)
        return {"unit": Unit.objects.get(district=owner, name=unit)} if unit else {"district": owner}
    except (City.DoesNotExist, District.DoesNotExist, Unit.DoesNotExist) as error:
        raise Refused(_("There is no such place.")) from error


def _time(written: str | None) -> dt.datetime | None:
    if not written:
        return None
    try:
        time = parse_datetime(written)
    except ValueError:
        time = None
    if time is None:
        raise Refused(_("“%(time)s” is no time; write for example 2026-12-13T00:00.") % {"time": written})
    return time if timezone.is_aware(time) else timezone.make_aware(time)
