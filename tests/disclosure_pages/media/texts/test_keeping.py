"""Bytes are read once, within bounds, and forgotten with the file."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from disclosure_pages.media.models import FileText
from disclosure_pages.media.tasks import read_document
from disclosure_pages.media.texts.bounded import MAX_CHARACTERS
from disclosure_pages.media.texts.keeping import text_of, texts_of
from tests.factories.files import pdf_bytes, xlsx_bytes
from tests.factories.media import make_document, replace_bytes

pytestmark = pytest.mark.django_db
SLOW = pdf_bytes(*["one line of many that take their time"] * 8000)


def test_text_is_kept_with_its_places() -> None:
    text = text_of(make_document(name="a.pdf", content=pdf_bytes("first", "second")))
    assert [(part.where, part.text) for part in text.texts()] == [
        ((("page", "1"),), "first"),
        ((("page", "2"),), "second"),
    ]
    assert (text.text, list(text.gaps())) == ("first\nsecond", [])


def test_same_bytes_are_read_once(django_assert_num_queries) -> None:
    document, other = (make_document(name="a.txt", content="同样的字".encode()) for _number in range(2))
    first = text_of(document)
    with django_assert_num_queries(1):
        assert text_of(other).read_at == first.read_at


def test_other_bytes_are_read_anew() -> None:
    document = make_document(name="a.txt", content="旧".encode())
    assert text_of(document).text == "旧"
    replace_bytes(document, "新".encode())
    assert text_of(document).text == "新"


def test_reading_stops_when_its_time_is_over_and_keeps_what_it_has() -> None:
    text = text_of(make_document(name="long.pdf", content=SLOW), seconds=3)
    assert [gap.reason for gap in text.gaps()] == ["time"]
    assert FileText.objects.get().seconds == 3


def test_who_has_more_time_tries_again_and_who_has_less_does_not() -> None:
    document = make_document(name="a.txt", content="字".encode())
    FileText.objects.create(content_hash=document.get_file_hash(), extension="txt", stopped_by="time", seconds=5)
    assert text_of(document, seconds=5).text == ""
    assert text_of(document, seconds=6).text == "字"


def test_text_without_end_is_cut() -> None:
    text = text_of(make_document(name="a.txt", content=b"word " * (MAX_CHARACTERS // 4)))
    assert [gap.reason for gap in text.gaps()] == ["length"]
    assert MAX_CHARACTERS * 0.9 < sum(len(part.text) for part in text.texts()) <= MAX_CHARACTERS


def test_characters_that_no_database_takes_are_left_out() -> None:
    assert text_of(make_document(name="a.txt", content=b"138\x001234")).text == "1381234"


def test_files_together_have_one_time() -> None:
    documents = [make_document(name=f"{number}.pdf", content=SLOW + b"%" * number) for number in range(1, 4)]
    reasons = [[gap.reason for gap in text.gaps()] for _document, text in texts_of(documents, seconds=2)]
    assert reasons == [["time"]] * 3


def test_lost_file_is_a_gap() -> None:
    document = make_document(name="a.txt")
    document.file.storage.delete(document.file.name)
    assert [gap.reason for gap in text_of(document).gaps()] == ["lost"]


def test_upload_is_read_before_anybody_asks(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        make_document(name="a.xlsx", content=xlsx_bytes({"甲": [["字"]]}))
    assert [text.text for text in FileText.objects.all()] == ["字"]


def test_task_for_a_document_that_is_gone_does_nothing() -> None:
    assert read_document.enqueue(document_id=0).return_value == ""


def test_text_is_forgotten_with_the_last_file_that_has_these_bytes() -> None:
    document, other = (make_document(name="a.txt", content="字".encode()) for _number in range(2))
    other._set_file_hash()
    other.save()
    text_of(document)
    document.delete()
    assert FileText.objects.count() == 1
    other.delete()
    assert FileText.objects.count() == 0


def test_text_is_forgotten_when_its_bytes_are_replaced() -> None:
    document = make_document(name="a.txt", content="旧".encode())
    document._set_file_hash()
    document.save()
    text_of(document)
    document.file = ContentFile("新".encode(), name="b.txt")
    document._set_file_hash()
    document.save()
    assert FileText.objects.count() == 0
