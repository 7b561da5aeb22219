import datetime as dt

import pytest

from cms.people.enums import Role
from plugins.contrib.requests.domain.fees import ask_fee, items_before, last_day_to_pay, record_payment
from plugins.contrib.requests.domain.handling.deciding import approve_decision, draft_decision
from plugins.contrib.requests.enums import EventKind, Outcome
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.fees import fee_by_items, fee_by_pages
from tests.factories.cases import make_case
from tests.factories.people import make_person
from tests.factories.tenancy import make_unit

DAY = dt.date(2026, 3, 2)


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


def test_last_day_to_pay_moves_to_a_working_day(db):
    assert last_day_to_pay(dt.date(2026, 3, 5)) == dt.date(2026, 4, 7)
