"""The register: numbers, editions, what is void, and the gate that asks for it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cms.people.enums import Role
from disclosure_pages.clearance.domain.acts import (
    delete_as_error,
    force_publication,
    recall_schedule,
    withdraw_content,
)
from disclosure_pages.clearance.domain.reviewing import Ruling, approve_review, review_findings
from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.clearance.exceptions import FindingsOpen
from disclosure_pages.documents.domain.registering import registration_of
from disclosure_pages.documents.enums import RegistrationState
from disclosure_pages.documents.models import LegalRecord, Registration, RegistrationScheme
from disclosure_pages.tree.enums import DisclosureAttribute
from plugins.findings import GateRequest, Severity, Stage
from plugins.gates import gate_findings
from tests.factories.documents import document_section, record_of
from tests.factories.pages import approve_next, make_changed_draft, make_draft, publish, reviewer_for, submit
from tests.factories.people import make_person

from .conftest import bring_to, make_normative_draft

pytestmark = pytest.mark.django_db

YEAR = timezone.localdate().year


def register(page: Any, **ruling: Any) -> None:
    task_state = bring_to(page, ReviewStage.REGISTRATION)
    person = reviewer_for(page, ReviewStage.REGISTRATION)
    approve_review(task_state=task_state, reviewer=person, ruling=Ruling(**ruling))


def make_registered(title: str = "", **fields: Any) -> Any:
    return publish(make_normative_draft(title, **fields))


def office(page: Any) -> Any:
    return make_person(Role.DISCLOSURE_OFFICE, district=page.district)


def numbers() -> list[str]:
    return list(Registration.objects.order_by("pk").values_list("text", flat=True))


def states() -> list[str]:
    return list(Registration.objects.with_state().order_by("pk").values_list("state", flat=True))


def of_form(page: Any, serial: int) -> str:
    return f"{page.district.name[0]}登〔{YEAR}〕{serial:04}号"


def test_registration_enters_number_opinion_and_people() -> None:
    page = make_registered("芙蓉区行政规范性文件管理办法")
    entry = Registration.objects.get()
    assert (entry.text, entry.year, entry.serial, entry.edition) == (of_form(page, 1), YEAR, 1, 1)
    assert (entry.title, entry.number, entry.issuer) == (page.title, page.number, page.issuer)
    assert (entry.opinion, entry.page, entry.unit) == ("主体适格，内容合法，程序完备。", page, page.unit)
    assert (registration_of(page), entry.published_at is not None) == (entry, True)


def test_legal_record_has_the_registration_number() -> None:
    page = make_registered()
    assert record_of(page).registration_number == of_form(page, 1)


def test_serials_have_no_gap_and_are_those_of_the_district() -> None:
    section = document_section()
    pages = [make_registered(section=section) for _ in range(2)]
    elsewhere = make_registered()
    assert numbers() == [of_form(pages[0], 1), of_form(pages[1], 2), of_form(elsewhere, 1)]


def test_failed_publication_gives_the_number_back() -> None:
    page = make_normative_draft()
    bring_to(page, ReviewStage.REGISTRATION)
    rival = LegalRecord(district=page.district, unit=page.unit, title="先到", issuer=page.issuer, number=page.number)
    rival.work_out_number()
    rival.save()
    with pytest.raises(FindingsOpen):
        approve_next(page)
    rival.delete()
    approve_next(page)
    assert numbers() == [of_form(page, 1)]


def test_district_chooses_how_its_numbers_look() -> None:
    page = make_normative_draft()
    RegistrationScheme.objects.create(district=page.district, pattern="FRDR-{year}-{serial}", digits=5)
    publish(page)
    assert numbers() == [f"FRDR-{YEAR}-00001"]


@pytest.mark.parametrize(
    "pattern", ["芙登〔{year}〕号", "{serial}", "{year}{serial}{serial}", "{year}{serial}{unit}", ""]
)
def test_pattern_without_year_and_serial_is_refused(pattern: str) -> None:
    with pytest.raises(ValidationError):
        RegistrationScheme(pattern=pattern).clean_fields(exclude=["district"])


# --- editions ----------------------------------------------------------------------------------------------------


def test_later_edition_keeps_the_number_in_an_entry_of_its_own() -> None:
    page = make_registered()
    publish(make_changed_draft(page, body="<p>修改后的正文。</p>"))
    rows = Registration.objects.order_by("edition").values_list("text", "serial", "edition")
    assert list(rows) == [(of_form(page, 1), 1, 1), (of_form(page, 1), 1, 2)]
    assert states() == [RegistrationState.SUPERSEDED, RegistrationState.PUBLIC]
    assert record_of(page).registration_number == of_form(page, 1)


def test_same_content_published_again_has_one_entry() -> None:
    page = make_registered()
    withdraw_content(page=page, user=office(page), reason="核对")
    assert states() == [RegistrationState.WITHDRAWN]
    publish(page)
    assert (len(numbers()), states()) == (1, [RegistrationState.PUBLIC])


def test_number_from_before_the_register_is_kept_and_stands_outside_the_counter() -> None:
    section = document_section()
    register(make_normative_draft(section=section), former_number="芙登〔2019〕0007号")
    new = make_registered(section=section)
    rows = list(Registration.objects.order_by("pk").values_list("text", "serial"))
    assert rows == [("芙登〔2019〕0007号", None), (of_form(new, 1), 1)]


def test_counter_passes_over_a_number_that_a_document_brought_along() -> None:
    page = make_normative_draft()
    register(page, former_number=of_form(page, 1))
    make_registered(section=page.get_parent().specific)
    assert numbers() == [of_form(page, 1), of_form(page, 2)]


def test_number_of_another_document_is_refused_at_its_field() -> None:
    first = make_registered()
    second = make_normative_draft(section=first.get_parent().specific)
    with pytest.raises(FindingsOpen) as refusal:
        register(second, former_number=of_form(first, 1))
    assert [finding.field for finding in refusal.value.findings] == ["former_number"]


def test_other_number_for_a_registered_document_is_refused() -> None:
    page = make_registered()
    with pytest.raises(FindingsOpen) as refusal:
        register(make_changed_draft(page, body="<p>二稿。</p>"), former_number="芙登〔2019〕0007号")
    assert [finding.code for finding in refusal.value.findings] == ["gongkai.registration.has_number"]


# --- void --------------------------------------------------------------------------------------------------------


def test_deleted_document_leaves_a_void_entry_and_its_number_is_not_given_again() -> None:
    page = make_registered("误发的文件")
    section = page.get_parent().specific
    delete_as_error(page=page, user=office(page), reason="误发")
    other = make_registered(section=section)
    gone = Registration.objects.get(title="误发的文件")
    assert (gone.page, gone.voided_at is not None, gone.void_reason != "") == (None, True, True)
    assert (numbers(), states()) == ([of_form(other, 1), of_form(other, 2)], ["void", "public"])


def test_registered_draft_that_is_never_published_is_void_when_it_is_deleted() -> None:
    page = make_normative_draft(go_live_at=timezone.now() + dt.timedelta(days=3))
    register(page)
    page.refresh_from_db()
    assert states() == [RegistrationState.WAITING]
    recall_schedule(page=page, user=office(page), reason="暂缓")
    type(page).objects.get(pk=page.pk).delete()
    assert states() == [RegistrationState.VOID]


# --- the gate ----------------------------------------------------------------------------------------------------


def test_unregistered_normative_document_is_not_published_by_force_either() -> None:
    page = make_normative_draft()
    with pytest.raises(FindingsOpen) as refusal:
        force_publication(page=page, user=office(page), reason="应急", basis="预案")
    assert [finding.code for finding in refusal.value.findings] == ["gongkai.document.unregistered"]
    page.refresh_from_db()
    assert page.live is False


def test_registration_of_an_earlier_content_does_not_cover_a_later_one() -> None:
    page = make_changed_draft(make_registered(), body="<p>未登记的改动。</p>")
    with pytest.raises(FindingsOpen) as refusal:
        force_publication(page=page, user=office(page), reason="应急", basis="预案")
    assert [finding.code for finding in refusal.value.findings] == ["gongkai.document.unregistered"]


def test_registered_content_may_be_forced() -> None:
    page = make_normative_draft(go_live_at=timezone.now() + dt.timedelta(days=3))
    register(page)
    page = type(page).objects.get(pk=page.pk)
    recall_schedule(page=page, user=office(page), reason="提前")
    force_publication(page=type(page).objects.get(pk=page.pk), user=office(page), reason="应急", basis="预案")
    assert states() == [RegistrationState.PUBLIC]


def test_document_on_request_is_registered_and_stays_inside() -> None:
    page = make_normative_draft()
    submit(page)
    approve_next(page)
    approve_next(page)
    approve_next(page, ruling=Ruling(attribute=DisclosureAttribute.ON_REQUEST, basis="第二十七条"))
    approve_next(page)
    page.refresh_from_db()
    assert (page.live, numbers(), states()) == (False, [of_form(page, 1)], [RegistrationState.WAITING])


# --- the attribute that is proposed ------------------------------------------------------------------------------


def test_withheld_without_a_ground_does_not_go_into_a_review() -> None:
    page = make_normative_draft(stated_attribute=DisclosureAttribute.WITHHELD)
    with pytest.raises(FindingsOpen) as refusal:
        submit(page)
    assert [finding.field for finding in refusal.value.findings] == ["stated_ground"]


@pytest.mark.parametrize(("stated", "notices"), [("on_request", 1), ("proactive", 0), ("", 0)])
def test_decision_that_differs_from_the_statement_is_noticed(stated: str, notices: int) -> None:
    page = make_normative_draft(stated_attribute=stated)
    bring_to(page, ReviewStage.REGISTRATION)
    found = review_findings(page=page.get_latest_revision_as_object(), stage=ReviewStage.REGISTRATION, ruling=Ruling())
    differing = [finding for finding in found if finding.code == "gongkai.document.attribute_differs"]
    assert [finding.severity for finding in differing] == [Severity.NOTICE] * notices


def test_content_of_other_kinds_is_asked_for_no_registration() -> None:
    decision = {"attribute": "proactive", "basis": "第二十条"}
    assert gate_findings(GateRequest(page=make_draft(), stage=Stage.PUBLISH, decision=decision)) == []
