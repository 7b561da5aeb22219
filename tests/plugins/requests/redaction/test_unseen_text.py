"""Text of a DOCX that nobody sees when it is opened, and text that stands beside the main one."""

import pytest

from plugins.contrib.requests.redaction import WordMark, faint_texts, other_texts, redact, shown_text

from .files import NAME
from .places import docx_of, paragraph, style

HIDDEN, SHOWN = "<w:vanish/>", '<w:vanish w:val="0"/>'
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OTHER = paragraph("看得见的李白")
MARKS = [WordMark("李白", "refused_third_party")]
CHARACTER = '<w:rStyle w:val="c"/>'
TABLE = '<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr><w:tc>%s</w:tc></w:tr></w:tbl>'
GONE_ROW = f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph(NAME)}</w:tc></w:tr></w:tbl>"
DEFAULTS = f"<w:docDefaults><w:rPrDefault><w:rPr>{HIDDEN}</w:rPr></w:rPrDefault></w:docDefaults>"


@pytest.mark.parametrize(
    ("body", "styles"),
    [
        (paragraph(NAME, run=HIDDEN), ""),
        (paragraph(NAME, style="p"), style("p", HIDDEN)),
        (paragraph(NAME, style="q"), style("p", HIDDEN) + style("q", "<w:b/>", based="p")),
        (paragraph(NAME, run=CHARACTER), style("c", HIDDEN, "character")),
        (paragraph(NAME, run=CHARACTER), style("d", HIDDEN, "character") + style("c", "", "character", based="d")),
        (TABLE % paragraph(NAME), style("t", HIDDEN, "table")),
        (GONE_ROW, ""),
        (paragraph(NAME), DEFAULTS),
        (paragraph(NAME), style("n", HIDDEN, default=True)),
    ],
)
@pytest.mark.parametrize("namespace", [None, STRICT])
def test_hidden_text_is_neither_shown_nor_copied(body, styles, namespace):
    seen = paragraph("看得见的李白", style="seen", run=SHOWN)
    source = docx_of(body + seen, **({"namespace": namespace} if namespace else {}), styles=styles)
    copy = redact(source, MARKS).content

    assert shown_text(source).split() == ["看得见的李白"]
    assert shown_text(copy).split() == ["看得见的■■■〔1〕"]


def test_nearer_word_decides_whether_a_style_hides():
    styles = style("p", HIDDEN) + style("q", SHOWN, based="p") + style("loop", "", based="loop")
    body = paragraph("甲", style="q") + paragraph("乙", style="p", run=SHOWN) + paragraph("丙", style="loop")
    assert shown_text(docx_of(body, styles=styles)).split() == ["甲", "乙", "丙"]


@pytest.mark.parametrize("run", ['<w:color w:val="FFFFFF"/>', '<w:color w:val="FeFeFe"/>', '<w:sz w:val="2"/>'])
def test_white_and_tiny_text_is_told_and_can_be_seen_in_the_copy(run):
    source = docx_of(paragraph(NAME, run=run) + paragraph("丁", style="w") + OTHER, styles=style("w", run))
    copy = redact(source, MARKS).content

    assert (faint_texts(source), faint_texts(copy)) == ([NAME, "丁"], [])
    assert NAME in shown_text(copy)


def test_text_of_usual_colour_and_size_is_not_told():
    source = docx_of(paragraph("甲", run='<w:color w:val="FF0000"/><w:sz w:val="21"/>') + OTHER)
    assert faint_texts(source) == faint_texts(b"text") == []


def test_headers_footers_and_notes_are_shown_and_redacted():
    note = '<w:%s w:id="2">' + paragraph("李白") + "</w:%s>"
    beside = {"header": paragraph("李白页眉"), "footer": paragraph("页脚李白")}
    beside |= {f"{kind}s": note % (kind, kind) for kind in ("footnote", "endnote")}
    source = docx_of(OTHER, **beside)
    copy = redact(source, MARKS)

    assert other_texts(source) == [("页眉", "李白页眉"), ("页脚", "页脚李白"), ("脚注", "李白"), ("尾注", "李白")]
    assert [text for _kind, text in other_texts(copy.content)] == ["■■■〔1〕页眉", "页脚■■■〔1〕", *["■■■〔1〕"] * 2]
    assert copy.found == (5,)
    assert other_texts("李白".encode()) == []
