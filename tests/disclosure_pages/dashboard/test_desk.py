"""What is on whose desk, and that looking costs the same however full it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.template.context import Context
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.clearance.domain.acts import force_publication, withdraw_content
from disclosure_pages.clearance.domain.reviewing import Ruling, return_review
from disclosure_pages.dashboard.desk import Desk
from disclosure_pages.dashboard.enums import Freshness
from disclosure_pages.dashboard.panels import PANELS, counts_of
from tests.factories.pages import approve_next, make_changed_draft, make_draft, make_published, publish, submit
from tests.factories.people import make_editor, make_moderator, make_person, make_superuser
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db


def request_of(person: User) -> Any:
    request = RequestFactory().get("/admin/")
    request.user = User.objects.get(pk=person.pk)
    return request


def desk_of(person: User) -> Desk:
    return Desk(request_of(person))


def shown(person: User) -> dict[str, int]:
    """Panels that the person sees, with their counts."""
    desk = desk_of(person)
    piles = {panel.name: panel().pile(desk) for panel in PANELS}
    return {name: pile.count for name, pile in piles.items() if pile is not None}


def render_home(person: User) -> str:
    context = Context({"request": request_of(person)})
    return "".join(panel().render_html(context) for panel in PANELS)


def fill(section: Any, editor: User, moderator: User) -> None:
    """One piece of content in every state."""
    make_draft(section=section, author=editor)
    submit(make_draft(section=section, author=editor))
    returned = submit(make_draft(section=section, author=editor))
    return_review(task_state=returned, reviewer=moderator, reason="请修改")
    day = timezone.now() + dt.timedelta(days=2)
    publish(make_draft(section=section, author=editor, go_live_at=day))
    make_published(section=section, author=editor)
    make_section(column=make_column(district=section.unit.district), unit=section.unit)


def test_new_editor_has_a_calm_desk() -> None:
    assert shown(make_editor(make_section().unit)) == {"places": 1}


def test_editor_sees_own_work_in_its_states() -> None:
    section = make_section()
    editor, moderator = make_editor(section.unit), make_moderator(section.unit)
    fill(section, editor, moderator)
    assert shown(editor) == {
        "returned": 1,
        "drafts": 1,
        "submitted": 1,
        "scheduled": 1,
        "places": 1,
        "newest": 0,
    }
    assert [page.title for page in desk_of(editor).newest.rows] == [
        page.title for page in desk_of(moderator).newest.rows
    ]


def test_colleague_and_other_unit_do_not_see_it() -> None:
    section = make_section()
    fill(section, make_editor(section.unit), make_moderator(section.unit))
    assert shown(make_editor(section.unit)).keys() == {"places", "newest"}
    assert shown(make_editor(make_section().unit)) == {"places": 1}


def test_moderator_sees_what_waits_for_the_review() -> None:
    page = make_draft()
    submit(page)
    assert shown(make_moderator(page.unit))["waiting"] == 1


def test_office_sees_delays_and_exceptions_of_its_district() -> None:
    page, foreign = make_draft(), make_draft()
    for item in (page, foreign):
        submit(item)
    TaskState.objects.update(started_at=timezone.now() - dt.timedelta(days=4))
    office = make_person(Role.DISCLOSURE_OFFICE, district=page.district)
    forced = make_draft(section=page.get_parent().specific)
    force_publication(page=forced, user=office, reason="应急", basis="预案")
    withdraw_content(page=type(forced).objects.get(pk=forced.pk), user=office, reason="有误")
    assert shown(office) == {"waiting": 0, "overdue": 1, "places": 1}
    assert desk_of(office).exceptions == {"forced": 1, "withdrawals": 1, "failures": 0}
    links = [item.url for item in counts_of(desk_of(office))]
    assert reverse("gongkai_clearance:report_forced") in links


def test_superuser_without_a_role_has_no_work() -> None:
    submit(make_draft())
    assert shown(make_superuser()) == {}


def test_decided_content_is_no_draft_any_more() -> None:
    page = make_draft()
    submit(page)
    approve_next(page)
    approve_next(page, ruling=Ruling(attribute="on_request", basis="条例第二十七条"))
    assert "drafts" not in shown(page.owner)
    make_changed_draft(page, author=page.owner)
    assert shown(page.owner)["drafts"] == 1


def test_places_are_ordered_by_what_presses() -> None:
    section = make_section(column=make_column("甲", freshness_days=90))
    unit = section.unit
    others = [
        make_section(column=make_column(name, district=unit.district, freshness_days=90), unit=unit)
        for name in "乙丙丁"
    ]
    today = timezone.localdate()
    for place, age in ((section, 10), (others[0], 85), (others[1], 100)):
        make_published(section=place, on=today - dt.timedelta(days=age))
    places = desk_of(make_editor(unit)).places
    assert [(place.column.title, place.state) for place in places] == [
        ("丙", Freshness.STALE),
        ("乙", Freshness.SOON),
        ("丁", Freshness.EMPTY),
        ("甲", Freshness.FRESH),
    ]


def test_closed_places_and_retired_columns_are_left_out() -> None:
    section = make_section()
    closed = make_section(unit=section.unit, column=make_column(district=section.unit.district))
    type(closed).objects.filter(pk=closed.pk).update(closed_on=timezone.localdate())
    retired = make_column(district=section.unit.district)
    make_section(unit=section.unit, column=retired)
    type(retired).objects.filter(pk=retired.pk).update(retired_on=timezone.localdate())
    assert [place.section for place in desk_of(make_editor(section.unit)).places] == [section]


@pytest.mark.parametrize(("role", "queries"), [(Role.EDITOR, 31), (Role.MODERATOR, 33), (Role.DISCLOSURE_OFFICE, 27)])
def test_desk_costs_the_same_at_one_and_three(
    role: str, queries: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    section = make_section()
    editor, moderator = make_editor(section.unit), make_moderator(section.unit)
    office = make_person(Role.DISCLOSURE_OFFICE, district=section.unit.district)
    people = {Role.EDITOR: editor, Role.MODERATOR: moderator, Role.DISCLOSURE_OFFICE: office}
    fill(section, editor, moderator)
    TaskState.objects.update(started_at=timezone.now() - dt.timedelta(days=4))
    render_home(people[role])
    for more in (0, 2):
        for _ in range(more):
            fill(section, editor, moderator)
        with django_assert_num_queries(queries):
            render_home(people[role])
