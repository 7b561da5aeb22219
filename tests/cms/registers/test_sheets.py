"""Files are judged by their content: what is read, what is refused, and that nothing becomes a formula."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from cms.registers.sheets import FileRefused, read_sheet, write_sheet
from cms.registers.sheets.reading import MAX_BYTES, MAX_ROWS

CSV = "区县标识,单位代码,单位名称\nfurong,jyj,区教育局\n"
ROWS = [("furong", "jyj", "区教育局")]


def workbook(*rows, **extra_members):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream, "a") as archive:
        for name, content in extra_members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def cells(content):
    return [row.cells for row in read_sheet(content).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_is_read_in_every_encoding_that_offices_use(encoding):
    assert cells(CSV.encode(encoding)) == ROWS


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_with_every_delimiter(delimiter):
    assert cells(CSV.replace(",", delimiter).encode()) == ROWS


def test_xlsx_is_read_with_numbers_days_and_blank_rows():
    content = workbook(["代码", "日期", "名称"], [], [430102.0, dt.datetime(2026, 1, 31), " 区教育局 "])
    sheet = read_sheet(content)
    assert [(row.number, row.cells) for row in sheet.rows] == [(3, ("430102", "2026-01-31", "区教育局"))]


def test_row_number_counts_lines_of_a_quoted_cell():
    sheet = read_sheet(b'a,b\n"one\ntwo",x\nthree,y\n')
    assert [row.number for row in sheet.rows] == [2, 4]


def test_formula_cell_is_a_problem_that_names_its_place():
    sheet = read_sheet(workbook(["代码", "名称"], ["jyj", "=1+1"]))
    assert [(problem.row, problem.heading) for problem in sheet.problems] == [(2, "名称")]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n ",
        b"%PDF-1.7 \x00",
        b"\x89PNG\r\n\x1a\n",
        b"\xd0\xcf\x11\xe0 old excel",
        b"MZ\x90\x00\x03",
        "<html><table>…".encode(),
        b"PK\x03\x04 cut off",
        workbook(["a"])[:400],
        workbook(["a"], **{"xl/vbaProject.bin": b"macro"}),
        b"a,a\n1,2\n",
        b'a,b\n"never closed',
        b",\n",
        b"\xff\xfe\x00\xd8",
        b"a" * (MAX_BYTES + 1),
        b"a\n" + b"x\n" * (MAX_ROWS + 1),
    ],
    ids=range(16),
)
def test_file_is_refused_with_a_message(content):
    with pytest.raises(FileRefused) as refusal:
        read_sheet(content)
    assert refusal.value.messages[0]


def test_archive_of_another_kind_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(FileRefused, match="XLSX"):
        read_sheet(stream.getvalue())


def test_workbook_that_unpacks_to_too_much_is_refused():
    with pytest.raises(FileRefused):
        read_sheet(workbook(["a"], **{"xl/media/bomb": b"\0" * (41 * 1024 * 1024)}))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝", "＠"])
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_formula_text_is_neutralised_and_comes_back(start, file_format):
    text = f"{start}cmd|' /C calc'!A0"
    content = write_sheet(headings=["名称"], rows=[[text]], file_format=file_format, title="表")
    if file_format == "xlsx":
        cell = openpyxl.load_workbook(io.BytesIO(content)).active["A2"]
        assert (cell.data_type, cell.value) == ("s", f"'{text}")
    else:
        assert f"'{text}" in content.decode("utf-8-sig")
    assert cells(content) == [(text,)]


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_what_is_written_is_read_back(file_format):
    rows = [["区教育局", "a,b", '说"好"', "两\n行"], ["", "1", "是", "'quoted"]]
    content = write_sheet(headings=["一", "二", "三", "四"], rows=rows, file_format=file_format, title="a/b:c")
    assert cells(content) == [tuple(row) for row in rows]


def test_control_characters_do_not_break_a_workbook():
    content = write_sheet(headings=["名称"], rows=[["a\x07b"]], file_format="xlsx", title="表")
    assert cells(content) == [("a\ufffdb",)]
