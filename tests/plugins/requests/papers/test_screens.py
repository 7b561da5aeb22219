"""Screens of papers: the desk of the case works with them, and for all others they are absent."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from plugins.contrib.requests.domain.given_files import files_for_applicant
from plugins.contrib.requests.domain.handling.receiving import accept_case, receive_case
from plugins.contrib.requests.domain.letters.drafting import draft_letter
from plugins.contrib.requests.domain.letters.wording import approve_standard
from plugins.contrib.requests.domain.redacting import content_of
from plugins.contrib.requests.domain.submitting import GivenFile, add_files
from plugins.contrib.requests.enums import CaseState, FileKind
from plugins.contrib.requests.models import DataAccess, FeeNotice, LetterTemplate
from tests.factories.cases import make_case
from tests.factories.people import make_person
from tests.factories.tenancy import make_unit
from tests.plugins.requests.redaction.files import NAME, full_pdf


def address(name, *arguments):
    return reverse(f"requests-admin:{name}", args=arguments)


@pytest.fixture
def source(case, officer):
    file = ContentFile("住在青石街的欧阳清和。\n联系李白。".encode(), name="x")
    given = {"size": file.size, "content_type": "text/plain", "by": officer}
    return case.files.create(kind=FileKind.SOURCE, name="材料.txt", file=file, **given)


@pytest.fixture
def letter(received, office, officer):
    approve_standard(district=received.district, user=office)
    return draft_letter(case=received, kind="withdrawn", user=officer)


@pytest.fixture
def everywhere(letter, source, district):
    case = letter.case.pk
    return [
        address("papers", case),
        address("letter", case, letter.pk),
        address("redact", case, source.pk),
        address("fee", case),
    ]


def test_desk_of_the_case_sees_its_papers(client, everywhere, officer, office):
    for person in (officer, office):
        client.force_login(person)
        assert [client.get(place).status_code for place in everywhere] == [200] * 4


def test_papers_are_absent_for_others(client, everywhere, district, letter):
    other = make_unit(district, name="乙局", code="yi-ju")
    people = [make_person(Role.REQUEST_OFFICER, "other", unit=other), make_person(Role.EDITOR, "editor", unit=other)]
    for person in people:
        client.force_login(person)
        assert [client.get(place).status_code for place in everywhere] == [404] * 4
        acts = [address("letter_act", letter.case.pk, letter.pk, act) for act in ("approve", "issue", "discard")]
        assert [client.post(act).status_code for act in acts] == [404] * 3


def test_officer_finds_neither_approval_nor_wording(client, letter, officer, district):
    client.force_login(officer)
    answers = [
        client.post(address("letter_act", letter.case.pk, letter.pk, "approve")),
        client.get(address("wording")),
        client.get(address("wording_of", district.pk, "receipt")),
    ]
    assert [answer.status_code for answer in answers] == [404] * 3


def test_letter_goes_from_choice_to_issue(client, received, office, officer):
    approve_standard(district=received.district, user=office)
    client.force_login(officer)
    client.post(address("draft_letter", received.pk), {"kind": "withdrawn"})
    letter = received.letters.get()
    client.post(
        address("letter", received.pk, letter.pk), {"organ": "甲局", "title": "确认书", "body": "某某：\n收到。"}
    )
    client.force_login(office)
    client.post(address("letter_act", received.pk, letter.pk, "approve"))
    client.post(address("letter_act", received.pk, letter.pk, "issue"))
    letter.refresh_from_db()
    assert (letter.title, letter.state, letter.number.rpartition("〕")[2]) == ("确认书", "issued", "1号")
    answer = client.post(address("letter_file", received.pk, letter.pk, "docx"))
    assert (answer.status_code, answer.content[:2]) == (200, b"PK")
    assert DataAccess.objects.filter(what=f"letter {letter.pk} docx", user=office).count() == 1


def test_words_are_looked_at_and_then_taken_out(client, source, officer):
    client.force_login(officer)
    marks = {"words-0-words": "欧阳清和", "words-0-reason": "refused_third_party"}
    marks |= {"spans-0-line": "2", "spans-0-first": "3", "spans-0-last": "4", "spans-0-reason": "refused_internal"}
    place = address("redact", source.case.pk, source.pk)
    assert "住在青石街的■■■〔1〕。\n联系■■■〔2〕。" in client.post(place, marks).content.decode()
    assert source.case.files.count() == 1
    client.post(place, {**marks, "keep": ""})
    made = source.case.files.get(kind=FileKind.REDACTED)
    assert content_of(made).decode() == "住在青石街的■■■〔1〕。\n联系■■■〔2〕。"


def test_marks_are_shown_again_when_they_are_refused(client, source, officer):
    client.force_login(officer)
    place = address("redact", source.case.pk, source.pk)
    for marks in ({"words-0-words": "杜甫", "words-0-reason": "refused_law"}, {"words-0-words": "李白"}):
        page = client.post(place, {**marks, "keep": ""}).content.decode()
        assert f'value="{marks["words-0-words"]}"' in page
    assert source.case.files.count() == 1


def test_pdf_is_uploaded_shown_and_redacted(client, case, officer):
    client.force_login(officer)
    upload = SimpleUploadedFile("材料.pdf", full_pdf())
    client.post(address("source", case.pk), {"source": upload})
    source = case.files.get()
    page = client.get(address("page", case.pk, source.pk, 1))
    assert (page.status_code, page.content[1:4]) == (200, b"PNG")
    assert client.get(address("page", case.pk, source.pk, 9)).status_code == 404
    marks = {"words-0-words": NAME, "words-0-reason": "refused_third_party", "keep": ""}
    client.post(address("redact", case.pk, source.pk), marks)
    assert case.files.get(kind=FileKind.REDACTED).redaction.places == 3


def test_applicant_gets_what_is_given_and_no_source(client, case, officer):
    client.force_login(officer)
    for kind in (FileKind.SOURCE, FileKind.ANSWER):
        client.post(address("source", case.pk), {"source": SimpleUploadedFile(f"{kind}.txt", b"x"), "kind": kind})
    case.state = CaseState.DECIDED
    before = list(files_for_applicant(case))
    case.state = CaseState.SERVED
    assert (before, [one.kind for one in files_for_applicant(case)]) == ([], [FileKind.ANSWER])


def test_applicant_gets_the_issued_letter_of_the_decision_alone(case, officer, office):
    approve_standard(district=case.district, user=office)
    people = {"drafted_by": officer, "approved_by": office, "state": "issued", "issued_on": timezone.localdate()}
    for kind in ("granted", "third_party"):
        pdf = add_files(case=case, kind=FileKind.LETTER, files=[GivenFile(f"{kind}.pdf", b"%PDF")])[0]
        case.letters.create(kind=kind, organ="甲局", title=kind, body="x", number=kind, pdf=pdf, **people)
    case.state, case.outcome = CaseState.SERVED, "granted"
    assert [one.name for one in files_for_applicant(case)] == ["granted.pdf"]


def test_fee_is_reckoned_asked_for_and_paid(client, district, unit, officer):
    came = make_case(district, unit)
    case = receive_case(case=came, arrived_on=timezone.localdate(), user=officer)
    accepted = accept_case(case=case, user=officer)
    client.force_login(officer)
    given = {"basis": "pages", "quantity": "40", "before": "0"}
    assert "合计 100 元" in client.get(address("fee", accepted.pk), given).content.decode()
    client.post(address("fee", accepted.pk), given)
    notice = FeeNotice.objects.get()
    client.post(address("fee_paid", accepted.pk, notice.pk), {"day": notice.asked_on.isoformat()})
    notice.refresh_from_db()
    assert (notice.total, notice.paid_on) == (100, notice.asked_on)


def test_wording_is_written_and_approved(client, district, office, other_office):
    client.force_login(office)
    client.post(address("wording"), {"district": district.pk})
    place = address("wording_of", district.pk, "receipt")
    page = client.post(place, {"title": "回执", "basis": "b", "body": "{{nothing}}"}).content.decode()
    assert "没有变量 {{nothing}}" in page
    client.post(place, {"title": "回执", "basis": "b", "body": "{{applicant}}：\n收到。"})
    client.force_login(other_office)
    client.post(place, {"approve": ""})
    assert LetterTemplate.objects.get(kind="receipt").approved_by == other_office
