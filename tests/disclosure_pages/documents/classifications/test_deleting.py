"""What documents have is not deleted: it is taken out of use."""

from __future__ import annotations

import pytest
from django.test import Client

from cms.people.enums import Role
from disclosure_pages.documents.forms import GroupedChoiceField
from disclosure_pages.documents.models import DocumentKind, Topic
from disclosure_pages.importing.domain.lookup import Lookup
from tests.factories.documents import make_document_draft, make_policy_document
from tests.factories.pages import make_changed_draft, publish
from tests.factories.people import make_person
from tests.factories.tenancy import make_district

from .conftest import address, client_of

pytestmark = pytest.mark.django_db


def delete(client: Client, entry: Topic, **data: str) -> int:
    return client.post(address(type(entry), "delete", entry.pk), data).status_code


def topic(code: str) -> Topic:
    return Topic.objects.get(code=code)


def test_unused_entry_is_deleted_and_its_history_stays(keeper: Client) -> None:
    assert delete(keeper, topic("0105")) == 302
    assert list(Topic.history.filter(code="0105").values_list("history_type", flat=True)) == ["-", "+"]
    assert not Topic.objects.filter(code="0105").exists()


def test_entry_with_parts_is_not_deleted(keeper: Client) -> None:
    assert delete(keeper, topic("01")) == 409
    assert "政务公开" in keeper.get(address(Topic, "delete", topic("01").pk)).content.decode()


@pytest.mark.parametrize("make", [make_document_draft, make_policy_document])
def test_entry_of_a_document_is_not_deleted(keeper: Client, make) -> None:
    document = make("甲通知", topic="0104")
    assert delete(keeper, topic("0104")) == 409
    assert document.title in keeper.get(address(Topic, "delete", topic("0104").pk)).content.decode()


def test_entry_that_only_an_unpublished_version_names_is_not_deleted(keeper: Client) -> None:
    make_changed_draft(make_policy_document(topic="0104"), topic=topic("0103"))
    assert delete(keeper, topic("0103")) == 409


def test_entry_that_only_the_history_names_is_not_deleted(keeper: Client) -> None:
    page = make_policy_document(topic="0104")
    publish(make_changed_draft(page, topic=topic("0103")))
    page.revisions.exclude(pk=page.get_latest_revision().pk).delete()
    assert delete(keeper, topic("0104")) == 409


def test_entry_in_use_is_taken_out_of_use_instead(keeper: Client) -> None:
    document = make_policy_document(topic="0104")
    assert delete(keeper, topic("0104"), out_of_use="1") == 302
    document.refresh_from_db()
    assert (topic("0104").is_active, document.topic) == (False, topic("0104"))
    assert topic("0104").history.first().history_user.username == "keeper"


@pytest.mark.parametrize("role", [Role.AUDIT_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR])
def test_others_take_nothing_out_of_use(role: str) -> None:
    client = client_of(make_person(role))
    delete(client, topic("0104"), out_of_use="1")
    delete(client, topic("0105"))
    assert (topic("0104").is_active, topic("0105").is_active) == (True, True)


def test_parts_of_an_entry_out_of_use_are_offered_nowhere() -> None:
    DocumentKind.objects.filter(code="other").update(is_active=False)
    kinds = GroupedChoiceField(DocumentKind.objects.select_related("parent")).grouped_choices(chosen=None)
    assert [label for _key, label in kinds[1:] if label == "其他文件"] == []
    assert Lookup(make_district()).kind("通知") is None
    assert not DocumentKind.objects.offered().filter(code="notice").exists()
