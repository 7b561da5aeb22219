import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry

from cms.calendar.domain.working_days import working_calendar
from cms.people.enums import Role
from plugins.contrib.requests.clock import FeeEffect, TermStart
from plugins.contrib.requests.domain.deadlines import open_payment
from plugins.contrib.requests.domain.fee_rules import fee_rule_of, keep_fee_rule
from plugins.contrib.requests.domain.fees import ask_fee, items_before, record_payment, serve_fee
from plugins.contrib.requests.domain.handling.deciding import approve_decision, draft_decision
from plugins.contrib.requests.domain.letters.drafting import draft_letter, issue_letter
from plugins.contrib.requests.domain.letters.wording import approve_standard
from plugins.contrib.requests.enums import EventKind, Outcome
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.fees import fee_by_items, fee_by_pages
from tests.factories.cases import make_case, write_letter
from tests.factories.people import make_person
from tests.factories.tenancy import make_unit

DAY = dt.date(2026, 3, 2)
SOURCE = "甲区财政局通知第三条"


def test_items_of_the_month_are_those_of_the_applicant_before(district, unit):
    same = {"applicant_digest": "a" * 64}
    days = [dt.date(2026, 2, 27), DAY, DAY, dt.date(2026, 3, 9)]
    cases = [make_case(district, unit, received_on=day, **same) for day in days]
    make_case(district, unit, received_on=DAY, applicant_digest="b" * 64)
    assert [items_before(case) for case in cases] == [0, 0, 1, 2]


def test_applicant_without_identity_has_no_month(district, unit):
    make_case(district, unit, received_on=DAY)
    assert items_before(make_case(district, unit, received_on=DAY)) == 0


def test_fee_is_asked_for_and_paid_once(accepted, officer):
    notice = ask_fee(case=accepted, fee=fee_by_pages(pages=40), quantity=40, user=officer, day=DAY)
    assert (notice.total, notice.pay_by, notice.fee.total) == (100, dt.date(2026, 4, 1), 100)
    with pytest.raises(CaseRefused):
        ask_fee(case=accepted, fee=fee_by_pages(pages=40), quantity=40, user=officer, day=DAY)
    record_payment(notice=notice, user=officer, day=dt.date(2026, 3, 5))
    with pytest.raises(CaseRefused):
        record_payment(notice=notice, user=officer)
    kinds = list(accepted.events.order_by("pk").values_list("kind", flat=True))[-2:]
    assert kinds == [EventKind.FEE_ASKED, EventKind.PAID]


def test_nothing_to_pay_is_no_notice(accepted, officer):
    with pytest.raises(CaseRefused) as refused:
        ask_fee(case=accepted, fee=fee_by_items(items=3), quantity=3, user=officer, day=DAY)
    assert str(refused.value) == "无需缴费，不发出通知。"


def test_fee_of_a_case_that_is_not_accepted_is_refused(received, officer):
    with pytest.raises(CaseRefused) as refused:
        ask_fee(case=received, fee=fee_by_pages(pages=40), quantity=40, user=officer, day=DAY)
    assert str(refused.value) == "申请件处于“已收到”状态，不能“通知缴费”。"


def test_fee_is_for_the_desk_of_the_case(accepted, district, officer):
    other = make_person(Role.REQUEST_OFFICER, "other", unit=make_unit(district, name="乙局", code="yi-ju"))
    ask = {"case": accepted, "fee": fee_by_pages(pages=40), "quantity": 40, "day": DAY}
    with pytest.raises(CaseRefused):
        ask_fee(**ask, user=other)
    notice = ask_fee(**ask, user=officer)
    for stranger in (other, None):
        with pytest.raises(CaseRefused):
            record_payment(notice=notice, user=stranger, day=DAY)
    assert list(accepted.events.filter(kind=EventKind.PAID)) == []


def test_not_paid_is_the_outcome_of_a_fee_that_lapsed(accepted, officer, office):
    draft = {"outcome": Outcome.OTHER_NOT_PAID, "reasons": "逾期未缴", "basis": "第四十二条", "user": officer}
    with pytest.raises(CaseRefused):
        draft_decision(case=accepted, **draft, day=dt.date(2026, 4, 2))
    notice = ask_fee(case=accepted, fee=fee_by_pages(pages=40), quantity=40, user=officer, day=DAY)
    with pytest.raises(CaseRefused, match="2026-04-01"):
        draft_decision(case=accepted, **draft, day=notice.pay_by)
    draft_decision(case=accepted, **draft, day=dt.date(2026, 4, 2))
    record_payment(notice=notice, user=officer, day=dt.date(2026, 4, 3))
    with pytest.raises(CaseRefused, match="没有待缴的费用"):
        approve_decision(case=accepted, user=office, day=dt.date(2026, 4, 3))


def asked(case, officer, day=DAY):
    return ask_fee(case=case, fee=fee_by_pages(pages=40), quantity=40, user=officer, day=day)


def term_of_fee(case):
    due = open_payment(case)
    return (due.day, due.term.start, due.term.since)


def test_last_day_to_pay_moves_to_a_working_day(accepted, officer):
    assert asked(accepted, officer, dt.date(2026, 3, 5)).pay_by == dt.date(2026, 4, 7)


def test_rule_of_the_district_holds_for_fees_asked_from_now_on(accepted, officer, office):
    before = asked(accepted, officer)
    keep_fee_rule(district=accepted.district, user=office, days=10, effect=FeeEffect.PAUSE, basis=SOURCE)
    serve_fee(notice=before, user=officer, day=DAY)
    assert term_of_fee(accepted)[0] == dt.date(2026, 4, 1)
    record_payment(notice=before, user=officer, day=dt.date(2026, 3, 9))
    after = asked(accepted, officer, dt.date(2026, 3, 10))
    due = open_payment(accepted)
    assert (after.pay_by, due.term.effect, due.term.basis) == (dt.date(2026, 3, 20), FeeEffect.PAUSE, SOURCE)
    record_payment(notice=after, user=officer, day=dt.date(2026, 3, 12))
    accepted.refresh_from_db()
    # Anew after the first payment, and two days stood still for the second.
    assert accepted.due_on == working_calendar().after(dt.date(2026, 3, 9), 22)


def test_rule_is_kept_in_the_log_with_what_it_was(district, office):
    keep_fee_rule(district=district, user=office, days=10, effect=FeeEffect.PAUSE, basis=SOURCE)
    rule = keep_fee_rule(district=district, user=office, days=15, effect=FeeEffect.PAUSE, basis=SOURCE)
    line = ModelLogEntry.objects.for_instance(rule).order_by("-pk").first()
    assert (line.action, line.user) == ("gongkai.requests.fee_rule_kept", office)
    assert [line.data[name]["days"] for name in ("before", "after")] == [10, 15]


@pytest.mark.parametrize("wrong", [{"days": 0}, {"days": 367}, {"basis": ""}, {"effect": "later"}])
def test_rule_without_days_effect_or_source_is_refused(district, office, wrong):
    given = {"days": 10, "effect": FeeEffect.PAUSE, "basis": SOURCE, **wrong}
    with pytest.raises(ValidationError):
        keep_fee_rule(district=district, user=office, **given)
    assert fee_rule_of(district).pk is None


def test_days_to_pay_count_from_the_letter_and_then_from_its_service(accepted, officer, office):
    notice = asked(accepted, officer)
    assert term_of_fee(accepted) == (dt.date(2026, 4, 1), TermStart.ENTERED, DAY)
    letter = write_letter(accepted, "fee", by=officer, approved_by=office)
    issue_letter(letter=letter, user=officer, day=dt.date(2026, 3, 4))
    assert term_of_fee(accepted) == (dt.date(2026, 4, 3), TermStart.SENT, dt.date(2026, 3, 4))
    serve_fee(notice=notice, user=officer, day=dt.date(2026, 3, 9))
    notice.refresh_from_db()
    assert term_of_fee(accepted) == (notice.pay_by, TermStart.SERVED, dt.date(2026, 3, 9))
    assert notice.pay_by == dt.date(2026, 4, 8)


def test_letter_of_a_paid_fee_or_one_older_than_it_moves_nothing(accepted, officer, office):
    letter = write_letter(accepted, "fee", by=officer, approved_by=office)
    notice = asked(accepted, officer, dt.date(2026, 3, 5))
    issue_letter(letter=letter, user=officer, day=dt.date(2026, 3, 4))
    assert term_of_fee(accepted)[1] == TermStart.ENTERED
    record_payment(notice=notice, user=officer, day=dt.date(2026, 3, 6))
    issue_letter(letter=write_letter(accepted, "fee", by=officer, approved_by=office), user=officer)
    assert list(accepted.events.filter(kind__in=(EventKind.FEE_SENT, EventKind.FEE_SERVED))) == []
    with pytest.raises(CaseRefused, match="2026-03-06"):
        serve_fee(notice=notice, user=officer, day=dt.date(2026, 3, 6))


def test_letter_of_a_fee_says_the_rule(accepted, officer, office, district):
    keep_fee_rule(district=district, user=office, days=10, effect=FeeEffect.PAUSE, basis=SOURCE)
    asked(accepted, officer)
    approve_standard(owner=district, user=office)
    body = draft_letter(case=accepted, kind="fee", user=officer).body
    said = ("次日起10日内缴纳，期限不早于2026年3月12日届满", "自通知缴费至缴清费用的期间不计入答复期限。")
    assert [words for words in said if words not in body] == []
