"""One row of an import made ready: its cells read, its file recognised, its draft checked. Nothing is written."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from disclosure_pages.importing.addresses import OldAddress
from disclosure_pages.importing.composing.prose import Prose, compose_prose
from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.importing.listing.parsing import ParsedRow, parse_row, split_files
from disclosure_pages.importing.models import ImportRow
from disclosure_pages.importing.problems import Problem
from disclosure_pages.importing.reading import Unreadable, read_document
from disclosure_pages.importing.recognition import Recognition, find_layout, recognise_layout
from disclosure_pages.importing.values import DocumentValues
from disclosure_pages.media.inspection.inspect import inspect_file
from disclosure_pages.media.inspection.refusals import FileRefused

from .converting import taken_in
from .drafting import draft_problems, make_draft
from .filling import recognised_values
from .lookup import Lookup
from .places import Place
from .sources import Files
from .writing import Draft

#: (unit, column) → place; raises :class:`ImportRefused`.
FindPlace = Callable[[str, str], Place]


@dataclass(frozen=True)
class ReadFile:
    """A file that was read: what it says of itself, and its text for the page."""

    name: str
    content: bytes
    recognition: Recognition
    body: Prose
    remarks: tuple[str, ...] = ()

    @cached_property
    def hash(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass
class Prepared:
    """A row that can be written, or the problems that forbid it. ``attachments`` are (name, bytes)."""

    row: ImportRow
    draft: Draft | None = None
    file: ReadFile | None = None
    attachments: list[tuple[str, bytes]] = field(default_factory=list)
    address: OldAddress | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def file_hash(self) -> str:
        return self.file.hash if self.file is not None else ""


def read_file(content: bytes, *, name: str, lookup: Lookup) -> ReadFile:
    """Read a file and recognise what it says of itself. Raises :class:`Unreadable`; a mark of secrecy is one reason."""
    taken = taken_in(content, name=name, district=lookup.district.pk)
    document = read_document(taken.content, name=taken.name)
    layout = find_layout(document, issuers=lookup.issuers)
    recognition = recognise_layout(layout)
    if recognition.warnings:
        raise Unreadable("classified", recognition.warnings[0], _("Have the office in charge of secrecy look at it."))
    remarks = (*taken.remarks, *document.remarks)
    return ReadFile(*taken.original, recognition, compose_prose(document, layout), remarks)


def prepare_row(row: ImportRow, *, files: Files, lookup: Lookup, find_place: FindPlace) -> Prepared:
    """Everything about one row of a list that can go wrong before it is written."""
    parsed = parse_row(row.cells, lookup=lookup)
    prepared = Prepared(row=row, address=parsed.address, problems=[*parsed.problems])
    values = _with_file(prepared, parsed, files, lookup)
    _read_attachments(prepared, files)
    place = _place(prepared, find_place)
    if place is None or values is None:
        return prepared
    body: Any = prepared.file.body if prepared.file is not None else body_of(row.cells.get("body", ""))
    prepared.draft = make_draft(values, place=place, lookup=lookup, body=body)
    prepared.draft.log = {"import": row.batch_id, "row": row.number, "file": row.file_name}
    prepared.problems += draft_problems(prepared.draft)
    return prepared


def _with_file(prepared: Prepared, parsed: ParsedRow, files: Files, lookup: Lookup) -> DocumentValues | None:
    """The values of the list, filled up from the row's file; ``None`` when the file is refused."""
    name = prepared.row.file_name
    if not name:
        return parsed.values
    try:
        prepared.file = read_file(files.read(name), name=name, lookup=lookup)
    except KeyError:
        prepared.problems.append(missing_file("file", name))
        return None
    except (Unreadable, ImportRefused) as error:
        code = error.code if isinstance(error, Unreadable) else "no-file"
        prepared.problems.append(Problem("file", code, str(error), error.remedy))
        return None
    found = recognised_values(prepared.file.recognition, lookup=lookup, with_force=False)
    return parsed.values.filled_from(found)


def missing_file(column: str, name: str) -> Problem:
    """The list names a file that did not come along."""
    return Problem(
        column,
        "file-missing",
        _("The file “%(name)s” is not among those that came with the list.") % {"name": name},
        _("Add it, or correct its name in the list."),
    )


def _read_attachments(prepared: Prepared, files: Files) -> None:
    for name in split_files(prepared.row.cells.get("attachments", "")):
        try:
            content = files.read(name)
            check_attachment(name, content)
        except KeyError:
            prepared.problems.append(missing_file("attachments", name))
        except FileRefused as error:
            message = f"{name}: {' '.join(error.messages)}"
            prepared.problems.append(
                Problem("attachments", str(error.code), message, _("Mend the file, or leave it out."))
            )
        except ImportRefused as error:
            prepared.problems.append(Problem("attachments", "no-file", str(error), error.remedy))
        else:
            prepared.attachments.append((name, content))


def check_attachment(name: str, content: bytes) -> None:
    """The same look into the bytes as for every upload; raises ``FileRefused``."""
    inspect_file(name, io.BytesIO(content))


def _place(prepared: Prepared, find_place: FindPlace) -> Place | None:
    cells = prepared.row.cells
    try:
        return find_place(cells.get("unit", ""), cells.get("column", ""))
    except ImportRefused as error:
        column = "unit" if cells.get("unit") else "column" if cells.get("column") else "unit"
        prepared.problems.append(Problem(column, "no-place", str(error), error.remedy))
        return None


def body_of(text: str) -> str:
    """Text of a cell as prose: a paragraph a line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "".join(f"<p>{escape(line)}</p>" for line in lines)
