import pytest
from django.urls import reverse, reverse_lazy
from wagtail.models import ModelLogEntry

from plugins.contrib.requests.enums import CaseState, Channel
from plugins.contrib.requests.models import Case

ENTER = reverse_lazy("requests-admin:enter")
GIVEN = {
    "channel": "registered_post",
    "arrived_on": "2026-03-02",
    "applicant_kind": "natural",
    "name": "李四光",
    "identity_kind": "resident",
    "identity_number": "11010519491231002X",
    "address": "样例市甲区样例路1号",
    "title": "2025年绿化项目预算",
    "features": "甲区范围内",
    "wanted_form": "paper",
    "delivery": "post",
}


def test_letter_is_received_at_once(unit, at_unit, officer):
    html = at_unit.post(ENTER, {**GIVEN, "unit": unit.pk}).content.decode()
    case = Case.objects.get()

    assert (case.channel, case.number) == (Channel.REGISTERED_POST, "甲局依申请〔2026〕1号")
    assert case.received_on.isoformat() == "2026-03-02"
    assert reverse("requests-admin:case", args=[case.pk]) in html
    assert ModelLogEntry.objects.filter(action="gongkai.requests.entered", user=officer).count() == 1


def test_fax_waits_for_its_confirmation(unit, at_office):
    at_office.post(ENTER, {**GIVEN, "unit": unit.pk, "channel": "fax"})
    case = Case.objects.get()

    assert (case.state, case.received_on, case.number) == (CaseState.RECEIVED, None, "")


def test_officer_enters_for_the_office(at_unit):
    html = at_unit.post(ENTER, GIVEN).content.decode()

    assert Case.objects.get().received_on is None
    assert reverse("requests-admin:case", args=[Case.objects.get().pk]) not in html


@pytest.mark.parametrize(
    "wrong",
    [
        {"arrived_on": "2099-01-01"},
        {"address": ""},
        {"identity_number": "110105194912310021"},
        {"channel": "fax", "confirmed_on": "2026-03-01"},
        {"channel": "web"},
    ],
)
def test_bad_entry_loses_nothing(at_office, wrong):
    html = at_office.post(ENTER, {**GIVEN, **wrong}).content.decode()

    assert "李四光" in html
    assert "error-message" in html
    assert not Case.objects.exists()
