"""Working days after publication, the list of what lacks an interpretation, and waivers."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from cms.people.enums import Role
from disclosure_pages.clearance.domain.acts import withdraw_content
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.interpretations.domain.needing import Clock, unpaired_documents
from disclosure_pages.interpretations.domain.waiving import lift_waiver, waive_interpretation
from disclosure_pages.interpretations.models import InterpretationDays, InterpretationWaiver
from tests.factories.documents import make_document_draft, make_policy_document
from tests.factories.interpretations import ask_for_interpretation, make_interpretation, waive
from tests.factories.people import make_moderator, make_person

from .conftest import stored

pytestmark = pytest.mark.django_db
D = dt.date.fromisoformat


def clock(today: str, **days: Any) -> Clock:
    return Clock(days=InterpretationDays(**days), today=D(today))


def unpaired() -> list[str]:
    return [document.title for document in unpaired_documents(days=InterpretationDays.load())]


@pytest.mark.parametrize(
    ("published", "due"),
    [
        ("2026-06-02", "2026-06-05"),
        ("2026-06-04", "2026-06-09"),  # across a weekend
        ("2026-09-29", "2026-10-09"),  # across the National Day
        ("2026-09-30", "2026-10-10"),  # of which a Saturday is made up for
        ("2026-12-30", "2027-01-04"),  # into a year of which nothing is known
    ],
)
def test_interpretation_is_due_on_the_third_working_day(published, due) -> None:
    assert clock("2026-06-01").due_on(D(published)) == D(due)


def test_days_are_a_setting() -> None:
    assert clock("2026-06-01", working_days=1).due_on(D("2026-06-05")) == D("2026-06-08")


@pytest.mark.parametrize(("today", "late"), [("2026-10-10", 0), ("2026-10-11", 0), ("2026-10-13", 2)])
def test_overdue_is_counted_in_working_days(today, late) -> None:
    assert clock(today).overdue_by(D("2026-09-30")) == late


def test_list_is_narrowed_by_the_same_days_that_it_shows() -> None:
    today = clock("2026-10-12")
    days = [D("2026-09-20") + dt.timedelta(days=number) for number in range(22)]
    late = [day for day in days if today.overdue_by(day) > 0]
    assert late == [day for day in days if day < today.earliest_in_time]


def test_day_in_an_unknown_year_is_provisional() -> None:
    today = clock("2026-06-01")
    assert [today.is_provisional(D(day)) for day in ("2026-12-30", "2026-06-01")] == [True, False]


def test_list_holds_public_documents_of_marked_kinds_only() -> None:
    make_policy_document("未解读")
    make_policy_document("无需解读", kind="letter")
    make_interpretation(make_policy_document("已解读"))
    make_document_draft("草稿")
    withdrawn = make_policy_document("已撤下")
    withdraw_content(page=withdrawn, user=make_moderator(withdrawn.unit), reason="有误")
    ask_for_interpretation("notice")
    make_policy_document("已豁免", is_waived=True)
    assert unpaired() == ["未解读"]


def test_withdrawn_interpretation_puts_its_document_back_on_the_list() -> None:
    document = make_policy_document("解读被撤下")
    interpretation = make_interpretation(document)
    ask_for_interpretation("notice")
    assert unpaired() == []
    withdraw_content(page=interpretation, user=make_moderator(document.unit), reason="有误")
    assert unpaired() == ["解读被撤下"]


def test_documents_before_the_first_day_are_left_out() -> None:
    make_policy_document("旧文件", formed_on=D("2020-01-01"))
    make_policy_document("新文件")
    ask_for_interpretation("notice")
    InterpretationDays.objects.update_or_create(pk=1, defaults={"since": D("2025-01-01")})
    assert unpaired() == ["新文件"]


def test_list_costs_one_query_however_long(django_assert_num_queries) -> None:
    ask_for_interpretation("letter")
    days = InterpretationDays.load()
    for _number in range(3):
        with django_assert_num_queries(1):
            [document.unit.name for document in unpaired_documents(days=days)]
        make_policy_document(kind="letter")


# --- waivers -----------------------------------------------------------------------------------------------------


@pytest.fixture
def document() -> PolicyDocument:
    ask_for_interpretation("notice")
    return make_document_draft("简单的通知", is_waived=False)


def office_of(document: PolicyDocument) -> Any:
    return make_person(Role.DISCLOSURE_OFFICE, district=document.district)


def test_waiver_says_who_when_and_why(document) -> None:
    office = office_of(document)
    waiver = waive_interpretation(page=document, user=office, reason=" 仅更正电话 ")
    assert (waiver.document_title, waiver.reason, waiver.given_by) == ("简单的通知", "仅更正电话", office)
    assert waiver.given_at <= timezone.now()


def test_waiver_takes_document_from_the_list(document) -> None:
    public = make_policy_document("已公开", is_waived=True)
    assert unpaired() == []
    lift_waiver(page=public, user=office_of(public), reason="群众关心")
    assert unpaired() == ["已公开"]
    assert InterpretationWaiver.objects.get().lifted_by is not None


@pytest.mark.parametrize("reason", ["", "  "])
def test_waiver_needs_a_reason(document, reason) -> None:
    with pytest.raises(ValidationError):
        waive_interpretation(page=document, user=office_of(document), reason=reason)


def test_second_waiver_is_refused(document) -> None:
    office = office_of(document)
    waive_interpretation(page=document, user=office, reason="仅更正电话")
    with pytest.raises(ValidationError):
        waive_interpretation(page=document, user=office, reason="再来一次")


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MODERATOR])
def test_unit_cannot_waive_for_itself(document, role) -> None:
    person = make_person(role, unit=document.unit)
    with pytest.raises(PermissionDenied):
        waive_interpretation(page=document, user=person, reason="自己豁免")


def test_office_of_another_district_cannot_waive(document) -> None:
    with pytest.raises(PermissionDenied):
        waive_interpretation(page=document, user=office_of(make_document_draft()), reason="别区")


def test_four_eyes_hold_for_waivers(document) -> None:
    office = office_of(document)
    document.save_revision(user=office)
    with pytest.raises(PermissionDenied):
        waive_interpretation(page=stored(document), user=office, reason="自己写的")


def test_waiver_outlives_its_document(document) -> None:
    waive(document)
    stored(document).delete()
    waiver = InterpretationWaiver.objects.get()
    assert (waiver.document, waiver.document_title) == (None, "简单的通知")
