"""Where the gate looks for personal data, what it says, and whose word lets it pass."""

from __future__ import annotations

import dataclasses
import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms.people.enums import Role
from disclosure_pages.clearance.domain.reviewing import Ruling, approve_review, review_findings
from disclosure_pages.clearance.exceptions import FindingsOpen, ReviewRefused
from disclosure_pages.clearance.models import Review
from disclosure_pages.media.models import FileText
from disclosure_pages.pages.models import Article, Attachment, Head, InstitutionProfile
from disclosure_pages.tree.models import DisclosurePage
from plugins.findings import Finding, Severity
from tests.factories.files import docx_bytes, pdf_bytes, xlsx_bytes
from tests.factories.kinds import section_for
from tests.factories.media import make_document, make_image
from tests.factories.pages import approve_next, make_draft, proactive_ruling, publish, reasons_for, submit
from tests.factories.people import make_membership, make_person

pytestmark = pytest.mark.django_db
LINE = "0 0 m 100 100 l S " * 10


def with_files(*documents: Any, **fields: Any) -> Any:
    page = make_draft(**fields)
    page.attachments = [Attachment(document=document, title=document.title) for document in documents]
    page.save_revision(user=page.owner)
    return page


def findings_of(page: Any, stage: str = "unit") -> list[Finding]:
    found = review_findings(page=page.get_latest_revision_as_object(), stage=stage, ruling=Ruling())
    return [finding for finding in found if finding.code.startswith("gongkai.personal_data.")]


def said(page: Any) -> list[str]:
    return [finding.message for finding in findings_of(page)]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"title": "13812345678"}, "网址标识；标题"),
        ({"source": "联系人13812345678"}, "来源"),
        ({"body": "<p>电话13812345678</p>"}, "正文"),
        ({"body": [("table", {"data": [["姓名", "电话"], ["张某", "13812345678"]]})]}, "正文"),
    ],
)
def test_number_is_found_in_fields_and_prose(fields: dict[str, Any], place: str) -> None:
    assert [message.rpartition("：")[2] for message in said(make_draft(**fields))] == [f"138******78（{place}）"]


def test_number_is_found_in_captions_and_alternative_texts() -> None:
    figure = (
        Article._meta.get_field("body")
        .stream_block.child_blocks["figure"]
        .to_python(
            {
                "image": {"image": make_image().pk, "alt_text": "13812345678", "decorative": False},
                "caption": "13912345678",
            }
        )
    )
    findings = findings_of(make_draft(body=[("figure", figure)]))
    assert [finding.excerpt for finding in findings] == ["138******78", "139******78", ""]


def test_number_is_found_in_child_rows() -> None:
    page = make_draft(kind=InstitutionProfile, section=section_for(InstitutionProfile), duties="<p>职责</p>")
    page.heads = [Head(name="甲某", post="局长，13812345678")]
    page.save_revision()
    assert [finding.excerpt for finding in findings_of(page)] == ["138******78"]


def test_number_is_found_in_the_name_of_a_file() -> None:
    assert len(said(with_files(make_document(title="张某13812345678")))) == 1


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("名单.pdf", pdf_bytes("nothing", "call 13812345678"), "“名单.pdf”，第2页"),
        ("名单.xlsx", xlsx_bytes({"一月": [["张某", 13812345678]]}, hidden=""), "“名单.xlsx”，工作表“一月”"),
        ("名单.txt", "张某13812345678".encode("gb18030"), "“名单.txt”"),
    ],
)
def test_number_is_found_in_an_attachment_with_its_place(name: str, content: bytes, place: str) -> None:
    [message] = said(with_files(make_document(name=name, content=content)))
    assert place in message
    assert "138******78" in message


def test_number_at_several_places_is_one_finding() -> None:
    page = with_files(make_document(content=b"13812345678"), body="<p>13812345678</p>")
    assert [finding.excerpt for finding in findings_of(page)] == ["138******78"]


def test_many_numbers_are_listed_up_to_a_bound() -> None:
    numbers = [f"138{number:08d}" for number in range(100)]
    findings = findings_of(make_draft(body=f"<p>{'，'.join(numbers)}</p>"))
    assert len(findings) == 31
    assert "70" in findings[-1].message


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("扫描.pdf", pdf_bytes("text", "", "", drawing=LINE), "（第2页，第3页）"),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "无法读取的文件类型"),
        ("坏.docx", b"PK no package", "损坏"),
        ("照片.jpg", b"\xff\xd8\xff", "没有文字"),
    ],
)
def test_file_that_cannot_be_read_is_a_finding(name: str, content: bytes, words: str) -> None:
    [finding] = findings_of(with_files(make_document(name=name, content=content)))
    assert (finding.code, finding.severity) == ("gongkai.personal_data.unchecked", Severity.OVERRIDABLE)
    assert words in finding.message


def test_picture_in_a_readable_document_is_only_mentioned() -> None:
    text = '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:t>字</w:t></w:p>'
    content = docx_bytes(more={"word/document.xml": text, "word/media/1.png": b"x"})
    findings = findings_of(with_files(make_document(name="a.docx", content=content)))
    assert [(finding.code, finding.severity) for finding in findings] == [
        ("gongkai.personal_data.pictures", Severity.NOTICE)
    ]


def test_clean_page_with_clean_files_has_no_finding() -> None:
    assert said(with_files(make_document(name="a.pdf", content=pdf_bytes("order no. 91430102"), title="附件"))) == []


def test_large_pdf_does_not_hold_the_request_and_the_finding_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("disclosure_pages.clearance.personal_data.gate.REQUEST_SECONDS", 2)
    long = pdf_bytes(*["call 13812345678 at any time of the day"] * 8000)
    page, start = with_files(make_document(name="大.pdf", content=long)), time.monotonic()
    codes = [finding.code.rpartition(".")[2] for finding in findings_of(page)]
    assert time.monotonic() - start < 20
    assert codes[-1] == "unchecked"
    assert "时间" in said(page)[-1]


def test_files_are_read_once_for_all_reviews() -> None:
    page = with_files(make_document(name="a.pdf", content=pdf_bytes("13812345678")))
    findings_of(page)
    read_at = FileText.objects.get().read_at
    assert len(findings_of(page, "confidentiality")) == 1
    assert FileText.objects.get().read_at == read_at


def test_nothing_is_read_while_somebody_submits() -> None:
    page = with_files(make_document(name="a.pdf", content=pdf_bytes("13812345678")))
    submit(page)
    assert not FileText.objects.exists()


def test_reason_for_one_number_covers_no_other() -> None:
    page = make_draft(body="<p>13812345678，13912345678</p>")
    submit(page)
    first, second = reasons_for(page, "公开的值班电话").items()
    with pytest.raises(FindingsOpen) as refusal:
        approve_next(page, ruling=Ruling(overrides=dict([first])))
    assert [finding.excerpt for finding in refusal.value.findings] == ["139******78"]
    approve_next(page, ruling=Ruling(overrides=dict([first, second])))
    assert Review.objects.get().overrides == dict([first, second])


def test_reason_without_words_covers_nothing() -> None:
    page = make_draft(body="<p>13812345678</p>")
    submit(page)
    with pytest.raises(FindingsOpen):
        approve_next(page, ruling=Ruling(overrides=reasons_for(page, " ")))


def test_author_cannot_override_even_as_a_reviewer() -> None:
    page = make_draft(body="<p>13812345678</p>")
    make_membership(page.owner, Role.MODERATOR, unit=page.unit)
    ruling = Ruling(overrides=reasons_for(page, "公开的值班电话"))
    with pytest.raises(ReviewRefused):
        approve_review(task_state=submit(page), reviewer=page.owner, ruling=ruling)
    assert not Review.objects.exists()


def test_content_with_a_recorded_reason_becomes_public() -> None:
    page = with_files(make_document(name="a.pdf", content=pdf_bytes("13812345678")))
    submit(page)
    reasons = reasons_for(page, "公开的值班电话")
    approve_next(page, ruling=Ruling(overrides=reasons))
    approve_next(page, ruling=dataclasses.replace(proactive_ruling(), overrides=reasons))
    assert DisclosurePage.objects.public().get().pk == page.pk


def test_replaced_file_needs_its_own_reason() -> None:
    page = with_files(make_document(name="a.txt", content=b"13812345678"))
    reasons = reasons_for(page, "公开的值班电话")
    page.attachments = [Attachment(document=make_document(name="b.txt", content=b"13912345678"), title="b")]
    page.save_revision(user=page.owner)
    submit(page)
    with pytest.raises(FindingsOpen):
        approve_next(page, ruling=Ruling(overrides=reasons))


def test_form_records_reasons_only_for_what_was_shown() -> None:
    page = make_draft(body="<p>13812345678，13912345678</p>")
    task_state, reviewer = submit(page), make_person(Role.MODERATOR, unit=page.unit)
    client = Client()
    client.force_login(reviewer, backend="django.contrib.auth.backends.ModelBackend")
    shown = list(reasons_for(page, ""))[:1]
    data = {"decision": "approved", "override-gongkai.personal_data.mobile": "公开的值班电话", "shown": shown}
    assert client.post(reverse("gongkai_clearance:review", args=[task_state.pk]), data).status_code == 400
    assert not Review.objects.exists()


def test_history_says_what_was_overridden_and_why() -> None:
    page = make_draft(body="<p>13812345678，13912345678</p>")
    submit(page)
    approve_next(page, ruling=Ruling(overrides=reasons_for(page, "公开的值班电话")))
    [(reason, words)] = Review.objects.get().reasons.items()
    assert (reason, ["138******78" in words[0], "139******78" in words[1]]) == ("公开的值班电话", [True, True])


def test_published_page_stays_publishable_in_the_same_content() -> None:
    page = publish(with_files(make_document(name="a.txt", content="无".encode())))
    assert page.live
