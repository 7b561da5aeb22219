"""Word documents as Word shows them."""

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from disclosure_pages.importing.reading import read_document
from disclosure_pages.importing.reading.blocks import Paragraph, Table
from tests.factories.official_documents import add_table, saved


def _texts(document):
    return [block.text for block in read_document(saved(document)).blocks if isinstance(block, Paragraph)]


def _table(document):
    return next(block for block in read_document(saved(document)).blocks if isinstance(block, Table))


def _cells(table):
    return [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells]


def _number(paragraph, list_id, level=0):
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
    )


def _add_list(document, *levels):
    """A list of its own; each level is (format, pattern). Deeper levels are in digits throughout."""
    root = document.part.numbering_part.element
    written = ""
    for index, (form, pattern) in enumerate(levels):
        legal = "<w:isLgl/>" if index else ""
        written += (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{legal}'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="901">{written}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="902"><w:abstractNumId w:val="901"/></w:num>'))
    return 902


def test_automatic_numbers_are_text():
    document = docx.Document()
    key = _add_list(document, ("chineseCounting", "%1、"), ("decimal", "%1.%2"))
    for text, level in [("目标", 0), ("近期", 1), ("远期", 1), ("任务", 0), ("首先", 1)]:
        _number(document.add_paragraph(text), key, level)

    assert _texts(document) == ["一、目标", "1.1近期", "1.2远期", "二、任务", "2.1首先"]


def test_bullets_have_no_number():
    document = docx.Document()
    _number(document.add_paragraph("要求"), _add_list(document, ("bullet", "●")))

    assert _texts(document) == ["要求"]


def test_merged_cells():
    document = docx.Document()
    table = add_table(document, [["项目", "标准", "备注"], ["伙食", "一级", ""], ["", "二级", ""]])
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 1).merge(table.cell(1, 2))

    assert _cells(_table(document)) == [
        ("项目", 0, 0, 1, 1),
        ("标准", 0, 1, 1, 1),
        ("备注", 0, 2, 1, 1),
        ("伙食", 1, 0, 2, 1),
        ("一级", 1, 1, 1, 2),
        ("二级", 2, 1, 1, 1),
        ("", 2, 2, 1, 1),
    ]


def test_changes_under_revision():
    document = docx.Document()
    paragraph = document.add_paragraph("自即日起")
    for text, tag in [("施行", "w:ins"), ("停止", "w:del")]:
        run = paragraph.add_run(text)._r
        change = OxmlElement(tag)
        run.addprevious(change)
        change.append(run)
    deleted = paragraph._p.find(f"{qn('w:del')}/{qn('w:r')}/{qn('w:t')}")
    deleted.tag = qn("w:delText")

    read = read_document(saved(document))

    assert [block.text for block in read.blocks] == ["自即日起施行"]
    assert len(read.remarks) == 1


def test_text_box_is_read_once():
    document = docx.Document()
    paragraph = document.add_paragraph("正文在后。")
    box = "<w:txbxContent><w:p><w:r><w:t>清政〔2021〕1号</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )

    assert _texts(document) == ["清政〔2021〕1号", "正文在后。"]


def test_content_control_is_read():
    document = docx.Document()
    paragraph = document.add_paragraph("云州市人民政府")._p
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    paragraph.addprevious(control)
    control.append(content)
    content.append(paragraph)

    assert _texts(document) == ["云州市人民政府"]


def test_breaks_within_a_paragraph_are_lines():
    document = docx.Document()
    document.add_paragraph("云州市财政局\n云州市教育局")

    assert _texts(document) == ["云州市财政局", "云州市教育局"]


def test_break_within_a_sentence_is_none():
    document = docx.Document()
    document.add_paragraph("各单位要高度重视，明确责任分工，把各项任务落实到具体岗位和具\n体人员。")

    assert _texts(document) == ["各单位要高度重视，明确责任分工，把各项任务落实到具体岗位和具体人员。"]


def test_frame_of_the_foot_is_no_table():
    document = docx.Document()
    add_table(document, [["抄送：区委办公室。", ""], ["清溪区人民政府办公室", "2021年3月10日印发"]])

    assert _texts(document) == ["抄送：区委办公室。", "清溪区人民政府办公室", "2021年3月10日印发"]


def test_heading_styles_and_contents():
    document = docx.Document()
    contents = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("总则\t1", style=contents)
    document.add_heading("总则", level=2)

    read = read_document(saved(document))

    assert [(block.text, block.level) for block in read.blocks] == [("总则", 2)]
    assert len(read.remarks) == 1


def test_alignment_may_come_from_the_style():
    document = docx.Document()
    style = document.styles.add_style("公文标题", WD_STYLE_TYPE.PARAGRAPH)
    style.paragraph_format.alignment = 1
    document.add_paragraph("关于放假的通知", style=style)
    document.add_paragraph("请各单位知悉。")

    assert [block.alignment for block in read_document(saved(document)).blocks] == ["centre", "left"]
