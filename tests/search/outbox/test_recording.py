import pytest
from django.db import transaction

from search.enums import EventKind
from search.models import OutboxEvent
from search.outbox.recording import record

pytestmark = pytest.mark.django_db


def recorded():
    return list(OutboxEvent.objects.order_by("pk").values_list("kind", "keys"))


def test_event_is_gone_with_its_transaction():
    with transaction.atomic():
        record(EventKind.UNIT, [1])
        transaction.set_rollback(True)

    assert recorded() == []


def test_event_for_many_pages_is_written_once_in_a_transaction():
    for _ in range(3):
        record(EventKind.UNIT, [1])
    record(EventKind.UNIT, [2])

    assert recorded() == [("unit", [1]), ("unit", [2])]


def test_event_that_was_taken_back_is_written_again():
    with transaction.atomic():
        record(EventKind.UNIT, [1])
        transaction.set_rollback(True)
    record(EventKind.UNIT, [1])

    assert recorded() == [("unit", [1])]


def test_event_that_is_being_worked_off_is_written_again():
    record(EventKind.UNIT, [1])
    OutboxEvent.objects.update(done_to=5)
    record(EventKind.UNIT, [1])

    assert recorded() == [("unit", [1]), ("unit", [1])]


@pytest.mark.django_db(transaction=True)
def test_event_of_a_later_transaction_is_written():
    record(EventKind.UNIT, [1])
    record(EventKind.UNIT, [1])

    assert recorded() == [("unit", [1]), ("unit", [1])]


def test_nothing_is_written_where_there_is_no_search(settings):
    settings.SEARCH_ENGINE = settings.SEARCH_FALLBACK_ENGINE = ""
    record(EventKind.UNIT, [1])

    assert recorded() == []


def test_nothing_is_written_about_nothing():
    record(EventKind.PAGES, [])

    assert recorded() == []
