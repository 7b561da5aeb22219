"""``items export``: a catalogue as a file, in the shape in which it came."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import Refused, Report, iso_day
from plugins.contrib.item_catalogue.domain.assembling import sheet_of
from plugins.contrib.item_catalogue.domain.versions import latest_version
from plugins.contrib.item_catalogue.models import Catalogue
from plugins.contrib.item_catalogue.writing import WRITERS

from .places import add_place, field_asked, owner_asked

NAME = "export"
HELP = "Write a catalogue as a workbook or a Word document: the draft or last version, or the one of a day."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_place(parser)
    parser.add_argument("--format", choices=sorted(WRITERS), default="xlsx")
    parser.add_argument("--on", type=iso_day, metavar="DAY", help="the version in effect on that day, YYYY-MM-DD")
    parser.add_argument("--output", type=Path, metavar="FILE", required=True)


def run(
    *,
    field: str,
    district: str | None,
    city: str | None,
    format: str,  # noqa: A002
    on: dt.date | None,
    output: Path,
    **options: Any,
) -> Report:
    """Overwrites ``output``."""
    place, owner = field_asked(field), owner_asked(district=district, city=city)
    if on is None:
        catalogue = latest_version(field=place, owner=owner)
    else:
        catalogue = Catalogue.objects.of(owner).of_field(place).in_effect(on=on).first()
    if catalogue is None:
        raise Refused(_("%(owner)s has no such catalogue of “%(field)s”.") % {"owner": owner, "field": place})
    sheet = sheet_of(catalogue)
    try:
        output.write_bytes(WRITERS[format](sheet))
    except OSError as error:
        raise Refused(
            _("%(file)s cannot be written: %(reason)s.") % {"file": output, "reason": error.strerror}
        ) from error
    line = _("%(catalogue)s: %(number)d items in %(file)s") % {
        "catalogue": catalogue,
        "number": len(sheet.entries),
        "file": output,
    }
    return Report([line], {"version": catalogue.version, "items": len(sheet.entries), "file": str(output)})
