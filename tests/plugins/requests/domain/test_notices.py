"""Cases whose clock rests on a notice that went to nobody yet."""

import datetime as dt

import pytest

from plugins.contrib.requests.domain.fees import ask_fee, record_payment, serve_fee
from plugins.contrib.requests.domain.handling.correcting import ask_correction, record_correction
from plugins.contrib.requests.domain.handling.ending import withdraw_case
from plugins.contrib.requests.domain.handling.extending import extend_deadline
from plugins.contrib.requests.domain.letters.drafting import issue_letter
from plugins.contrib.requests.domain.letters.notices import lacking_notice, notices_lacking
from plugins.contrib.requests.fees import fee_by_pages
from plugins.contrib.requests.letters.kinds import label_of
from plugins.contrib.requests.models import Case
from tests.factories.cases import make_case, write_letter
from tests.plugins.requests.conftest import DAY


def lacking(case):
    """By kind; the list and the case say the same."""
    labels = notices_lacking(case)
    assert [case] * bool(labels) == list(lacking_notice(Case.objects.filter(pk=case.pk)))
    return labels


def issue(case, kind, officer, office, day=DAY):
    issue_letter(letter=write_letter(case, kind, by=officer, approved_by=office), user=officer, day=day)


def test_correction_lacks_its_notice_until_it_is_issued(received, officer, office):
    assert lacking(received) == []
    ask_correction(case=received, items="写明年份", period=5, user=officer, day=DAY)
    assert lacking(received) == [label_of("correction")]
    issue(received, "correction", officer, office)
    assert lacking(received) == []


def test_correction_that_has_come_lacks_nothing(received, officer):
    ask_correction(case=received, items="写明年份", period=5, user=officer, day=DAY)
    record_correction(case=received, text="2020年", user=officer, day=DAY)
    assert lacking(received) == []


def test_extension_lacks_its_notice_until_the_case_is_over(accepted, officer, office):
    extend_deadline(case=accepted, days=5, reason="需要汇总", user=office, day=DAY, today=DAY)
    write_letter(accepted, "extension", by=officer, approved_by=office)  # approved, and not issued
    assert lacking(accepted) == [label_of("extension")]
    withdraw_case(case=accepted, user=officer)
    assert lacking(accepted) == []


@pytest.mark.parametrize("way", ["issued", "served", "paid"])
def test_fee_lacks_its_notice_until_it_is_issued_served_or_paid(accepted, officer, office, way):
    issue(accepted, "fee", officer, office)  # of a fee before
    day = DAY + dt.timedelta(days=1)
    notice = ask_fee(case=accepted, fee=fee_by_pages(pages=40), quantity=40, user=officer, day=day)
    assert lacking(accepted) == [label_of("fee")]
    if way == "issued":
        issue(accepted, "fee", officer, office, day)
    else:
        {"served": serve_fee, "paid": record_payment}[way](notice=notice, user=officer, day=day)
    assert lacking(accepted) == []


def test_list_of_cases_that_lack_a_notice_has_no_other(district, unit, received, officer):
    make_case(district, unit, on=DAY)
    ask_correction(case=received, items="写明年份", period=5, user=officer, day=DAY)
    assert list(lacking_notice(Case.objects.all())) == [received]
