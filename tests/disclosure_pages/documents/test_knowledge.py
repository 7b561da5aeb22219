"""What we said on one day about the force on another."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from disclosure_pages.documents.domain.knowledge import as_known_on, end_of
from tests.factories.documents import make_policy_document, record_of
from tests.factories.pages import make_changed_draft, publish

pytestmark = pytest.mark.django_db
START, REPEAL, AFTER = dt.date(2020, 1, 1), dt.date(2026, 3, 1), dt.date(2026, 4, 1)


def test_repeal_is_known_from_its_publication_on() -> None:
    old = make_policy_document(effective_on=START)
    before = timezone.now()
    make_policy_document(effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}])
    key = record_of(old).pk
    assert as_known_on(before, records=[key]).force_on(AFTER)[key].force == "in_force"
    assert as_known_on(timezone.now(), records=[key]).force_on(AFTER)[key].force == "repealed"


def test_correction_does_not_change_what_was_said_before_it() -> None:
    old = make_policy_document(effective_on=START)
    new = make_policy_document(effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}])
    key, before = record_of(old).pk, timezone.now()
    publish(make_changed_draft(new, stated_relations=[]))
    assert as_known_on(before, records=[key]).force_on(AFTER)[key].force == "repealed"
    assert as_known_on(timezone.now(), records=[key]).force_on(AFTER)[key].force == "in_force"


def test_nothing_is_known_before_the_first_publication() -> None:
    before = timezone.now()
    key = record_of(make_policy_document(effective_on=START)).pk
    assert as_known_on(before, records=[key]).force_on(AFTER) == {}


def test_day_means_its_end_in_shanghai() -> None:
    assert end_of(dt.date(2026, 3, 1)).isoformat() == "2026-03-01T23:59:59.999999+08:00"
