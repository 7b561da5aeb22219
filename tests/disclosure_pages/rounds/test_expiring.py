"""The watch over terms: who is told when, once for each notice, and what can be begun."""

from __future__ import annotations

import datetime as dt
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from disclosure_pages.documents.domain.force import refresh_force
from disclosure_pages.documents.models import DocumentRelation, PolicyDocument
from disclosure_pages.rounds.domain.expiring import as_expiring, expiring, send_notices
from disclosure_pages.rounds.models import ExpiryDays, ExpiryNotice
from tests.factories.rounds import make_round_world, seed_records

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def day(days):
    return TODAY + dt.timedelta(days=days)


@pytest.fixture
def world():
    return make_round_world(1, 1)


@pytest.fixture
def record(world):
    return seed_records(world.sections[0], 1, title="即将到期的办法{}", expires_on=day(100))[0]


def listed(on=TODAY):
    days = ExpiryDays.load()
    return [(row.record, row.days_left, row.stage) for row in as_expiring(expiring(on=on, days=days), on=on, days=days)]


def test_term_within_the_days_of_a_notice_is_listed(record):
    assert listed() == [(record, 100, "early")]
    assert listed(day(70)) == [(record, 30, "late")]
    assert listed(day(100)) == [(record, 0, "late")]
    assert listed(day(101)) == []


def test_days_are_a_setting(record):
    ExpiryDays.objects.create(early=99, late=10)

    assert (listed(), listed(day(1))) == ([], [(record, 99, "early")])


def test_extended_document_is_not_listed(world, record):
    source = seed_records(world.sections[0], 1)[0]
    DocumentRelation.objects.create(
        source=source, target=record, kind="extends", takes_effect_on=TODAY, new_expiry=day(2000)
    )
    refresh_force(records={record.pk})

    assert listed() == []


def test_repealed_document_is_not_listed(world, record):
    source = seed_records(world.sections[0], 1)[0]
    DocumentRelation.objects.create(source=source, target=record, kind="repeals", takes_effect_on=TODAY)
    refresh_force(records={record.pk})

    assert listed() == []


def test_unit_is_told_once_for_each_notice(world, record, django_capture_on_commit_callbacks):
    for on in (TODAY, TODAY, day(1), day(70), day(71)):
        with django_capture_on_commit_callbacks(execute=True):
            send_notices(on=on)

    assert [letter.to for letter in mail.outbox] == [[world.editors[0].email]] * 2
    assert ["即将到期的办法" in letter.body for letter in mail.outbox] == [True, True]
    assert list(ExpiryNotice.objects.order_by("pk").values_list("stage", flat=True)) == ["early", "late"]


def test_new_term_is_told_anew(world, record):
    send_notices(on=TODAY)
    record.expires_on = day(120)
    record.save()
    refresh_force(records={record.pk})

    assert [len(rows) for rows in send_notices(on=TODAY).values()] == [1]


def test_command_writes_once_and_dry_run_never(record):
    dry, first, second = StringIO(), StringIO(), StringIO()
    call_command("expiry_digest", dry_run=True, stdout=dry)
    call_command("expiry_digest", stdout=first)
    call_command("expiry_digest", stdout=second)

    assert (dry.getvalue(), "即将到期的办法" in first.getvalue(), "即将到期的办法" in second.getvalue()) == (
        first.getvalue(),
        True,
        False,
    )


def test_list_and_desk_show_it_to_its_unit_and_the_offices(world, record, as_user):
    people = [world.editors[0], world.legal, world.office, world.editors[1]]
    names = ("gongkai_rounds:expiring", "wagtailadmin_home")
    seen = [
        ["即将到期的办法" in as_user(person).get(reverse(name)).content.decode() for name in names] for person in people
    ]

    assert seen == [[True, True], [True, True], [True, True], [False, False]]


def test_draft_of_an_extension_has_its_relation(world, record, as_user):
    url = reverse("gongkai_rounds:follow_up", args=[record.pk])
    response = as_user(world.editors[0]).post(url, {"kind": "extends"})
    draft = PolicyDocument.objects.get(live=False)

    assert response.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert [(row.kind, row.target_id) for row in draft.stated_relations.all()] == [("extends", record.page_id)]
    assert draft.get_parent().specific == world.sections[0]


def test_only_its_unit_begins_a_draft(world, record, as_user):
    url = reverse("gongkai_rounds:follow_up", args=[record.pk])

    assert [
        as_user(person).post(url, {"kind": "extends"}).status_code for person in (world.editors[1], world.office)
    ] == [
        404,
        404,
    ]
    assert as_user(world.editors[0]).post(url, {"kind": "amends"}).status_code == 404
