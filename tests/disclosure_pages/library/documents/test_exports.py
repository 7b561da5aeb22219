"""Files of a document, read back."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from docx import Document
from pypdf import PdfReader

from disclosure_pages.library.documents.exports import pdf as pdf_module
from disclosure_pages.library.documents.exports.characters import writable_html
from disclosure_pages.library.documents.exports.pictures import with_pictures
from tests.factories.media import make_image
from tests.factories.pages import make_changed_draft, publish

pytestmark = pytest.mark.django_db
START, REPEAL = dt.date(2020, 1, 1), dt.date(2024, 3, 1)
BODY = (
    "<h2>第一章 总则</h2><p>第一条　<b>为了</b>样例，制定本办法。</p><ol><li>首项</li><li>次项</li></ol>"
    "<blockquote>引文</blockquote><p>控制字符&#8;之后</p>"
)


@pytest.fixture
def document(make):
    make("别的文件的标题", number="样政办发〔2020〕88号", body="<p>别的文件的正文。</p>")
    return make("关于印发样例办法的通知", number="样政办发〔2020〕7号", effective_on=START, body=BODY)


def pdf_of(visitor, page) -> tuple[str, PdfReader]:
    reader = PdfReader(io.BytesIO(visitor.get(f"{page.get_url()}document.pdf").content))
    return "".join("".join(sheet.extract_text() for sheet in reader.pages).split()), reader


def test_pdf_says_what_the_page_says(visitor, document) -> None:
    text, reader = pdf_of(visitor, document)
    words = (
        "关于印发样例办法的通知",
        "样政办发〔2020〕7号",
        "第一条为了样例，制定本办法。",
        "现行有效",
        "此件主动公开",
    )
    assert [word for word in words if word not in text] == []
    assert document.full_url in text
    assert "1/1" in text
    assert reader.metadata.title == document.title


def test_pdf_holds_no_other_document(visitor, document) -> None:
    text, _reader = pdf_of(visitor, document)
    assert [word for word in ("别的文件", "88号") if word in text] == []


def test_pdf_follows_the_force(visitor, make, document) -> None:
    assert "废止" not in pdf_of(visitor, document)[0]
    make("新办法", number="样政发〔2024〕2号", effective_on=REPEAL, relations=[{"kind": "repeals", "target": document}])
    assert "样政发〔2024〕2号" in pdf_of(visitor, document)[0]


def test_pdf_is_made_once(visitor, document, monkeypatch) -> None:
    address = f"{document.get_url()}document.pdf"
    first = visitor.get(address)
    monkeypatch.setattr(pdf_module, "WORKER", pdf_module.WORKER.with_name("nothing.py"))
    second = visitor.get(address)
    assert (second.content, second["ETag"]) == (first.content, first["ETag"])
    assert visitor.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304


def test_file_that_cannot_be_made_is_told(visitor, make, monkeypatch) -> None:
    monkeypatch.setattr(pdf_module, "WORKER", pdf_module.WORKER.with_name("nothing.py"))
    response = visitor.get(f"{make().get_url()}document.pdf")
    assert (response.status_code, response["Retry-After"]) == (503, "20")


def test_withdrawn_file_is_thrown_away(visitor, document, django_capture_on_commit_callbacks) -> None:
    from django.core.cache import caches

    from disclosure_pages.clearance.domain.acts import withdraw_content
    from tests.factories.people import make_person

    visitor.get(f"{document.get_url()}document.docx")
    office = make_person("disclosure_office", district=document.district)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_content(page=document, user=office, reason="误发")
    assert caches["exports"].get(f"{document.pk}.docx") is None


def test_file_is_named_after_the_document(visitor, document) -> None:
    header = visitor.get(f"{document.get_url()}document.docx")["Content-Disposition"]
    assert header.startswith(f"attachment; filename=\"{document.slug}.docx\"; filename*=UTF-8''%E5%85%B3%E4%BA%8E")
    assert header.isascii()


def test_word_file_has_header_headings_and_text(visitor, document) -> None:
    file = Document(io.BytesIO(visitor.get(f"{document.get_url()}document.docx").content))
    rows = {row.cells[0].text: row.cells[1].text for row in file.tables[0].rows}
    assert rows["发文字号"] == "样政办发〔2020〕7号"
    styles = [(paragraph.style.name, paragraph.text) for paragraph in file.paragraphs]
    assert styles[0] == ("Title", document.title)
    for expected in (
        ("Heading 1", "第一章 总则"),
        ("Normal", "第一条　为了样例，制定本办法。"),
        ("List Number", "次项"),
        ("Quote", "引文"),
    ):
        assert expected in styles


def test_file_follows_a_new_edition(visitor, document) -> None:
    publish(make_changed_draft(document, body="<p>改了的正文。</p>"))
    file = Document(io.BytesIO(visitor.get(f"{document.get_url()}document.docx").content))
    assert "改了的正文。" in [paragraph.text for paragraph in file.paragraphs]


def test_picture_that_is_not_public_is_left_out(make) -> None:
    rendition = make_image(make().get_parent().specific).get_rendition("width-20")
    html = f'<p><img alt="" src="{rendition.url}"> <img src="file:///etc/hostname"> <img src="http://127.0.0.1/"></p>'
    assert with_pictures(html) == '<p><img alt="" src=""> <img src=""> <img src=""></p>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [("甲&#8;乙\x08丙&#x1F;", "甲乙丙"), ("&#21306;&lt;&#10;", "&#21306;&lt;&#10;"), ("&#99999999;", "&#99999999;")],
)
def test_control_characters_are_left_out(html, expected) -> None:
    assert writable_html(html) == expected
