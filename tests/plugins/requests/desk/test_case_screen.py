"""The case on the screen: what is masked, what can be done, what is lost on bad input (nothing)."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from plugins.contrib.requests.domain.finding import find_case
from plugins.contrib.requests.domain.handling.remedies import record_remedy
from plugins.contrib.requests.enums import CaseState, RemedyKind
from plugins.contrib.requests.models import Case, DataAccess
from plugins.domain.switching import disable
from tests.factories.cases import make_case
from tests.factories.people import make_person, make_superuser
from tests.factories.tenancy import make_district, make_unit

from .conftest import client_of

NUMBER = "430102199001011234"


def url(name, case, *rest):
    return reverse(f"requests-admin:{name}", args=[case.pk, *rest])


def html_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def known(accepted):
    Case.objects.filter(pk=accepted.pk).update(name="张三丰", identity_number=NUMBER)
    return accepted


def test_personal_data_is_masked(known, at_unit):
    html = html_of(at_unit, url("case", known))

    assert "张**" in html
    assert ("张三丰" in html, NUMBER in html) == (False, False)


def test_field_is_shown_once_with_a_purpose(known, at_unit, officer):
    given = {"field": "identity_number", "purpose": "核对身份"}
    html = at_unit.post(url("reveal", known), given).content.decode()

    assert (NUMBER in html, "张三丰" in html) == (True, False)
    seen = DataAccess.objects.get()
    assert (seen.case, seen.user, seen.what, seen.purpose) == (known, officer, "identity_number", "核对身份")
    assert NUMBER not in html_of(at_unit, url("case", known))


@pytest.mark.parametrize("given", [{"field": "identity_number"}, {"field": "identity_number", "purpose": "  "}])
def test_nothing_is_shown_without_a_purpose(known, at_unit, given):
    assert NUMBER not in at_unit.post(url("reveal", known), given).content.decode()
    assert not DataAccess.objects.exists()


def test_only_personal_fields_can_be_asked_for(known, at_unit):
    assert at_unit.post(url("reveal", known), {"field": "tracking_digest", "purpose": "看"}).status_code == 404


def test_act_leads_on(received, at_unit):
    response = at_unit.post(url("act", received, "accept"), {"accept-day": "2026-03-03"})

    assert response.status_code == 302
    assert Case.objects.get(pk=received.pk).state == CaseState.ACCEPTED


def test_refused_act_keeps_what_was_typed(received, at_unit):
    given = {"ask_correction-items": "请写明年份", "ask_correction-period": "5", "ask_correction-day": "2026-05-06"}
    html = at_unit.post(url("act", received, "ask_correction"), given).content.decode()

    assert "请写明年份" in html
    assert "2026-03-11" in html
    assert Case.objects.get(pk=received.pk).state == CaseState.RECEIVED


def test_act_that_came_too_late_is_told(received, at_unit, at_office):
    at_office.post(url("act", received, "accept"), {"accept-day": "2026-03-03"})
    html = at_unit.post(url("act", received, "accept"), {"accept-day": "2026-03-03"}).content.decode()

    assert "不能“受理”" in html


def test_acts_of_the_office_are_not_offered_to_officers(accepted, at_unit, at_office):
    act = 'id="act-extend"'
    Case.objects.filter(pk=accepted.pk).update(due_on=timezone.localdate())

    assert (act in html_of(at_unit, url("case", accepted)), act in html_of(at_office, url("case", accepted))) == (
        False,
        True,
    )
    at_unit.post(url("act", accepted, "extend"), {"extend-days": "5", "extend-reason": "x", "extend-day": "2026-03-03"})
    assert Case.objects.get(pk=accepted.pk).state == CaseState.ACCEPTED


def test_act_that_is_not_possible_any_more_keeps_what_was_typed(accepted, at_unit):
    given = {"ask_correction-items": "请写明年份", "ask_correction-period": "5", "ask_correction-day": "2026-03-03"}

    assert "请写明年份" in at_unit.post(url("act", accepted, "ask_correction"), given).content.decode()


def test_case_that_was_handed_back_leads_to_the_queue(accepted, at_unit):
    response = at_unit.post(url("act", accepted, "hand_back"), {"hand_back-reason": "不属于本单位"})

    assert response.headers["Location"] == reverse("requests-admin:queue")


def test_purpose_of_no_text_is_refused(known, at_unit):
    response = at_unit.post(url("reveal", known), {"field": "identity_number", "purpose": "a\0b"})

    assert (response.status_code, NUMBER in response.content.decode()) == (200, False)


def test_lost_code_is_replaced_for_who_proves_who_they_are(known, at_unit, district):
    before = known.tracking_digest
    at_unit.post(url("renew_code", known), {"purpose": " "})
    assert Case.objects.get(pk=known.pk).tracking_digest == before

    code = at_unit.post(url("renew_code", known), {"purpose": "出示身份证"}).context["code"]
    assert find_case(code=code, contact=known.phone, districts=[district.pk]) == known
    assert DataAccess.objects.get().what == "tracking code"


def test_unknown_act_is_absent(accepted, at_unit):
    assert at_unit.post(url("act", accepted, "delete")).status_code == 404


def test_result_of_a_remedy_is_recorded(accepted, at_unit, officer):
    given = {"kind": RemedyKind.RECONSIDERATION, "organ": "市政府", "filed_on": accepted.received_on}
    remedy = record_remedy(case=accepted, user=officer, **given)
    conclude = url("conclude", accepted, remedy.pk)
    at_unit.post(conclude, {"result": "upheld", "concluded_on": "2026-01-01"})
    remedy.refresh_from_db()
    assert remedy.concluded_on is None
    refused = at_unit.post(conclude, {"result": "upheld", "concluded_on": "2026-01-01", "note": "维持原答复"})
    assert "维持原答复" in refused.content.decode()

    at_unit.post(conclude, {"result": "upheld", "concluded_on": "2026-04-01"})
    remedy.refresh_from_db()
    assert remedy.result == "upheld"


def test_cases_of_the_same_applicant_are_named(accepted, district, unit, at_unit):
    Case.objects.filter(pk=accepted.pk).update(applicant_digest="a" * 64, title="2025年绿化项目预算")
    same = make_case(district, unit, applicant_digest="a" * 64, title="2025年绿化项目预算表")
    other = make_case(district, unit, applicant_digest="b" * 64)
    html = html_of(at_unit, url("case", accepted))

    assert (url("case", same) in html, url("case", other) in html) == (True, False)
    assert "内容相近" in html


def test_sheet_is_masked_until_somebody_says_for_what_they_need_it(known, at_unit):
    assert NUMBER not in html_of(at_unit, url("print", known))
    assert at_unit.get(url("print_pdf", known)).content.startswith(b"%PDF")
    refused = at_unit.post(url("print", known), {"purpose": " "}).content.decode()
    assert (NUMBER in refused, "errorlist" in refused, DataAccess.objects.exists()) == (False, True, False)


def test_case_is_printed_in_full_and_that_is_kept(known, at_unit):
    given = {"purpose": "归档"}
    assert NUMBER in at_unit.post(url("print", known), given).content.decode()
    assert at_unit.post(url("print_pdf", known), given).content.startswith(b"%PDF")
    assert list(DataAccess.objects.values_list("what", "purpose")) == [("everything", "归档")] * 2


def test_own_data_has_no_notes_and_no_names_of_staff(known, at_unit, officer):
    at_unit.post(url("act", known, "note"), {"note-text": "内部意见"})
    at_unit.post(url("act", known, "message"), {"message-text": "您好"})
    packed = ZipFile(BytesIO(at_unit.post(url("own_data", known)).content))
    text = packed.read("application.json").decode()

    assert (NUMBER in text, "内部意见" in text, officer.display_name in text) == (True, False, False)


def strangers(district, unit):
    elsewhere = make_district(city=district.city, name="丁区", slug="ding")
    return [
        make_person(Role.REQUEST_OFFICER, "other-unit", unit=make_unit(district, name="戊局", code="wu")),
        make_person(Role.DISCLOSURE_OFFICE, "other-district", district=elsewhere),
        make_person(Role.EDITOR, "editor", unit=unit),
        make_person(Role.MODERATOR, "moderator", unit=unit),
        make_person(Role.CITY_AUDITOR, "auditor", city=district.city),
        make_superuser(),
    ]


SCREENS = ("case", "print", "print_pdf", "own_data", "reveal", "renew_code")


def test_case_is_absent_for_all_others(known, district, unit):
    for person in strangers(district, unit):
        client = client_of(person)
        for name in SCREENS:
            method = client.post if name in {"own_data", "reveal", "renew_code"} else client.get
            response = method(url(name, known), {"field": "name", "purpose": "看"} if name == "reveal" else {})
            assert (person.username, name, response.status_code) == (person.username, name, 404)
        assert client.post(url("act", known, "note"), {"note-text": "x"}).status_code == 404
    assert not DataAccess.objects.exists()


def test_case_is_absent_while_the_plugin_is_off(known, district, at_unit):
    disable("requests", district=district, user=None)

    assert at_unit.get(url("case", known)).status_code == 404
