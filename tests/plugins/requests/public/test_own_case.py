"""What applicants see and do once they named code and contact."""

from __future__ import annotations

import json
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.log_actions import registry as log_registry

from cms.people.enums import Role
from plugins.contrib.requests.domain.fees import ask_fee, record_payment
from plugins.contrib.requests.domain.handling.correcting import ask_correction
from plugins.contrib.requests.domain.handling.ending import transfer_case
from plugins.contrib.requests.domain.handling.reasons import ask_reasons
from plugins.contrib.requests.domain.handling.receiving import accept_case, receive_case
from plugins.contrib.requests.domain.handling.talking import write_message, write_note
from plugins.contrib.requests.domain.submitting import GivenFile, add_files, renew_code, submit_case
from plugins.contrib.requests.fees import fee_by_pages
from plugins.contrib.requests.models import Case, Decision
from plugins.domain.switching import disable, enable
from tests.factories.people import make_person, make_user

from .walking import PERSONAL, PHONE, applied, carried, reader

STATUS = "/jia/requests/status/"
PASS = re.compile(r'name="pass" value="([^"]+)"')
pytestmark = pytest.mark.django_db


@pytest.fixture
def code(district) -> str:
    return applied(reader())


@pytest.fixture
def case(code) -> Case:
    return Case.objects.get()


@pytest.fixture
def office(district):
    return make_person(Role.DISCLOSURE_OFFICE, district=district)


def opened(code: str, path: str = STATUS, contact: str = PHONE) -> str:
    response = reader().post(path, {"code": code, "contact": contact})
    assert response.status_code == 200
    return response.content.decode()


def act(name: str, code: str, **sent):
    given = PASS.search(opened(code)).group(1)
    return reader().post(f"{STATUS}{name}/", {"pass": given, **sent})


def asked_for_correction(case: Case, office) -> None:
    today = timezone.localdate()
    receive_case(case=case, user=office, arrived_on=today, confirmed_on=today)
    ask_correction(case=case, items="请写明合同年份。", period=15, user=office)


def test_state_says_what_comes_next_and_no_personal_value(code) -> None:
    html = opened(code)

    assert all(text in html for text in ("道路维修合同", "申请已到达", "甲区"))
    assert [name for name, value in PERSONAL.items() if value in html] == []


def test_messages_are_shown_and_notes_are_not(code, case, office) -> None:
    write_message(case=case, text="请来电确认。", user=office)
    write_note(case=case, text="内部意见：疑似重复。", user=office)
    html = opened(code)

    assert ("请来电确认。" in html, "内部意见" in html) == (True, False)


def test_notice_of_correction_is_answered_with_files(code, case, office) -> None:
    asked_for_correction(case, office)
    html, until = opened(code), case.events.get(kind="correction_asked").data["until"]
    assert ("请写明合同年份。" in html, f"{until} 前答复" in html) == (True, True)
    response = act("supplement", code, text="2025 年。", attachments=[SimpleUploadedFile("说明.txt", b"2025")])
    case.refresh_from_db()

    assert response.status_code == 200
    assert (case.state, case.events.last().text, case.events.last().by) == ("received", "2025 年。", None)
    assert [(file.name, file.kind) for file in case.files.all()] == [("说明.txt", "supplement")]


def test_question_for_reasons_is_answered(code, case, office) -> None:
    today = timezone.localdate()
    receive_case(case=case, user=office, arrived_on=today, confirmed_on=today)
    accept_case(case=case, user=office)
    ask_reasons(case=case, text="请说明为何申请二十件。", period=5, user=office)
    html, until = opened(code), case.events.get(kind="reasons_asked").data["until"]
    act("supplement", code, text="写论文用。")

    assert [words in html for words in ("请说明为何申请二十件。", "说明理由", f"{until} 前答复")] == [True] * 3
    assert [(event.kind, event.text) for event in case.events.all()][-1] == ("reasons_given", "写论文用。")
    assert "请阅读通知并在下方说明" not in opened(code)


def test_notice_stands_above_its_answer(code, case, office) -> None:
    asked_for_correction(case, office)
    html = opened(code)

    assert html.index('name="text"') > html.index("请写明合同年份。") > html.index("答复补正通知")


def test_fee_is_shown_with_its_day_until_it_is_paid(code, case, office) -> None:
    today = timezone.localdate()
    receive_case(case=case, user=office, arrived_on=today, confirmed_on=today)
    accepted = accept_case(case=case, user=office)
    notice = ask_fee(case=accepted, fee=fee_by_pages(pages=40), quantity=40, user=office)
    words = ("100 元", notice.pay_by.isoformat(), "缴费截止日")

    assert [word in opened(code) for word in words] == [True] * 3
    record_payment(notice=notice, user=office)
    assert [word in opened(code) for word in words] == [False] * 3


def test_slip_in_the_code_is_told(code) -> None:
    slip = code[:-1] + ("A" if code[-1] != "A" else "B")
    html = opened(slip)

    assert ("查询码有误或不完整" in html, "道路维修合同" in html) == (True, False)


def test_something_is_added_freely_and_the_state_stays(code, case) -> None:
    act("supplement", code, text="还需要附图。")

    assert [event.kind for event in case.events.all()] == ["submitted", "supplemented"]


def test_refused_addition_keeps_the_text(code, case) -> None:
    bad = SimpleUploadedFile("坏.exe", b"MZ")
    html = act("supplement", code, text="还需要附图。", attachments=[bad]).content.decode()

    assert ("坏.exe" in html, "还需要附图。" in html, 'role="alert"' in html) == (True, True, True)
    assert case.events.count() == 1


def test_refused_addition_keeps_the_good_files(code, case) -> None:
    files = [SimpleUploadedFile("坏.exe", b"MZ"), SimpleUploadedFile("说明.txt", b"2025")]
    html = act("supplement", code, text="附图", attachments=files).content.decode()
    pending = re.search('name="pending" value="([^"]+)"', html).group(1)
    act("supplement", code, text="附图", pending=pending)

    assert [(file.name, file.file.read()) for file in case.files.all()] == [("说明.txt", b"2025")]


def test_long_text_is_refused_and_not_cut(code, case) -> None:
    html = act("supplement", code, text="长" * 4001).content.decode()
    act("supplement", code, text="行\r\n" * 1300 + "长" * 1400)

    assert ('role="alert"' in html, "长" * 4001 in html) == (True, True)
    assert [len(event.text) for event in case.events.filter(kind="supplemented")] == [4000]


def test_withdrawal_asks_first(code, case) -> None:
    act("withdraw", code)
    case.refresh_from_db()
    assert case.state == "received"
    html = act("withdraw", code, sure="1").content.decode()
    case.refresh_from_db()

    assert (case.state, case.outcome) == ("withdrawn", "other_other")
    assert ('name="sure"' in html, 'name="text"' in html) == (False, True)


def test_text_that_is_sent_twice_is_written_once(code, case) -> None:
    form = {name: re.search(f'name="{name}" value="([^"]+)"', opened(code)).group(1) for name in ("pass", "once")}
    for _twice in range(2):
        html = reader().post(f"{STATUS}supplement/", {**form, "text": "再补充一点。"}).content.decode()

    assert "内容已送达受理机构" in html
    assert [event.text for event in case.events.filter(kind="supplemented")] == ["再补充一点。"]


def test_text_of_whoever_writes_longer_than_a_pass_holds_is_kept(code, case) -> None:
    proof = SimpleUploadedFile("证明.txt", "证明".encode())
    sent = {"pass": "ended", "text": "写了三个小时<br>", "attachments": proof}
    html = reader().post(f"{STATUS}supplement/", sent).content.decode()
    wrong = reader().post(STATUS, {**carried(html), "code": code, "contact": "13900000000"}).content.decode()
    html = reader().post(STATUS, {**carried(wrong), "code": code, "contact": PHONE}).content.decode()

    assert ("写了三个小时&lt;br&gt;</textarea>" in html, "证明.txt" in html, "尚未提交" in html) == (True, True, True)
    assert not case.events.filter(kind="supplemented").exists()


def test_own_data_can_be_read_by_people(code, case, office) -> None:
    write_message(case=case, text="请来电<b>确认</b>。", user=office)
    write_note(case=case, text="内部意见：疑似重复。", user=office)
    html = ZipFile(BytesIO(act("export", code).content)).read("application.html").decode()

    told = ("已收到", "居民身份证", "请来电&lt;b&gt;确认&lt;/b&gt;。", *PERSONAL.values())
    assert ([text for text in told if text not in html], "内部意见" in html) == ([], False)


def test_withdrawn_case_is_not_withdrawn_again(code, case) -> None:
    given = PASS.search(opened(code)).group(1)
    pages = [reader().post(f"{STATUS}withdraw/", {"pass": given, "sure": "1"}).content.decode() for _twice in range(2)]

    assert ['role="alert"' in page for page in pages] == [False, True]


def test_answer_is_had_once_it_is_served(code, case) -> None:
    (answer,) = add_files(case=case, kind="answer", files=[GivenFile("合同.txt", "合同全文".encode())])
    assert act("file", code, file=answer.pk).status_code == 404
    assert "合同.txt" not in opened(code)
    Case.objects.update(state="served")
    response = act("file", code, file=answer.pk)

    assert response.content.decode() == "合同全文"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_files_of_others_and_of_the_desk_are_absent(code, case) -> None:
    applied(reader(), phone="13800009999")
    other = Case.objects.exclude(pk=case.pk).get()
    Case.objects.update(state="served")
    kinds = ((other, "answer"), (case, "source"), (case, "correspondence"))
    rows = [add_files(case=one, kind=kind, files=[GivenFile("a.txt", b"a")])[0] for one, kind in kinds]

    assert [act("file", code, file=row.pk).status_code for row in rows] == [404, 404, 404]
    assert [act("file", code, file=key).status_code for key in ("", "x", "9" * 30, "²")] == [404] * 4


def test_own_data_comes_whole_and_without_what_the_desk_notes(code, case, office) -> None:
    add_files(case=case, kind="application", files=[GivenFile("证明.txt", b"abc")])
    add_files(case=case, kind="source", files=[GivenFile("内部.txt", b"secret")])
    write_note(case=case, text="内部意见", user=office)
    archive = ZipFile(BytesIO(act("export", code).content))
    told = json.loads(archive.read("application.json"))

    assert archive.namelist() == ["application.json", "application.html", "files/01-证明.txt"]
    assert {name: told[name] for name in PERSONAL} == PERSONAL
    assert [event["kind"] for event in told["log"]] == ["submitted"]
    assert told["decision"] is None


def test_own_data_has_what_was_said_and_decided(code, case, office) -> None:
    act("supplement", code, text="还需要附图。")
    Decision.objects.create(case=case, outcome="granted", reasons="可以公开", drafted_by=office)
    Case.objects.update(state="served")
    told = json.loads(ZipFile(BytesIO(act("export", code).content)).read("application.json"))

    assert [event["text"] for event in told["log"]] == ["", "还需要附图。"]
    assert (told["decision"]["outcome"], told["decision"]["reasons"]) == ("granted", "可以公开")


def test_own_data_has_the_letters_to_the_applicant_once_they_may_have_them(code, case, office) -> None:
    issued = {"state": "issued", "drafted_by": make_user("drafter"), "approved_by": office}
    issued |= {"organ": "甲局", "issued_on": timezone.localdate()}
    for kind in ("receipt", "third_party", "granted"):
        case.letters.create(kind=kind, number=kind, title=f"文书 {kind}", body="正文", **issued)
    case.letters.create(kind="fee", organ="甲局", title="草稿", body="草稿", drafted_by=office)
    numbers = []
    for state in ("accepted", "served"):
        Case.objects.update(state=state)
        told = json.loads(ZipFile(BytesIO(act("export", code).content)).read("application.json"))["letters"]
        numbers.append([(one["number"], one["body"]) for one in told])

    assert numbers == [[("receipt", "正文")], [("receipt", "正文"), ("granted", "正文")]]


def test_lost_file_keeps_nobody_from_the_rest(code, case) -> None:
    rows = add_files(case=case, kind="application", files=[GivenFile("一.txt", b"1"), GivenFile("二.txt", b"2")])
    rows[0].file.storage.delete(rows[0].file.name)
    archive = ZipFile(BytesIO(act("export", code).content))

    assert archive.namelist() == ["application.json", "application.html", "files/02-二.txt"]
    assert json.loads(archive.read("application.json"))["files_that_cannot_be_read"] == ["一.txt"]
    assert "一.txt" in act("file", code, file=rows[0].pk).content.decode()


def test_applicant_learns_to_whom_and_not_why_among_offices(code, case, office) -> None:
    transfer_case(case=case, reason="内部理由", user=office, target="样例市档案馆")
    html = opened(code)

    assert ("样例市档案馆" in html, "内部理由" in html) == (True, False)


@pytest.mark.parametrize("name", ["supplement", "withdraw", "file", "export"])
@pytest.mark.parametrize("given", ["", "nonsense"])
def test_nothing_is_done_without_a_pass(code, case, name, given) -> None:
    html = reader().post(f"{STATUS}{name}/", {"pass": given, "sure": "1", "text": "x", "file": "1"}).content.decode()

    assert ('name="code"' in html, "道路维修合同" in html) == (True, False)
    assert case.events.count() == 1
    assert reader().get(f"{STATUS}{name}/").status_code == 200


def test_new_code_ends_the_old_one_and_its_passes(code, case) -> None:
    given = PASS.search(opened(code)).group(1)
    fresh = renew_code(case=case)

    assert ["道路维修合同" in opened(one) for one in (code, fresh)] == [False, True]
    assert "道路维修合同" not in reader().post(f"{STATUS}withdraw/", {"pass": given}).content.decode()


def test_code_follows_a_case_that_was_passed_on(code, case, other, office) -> None:
    enable("requests", district=other, user=None)
    transfer_case(case=case, reason="属乙区", user=office, district=other)

    assert ["乙区" in opened(code, contact=contact) for contact in (PHONE, PERSONAL["email"])] == [True, True]


def test_case_of_a_district_that_is_off_is_not_found(code, district, other) -> None:
    enable("requests", district=other, user=None)
    disable("requests", district=district, user=None)

    assert "道路维修合同" not in opened(code, "/yi/requests/status/")
    assert "道路维修合同" not in opened(code, "/requests/status/")


def test_city_page_opens_cases_of_its_districts(code) -> None:
    assert "道路维修合同" in opened(code, "/requests/status/")


def test_applicant_writes_to_the_office_when_it_is_over(code, case) -> None:
    Case.objects.update(state="served")
    html = act("supplement", code, text="答复缺少附件。").content.decode()

    assert "答复缺少附件。" in html
    assert [event.kind for event in case.events.all()] == ["submitted", "message"]


def test_files_that_are_added_have_a_limit_in_all(code, case) -> None:
    add_files(case=case, kind="supplement", files=[GivenFile("a.txt", b"a")] * 20)
    html = act("supplement", code, text="再补充", attachments=[SimpleUploadedFile("b.txt", b"b")]).content.decode()

    assert ('role="alert"' in html, case.files.count(), case.events.count()) == (True, 20, 1)


def test_acts_are_on_record_without_what_was_said(code, case) -> None:
    act("withdraw", code, sure="1")
    lines = [(line.action, line.user) for line in log_registry.get_logs_for_instance(case)]

    assert sorted(lines) == [("gongkai.requests.submitted", None), ("gongkai.requests.withdraw", None)]


def test_applicant_by_post_alone_needs_code_and_name(district) -> None:
    given = {"name": "刘 小明", "address": "甲路 1 号", "applicant_kind": "natural", "title": "道路维修合同"}
    code = submit_case(district=district, unit=None, answers=given, channel="ordinary_post").code

    assert ["道路维修合同" in opened(code, contact=name) for name in ("刘小明", "王小明", "x", "-")] == [
        *(True, False, False, False)
    ]


def test_addition_is_not_taken_for_the_answer_to_a_notice_that_came_meanwhile(code, case, office) -> None:
    form = dict(re.findall(r'name="(pass|answer)" value="([^"]+)"', opened(code)))
    asked_for_correction(case, office)
    html = reader().post(f"{STATUS}supplement/", {**form, "text": "另请附图"}).content.decode()
    case.refresh_from_db()

    assert (form["answer"], case.state) == ("supplement", "correction_asked")
    assert all(words in html for words in ("刚刚有了新进展", "请写明合同年份。", "另请附图", 'value="correct"'))
    reader().post(f"{STATUS}supplement/", {**form, "answer": "correct", "text": "2025年的合同"})
    assert case.events.last().kind == "corrected"
