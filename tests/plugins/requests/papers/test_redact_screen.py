"""The screen of redaction: what is wrong is told beside its row, nothing typed is lost, nothing unseen is given."""

import io

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from pypdf import PdfReader, PdfWriter

from plugins.contrib.requests.enums import FileKind
from tests.plugins.requests.redaction.files import NAME, full_pdf, locked_pdf, scanned_pdf, written
from tests.plugins.requests.redaction.places import docx_of, paragraph

AREA = {"page": "2", "left": "10", "top": "10", "width": "20", "height": "5", "reason": "refused_law"}
WORDS = {"words-0-words": NAME, "words-0-reason": "refused_third_party"}


def half_scanned():
    writer = PdfWriter()
    for content in (full_pdf(), scanned_pdf()):
        writer.append(PdfReader(io.BytesIO(content)))
    return written(writer)


@pytest.fixture
def screen(client, case, officer):
    """Keeps a file with the case; the address of its screen."""
    client.force_login(officer)

    def kept(content, name):
        given = {"size": len(content), "content_type": "x/y", "by": officer}
        file = case.files.create(kind=FileKind.SOURCE, name=name, file=ContentFile(content, name="x"), **given)
        return reverse("requests-admin:redact", args=[case.pk, file.pk])

    return kept


def area(**changes):
    return {f"areas-0-{name}": value for name, value in {**AREA, **changes}.items()}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"left": "links"}, "输入一个数字"),
        ({"page": "2.5"}, "输入整数"),
        ({"page": "9"}, "这份 PDF 共 2 页。"),
        ({"left": "-1"}, "确保该值大于或等于0"),
        ({"width": "95"}, "区域超出了页面，最多还剩 90"),
        ({"height": "0"}, "宽度或者高度为 0 的区域什么也遮不住。"),
        ({"reason": ""}, "还需要填写"),
        ({"top": ""}, "还需要填写"),
    ],
)
def test_area_that_is_wrong_is_told_and_kept_as_it_was_typed(client, case, screen, changes, said):
    sent = {**WORDS, **area(**changes), "keep": ""}
    page = client.post(screen(full_pdf(), "材料.pdf"), sent)
    rows = page.context["rows"]

    assert (case.files.count(), page.status_code) == (1, 200)
    assert {name: rows["areas"][0][name].value() for name in AREA} == {**AREA, **changes}
    assert rows["words"][0]["words"].value() == NAME
    assert said in page.content.decode()


def test_areas_are_taken_out_without_a_script(client, case, screen):
    client.post(screen(full_pdf(), "材料.pdf"), {**area(), "keep": ""})
    assert case.files.get(kind=FileKind.REDACTED).redaction.places == 1


@pytest.mark.parametrize(
    ("line", "first", "last", "said"),
    [("9", "1", "2", "文本共 2 行。"), ("1", "3", "9", "第 1 行共 4 个字"), ("1", "3", "2", "第 1 行共 4 个字")],
)
def test_place_that_is_not_in_the_text_is_never_taken_for_another(client, case, screen, line, first, last, said):
    sent = {"spans-0-line": line, "spans-0-first": first, "spans-0-last": last, "spans-0-reason": "refused_law"}
    page = client.post(screen("甲乙丙丁\n戊己庚辛".encode(), "材料.txt"), {**sent, "keep": ""}).content.decode()

    assert said in page
    assert f'value="{last}"' in page
    assert case.files.count() == 1


def test_scan_is_named_and_its_copy_waits_for_a_person(client, case, screen):
    place = screen(half_scanned(), "扫描件.pdf")
    assert "第 3 页：我已查看，页上没有需要隐去的内容" in client.get(place).content.decode()

    refused = client.post(place, {**WORDS, "keep": ""}).content.decode()
    assert "第 3 页的文字无法查找。" in refused
    assert (NAME in refused, case.files.count()) == (True, 1)
    client.post(place, {**WORDS, "clear": "3", "keep": ""})
    assert case.files.get(kind=FileKind.REDACTED).redaction.places == 3


def test_confirmed_pages_stay_confirmed_when_something_else_is_wrong(client, screen):
    page = client.post(screen(half_scanned(), "扫描件.pdf"), {"words-0-words": "杜甫", "clear": "3"}).content.decode()
    assert '<input type="checkbox" name="clear" value="3" checked>' in page


def test_page_that_is_no_scan_cannot_be_confirmed(client, case, screen):
    client.post(screen(half_scanned(), "扫描件.pdf"), {**WORDS, "clear": ["1", "3"], "keep": ""})
    assert case.files.count() == 1


def test_notes_and_white_words_are_shown_before_and_after(client, screen):
    white = paragraph(NAME, run='<w:color w:val="FFFFFF"/>')
    place = screen(docx_of(white, header=paragraph(f"{NAME}页眉")), "材料.docx")
    before, after = client.get(place).content.decode(), client.post(place, WORDS).content.decode()

    assert (f"{NAME}页眉" in before, "以下文字在文件中为白色" in before) == (True, True)
    assert "■■■〔1〕页眉" in after


@pytest.mark.parametrize("method", ["get", "post"])
def test_file_that_cannot_be_read_leads_back_with_a_word(client, screen, method):
    answer = getattr(client, method)(screen(locked_pdf(), "锁.pdf"), follow=True)
    assert "请先取消密码后保存" in answer.content.decode()
