"""``documents import FILE… --district SLUG --unit NAME``, or ``--list LIST [--files ARCHIVE_OR_FOLDER]``."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from cms.people.models import User
from cms.steps.report import Report
from cms.tenancy.models import District
from disclosure_pages.importing.domain.batches import begin_files
from disclosure_pages.importing.domain.importing import forget_files, import_row
from disclosure_pages.importing.domain.lookup import Lookup
from disclosure_pages.importing.domain.places import Place, Places, open_places, places_for
from disclosure_pages.importing.domain.preparing import ReadFile, read_file
from disclosure_pages.importing.enums import RowState
from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.importing.models import ImportRow
from disclosure_pages.importing.problems import Problem
from disclosure_pages.importing.reading import Unreadable
from disclosure_pages.importing.showing import lines_in_words

from .lists import import_list
from .paths import district_named, read_path

NAME = "import"
HELP = "Make drafts from files, or from a list of documents with their files. Nothing becomes public by it."

Say = Callable[[str], None]


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE", help="DOCX, PDF with text, or plain text")
    parser.add_argument("--district", required=True, metavar="SLUG")
    parser.add_argument("--unit", metavar="NAME", help="whose drafts they will be; of a list, of rows that name none")
    parser.add_argument("--column", default="", metavar="TITLE", help="default: the unit's first column for documents")
    parser.add_argument("--list", type=Path, metavar="LIST", help="XLSX or CSV with a document a row, see README.md")
    parser.add_argument("--files", type=Path, metavar="PATH", help="zip or folder with the files that the list names")
    parser.add_argument("--as", dest="person", metavar="NAME", help="the editor who imports, with that person's rights")
    parser.add_argument("--dry-run", action="store_true", help="show what would be done and change nothing")


def run(*, district: str, say: Say, **options: Any) -> Report:
    """Import files or a list. Raises :class:`ImportRefused` when nothing can be done at all."""
    owner = district_named(district)
    user = _person(options["person"])
    places = _places(owner, user)
    place = Places(places, district=owner).find(options["unit"], options["column"]) if options["unit"] else None
    if options["list"]:
        return import_list(district=owner, user=user, places=places, place=place, say=say, **_of_list(options))
    if place is None or not options["paths"]:
        raise ImportRefused(_("Nothing to import."), _("Name files and --unit, or a --list."))
    if options["dry_run"]:
        return _look(options["paths"], place, Lookup(owner))
    return _import(options["paths"], place, user)


def _of_list(options: dict[str, Any]) -> dict[str, Any]:
    return {"path": options["list"], "source": options["files"], "is_dry": options["dry_run"]}


def _person(name: str | None) -> User | None:
    if not name:
        return None
    person = User.objects.filter(username=name, is_active=True).first()
    if person is None:
        raise ImportRefused(
            _("There is no active person “%(name)s”.") % {"name": name}, _("Write the name to sign in.")
        )
    return person


def _places(district: District, user: User | None) -> list[Place]:
    """Where one may write: a person by the rights of the day, an operator without one everywhere in the district."""
    if user is None:
        return open_places(district=district)
    return [place for place in places_for(user) if place.column.district_id == district.pk]


def _look(paths: Sequence[Path], place: Place, lookup: Lookup) -> Report:
    report = Report()
    files: list[dict[str, Any]] = []
    for path in paths:
        content = read_path(path)
        try:
            file = read_file(content, name=path.name, lookup=lookup)
        except Unreadable as error:
            files.append(_refused(report, path.name, [Problem("file", error.code, error.message, error.remedy)]))
        else:
            report.add([path.name, *_said(file)])
            files.append(_values(path.name, file))
    report.add([_("Place: %(place)s") % {"place": place.label}], place=place.label, files=files)
    return report


def _said(file: ReadFile) -> list[str]:
    return [*lines_in_words(file.recognition.as_json()), *(f"  ! {remark}" for remark in file.remarks)]


def _values(name: str, file: ReadFile) -> dict[str, Any]:
    return {"file": name, "recognised": file.recognition.as_json(), "remarks": [*file.remarks], "problems": []}


def _refused(report: Report, name: str, problems: Sequence[Problem]) -> dict[str, Any]:
    report.is_failure = True
    lines = [f"  ✗ {problem.message}\n    → {problem.remedy}" for problem in problems]
    report.add([name, *lines])
    return {"file": name, "problems": [problem.as_json() for problem in problems]}


def _import(paths: Sequence[Path], place: Place, user: User | None) -> Report:
    """Every file by itself: one that is refused keeps no other from being imported."""
    report = Report()
    batch = begin_files(place=place, files=[(path.name, read_path(path)) for path in paths], user=user)
    files = [_import_row(row, place, user, report) for row in batch.rows.order_by("number")]
    forget_files(batch)
    report.add([_("Place: %(place)s") % {"place": place.label}], place=place.label, files=files)
    return report


def _import_row(row: ImportRow, place: Place, user: User | None, report: Report) -> dict[str, Any]:
    if row.state == RowState.REFUSED:
        return _refused(report, row.file_name, [_problem(values) for values in row.problems])
    problems = import_row(row, place=place, user=user)
    if problems:
        return _refused(report, row.file_name, problems)
    row.refresh_from_db()
    if row.state == RowState.DUPLICATE:
        words = row.problems[0]["message"]
    else:
        words = _("Draft %(number)s: %(title)s") % {"number": row.page_id, "title": row.title}
    report.add([row.file_name, *lines_in_words(row.recognised), f"  = {words}"])
    return {
        "file": row.file_name,
        "recognised": row.recognised,
        "state": row.state,
        "page": row.page_id,
        "problems": [],
    }


def _problem(values: dict[str, Any]) -> Problem:
    return Problem(values["field"], values["code"], values["message"], values["remedy"])
