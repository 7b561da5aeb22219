"""Screens of papers: the desk of the case works with them, and for all others they are absent."""

import html
import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from plugins.contrib.requests.domain.fees import ask_fee
from plugins.contrib.requests.domain.given_files import files_for_applicant
from plugins.contrib.requests.domain.handling.deciding import draft_decision
from plugins.contrib.requests.domain.handling.receiving import accept_case, receive_case
from plugins.contrib.requests.domain.letters.drafting import approve_letter, change_letter, draft_letter, issue_letter
from plugins.contrib.requests.domain.letters.freshness import outdated_fields
from plugins.contrib.requests.domain.letters.wording import approve_standard, write_template
from plugins.contrib.requests.domain.redacting import content_of
from plugins.contrib.requests.domain.submitting import GivenFile, add_files
from plugins.contrib.requests.enums import CaseState, FileKind, LetterState, Outcome
from plugins.contrib.requests.fees import fee_by_pages
from plugins.contrib.requests.models import DataAccess, FeeNotice, FeeRule, LetterDetails, LetterTemplate
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
    approve_standard(owner=received.district, user=office)
    return draft_letter(case=received, kind="withdrawn", user=officer)


@pytest.fixture
def accepted(district, unit, officer):
    """Today, so that its time is not over."""
    case = receive_case(case=make_case(district, unit), arrived_on=timezone.localdate(), user=officer)
    return accept_case(case=case, user=officer)


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
    approve_standard(owner=received.district, user=office)
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


def test_opening_a_letter_is_kept_once_whatever_is_done_with_it(client, letter, officer):
    client.force_login(officer)
    place = address("letter", letter.case.pk, letter.pk)
    client.get(place)
    client.post(place, {"organ": "甲局", "title": "确认书", "body": "某某：\n收到。"}, follow=True)
    client.post(address("letter_act", letter.case.pk, letter.pk, "fill"), follow=True)
    seen = DataAccess.objects.filter(what=f"letter {letter.pk}", user=officer)
    assert seen.count() == 1
    client.get(place)
    assert seen.count() == 2


def test_gap_of_the_details_leads_the_office_to_them(client, received, office, officer):
    approve_standard(owner=received.district, user=office)
    letter = draft_letter(case=received, kind="receipt", user=officer)
    link, pages = f'href="{address("letter_details")}"', []
    for person in (office, officer):
        client.force_login(person)
        pages.append(client.get(address("letter", received.pk, letter.pk)).content.decode())
    assert [("甲区的文书信息尚缺：联系电话" in page, page.count(link)) for page in pages] == [(True, 1), (True, 0)]
    client.force_login(office)
    told = client.post(address("letter_act", received.pk, letter.pk, "approve"), follow=True).content.decode()
    assert "尚未填写的内容：联系电话" in told


def test_preview_shows_gaps_in_words(client, received, office, officer):
    approve_standard(owner=received.district, user=office)
    letter = draft_letter(case=received, kind="receipt", user=officer)
    client.force_login(officer)
    page = client.get(address("letter", received.pk, letter.pk)).content.decode()
    assert "拨打<mark>联系电话</mark>。" in page


def test_issued_letter_is_downloaded_as_it_was_issued(client, letter, office, officer):
    approve_letter(letter=letter, user=office)
    issued = issue_letter(letter=letter, user=officer)
    client.force_login(officer)
    for file_format, kept in (("docx", issued.word), ("pdf", issued.pdf)):
        answer = client.post(address("letter_file", issued.case.pk, issued.pk, file_format))
        assert answer.content == content_of(kept)


def test_details_are_kept_of_the_districts_of_the_office(client, district, office, officer):
    client.force_login(office)
    assert client.post(address("letter_details"), {"district": "jia", "court": "甲区人民法院"}).status_code == 302
    assert client.post(address("letter_details"), {"district": "jia", "phone": "abc"}).status_code == 200
    assert client.post(address("letter_details"), {"district": "yi", "court": "乙"}).status_code == 404
    client.force_login(officer)
    assert client.get(address("letter_details")).status_code == 404
    assert LetterDetails.objects.get().court == "甲区人民法院"


def test_auditor_keeps_the_wording_of_the_city_alone(client, district, office):
    client.force_login(make_person(Role.CITY_AUDITOR, "auditor", city=district.city))
    place = address("city_wording_of", district.city.pk, "receipt")
    client.post(place, {"title": "市回执", "basis": "b", "body": "{{applicant}}：\n收到。"})
    assert client.get(address("wording_of", district.pk, "receipt")).status_code == 404
    assert client.post(address("wording"), {"level": "district", "owner": district.pk}).status_code == 404
    client.force_login(office)
    assert client.get(place).status_code == 404
    written = LetterTemplate.objects.get()
    assert (written.title, written.city, written.district) == ("市回执", district.city, None)


def test_district_returns_to_the_wording_beneath(client, district, office):
    client.force_login(office)
    place = address("wording_of", district.pk, "receipt")
    client.post(place, {"title": "回执", "basis": "b", "body": "{{applicant}}：\n收到。"})
    assert 'name="drop"' in client.get(place).content.decode()
    client.post(place, {"drop": ""})
    assert ('name="drop"' in client.get(place).content.decode(), LetterTemplate.objects.count()) == (False, 0)


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


def test_redaction_is_offered_of_what_came_and_not_of_what_is_made_here(client, source, officer):
    for kind in (FileKind.LETTER, FileKind.REDACTED):
        add_files(case=source.case, kind=kind, files=[GivenFile(f"{kind}.txt", b"x")])
    client.force_login(officer)
    page = client.get(address("papers", source.case.pk)).content.decode()
    links = [address("redact", source.case.pk, one.pk) in page for one in source.case.files.all()]
    assert links == [True, False, False]


def test_applicant_gets_what_is_given_and_no_source(client, case, officer):
    client.force_login(officer)
    for kind in (FileKind.SOURCE, FileKind.ANSWER):
        client.post(address("source", case.pk), {"source": SimpleUploadedFile(f"{kind}.txt", b"x"), "kind": kind})
    case.state = CaseState.DECIDED
    before = list(files_for_applicant(case))
    case.state = CaseState.SERVED
    assert (before, [one.kind for one in files_for_applicant(case)]) == ([], [FileKind.ANSWER])


def test_applicant_gets_the_issued_letter_of_the_decision_alone(case, officer, office):
    approve_standard(owner=case.district, user=office)
    people = {"drafted_by": officer, "approved_by": office, "state": "issued", "issued_on": timezone.localdate()}
    for kind in ("granted", "third_party"):
        pdf = add_files(case=case, kind=FileKind.LETTER, files=[GivenFile(f"{kind}.pdf", b"%PDF")])[0]
        case.letters.create(kind=kind, organ="甲局", title=kind, body="x", number=kind, pdf=pdf, **people)
    case.state, case.outcome = CaseState.SERVED, "granted"
    assert [one.name for one in files_for_applicant(case)] == ["granted.pdf"]


def test_fee_is_reckoned_asked_for_and_paid(client, accepted, officer):
    client.force_login(officer)
    given = {"basis": "pages", "quantity": "40", "before": "0"}
    assert "合计 100 元" in client.get(address("fee", accepted.pk), given).content.decode()
    client.post(address("fee", accepted.pk), given)
    notice = FeeNotice.objects.get()
    client.post(address("fee_paid", accepted.pk, notice.pk), {"day": notice.asked_on.isoformat()})
    notice.refresh_from_db()
    assert (notice.total, notice.paid_on) == (100, notice.asked_on)


def test_office_sets_the_rule_of_fees_and_the_fee_says_from_when_it_counts(client, accepted, office):
    client.force_login(office)
    assert "尚未设定" in client.get(address("fee_rules")).content.decode()
    rule = {"district": accepted.district.slug, "days": "10", "effect": "pause", "basis": ""}
    assert (client.post(address("fee_rules"), rule).status_code, FeeRule.objects.count()) == (200, 0)
    client.post(address("fee_rules"), {**rule, "basis": "甲区通知"})
    notice = ask_fee(case=accepted, fee=fee_by_pages(pages=40), quantity=40, user=office)
    today = notice.asked_on.isoformat()
    assert "通知书尚未发出" in client.get(address("fee", accepted.pk)).content.decode()
    client.post(address("fee_served", accepted.pk, notice.pk), {"day": today})
    told = f"自{today}（缴费通知送达之日）的次日起10日内 · 答复期限：缴费前中止计算 · 甲区通知"
    places = [address("fee", accepted.pk), address("deadline", accepted.pk)]
    assert [told in client.get(place).content.decode() for place in places] == [True, True]


def test_service_of_a_notice_before_it_was_asked_for_is_refused(client, accepted, officer):
    client.force_login(officer)
    notice = ask_fee(case=accepted, fee=fee_by_pages(pages=40), quantity=40, user=officer)
    page = client.post(address("fee_served", accepted.pk, notice.pk), {"day": "2026-03-02"}).content.decode()
    assert (notice.asked_on.isoformat() in page, accepted.events.filter(kind="fee_served").count()) == (True, 0)


def test_rule_of_fees_is_set_by_the_office_alone(client, officer, district):
    client.force_login(officer)
    rule = {"district": district.slug, "days": "10", "effect": "pause", "basis": "甲区通知"}
    assert client.post(address("fee_rules"), rule).status_code in {302, 403, 404}
    assert FeeRule.objects.count() == 0


def test_wording_is_written_and_approved(client, district, office, other_office):
    client.force_login(office)
    client.post(address("wording"), {"level": "district", "owner": district.pk})
    place = address("wording_of", district.pk, "receipt")
    page = client.post(place, {"title": "回执", "basis": "b", "body": "{{nothing}}"}).content.decode()
    assert "没有变量 {{nothing}}" in page
    client.post(place, {"title": "回执", "basis": "b", "body": "{{applicant}}：\n收到。"})
    client.force_login(other_office)
    client.post(place, {"approve": "", "seen": seen_on(client, place)})
    assert LetterTemplate.objects.get(kind="receipt").approved_by == other_office


def seen_on(client, place):
    """The version of what the screen shows."""
    return re.search(r'name="seen" value="(\w+)"', client.get(place).content.decode())[1]


def test_wording_that_changed_after_it_was_read_is_not_approved(client, district, office, other_office):
    place, texts = address("wording_of", district.pk, "receipt"), {"title": "回执", "basis": "b"}
    write_template(owner=district, kind="receipt", body="{{applicant}}：\n收到。", user=office, **texts)
    client.force_login(other_office)
    seen = seen_on(client, place)
    write_template(owner=district, kind="receipt", body="{{applicant}}：\n改过。", user=office, **texts)
    for read in ({"seen": seen}, {}):
        assert "文本已被修改" in client.post(place, {"approve": "", **read}, follow=True).content.decode()
    assert LetterTemplate.objects.get(kind="receipt").approved_by is None


def test_letter_of_a_former_decision_is_marked_and_drafted_anew_on_its_screen(client, accepted, office, officer):
    given = {"case": accepted, "outcome": Outcome.REFUSED_THIRD_PARTY, "basis": "第十五条", "user": officer}
    approve_standard(owner=accepted.district, user=office)
    draft_decision(**given, reasons="旧理由")
    letter = draft_letter(case=accepted, kind="refused_third_party", user=officer)
    draft_decision(**given, reasons="新理由")
    client.force_login(office)
    place = address("letter", accepted.pk, letter.pk)
    assert "现在的决定有所不同：决定理由" in client.get(place).content.decode()
    assert "与现决定不一致" in client.get(address("case", accepted.pk)).content.decode()
    seen = {"seen": letter.version}
    act = {name: address("letter_act", accepted.pk, letter.pk, name) for name in ("approve", "redraft", "restore")}
    assert "仍按原决定起草" in client.post(act["approve"], seen, follow=True).content.decode()
    page = client.post(act["redraft"], seen, follow=True).content.decode()
    assert ("新理由" in page, "现在的决定有所不同" in page, "以前的文本" in page) == (True, False, True)


def test_letter_is_confirmed_on_its_screen_with_a_reason(client, accepted, office, officer):
    given = {"case": accepted, "outcome": Outcome.REFUSED_THIRD_PARTY, "basis": "第十五条", "user": officer}
    approve_standard(owner=accepted.district, user=office)
    draft_decision(**given, reasons="旧理由")
    letter = draft_letter(case=accepted, kind="refused_third_party", user=officer)
    draft_decision(**given, reasons="新理由")
    client.force_login(office)
    page = client.get(address("letter", accepted.pk, letter.pk)).content.decode()
    against = html.unescape(re.search(r'name="against" value="([^"]*)"', page)[1])
    confirm = {"seen": letter.version, "against": against, "reason": ""}
    place = address("letter_act", accepted.pk, letter.pk, "confirm")
    assert "请说明" in client.post(place, confirm, follow=True).content.decode()
    client.post(place, {**confirm, "reason": "理由实质相同"})
    assert outdated_fields(accepted.letters.get()) == []


def form_values(client, place):
    """``seen`` of the letter's forms as they are on the screen, each once."""
    return set(re.findall(r'name="seen" value="(\w+)"', client.get(place).content.decode()))


def test_letter_that_was_changed_since_it_was_read_is_not_approved(client, letter, officer, office):
    client.force_login(office)
    place = address("letter", letter.case.pk, letter.pk)
    (seen,) = form_values(client, place)
    change_letter(letter=letter, organ="甲局", title="确认书", body="改过的内容", user=officer)
    approve = address("letter_act", letter.case.pk, letter.pk, "approve")
    assert "文书已被他人修改" in client.post(approve, {"seen": seen}, follow=True).content.decode()
    letter.refresh_from_db()
    assert letter.state == LetterState.DRAFT
    client.post(approve, {"seen": form_values(client, place).pop()})
    letter.refresh_from_db()
    assert letter.state == LetterState.APPROVED


def test_second_of_two_changes_is_refused_and_kept_on_the_screen(client, letter, officer):
    client.force_login(officer)
    place = address("letter", letter.case.pk, letter.pk)
    (seen,) = form_values(client, place)
    change_letter(letter=letter, organ="甲局", title="确认书", body="第一人的内容", user=officer)
    mine = {"organ": "甲局", "title": "确认书", "body": "第二人的内容"}
    html = client.post(place, {**mine, "seen": seen}).content.decode()
    letter.refresh_from_db()
    told = ["文书已被他人修改" in html, "第二人的内容" in html, f'value="{letter.version}"' in html]
    assert (told, letter.body) == ([True] * 3, "第一人的内容")
    client.post(place, {**mine, "seen": letter.version})
    letter.refresh_from_db()
    assert letter.body == "第二人的内容"


def test_open_fee_is_paid_and_not_reckoned_anew(client, case, officer):
    day = timezone.localdate()
    receive_case(case=case, arrived_on=day, user=officer)
    accept_case(case=case, user=officer, day=day)
    client.force_login(officer)
    places = [address("papers", case.pk), address("fee", case.pk)]
    before = [client.get(place).content.decode() for place in places]
    ask_fee(case=case, fee=fee_by_pages(pages=40), quantity=40, user=officer)
    after = [client.get(place).content.decode() for place in places]
    assert ["计算费用" in before[0], 'name="quantity"' in before[1]] == [True, True]
    assert ["计算费用" in after[0], 'name="quantity"' in after[1]] == [False, False]
    assert ["登记缴费" in html for html in after] == [True, True]
