"""The workbook that people fill in: headings, what they mean, and the choices there are."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from disclosure_pages.clearance.enums import WithheldGround
from disclosure_pages.documents.models import DocumentKind, Topic
from disclosure_pages.importing.domain.places import Place

from .headings import HEADINGS

LIST, EXPLANATIONS, CHOICES = "文件清单", "填写说明", "可选项"
WIDTHS = {"title": 48, "addressees": 30, "body": 30, "address": 36}
PREPARED_ROWS = 2000
_HEAD = PatternFill("solid", fgColor="DDE7F0")


def make_template(places: Sequence[Place]) -> bytes:
    """A workbook whose first sheet is the list; choices are those of the installation and of ``places``."""
    book = Workbook()
    choices = _choices(places)
    _list_sheet(book.active, choices)
    _explanations(book.create_sheet(EXPLANATIONS))
    _choice_sheet(book.create_sheet(CHOICES), choices)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _choices(places: Sequence[Place]) -> dict[str, list[str]]:
    return {
        "kind": [kind.path_name for kind in DocumentKind.objects.offered().select_related("parent")],
        "topic": [topic.path_name for topic in Topic.objects.offered().select_related("parent")],
        "stated_attribute": ["主动公开", "依申请公开", "不予公开"],
        "stated_ground": [str(label) for label in WithheldGround.labels],
        "unit": _once(place.section.unit.name for place in places),
        "column": _once(place.column.title for place in places),
    }


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _list_sheet(sheet: Worksheet, choices: dict[str, list[str]]) -> None:
    sheet.title = LIST
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(HEADINGS, start=1):
        cell = sheet.cell(1, number, heading.name)
        cell.font, cell.fill = Font(bold=True), _HEAD
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = WIDTHS.get(heading.key, 18)
        if heading.note:
            cell.comment = Comment(heading.note, "公开")
        if heading.key in choices:
            _offer(sheet, letter, list(choices).index(heading.key) + 1, len(choices[heading.key]))
        for row in range(2, 4):  # days and numbers are text: a spreadsheet would change what was typed
            sheet.cell(row, number).number_format = "@"


def _offer(sheet: Worksheet, letter: str, choice_column: int, number: int) -> None:
    """A list to choose from, which forbids nothing: the import says what it does not know."""
    source = get_column_letter(choice_column)
    cells = f"'{CHOICES}'!${source}$2:${source}${number + 1}"
    validation = DataValidation(type="list", formula1=cells, allow_blank=True, showErrorMessage=False)
    validation.add(f"{letter}2:{letter}{PREPARED_ROWS}")
    sheet.add_data_validation(validation)


def _explanations(sheet: Worksheet) -> None:
    sheet.append(["列名", "说明", "示例", "也可写作"])
    for heading in HEADINGS:
        sheet.append([heading.name, heading.note, heading.example, "、".join(heading.aliases)])
    for letter, width in zip("ABCD", (16, 44, 44, 30), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), _HEAD


def _choice_sheet(sheet: Worksheet, choices: dict[str, list[str]]) -> None:
    names = {heading.key: heading.name for heading in HEADINGS}
    for column, (key, entries) in enumerate(choices.items(), start=1):
        sheet.cell(1, column, names[key]).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = 28
        for row, entry in enumerate(entries, start=2):
            sheet.cell(row, column, entry)
