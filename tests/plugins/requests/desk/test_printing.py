"""The application and its receipt on paper."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from plugins.contrib.requests.domain.submitting import renew_code
from plugins.contrib.requests.models import Case
from tests.factories.tree import make_home

from .test_entering import ENTER, GIVEN


@pytest.fixture
def entered(unit, at_unit) -> Case:
    """A letter of the second of March, entered later."""
    make_home(unit.district)
    at_unit.post(ENTER, {**GIVEN, "unit": unit.pk})
    return Case.objects.get()


def sheet(client, case: Case, **sent) -> str:
    address = reverse("requests-admin:print", args=[case.pk])
    return (client.post(address, sent) if sent else client.get(address)).content.decode()


def test_receipt_says_when_a_letter_arrived_and_not_when_it_was_entered(entered, at_unit):
    html = sheet(at_unit, entered)
    case = at_unit.get(reverse("requests-admin:case", args=[entered.pk])).content.decode()

    assert "已于2026-03-02到达（需签收的邮寄）" in html
    assert ("2026-03-02 · 需签收的邮寄" in case, str(entered.events.first().day)) == (True, "2026-03-02")


def test_day_of_arrival_that_the_desk_corrects_is_on_the_receipt(unit, at_unit):
    at_unit.post(ENTER, {**GIVEN, "unit": unit.pk, "channel": "fax", "arrived_on": "2026-03-03"})
    case = Case.objects.get()
    given = {"receive-arrived_on": "2026-03-02", "receive-confirmed_on": "2026-03-04"}
    at_unit.post(reverse("requests-admin:act", args=[case.pk, "receive"]), given)

    assert "已于2026-03-02到达（传真）" in sheet(at_unit, case)


def test_code_at_hand_is_on_the_receipt_and_no_other(entered, at_unit):
    code, other = renew_code(case=entered), "K7QF-2M9X-HT4C-8WBN-36RA"

    assert (code in sheet(at_unit, entered, code=code), "/jia/requests/status/" in sheet(at_unit, entered)) == (
        True,
        True,
    )
    assert (other in sheet(at_unit, entered, code=other), code in sheet(at_unit, entered)) == (False, False)
    assert GIVEN["identity_number"] not in sheet(at_unit, entered, code=code)


def test_code_is_in_the_file_as_well(entered, at_unit):
    code = renew_code(case=entered)
    given = {"code": code, "purpose": "交申请人"}
    file = at_unit.post(reverse("requests-admin:print_pdf", args=[entered.pk]), given).content
    text = "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages).split())

    assert (code in text, GIVEN["identity_number"] in text, "申请人签名或盖章" in text) == (True, True, True)


@pytest.mark.parametrize("is_provisional", [True, False])
def test_receipt_marks_a_day_that_may_move(is_provisional, entered, at_unit):
    Case.objects.filter(pk=entered.pk).update(is_provisional=is_provisional)

    assert ("期限为暂定" in sheet(at_unit, entered)) == is_provisional
