"""Four catalogues as offices make them, each of another shape; their sentences are our own."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
import openpyxl

STANDARD_TOP = ["序号", "公开事项", "", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体"]
STANDARD_TOP += ["公开对象", "", "公开方式", "", "公开层级", ""]
STANDARD_SUB = [
    "",
    "一级事项",
    "二级事项",
    "",
    "",
    "",
    "",
    "",
    "全社会",
    "特定群体（请自行填写）",
    "主动",
    "依申请",
    "县级",
    "乡级",
]
CHANNELS = "■政府网站 □政府公报\n□两微一端 ■公开查阅点\n■其他：村广播"


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def merged_workbook() -> bytes:
    """Two rows of headings, merged titles, names and notes; ■ and □ in lists, √ in columns; several acts in a cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["样例县社会救助领域基层政务公开标准目录"])
    sheet.append(STANDARD_TOP)
    sheet.append(STANDARD_SUB)
    acts = "《样例救助办法》（样府发〔2021〕3号）第五条、\n《关于做好样例工作的通知》"
    limit = "信息形成或者变更之日起20个工作日内"
    tail = ["√", None, "√", None, "√", "√"]
    sheet.append([1, "综合业务", "救助\n文件", "样例文件全文；\n样例解读", acts, limit, "县民政局", CHANNELS, *tail])
    sheet.append([2, None, "监督电话", "样例电话", acts, "及时公开", "县民政局", CHANNELS, *tail])
    named = [None, "√ 申请人", None, "√", None, "√"]
    sheet.append([3, "样例生活救助", "初审公示", "样例名单", None, "公示期为7日", "乡政府", "■入户/现场", *named])
    sheet.append(["注：样例说明一。"])
    sheet.append(["样例说明二。"])
    for area in ("A1:N1", "B2:C2", "I2:J2", "K2:L2", "M2:N2", "B4:B5", "A7:N7", "A8:N8"):
        sheet.merge_cells(area)
    for letter in "ADEFGH":
        sheet.merge_cells(f"{letter}2:{letter}3")
    return saved(book)


def plain_workbook() -> bytes:
    """Two fields on two sheets and a cover; one row of headings, ☑ in lists, numbers that restart, further columns."""
    book = openpyxl.Workbook()
    book.active.title = "封面"
    book.active.append(["样例市目录汇编"])
    headings = ["序号", "一级事项", "二级事项", "公开要素", "公开依据", "公开时限", "责任单位", "公开渠道", "公开对象"]
    headings += ["公开方式", "公开层级", "三级事项", "备注"]
    lists = ["☑政府网站 □广播电视", "☑全社会 □特定群体", "主动公开", "县级、乡级"]
    for title, names in (("养老服务", ("样例津贴", "样例机构")), ("就业", ("样例招聘", "样例培训"))):
        sheet = book.create_sheet(title)
        sheet.append(headings)
        for name in names:
            for number in (1, 2):
                first = name if number == 1 else None
                row = [
                    number,
                    first,
                    f"{name}办理{number}",
                    "=样例要素",
                    "《样例法》",
                    "每年３月31日前",
                    "区样例局",
                    *lists,
                ]
                sheet.append([*row, f"{name}细项" if number == 2 else None, "见附件"])
                for cell in sheet[sheet.max_row]:
                    cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    return saved(book)


def paged_document() -> bytes:
    """A table on each page with its headings again, a row that a page break cut in two, notes as paragraphs."""
    document = docx.Document()
    document.add_paragraph("附件2")
    document.add_paragraph("样例区义务教育领域政务公开标准目录")
    lists = ["√政府网站\n□精准推送：家长", "√", "", "√", "", "√", ""]
    first = ["1", "样例招生", "样例名录", "学校名称、\n地址", "《样例教育法》", "及时公开", "区教育局", *lists]
    second = ["2", "样例招生", "样例方案", "方案全文，包括", "《样例条例》", "20个工作日内", "区教育局", *lists]
    _add_table(document, [STANDARD_TOP, STANDARD_SUB, first, second], [(2, 3, 1)])
    document.add_paragraph("（续表）")
    rest = ["", "", "", "范围和时间", "", "", "", *[""] * 7]
    third = ["3", "样例管理", "样例收费", "收费项目", "", "实时公开", "各学校", *lists]
    _add_table(document, [STANDARD_TOP, STANDARD_SUB, rest, third], [])
    document.add_paragraph("注：1.样例注。")
    document.add_paragraph("2.另一条样例注。")
    return saved(document)


def split_document() -> bytes:
    """Two fields in two tables with titles; a column of ticks for each channel, groups as lines across the table."""
    document = docx.Document()
    for field, group in (("市政服务", "（一）样例供水"), ("就业", "（一）样例服务")):
        document.add_paragraph(f"样例街道{field}领域目录")
        top = ["序号", "公开事项", "公开内容", "公开时限", "公开主体", "公开渠道", "", "", "公开层级", "", "样例列"]
        sub = ["", "", "", "", "", "政府网站", "政务新媒体", "其他", "县（区）级", "乡镇（街道）级", ""]
        line = [group, *[""] * 10]
        one = ["1", "样例通知", "通知全文", "即时", "样例公司", "✓", "×", "✓ 入口处张贴", "✓", "/", "甲"]
        two = ["2", "样例标准", "标准全文", "长期公开", "样例公司", "✓", "✓", "", "", "✓", ""]
        _add_table(document, [top, sub, line, one, two, ["（二）样例其他", *[""] * 10], ["1", *two[1:]]], [])
    return saved(document)


def _add_table(document: Any, rows: Sequence[Sequence[str]], merged: Sequence[tuple[int, int, int]]) -> None:
    """A table with its headings merged as Word does, and (first row, last row, column) besides."""
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    _merge_headings(table, rows[0], rows[1])
    for start, end, column in merged:
        for below in range(start + 1, end + 1):
            table.cell(below, column).text = ""
        table.cell(start, column).merge(table.cell(end, column))
    for place, texts in enumerate(rows):
        if texts[0] and not any(texts[1:]):
            table.cell(place, 0).merge(table.cell(place, len(texts) - 1))


def _merge_headings(table: Any, top: Sequence[str], sub: Sequence[str]) -> None:
    for place, text in enumerate(top):
        if text and not sub[place]:
            table.cell(0, place).merge(table.cell(1, place))
        elif text:
            end = next((right for right in range(place + 1, len(top)) if top[right]), len(top))
            table.cell(0, place).merge(table.cell(0, end - 1))


def sheet_with(
    *rows: Sequence[Any], headings: Sequence[Any] = ("序号", "一级事项", "二级事项", "公开内容", "公开时限")
) -> bytes:
    """A workbook of one sheet with one row of headings, nothing merged."""
    book = openpyxl.Workbook()
    for row in (headings, *rows):
        book.active.append(list(row))
    return saved(book)
