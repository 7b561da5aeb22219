"""``documents export --district SLUG [--force F] [--on DAY] --format csv|xlsx|ndjson [--output FILE]``."""

from __future__ import annotations

import datetime as dt
import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from cms.steps.report import Report
from cms.tenancy.models import District
from disclosure_pages.documents.days import iso_day
from disclosure_pages.documents.force.enums import LegalForce
from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.library.lists.enums import ForceChoice
from disclosure_pages.library.lists.exports import columns, csv_lines, workbook
from disclosure_pages.library.lists.formats import table_of
from disclosure_pages.library.lists.query import LibraryQuery
from disclosure_pages.library.lists.rows import LibraryRow, ordered, periods_asked_for, stream_rows
from disclosure_pages.public.links import Links
from plugins.calling import Given
from plugins.contributions.files import ExportFormat
from plugins.formats import export_formats, written

from .paths import district_named

NAME = "export"
HELP = "Write the public documents of a district, with their legal force on a day, to a file or to standard output."
FORCES = [*ForceChoice.values, *LegalForce.values]


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("--district", required=True, metavar="SLUG")
    parser.add_argument("--force", default=ForceChoice.ALL, choices=FORCES, help="default: all documents")
    parser.add_argument("--on", type=iso_day, metavar="DAY", help="the day of which force is told, YYYY-MM-DD; today")
    parser.add_argument(
        "--format", dest="kind", required=True, metavar="FORMAT", help=f"{', '.join(WRITERS)}, or one of a plug-in"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")


def run(
    *,
    district: str,
    force: str,
    on: dt.date | None,
    kind: str,
    output: Path | None,
    **options: Any,
) -> Report:
    """The same rows as the library's list. Raises :class:`ImportRefused` for an unknown format or file."""
    owner, query = district_named(district), LibraryQuery(force=force, on=on)
    periods = ordered(periods_asked_for(query, districts=[owner.pk]), query)
    content = _writer(kind, owner)(stream_rows(periods, address=Links(None).canonical))
    if output is None:
        sys.stdout.buffer.write(content)
        return Report()
    try:
        output.write_bytes(content)
    except OSError as error:
        raise ImportRefused(
            _("The file %(file)s cannot be written: %(reason)s.") % {"file": output, "reason": error.strerror},
            _("Check the path and the permissions."),
        ) from error
    report = Report()
    number = periods.count()
    report.add([_("%(number)d documents: %(file)s") % {"number": number, "file": output}], documents=number)
    return report


def _writer(kind: str, district: District) -> Callable[[Iterable[LibraryRow]], bytes]:
    added = {given.answer.extension: given for given in export_formats(district.pk)}
    if kind not in {*WRITERS, *added}:
        known = "、".join([*WRITERS, *added])
        raise ImportRefused(
            _("“%(format)s” is no format of %(district)s.") % {"format": kind, "district": district.name},
            _("There are: %(known)s") % {"known": known},
        )
    return WRITERS[kind] if kind in WRITERS else partial(_by_plugin, added[kind])


def _by_plugin(given: Given[ExportFormat], rows: Iterable[LibraryRow]) -> bytes:
    content = written(given, table_of(rows, columns=columns(_as_is), title=_("Policy documents")))
    if content is None:
        raise ImportRefused(
            _("The plug-in “%(name)s” did not write the file.") % {"name": given.plugin},
            _("“manage.py plugins doctor” says why."),
        )
    return content


def _as_is(address: str) -> str:
    return address


def _csv(rows: Iterable[LibraryRow]) -> bytes:
    return "".join(csv_lines(rows, absolute=_as_is)).encode()


def _xlsx(rows: Iterable[LibraryRow]) -> bytes:
    return workbook(rows, absolute=_as_is)


def _ndjson(rows: Iterable[LibraryRow]) -> bytes:
    return "".join(json.dumps(asdict(row), ensure_ascii=False, default=str) + "\n" for row in rows).encode()


WRITERS: dict[str, Callable[[Iterable[LibraryRow]], bytes]] = {"csv": _csv, "xlsx": _xlsx, "ndjson": _ndjson}
