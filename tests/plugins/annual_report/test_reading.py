"""Reports read from files: our own, and tables as others lay them out."""

from decimal import Decimal

import pytest

from plugins.api import Cell, RawFile, RawRow, RawTable, read_file
from plugins.contrib.annual_report.frozen import Frozen
from plugins.contrib.annual_report.reading import lines_of, read_lines
from plugins.contrib.annual_report.structure import NOT_APPLICABLE, form_of, lay_out
from plugins.contrib.annual_report.writing import Contents, write_docx, write_xlsx
from tests.plugins.annual_report.reports import LAST_YEAR, whole

FORM, OLD = form_of("2021"), form_of("2019")
WRITERS = {"docx": write_docx, "xlsx": write_xlsx}


def _raw(form, values, *, change=lambda rows: rows):
    """All tables of a report in one, as offices send them: bands below each other, figures with full-width digits."""
    rows = []
    for table in form.tables:
        rows.append([table.title])
        for line in lay_out(table, values).rows:
            texts = [""] * (max(cell.column + cell.across for cell in line))
            for cell in line:
                texts[cell.column] = cell.text.replace("1", "１")
            rows.append(texts)
    return _file(change(rows))


def _file(rows):
    lines = [RawRow(number, tuple(Cell(text) for text in row)) for number, row in enumerate(rows, start=1)]
    return RawFile(format="docx", tables=(RawTable(tuple(lines)),))


def read_report(file, expected, **said):
    return read_lines(lines_of(file), expected, **said)


def _found(read):
    return [(one.code, one.row, one.column) for one in read.problems]


@pytest.mark.django_db
@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("form", [FORM, OLD])
def test_what_was_written_is_read_back(form, name):
    values = whole(form.code) | {("permits", "permits", "decisions"): None}
    before = Frozen(form, whole(form.code, **LAST_YEAR))
    file = WRITERS[name](Contents("年度报告", "甲区人民政府", form, values, before=before))
    found = read_report(read_file(file), form)
    assert (found.form.code, found.frozen.values, _found(found)) == (form.code, values, [])


@pytest.mark.parametrize("form", [FORM, OLD])
def test_one_table_for_all_parts(form):
    found = read_report(_raw(form, whole(form.code)), form)
    assert (found.values, _found(found)) == (whole(form.code), [])


def test_form_of_another_year_is_named():
    found = read_report(_raw(OLD, whole("2019")), FORM)
    assert (found.form.code, found.has_errors, _found(found)) == ("2019", True, [("other-form", None, "")])


@pytest.mark.parametrize(
    ("text", "code"), [("若干", "no-number"), ("—", "dash"), ("1.5", "not-whole"), ("-1", "negative")]
)
def test_cell_that_is_no_figure_is_named(text, code):
    def change(rows):
        rows[2][1] = text
        return rows

    found = read_report(_raw(FORM, whole(), change=change), FORM)
    assert (_found(found), found.values["regulations", "rules", "made"]) == ([(code, 3, "本年制发件数")], None)
    assert found.problems[0].remedy


def test_blank_slash_and_zero_are_three_things():
    values = whole() | {("fees", "fees", "amount"): NOT_APPLICABLE, ("permits", "permits", "decisions"): None}
    found = read_report(_raw(FORM, values), FORM).values
    cells = [("fees", "fees", "amount"), ("permits", "permits", "decisions"), ("penalties", "penalties", "decisions")]
    assert [found[cell] for cell in cells] == [NOT_APPLICABLE, None, Decimal(0)]


def test_row_and_table_that_are_not_there_are_named():
    def change(rows):
        end = next(place for place, row in enumerate(rows) if row[0] == FORM.tables_by_code["remedies"].title)
        return [row for row in rows[:end] if not any("重复申请" in text for text in row)]

    found = read_report(_raw(FORM, whole(), change=change), FORM)
    assert _found(found) == [("no-row", None, ""), ("no-table", None, "")]
    assert "重复申请" in found.problems[0].message


def test_column_that_is_not_there_is_named():
    def change(rows):
        return [["" if text == "科研机构" else text for text in row] for row in rows]

    found = read_report(_raw(FORM, whole(), change=change), FORM)
    assert [(one.code, one.column) for one in found.problems] == [("no-column", "法人或其他组织 / 科研机构")]


def test_sum_that_is_wrong_in_the_file_is_a_warning():
    values = whole() | {("remedies", "reconsideration", "total"): Decimal(9)}
    found = read_report(_raw(FORM, values), FORM)
    assert (found.has_errors, [one.code for one in found.problems]) == (False, ["row-sum"])


def test_file_without_such_tables():
    found = read_report(_file([["姓名", "电话"], ["甲", "1"]]), FORM)
    assert [one.code for one in found.problems] == ["no-table"] * 6


def test_table_of_another_year_in_the_same_file_is_named():
    rows = [[cell.text for cell in row.cells] for row in _raw(FORM, whole()).tables[0].rows]
    begin = next(place for place, row in enumerate(rows) if any("商业企业" in text for text in row))
    end = next(place for place, row in enumerate(rows) if any("结转下年度" in text for text in row)) + 1
    on_two_pages = [*rows[: begin + 5], rows[begin], *rows[begin + 5 :]]
    found = [read_report(_file(lines), FORM) for lines in ([*rows, *rows[begin:end]], on_two_pages)]
    assert [(_found(one), one.values == whole()) for one in found] == [([("table-twice", None, "")], True), ([], True)]
