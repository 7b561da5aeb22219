"""Rounds over HTTP, by the people of each role."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from disclosure_pages.documents.models import DocumentRelation, LegalRecord
from disclosure_pages.rounds.domain.approving import approve_items, return_items
from disclosure_pages.rounds.enums import ItemState, Proposal, RoundState
from disclosure_pages.rounds.models import ReviewRound, RoundItem
from tests.factories.pages import publish
from tests.factories.people import make_membership, make_person
from tests.factories.rounds import (
    make_concluded_round,
    make_open_round,
    make_round,
    make_round_world,
    propose_all,
)

pytestmark = pytest.mark.django_db
DUE = timezone.localdate() + dt.timedelta(days=20)


@pytest.fixture
def world():
    return make_round_world(3, 1)


def part_url(review_round, world, number=0, name="unit_table"):
    part = review_round.units.get(unit=world.sections[number].unit)
    return reverse(f"gongkai_rounds:{name}", args=[part.pk])


def round_url(review_round, name="round"):
    return reverse(f"gongkai_rounds:{name}", args=[review_round.pk])


def row_data(item, **said):
    """What a browser sends for a row: what was seen, and what it says now."""
    data = {f"row-{item.pk}-seen": item.proposed_at.isoformat() if item.proposed_at else ""}
    for name in ("proposal", "reason", "successor"):
        data[f"initial-row-{item.pk}-{name}"] = getattr(item, name)
        data[f"row-{item.pk}-{name}"] = said.get(name, getattr(item, name))
    return data


def rows(review_round, world, **said):
    """The table of the first unit as it is, with ``said`` in its first row."""
    items = list(review_round.items.filter(unit=world.sections[0].unit).order_by("record__formed_on"))
    data = row_data(items[0], **said)
    for item in items[1:]:
        data |= row_data(item)
    return items, data


def test_office_begins_a_round_and_chooses_documents(world, as_user):
    client = as_user(world.legal)
    values = {"district": world.district.pk, "title": "清理", "basis": "清理要求", "due_on": DUE.isoformat()}
    response = client.post(reverse("gongkai_rounds:create"), values)
    review_round = ReviewRound.objects.get()

    assert response.headers["Location"] == round_url(review_round, "select")
    preview = client.get(round_url(review_round, "select"), {"units": [world.sections[0].unit.pk], "look": "1"})
    assert preview.context["preview"].total == 3
    client.post(round_url(review_round, "select"), {"units": [world.sections[0].unit.pk], "add": "1"})
    assert review_round.items.count() == 3


def test_round_with_a_day_that_has_passed_is_not_begun(world, as_user):
    values = {"district": world.district.pk, "title": "清理", "basis": "清理要求", "due_on": "2020-01-01"}
    response = as_user(world.office).post(reverse("gongkai_rounds:create"), values)

    assert (response.status_code, list(response.context["form"].errors)) == (400, ["due_on"])


def test_round_of_another_district_is_not_begun(world, as_user):
    foreign = make_round_world(0).district
    values = {"district": foreign.pk, "title": "清理", "basis": "清理要求", "due_on": DUE.isoformat()}
    response = as_user(world.office).post(reverse("gongkai_rounds:create"), values)

    assert (response.status_code, ReviewRound.objects.count()) == (400, 0)


def test_table_is_saved_row_by_row(world, as_user):
    review_round = make_open_round(world)
    items, data = rows(review_round, world, proposal=Proposal.KEEP)
    data |= row_data(items[1], proposal=Proposal.REPEAL)  # the reason is missing
    response = as_user(world.editors[0]).post(part_url(review_round, world), data)

    assert response.status_code == 400
    assert list(review_round.items.exclude(proposal="")) == [items[0]]
    assert [row.item for row in response.context["table"].problems()] == [items[1]]


def test_row_that_somebody_else_changed_is_not_overwritten(world, as_user):
    review_round = make_open_round(world)
    items, data = rows(review_round, world, proposal=Proposal.KEEP)
    RoundItem.objects.filter(pk=items[0].pk).update(
        proposal=Proposal.REPEAL, reason="已有新规定", proposed_by=world.editors[0], proposed_at=timezone.now()
    )
    response = as_user(world.editors[0]).post(part_url(review_round, world), data)

    assert response.status_code == 400
    assert RoundItem.objects.get(pk=items[0].pk).proposal == Proposal.REPEAL


def test_row_that_was_left_alone_is_not_overwritten(world, as_user):
    review_round = make_open_round(world)
    items, data = rows(review_round, world, proposal=Proposal.KEEP)
    RoundItem.objects.filter(pk=items[1].pk).update(
        proposal=Proposal.REPEAL, reason="已有新规定", proposed_by=world.editors[0], proposed_at=timezone.now()
    )
    response = as_user(world.editors[0]).post(part_url(review_round, world), data)

    assert response.status_code == 302
    saved = [RoundItem.objects.get(pk=item.pk).proposal for item in items[:2]]
    assert saved == [Proposal.KEEP, Proposal.REPEAL]


def test_ticked_rows_are_set_together(world, as_user):
    review_round = make_open_round(world)
    items, data = rows(review_round, world)
    data |= {f"row-{item.pk}-ticked": "on" for item in items[:2]}
    data |= {"bulk": "1", "bulk_proposal": Proposal.DECLARE_EXPIRED, "bulk_reason": "任务已经完成"}
    response = as_user(world.editors[0]).post(part_url(review_round, world), data)

    assert response.status_code == 302
    assert review_round.items.filter(proposal=Proposal.DECLARE_EXPIRED, reason="任务已经完成").count() == 2


def test_undecided_documents_are_shown_alone(world, as_user):
    review_round = make_open_round(world)
    _items, data = rows(review_round, world, proposal=Proposal.KEEP)
    client = as_user(world.editors[0])
    client.post(part_url(review_round, world), data)
    response = client.get(part_url(review_round, world), {"show": "undecided"})

    assert len(response.context["table"].rows) == 2


def test_table_costs_the_same_for_many_rows(as_user):
    counts = []
    for number in (2, 30):
        world = make_round_world(number)
        review_round, client = make_open_round(world), as_user(world.editors[0])
        client.get(part_url(review_round, world))
        with CaptureQueriesContext(connection) as captured:
            client.get(part_url(review_round, world))
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_table_travels_as_a_workbook(world, as_user):
    review_round = make_open_round(world)
    client, url = as_user(world.editors[0]), part_url(review_round, world, name="unit_sheet")
    book = openpyxl.load_workbook(BytesIO(client.get(url).content))
    for row in book.active.iter_rows(min_row=2):
        row[7].value, row[8].value = str(Proposal.REPEAL.label), "已有新规定"
    file = BytesIO()
    book.save(file)
    response = client.post(url, {"file": SimpleUploadedFile("table.xlsx", file.getvalue())})

    assert response.status_code == 302
    assert review_round.items.filter(proposal=Proposal.REPEAL, reason="已有新规定").count() == 3


def test_workbook_with_wrong_rows_changes_nothing_and_names_them(world, as_user):
    review_round = make_open_round(world)
    client, url = as_user(world.editors[0]), part_url(review_round, world, name="unit_sheet")
    book = openpyxl.load_workbook(BytesIO(client.get(url).content))
    foreign = review_round.items.get(unit=world.sections[1].unit)
    for row, values in zip(book.active.iter_rows(min_row=2), (("保留吗", ""), ("", "")), strict=False):
        row[7].value, row[8].value = values
    book.active["A4"].value = foreign.pk
    file = BytesIO()
    book.save(file)
    response = client.post(url, {"file": SimpleUploadedFile("table.xlsx", file.getvalue())})

    assert [problem.row for problem in response.context["problems"]] == [2, 4]
    assert review_round.items.exclude(proposal="").count() == 0


def test_file_that_is_no_table_is_refused_with_a_sentence(world, as_user):
    url = part_url(make_open_round(world), world, name="unit_sheet")
    response = as_user(world.editors[0]).post(url, {"file": SimpleUploadedFile("table.xlsx", b"%PDF-1.7")})

    assert (response.status_code, "PDF" in response.content.decode()) == (400, True)


def test_unit_hands_in_and_others_approve(world, as_user):
    review_round = make_open_round(world)
    propose_all(review_round, world)
    response = as_user(world.legal).post(round_url(review_round, "approval"), {"approve_all": "1"})

    assert (response.status_code, review_round.items.approved().count()) == (302, 4)


def test_approve_all_keeps_to_the_filter_and_leaves_own_proposals(world, as_user):
    make_membership(world.editors[0], Role.LEGAL_OFFICE, district=world.district)
    review_round = make_open_round(world)
    propose_all(review_round, world)
    as_user(world.editors[0]).post(round_url(review_round, "approval"), {"approve_all": "1"})

    assert [item.unit for item in review_round.items.approved()] == [world.sections[1].unit]


def test_single_item_is_returned_with_its_reason(world, as_user):
    review_round = make_open_round(world)
    propose_all(review_round, world)
    item = review_round.items.order_by("pk")[1]
    client = as_user(world.legal)
    refused = client.post(round_url(review_round, "approval"), {"return": "1", "items": [item.pk], "reason": ""})
    client.post(round_url(review_round, "approval"), {"return": "1", "items": [item.pk], "reason": "依据不足"})
    table = as_user(world.editors[0]).get(part_url(review_round, world))

    assert refused.status_code == 409
    assert RoundItem.objects.get(pk=item.pk).state == ItemState.RETURNED
    assert "依据不足" in table.content.decode()


def test_round_is_concluded_on_its_screen(world, as_user):
    review_round = make_open_round(world)
    propose_all(review_round, world)
    client = as_user(world.legal)
    client.post(round_url(review_round, "approval"), {"approve_all": "1"})
    values = {"title": "关于公布清理结果的决定", "section": world.sections[0].pk}
    response = client.post(round_url(review_round, "conclude"), values)
    review_round.refresh_from_db()

    assert (response.status_code, review_round.state) == (302, RoundState.CONCLUDED)
    assert review_round.result_page.title == "关于公布清理结果的决定"


def test_undoing_shows_what_changes_first(world, as_user):
    review_round, page = make_concluded_round(world)
    publish(page)
    client, day = as_user(world.legal), (timezone.localdate() + dt.timedelta(days=3)).isoformat()
    shown = client.post(round_url(review_round, "undo"), {"preview": "1", "on": day})
    before = DocumentRelation.objects.exclude(lifted_on=None).count()
    client.post(round_url(review_round, "undo"), {"on": day, "reason": "程序有误", "confirm": "on"})

    assert {change.after for change in shown.context["changes"]} == {"in_force"}
    assert (before, set(DocumentRelation.objects.values_list("lifting_reason"))) == (0, {("程序有误",)})


def test_single_relation_is_lifted_on_its_screen(world, as_user):
    _round, page = make_concluded_round(world)
    publish(page)
    relation = DocumentRelation.objects.filter(kind="repeals").first()
    url = reverse("gongkai_rounds:lift", args=[relation.pk])
    client = as_user(world.office)
    values = {"on": timezone.localdate().isoformat(), "reason": "误列", "confirm": "on"}

    assert client.post(url, values).status_code == 302
    assert client.get(url).status_code == 404  # there is nothing left to lift
    assert client.get(reverse("gongkai_rounds:record", args=[relation.target_id])).status_code == 200


def test_document_is_annulled_on_its_screen(world, as_user):
    record = LegalRecord.objects.first()
    values = {"on": "2026-01-01", "reason": "被撤销", "confirm": "on"}
    response = as_user(world.legal).post(reverse("gongkai_rounds:annul", args=[record.pk]), values)
    record.refresh_from_db()

    assert (response.status_code, record.annulled_on) == (302, dt.date(2026, 1, 1))


@pytest.mark.parametrize("name", ["round", "select", "approval", "conclude", "cancel", "undo", "take_back"])
def test_round_in_preparation_is_absent_for_units_and_others(world, as_user, name):
    review_round = make_round(world)
    reviewer = make_person(Role.CONFIDENTIALITY_REVIEWER, district=world.district)
    strangers = [world.editors[0], make_round_world(0).office, reviewer]

    assert [as_user(user).get(round_url(review_round, name)).status_code for user in strangers] == [404] * 3


def test_table_of_another_unit_is_absent(world, as_user):
    review_round = make_open_round(world)
    url = part_url(review_round, world, 1)

    assert as_user(world.editors[0]).get(url).status_code == 404
    assert as_user(world.editors[0]).post(url, {}).status_code == 404
    assert as_user(world.legal).get(url).status_code == 200
    assert as_user(world.legal).post(url, {}).status_code == 404  # the office looks and does not decide


def test_auditor_reads_and_does_nothing(world, as_user):
    review_round = make_open_round(world)
    client = as_user(make_person(Role.CITY_AUDITOR, city=world.district.city))

    assert client.get(round_url(review_round)).status_code == 200
    assert client.post(round_url(review_round, "open")).status_code == 404
    assert client.get(round_url(review_round, "approval")).status_code == 404


def test_desk_shows_what_waits_in_rounds(world, as_user):
    review_round = make_open_round(world, title="清理之轮")
    home = reverse("wagtailadmin_home")
    unit_before = as_user(world.editors[0]).get(home).content.decode()
    propose_all(review_round, world)
    office = as_user(world.legal).get(home).content.decode()
    unit_after = as_user(world.editors[0]).get(home).content.decode()

    assert ["清理之轮" in text for text in (unit_before, office, unit_after)] == [True, True, False]


def test_returned_round_lies_on_the_desk_again(world, as_user):
    review_round = make_open_round(world, title="清理之轮")
    propose_all(review_round, world)
    key = review_round.items.order_by("pk").first().pk
    approve_items(review_round=review_round, user=world.legal, items=[key])
    return_items(review_round=review_round, user=world.legal, items=[key], reason="再议")

    assert "清理之轮" in as_user(world.editors[0]).get(reverse("wagtailadmin_home")).content.decode()


def test_result_lists_are_downloaded(world, as_user):
    review_round, _page = make_concluded_round(world)
    response = as_user(world.office).get(round_url(review_round, "result_sheet"))
    sheet = openpyxl.load_workbook(BytesIO(response.content)).active

    assert sheet.max_row == 5
    assert as_user(world.editors[0]).get(round_url(review_round, "result_sheet")).status_code == 404
