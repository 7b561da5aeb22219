"""From the form to the receipt, without JavaScript and without a session."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.protection.pending import kept_of
from plugins.contrib.requests.protection.tracking import is_well_formed

from .walking import ANSWER, APPLICATION, CODE, MAIL, PERSONAL, PHONE, applied, carried, check, question, reader, send

APPLY = "/jia/requests/apply/"
pytestmark = pytest.mark.django_db


def paper(name: str = "证明.txt", text: str = "金丝雀附件") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def test_application_becomes_a_case(district, unit) -> None:
    code = applied(reader(), unit=unit.pk)
    case = Case.objects.get()

    assert is_well_formed(code)
    assert {name: getattr(case, name) for name in PERSONAL} == PERSONAL
    assert (case.district, case.unit, case.title, case.state) == (district, unit, "道路维修合同", "received")
    assert (case.received_on, case.channel, case.wanted_form, case.delivery) == (None, "web", "paper", "post")
    assert [event.kind for event in case.events.all()] == [EventKind.SUBMITTED]


def test_unsure_applicant_goes_to_the_disclosure_office(district, unit) -> None:
    applied(reader())

    assert Case.objects.get().unit is None


def test_unit_of_another_district_cannot_be_chosen(district, other) -> None:
    from tests.factories.tenancy import make_unit

    html = check(reader(), APPLY, unit=make_unit(other).pk)

    assert "errorlist" in html


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"name": ""}, "name"),
        ({"identity_number": "430105194912310025"}, "identity_number"),
        ({"phone": "12"}, "phone"),
        ({"email": "nobody"}, "email"),
        ({"address": ""}, "address"),
        ({"delivery": "email", "email": ""}, "email"),
        ({"delivery": "fax", "fax": ""}, "fax"),
        ({"fax": "12"}, "fax"),
        ({"fee_reason": ""}, "fee_reason"),
        ({"applicant_kind": "company"}, "representative"),
        ({"applicant_kind": "company", "representative": "王"}, "identity_kind"),
        ({"identity_kind": "credit_code"}, "identity_kind"),
        ({"title": ""}, "title"),
        ({"title": "a\0b"}, "title"),
        ({"wanted_form": "nonsense"}, "wanted_form"),
    ],
)
def test_mistake_is_told_beside_its_field_and_nothing_is_lost(district, changes, wrong) -> None:
    html = check(reader(), APPLY, **changes)
    kept = {name: value for name, value in PERSONAL.items() if name not in changes and name != "features"}

    assert f'href="#id_{wrong}"' in html
    assert f'id="id_{wrong}_error"' in html
    assert [name for name, value in kept.items() if f'value="{value}"' not in html and f">\n{value}<" not in html] == []
    assert not Case.objects.exists()


def test_company_applies_with_its_code(district) -> None:
    company = {"applicant_kind": "company", "representative": "王某", "identity_kind": "credit_code"}
    applied(reader(), **company, identity_number="91350100m000100y43")

    assert Case.objects.get().identity_number == "91350100M000100Y43"


def test_summary_masks_the_number_and_carries_everything(district) -> None:
    html = check(reader(), APPLY)
    shown = html[: html.rindex("<form")]

    assert "4****************4" in shown
    assert PERSONAL["identity_number"] not in shown
    assert {name: carried(html)[name] for name in PERSONAL} == PERSONAL


def test_change_shows_the_form_as_it_was(district) -> None:
    client = reader()
    html = check(client, APPLY, attachments=[paper()])
    again = client.post(APPLY, {**carried(html), "step": "change"}).content.decode()

    assert f'value="{PERSONAL["name"]}"' in again
    assert "证明.txt" in again
    assert 'class="errorlist"' not in again


def test_upload_survives_a_mistake_and_reaches_the_case(district) -> None:
    client = reader()
    html = check(client, APPLY, phone="", attachments=[paper(), paper("二.txt")])
    keys = [part.split('"')[0] for part in html.split('name="dropped" value="')[1:]]
    pending = html.split('name="pending" value="')[1].split('"')[0]
    send(client, APPLY, check(client, APPLY, pending=pending, dropped=keys[1:]))
    case = Case.objects.get()

    assert [(file.name, file.kind, file.file.read()) for file in case.files.all()] == [
        ("证明.txt", "application", "金丝雀附件".encode())
    ]


def test_refused_upload_is_told(district) -> None:
    html = check(reader(), APPLY, attachments=[paper("坏.exe")])

    assert 'href="#id_attachments"' in html
    assert "坏.exe" in html


def test_refused_upload_does_not_take_the_others_with_it(district) -> None:
    html = check(reader(), APPLY, attachments=[paper("坏.exe"), paper("好.txt")])
    pending = html.split('name="pending" value="')[1].split('"')[0]

    assert [file.name for file in kept_of(pending)] == ["好.txt"]


def test_files_are_taken_at_a_slower_pace(district) -> None:
    client = reader()
    answers = [client.post(APPLY, {"step": "check", "attachments": [paper()]}).status_code for _each in range(16)]

    assert answers == [200] * 15 + [429]


@pytest.mark.parametrize(
    "changes",
    [
        {"answer": "错"},
        {"question": ""},
        {"age": 0},
        {"age": 4000},
        {"homepage": "https://example.com"},
    ],
)
def test_machine_sends_nothing(district, changes) -> None:
    client, more = reader(), dict(changes)
    token = {"question": question(age=more.pop("age"))} if "age" in more else {}
    html = send(client, APPLY, check(client, APPLY), **more, **token).content.decode()

    assert 'id="id_answer_error"' in html
    assert carried(html)["name"] == PERSONAL["name"]
    assert not Case.objects.exists()


def test_one_answer_sends_once(district) -> None:
    client, token = reader(), question()
    pages = [check(client, APPLY, title=title) for title in ("道路维修合同", "道路绿化合同")]
    answers = [send(client, APPLY, html, question=token).content.decode() for html in pages]

    assert ["requests-code" in answer for answer in answers] == [True, False]
    assert Case.objects.count() == 1


def test_receipt_comes_again_when_it_is_loaded_anew(district) -> None:
    client, token = reader(), question()
    html = check(client, APPLY)
    codes = [CODE.search(send(client, APPLY, html, question=token).content.decode()).group(1) for _twice in range(2)]
    late = send(client, APPLY, html).content.decode()  # who answers another question below the same form

    assert (codes[0] == codes[1], codes[0] in late, Case.objects.count()) == (True, True, 1)


def test_receipt_comes_to_nobody_who_sends_the_same_from_another_form(district) -> None:
    code = applied(reader())
    other = applied(reader())

    assert (code == other, Case.objects.count()) == (False, 2)


def test_application_that_was_changed_is_another_one(district) -> None:
    client = reader()
    html = check(client, APPLY)
    sent = [send(client, APPLY, html, **changes).content.decode() for changes in ({}, {"title": "道路绿化合同"})]

    assert CODE.search(sent[0]).group(1) not in sent[1]
    assert list(Case.objects.order_by("pk").values_list("title", flat=True)) == ["道路维修合同", "道路绿化合同"]


def test_what_is_public_already_ends_it(district) -> None:
    response = reader().post(APPLY, {**APPLICATION, "step": "answered"})

    assert response.status_code == 200
    assert not Case.objects.exists()


def test_limit_by_address_says_when_to_come_again(district) -> None:
    client = reader()
    html = check(client, APPLY)
    answers = [send(client, APPLY, html, answer="错") for _each in range(21)]

    assert [answer.status_code for answer in answers] == [200] * 20 + [429]
    assert int(answers[-1]["Retry-After"]) > 3500


def test_no_cache_keeps_what_somebody_says_of_themselves(district) -> None:
    client = reader()
    answer = client.get(APPLY)

    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("private, no-store", "same-origin")
    assert "noindex" in answer.content.decode()
    assert set(client.cookies) == {"csrftoken"}


def test_address_may_name_the_information(district, unit) -> None:
    html = reader().get(APPLY, {"unit": unit.pk, "title": "道路<b>", "name": "x"}).content.decode()

    assert f'<option value="{unit.pk}" selected>' in html
    assert 'value="道路&lt;b&gt;"' in html
    assert 'value="x"' not in html


def test_code_opens_with_phone_and_with_mail(district) -> None:
    client, status = reader(), "/jia/requests/status/"
    code = applied(client)
    sent = [{"code": code.lower(), "contact": PHONE}, {"code": code, "contact": MAIL.upper()}]
    pages = [client.post(status, one).content.decode() for one in sent]

    assert ["道路维修合同" in page for page in pages] == [True, True]
    assert ANSWER not in pages[0]
