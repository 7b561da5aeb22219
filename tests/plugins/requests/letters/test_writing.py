"""Letters of cases: wording, four eyes, numbers without gaps, files."""

import datetime as dt

import docx
import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from plugins.contrib.requests.domain.handling.deciding import draft_decision
from plugins.contrib.requests.domain.handling.extending import extend_deadline
from plugins.contrib.requests.domain.letters.drafting import (
    approve_letter,
    change_letter,
    discard_letter,
    draft_letter,
    issue_letter,
    reopen_letter,
)
from plugins.contrib.requests.domain.letters.wording import (
    approve_standard,
    approve_template,
    template_of,
    templates_of,
    write_template,
)
from plugins.contrib.requests.enums import ConsultationKind, FileKind, LetterState, Outcome
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.letters.kinds import LETTER_KINDS
from plugins.contrib.requests.models import Case, Consultation, Letter, LetterTemplate


@pytest.fixture
def letter(wording, details, received, officer):
    return draft_letter(case=received, kind="receipt", user=officer)


def test_wording_is_used_once_the_office_approved_it(district, received, office, officer):
    with pytest.raises(CaseRefused) as refused:
        draft_letter(case=received, kind="receipt", user=officer)
    assert str(refused.value) == "公开工作机构尚未批准这种文书的文本。"
    assert approve_standard(owner=district, user=office) == len(LETTER_KINDS)
    assert approve_standard(owner=district, user=office) == 0
    assert draft_letter(case=received, kind="receipt", user=officer).state == LetterState.DRAFT


def test_changed_wording_waits_for_another_person(district, wording, office, other_office):
    template = write_template(
        owner=district,
        kind="receipt",
        title="回执",
        basis="第三十一条",
        body="{{applicant}}：\r\n收到。",
        user=office,
    )
    assert (template.approved_by, template.body, template.history.count()) == (None, "{{applicant}}：\n收到。", 2)
    with pytest.raises(CaseRefused):
        approve_template(owner=district, kind="receipt", user=office)
    approve_template(owner=district, kind="receipt", user=other_office)
    assert template_of(district, "receipt").approved_by == other_office


def test_wording_is_approved_as_it_was_read(district, wording, office, other_office):
    given = {"owner": district, "kind": "receipt", "title": "回执", "basis": "第三十一条", "user": office}
    seen = write_template(**given, body="收到。").version
    changed = write_template(**given, body="改过。")
    approve = {"owner": district, "kind": "receipt", "user": other_office}
    with pytest.raises(CaseRefused, match="文本已被修改"):
        approve_template(**approve, seen=seen)
    assert approve_template(**approve, seen=changed.version).approved_by == other_office


def test_unknown_variable_is_refused_at_its_field(district, office):
    with pytest.raises(ValidationError) as refused:
        write_template(owner=district, kind="fee", title="通知", basis="b", body="{{amount}}", user=office)
    assert refused.value.message_dict == {"body": ["没有变量 {{amount}}，请对照变量清单。"]}
    assert LetterTemplate.objects.count() == 0


def test_templates_of_a_district_are_its_own(district, wording):
    assert [template.kind for template in templates_of(district)] == [kind for kind, _label in LETTER_KINDS]


def test_erased_case_gets_no_letter(wording, received, officer):
    Case.objects.filter(pk=received.pk).update(erased_at=timezone.now())
    received.refresh_from_db()
    with pytest.raises(CaseRefused, match="个人信息"):
        draft_letter(case=received, kind="receipt", user=officer)
    assert received.letters.count() == 0


def test_letter_says_what_the_case_says(letter, received):
    lines = letter.body.splitlines()
    assert lines[0] == f"{received.name}："
    assert received.number in lines[1]
    assert "2026年3月2日" in lines[1]
    assert letter.organ == "甲局"


def test_letter_to_a_third_party_names_the_last_one(wording, accepted, officer):
    for name in ("丙公司", "丁公司"):
        Consultation.objects.create(
            case=accepted,
            kind=ConsultationKind.THIRD_PARTY,
            name=name,
            asked_on=dt.date(2026, 3, 2),
            due_on=dt.date(2026, 3, 23),
        )
    body = draft_letter(case=accepted, kind="inquiry", user=officer).body
    assert (body.splitlines()[0], "2026年3月23日" in body) == ("丁公司：", True)


def test_letter_with_gaps_is_not_approved(wording, received, office, officer):
    letter = draft_letter(case=received, kind="extension", user=officer)
    with pytest.raises(CaseRefused) as refused:
        approve_letter(letter=letter, user=office)
    assert str(refused.value) == "文书中还有空缺：答复的理由、延长的工作日，请先填写。"


def test_who_drafted_does_not_approve(wording, received, office, other_office):
    letter = draft_letter(case=received, kind="withdrawn", user=office)
    with pytest.raises(CaseRefused) as refused:
        approve_letter(letter=letter, user=office)
    assert str(refused.value) == "这份文书由您起草，请公开工作机构的其他人批准。"
    assert approve_letter(letter=letter, user=other_office).approved_by == other_office


def test_officer_of_the_unit_does_not_approve(letter, officer, unit):
    from cms.people.enums import Role
    from tests.factories.people import make_person

    with pytest.raises(CaseRefused) as refused:
        approve_letter(letter=letter, user=make_person(Role.REQUEST_OFFICER, "second", unit=unit))
    assert str(refused.value) == "文书由公开工作机构批准。"


def test_database_keeps_four_eyes(letter, officer):
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(state="approved", approved_by=officer)


def test_approved_letter_is_changed_as_a_draft_only(letter, office, officer):
    approve_letter(letter=letter, user=office)
    with pytest.raises(CaseRefused):
        change_letter(letter=letter, organ="o", title="t", body="b", user=officer)
    assert reopen_letter(letter=letter, user=officer).approved_by is None


def test_issued_letter_has_a_number_and_both_files(letter, office, officer):
    issued = issue_letter(letter=approve_letter(letter=letter, user=office), user=officer)
    year = timezone.localdate().year
    assert (issued.number, issued.state) == (f"甲区公开复〔{year}〕1号", LetterState.ISSUED)
    kept = [(one.kind, one.name.rpartition(".")[2], one.file.open().read(2)) for one in issued.case.files.all()]
    assert kept == [(FileKind.LETTER, "docx", b"PK"), (FileKind.LETTER, "pdf", b"%P")]


def test_number_of_an_issue_that_fails_is_given_again(wording, received, office, officer):
    letters = [draft_letter(case=received, kind="withdrawn", user=officer) for _ in range(2)]
    for letter in letters:
        approve_letter(letter=letter, user=office)
    with transaction.atomic():
        assert issue_letter(letter=letters[0], user=officer).number.endswith("〕1号")
        transaction.set_rollback(True)
    numbers = [issue_letter(letter=letter, user=officer).number for letter in letters]
    assert [number.rpartition("〕")[2] for number in numbers] == ["1号", "2号"]


def test_letter_with_control_characters_is_issued_without_them(wording, received, office, officer):
    letter = draft_letter(case=received, kind="withdrawn", user=officer)
    change_letter(letter=letter, organ="甲局", title="确认书", body="某某：\n收\x0b到。", user=officer)
    issued = issue_letter(letter=approve_letter(letter=letter, user=office), user=officer)
    assert docx.Document(issued.word.file.open()).paragraphs[4].text == "收到。"


def test_discarded_draft_leaves_a_line_of_the_log_without_its_text(letter, officer):
    discard_letter(letter=letter, user=officer)
    entries = ModelLogEntry.objects.filter(action__startswith="gongkai.requests.letter").order_by("pk")
    assert [(one.action, one.data) for one in entries] == [
        (f"gongkai.requests.letter_{act}", {"kind": "receipt", "number": ""}) for act in ("drafted", "discarded")
    ]
    assert Letter.objects.count() == 0


def test_letter_is_unreadable_in_the_database(letter, received):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM gongkai_requests_letter")
        assert received.name not in cursor.fetchone()[0]


@pytest.mark.parametrize(("kind", "says"), [("extension", "因案情复杂，"), ("partly", "理由如下：涉及商业秘密")])
def test_letter_gives_the_reason_of_its_own_act(wording, accepted, officer, office, kind, says):
    day = accepted.received_on
    extend_deadline(case=accepted, days=5, reason="案情复杂", user=office, day=day, today=day)
    draft_decision(case=accepted, outcome=Outcome.PARTLY, reasons="涉及商业秘密", basis="x", user=officer, day=day)
    body = draft_letter(case=accepted, kind=kind, user=officer).body
    assert [says in body, "案情复杂" in body, "涉及商业秘密" in body] == [True, kind == "extension", kind == "partly"]
