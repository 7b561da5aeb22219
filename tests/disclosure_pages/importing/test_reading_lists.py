"""Lists as people keep them: workbooks and CSV, with what stands above the headings."""

import datetime as dt

import pytest

from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.importing.listing.headings import HEADINGS
from disclosure_pages.importing.listing.parsing import parse_day, split_files, split_names
from disclosure_pages.importing.listing.reading import read_list
from tests.factories.imports import list_csv, list_row, list_xlsx


def _read(content):
    return [(row.number, row.cells) for row in read_list(content)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv(encoding):
    assert _read(list_csv([list_row(1)], encoding=encoding)) == [(2, list_row(1))]


def test_workbook_with_a_title_above_and_days():
    rows = [{"title": "关于放假的通知", "formed_on": dt.datetime(2021, 3, 8), "number": "1"}]

    assert _read(list_xlsx(rows, above=["文件清单", "填表人：陈"])) == [
        (4, {"title": "关于放假的通知", "formed_on": "2021-03-08", "number": "1"})
    ]


def test_blank_rows_are_passed_over_and_numbers_kept():
    rows = [list_row(1), {}, list_row(2)]

    assert [number for number, _cells in _read(list_csv(rows))] == [2, 4]


def test_headings_may_be_written_in_several_ways():
    content = "文号,文件标题*,生成日期（年-月-日）\n清政发〔2021〕1号,关于放假的通知,2021-03-08\n".encode()

    assert _read(content) == [(2, list_row(1, title="关于放假的通知"))]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        "姓名,年龄\n张三,20\n".encode(),
        "标题,发文字号\n".encode(),
        "标题,标题,发文字号\n甲,乙,丙\n".encode(),
        '标题,发文字号\n"没有结束,1\n'.encode(),
        b"\x00\x01",
        b"PK\x03\x04 cut off",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ],
)
def test_what_is_no_list_is_refused(content):
    with pytest.raises(ImportRefused) as refused:
        read_list(content)

    assert refused.value.remedy


DAYS = ["2021-03-08", "2021/3/8", "2021.3.8", "2021年3月8日", "二〇二一年三月八日", "20210308"]


@pytest.mark.parametrize("text", [*DAYS, "2021-03-08 00:00:00", " 2021 年 3 月 8 日 "])
def test_days(text):
    assert parse_day(text) == dt.date(2021, 3, 8)


@pytest.mark.parametrize("text", ["2021", "2021-13-01", "三月", "8/3/2021", "44263"])
def test_what_is_no_day(text):
    assert parse_day(text) is None


def test_names_and_files_are_separated():
    assert split_names("区财政局、区民政局；区教育局\n区水务局") == ["区财政局", "区民政局", "区教育局", "区水务局"]
    assert split_files("附件1，说明.docx；附件2.xlsx") == ["附件1，说明.docx", "附件2.xlsx"]


def test_names_of_headings_are_different():
    names = [name for heading in HEADINGS for name in (heading.name, *heading.aliases)]

    assert len(set(names)) == len(names)
