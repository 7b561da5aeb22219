import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from cms.people.enums import Role
from plugins.contrib.requests.domain.handling.receiving import accept_case, assign_case, hand_back_case, receive_case
from plugins.contrib.requests.enums import CaseState, Channel, EventKind
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case
from tests.factories.cases import make_case
from tests.factories.people import make_person, make_superuser
from tests.factories.tenancy import make_unit

DAY = dt.date(2026, 3, 2)


def kinds_of(case):
    return list(case.events.order_by("pk").values_list("kind", flat=True))


def test_received_case_has_day_number_and_deadline(received):
    received.refresh_from_db()

    assert (received.received_on, received.number) == (DAY, "甲局依申请〔2026〕1号")
    assert received.due_on > DAY
    assert kinds_of(received) == [EventKind.SUBMITTED, EventKind.RECEIVED]


def test_receipt_day_is_settled_once(received, office):
    with pytest.raises(CaseRefused, match="2026-03-02"):
        receive_case(case=received, arrived_on=DAY, user=office)


def test_receipt_waits_for_the_confirmation(district, unit, office):
    case = make_case(district, unit, on=DAY, channel=Channel.WEB)
    with pytest.raises(CaseRefused):
        receive_case(case=case, arrived_on=DAY, user=office)
    with pytest.raises(CaseRefused):
        accept_case(case=case, user=office)

    later = DAY + dt.timedelta(days=2)
    assert receive_case(case=case, arrived_on=DAY, confirmed_on=later, user=office).received_on == later


def test_receipt_is_not_before_the_arrival(district, unit, office):
    case = make_case(district, unit, on=DAY, channel=Channel.WEB)
    before = DAY - dt.timedelta(days=1)
    with pytest.raises(CaseRefused):
        receive_case(case=case, arrived_on=before, confirmed_on=DAY, user=office)
    with pytest.raises(CaseRefused):
        receive_case(case=make_case(district, unit), arrived_on=dt.date(202, 3, 2), user=office)


def test_numbers_count_by_unit_and_year(district, unit, office):
    other = make_unit(district, name="乙局", code="yi-ju")
    given = [(unit, DAY), (unit, DAY), (other, DAY), (None, DAY), (unit, dt.date(2025, 12, 31))]
    numbers = [
        receive_case(case=make_case(district, one, on=day), arrived_on=day, user=office).number for one, day in given
    ]

    assert numbers == [
        "甲局依申请〔2026〕1号",
        "甲局依申请〔2026〕2号",
        "乙局依申请〔2026〕1号",
        "甲区公开办依申请〔2026〕1号",
        "甲局依申请〔2025〕1号",
    ]


def rename(unit, name):
    unit.name = name
    unit.save()


def test_unit_with_the_former_name_of_another_goes_on_in_its_register(district, unit, office):
    other = make_unit(district, name="乙局", code="yi-ju")

    def number_of(place, day=DAY):
        case = receive_case(case=make_case(district, place, on=day), arrived_on=day, user=office)
        return (case.number, case.serial)

    first = [number_of(unit), number_of(other)]
    rename(unit, "丙局")
    rename(other, "甲局")
    second = [number_of(other), number_of(unit), number_of(other), number_of(other, dt.date(2025, 12, 31))]

    assert first == [("甲局依申请〔2026〕1号", 1), ("乙局依申请〔2026〕1号", 1)]
    assert second == [
        ("甲局依申请〔2026〕2号", 2),
        ("丙局依申请〔2026〕3号", 3),
        ("甲局依申请〔2026〕4号", 4),
        ("甲局依申请〔2025〕1号", 1),
    ]


def test_unit_called_as_the_office_goes_on_in_its_register(district, unit, office):
    receive_case(case=make_case(district, on=DAY), arrived_on=DAY, user=office)
    rename(unit, "甲区公开办")
    assert receive_case(case=make_case(district, unit, on=DAY), arrived_on=DAY, user=office).serial == 2


def test_number_is_given_once_in_a_district_whoever_writes_it(received, unit):
    other = make_case(received.district, unit)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=other.pk).update(number=received.number, register_unit=None, serial=7)


def test_assigned_case_changes_desks(received, officer, office, district):
    other = make_unit(district, name="乙局", code="yi-ju")
    second = make_person(Role.REQUEST_OFFICER, "second", unit=other)
    assign_case(case=received, unit=other, user=office)

    assert list(Case.objects.handled_by(officer)) == []
    assert list(Case.objects.handled_by(second)) == [received]
    assert Case.objects.get(pk=received.pk).number == "甲局依申请〔2026〕1号"


def test_case_is_handed_back_to_the_office(received, officer, office):
    hand_back_case(case=received, reason="不属于本单位", user=officer)

    assert list(Case.objects.handled_by(officer)) == []
    assert Case.objects.handled_by(office).get().unit is None


def test_unit_of_another_district_gets_no_case(received, office):
    with pytest.raises(CaseRefused, match="另"):
        assign_case(case=received, unit=make_unit(name="另局"), user=office)


def test_accepted_case_is_at_work(accepted):
    assert Case.objects.get(pk=accepted.pk).state == CaseState.ACCEPTED


def test_others_do_nothing(received, district, unit):
    strangers = [
        make_person(Role.REQUEST_OFFICER, "elsewhere", unit=make_unit(district, name="丙局", code="bing")),
        make_person(Role.EDITOR, "editor", unit=unit),
        make_person(Role.CITY_AUDITOR, "auditor", city=district.city),
        make_superuser(),
    ]
    for person in strangers:
        assert not Case.objects.handled_by(person).exists()
        with pytest.raises(CaseRefused):
            accept_case(case=received, user=person)
