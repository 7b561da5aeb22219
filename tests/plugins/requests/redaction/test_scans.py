"""Pages that a machine cannot read: no copy is made before a person has said what is to become of each."""

import io

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter

from plugins.contrib.requests.redaction import AreaMark, RedactionRefused, WordMark, page_facts, redact

from .files import NAME, full_pdf, scanned_pdf, written

MARKS = [WordMark(NAME, "refused_third_party")]
REFUSED = "第 3、4 页的文字无法查找。请在每一页上标记区域，或者确认页上没有需要隐去的内容。"


@pytest.fixture(scope="module")
def mixed():
    """Two pages of text, two scans, and a page on which nothing stands."""
    writer = PdfWriter()
    for content in (full_pdf(), scanned_pdf(), scanned_pdf()):
        writer.append(PdfReader(io.BytesIO(content)))
    writer.add_blank_page(595, 842)
    return written(writer)


def test_scans_are_told_and_blank_pages_are_not(mixed):
    assert [page.is_searchable for page in page_facts(mixed)] == [True, True, False, False, True]


def test_scan_that_nobody_looked_at_is_refused_by_its_number(mixed):
    with pytest.raises(RedactionRefused) as refused:
        redact(mixed, MARKS)
    assert str(refused.value) == REFUSED
    with pytest.raises(RedactionRefused):
        redact(mixed, MARKS, clear_pages=[3])


def test_scan_needs_an_area_or_a_word_of_a_person(mixed):
    area = AreaMark(3, 10, 10, 20, 20, "refused_third_party")
    assert redact(mixed, [*MARKS, area], clear_pages=[4]).found == (3, 1)
    assert redact(mixed, MARKS, clear_pages=[3, 4]).found == (3,)


def test_scan_with_a_text_that_a_machine_has_read_is_a_scan():
    """Such a layer has mistakes: a name that was read wrongly is found by nobody."""
    source = redact(full_pdf(), MARKS).content  # a picture with text below
    assert pypdfium2.PdfDocument(source)[0].get_textpage().get_text_range()
    assert [page.is_searchable for page in page_facts(source)] == [False, False]
