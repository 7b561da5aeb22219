import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse, reverse_lazy
from wagtail.models import ModelLogEntry

from plugins.contrib.requests.enums import CaseState, Channel
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.process.completeness import missing_parts
from plugins.contrib.requests.protection.pending import kept_of

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


def test_days_of_the_entry_are_proposed_later(at_unit, at_office):
    at_unit.post(ENTER, {**GIVEN, "channel": "fax", "arrived_on": "2026-03-02", "confirmed_on": "2026-03-04"})
    html = at_office.get(reverse("requests-admin:case", args=[Case.objects.get().pk])).content.decode()

    assert [f'value="{day}"' in html for day in ("2026-03-02", "2026-03-04")] == [True, True]


def test_incomplete_letter_is_entered_and_says_what_is_missing(unit, at_unit):
    bare = {name: value for name, value in GIVEN.items() if name not in {"identity_number", "features"}}
    at_unit.post(ENTER, {**bare, "unit": unit.pk, "is_incomplete": "on"})
    html = at_unit.get(reverse("requests-admin:case", args=[Case.objects.get().pk])).content.decode()

    assert "证件号码、所需信息的描述" in html


def test_form_that_is_sent_again_makes_one_case(unit, at_unit):
    given = {**GIVEN, "unit": unit.pk, "form": str(uuid.uuid4())}
    at_unit.post(ENTER, given)
    again = at_unit.post(ENTER, given)

    assert Case.objects.count() == 1
    assert again.headers["Location"] == reverse("requests-admin:case", args=[Case.objects.get().pk])


def test_officer_enters_for_the_office(at_unit):
    html = at_unit.post(ENTER, GIVEN).content.decode()

    assert Case.objects.get().received_on is None
    assert reverse("requests-admin:case", args=[Case.objects.get().pk]) not in html


@pytest.mark.parametrize(
    "wrong",
    [
        {"arrived_on": "2099-01-01"},
        {"address": ""},
        {"arrived_on": "0202-03-02"},
        {"features": ""},
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


def test_applicant_who_has_a_fax_alone_is_entered(unit, at_unit):
    came = {"channel": "fax", "confirmed_on": GIVEN["arrived_on"], "delivery": "fax", "fax": "0731-88880000"}
    at_unit.post(ENTER, {**GIVEN, **came, "unit": unit.pk, "address": ""})
    case = Case.objects.get()

    assert (case.fax, missing_parts(case, today=case.received_on)) == ("0731-88880000", [])


def test_refused_entry_keeps_good_files(unit, at_unit):
    files = [SimpleUploadedFile("申请书.txt", b"1"), SimpleUploadedFile("坏.exe", b"MZ")]
    html = at_unit.post(ENTER, {**GIVEN, "unit": unit.pk, "title": "", "attachments": files}).content.decode()
    pending = re.search('name="pending" value="([^"]+)"', html).group(1)
    more = SimpleUploadedFile("附图.txt", b"2")
    at_unit.post(ENTER, {**GIVEN, "unit": unit.pk, "pending": pending, "attachments": [more]})

    assert ("申请书.txt" in html, Case.objects.count()) == (True, 1)
    assert [(file.name, file.file.read()) for file in Case.objects.get().files.all()] == [
        ("申请书.txt", b"1"),
        ("附图.txt", b"2"),
    ]


def test_kept_file_that_is_not_wanted_goes(unit, at_unit):
    bad = {**GIVEN, "unit": unit.pk, "title": "", "attachments": [SimpleUploadedFile("错的.txt", b"1")]}
    html = at_unit.post(ENTER, bad).content.decode()
    pending, key = (re.search(f'name="{name}" value="([^"]+)"', html).group(1) for name in ("pending", "dropped"))
    at_unit.post(ENTER, {**GIVEN, "unit": unit.pk, "pending": pending, "dropped": key})

    assert Case.objects.get().files.count() == 0
    assert kept_of(pending) == []
