"""The lists of kinds and topics over HTTP: by every role, in the order of the tree, with their two levels kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.people.enums import Role
from disclosure_pages.documents.models import DocumentKind, Topic
from tests.disclosure_pages.documents.registering.test_screens import person_of
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.documents import document_section
from tests.factories.people import make_person, make_superuser

from .conftest import LISTS, address, client_of, fields_of

pytestmark = pytest.mark.django_db

WHOLE, SINGLE = ["", "create", "import", "changes"], ["edit", "inspect", "delete", "history"]
READ_ONLY = {"", "changes", "inspect", "history"}
OTHERS = [role for role in Role.values if role not in {Role.SYSTEM_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR}]


def answers(client: Client, model: type[Any], method: str = "get") -> dict[str, int]:
    key = model.objects.get(code={DocumentKind: "notice", Topic: "0101"}[model]).pk
    ask = getattr(client, method)
    whole = {name: ask(address(model, name)).status_code for name in WHOLE}
    return whole | {name: ask(address(model, name, key)).status_code for name in SINGLE}


def codes(response: Any) -> list[str]:
    return [entry.code for entry in response.context["object_list"]]


@pytest.mark.parametrize("model", LISTS)
@pytest.mark.parametrize("make", [make_superuser, lambda: make_person(Role.SYSTEM_ADMINISTRATOR)])
def test_administrators_keep_the_lists(model: Any, make: Any) -> None:
    assert set(answers(client_of(make()), model).values()) == {200}


@pytest.mark.parametrize("model", LISTS)
def test_audit_administrator_only_reads(model: Any) -> None:
    found = answers(client_of(make_person(Role.AUDIT_ADMINISTRATOR)), model)
    assert {name for name, status in found.items() if status == 200} == READ_ONLY


@pytest.mark.parametrize("model", LISTS)
@pytest.mark.parametrize("role", OTHERS)
def test_lists_are_not_there_for_other_roles(model: Any, role: str) -> None:
    client, before = client_of(person_of(role, document_section())), model.objects.count()
    for method in ("get", "post"):
        found = answers(client, model, method)
        assert {found[name] for name in SINGLE} == {404}
        assert {found[name] for name in WHOLE} <= {302, 403, 404}
    assert model.objects.count() == before


@pytest.mark.parametrize(("role", "sees"), [(Role.SYSTEM_ADMINISTRATOR, True), (Role.EDITOR, False)])
def test_menu_names_the_lists_for_their_keepers(role: str, sees: bool) -> None:
    text = client_of(person_of(role, document_section())).get("/admin/").content.decode()
    assert [address(model) in text for model in LISTS] == [sees, sees]


def test_list_shows_each_superior_entry_before_its_parts(keeper: Client) -> None:
    head = DocumentKind.objects.create(code="plans", name="规划", position=1)
    DocumentKind.objects.create(code="plans-long", name="远景规划", parent=head, position=9_000)
    found = codes(keeper.get(address(DocumentKind)))
    assert found[:4] == ["plans", "plans-long", "rules", "rules-order"]
    assert len(found) == DocumentKind.objects.count()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=应急", ["0104"]),
        ("q=0104", ["0104"]),
        ("head=02&is_active__exact=0", ["0204"]),
        ("q=国民经济&is_active__exact=0", ["0204"]),
    ],
)
def test_list_is_searched_and_filtered(keeper: Client, query: str, found: list[str]) -> None:
    Topic.objects.filter(code="0204").update(is_active=False)
    assert codes(keeper.get(f"{address(Topic)}?{query}")) == found


def test_cost_of_the_list_does_not_grow(keeper: Client) -> None:
    keeper.get(address(Topic))
    costs = []
    for more in ("0196", "0197", "0198"):
        with CaptureQueriesContext(connection) as queries:
            keeper.get(address(Topic))
        costs.append(len(queries))
        Topic.objects.create(code=more, name=more, parent=Topic.objects.get(code="01"))
    assert len(set(costs)) == 1


def test_new_entry_comes_last_unless_it_says_where(keeper: Client) -> None:
    head = Topic.objects.get(code="02")
    keeper.post(
        address(Topic, "create"), {"parent": head.pk, "code": "0298", "name": "物流", "position": 0, "is_active": "on"}
    )
    entry = Topic.objects.get(code="0298")
    assert (entry.parent, entry.position) == (head, max(Topic.objects.values_list("position", flat=True)))
    assert entry.history.get().history_user.username == "keeper"


def test_edit_is_kept_in_the_history(keeper: Client) -> None:
    kind = DocumentKind.objects.get(code="notice")
    posted = fields_of(kind, name="告知", needs_interpretation="on", code="other-code")
    keeper.post(address(DocumentKind, "edit", kind.pk), posted)
    kind.refresh_from_db()
    assert (kind.name, kind.needs_interpretation, kind.code) == ("告知", True, "notice")
    history = soup_of(keeper.get(address(DocumentKind, "history", kind.pk))).select_one("table")
    assert [tag.text for tag in history.select("del")] == ["通知", "否"]


def refusal(client: Client, entry: Any, **changes: Any) -> dict[str, list[str]]:
    """Errors by field of the edit form, with what was typed still on it."""
    response = client.post(address(type(entry), "edit", entry.pk), fields_of(entry, **changes))
    assert response.status_code == 200
    return dict(response.context["form"].errors)


def test_third_level_is_refused_at_the_field(keeper: Client) -> None:
    part, other = Topic.objects.get(code="0101"), Topic.objects.get(code="0201")
    assert refusal(keeper, part, parent=other.pk) == {"parent": ["类目只有两级，请选择一级类目。"]}


def test_entry_with_parts_stays_on_the_first_level(keeper: Client) -> None:
    head, other = Topic.objects.get(code="01"), Topic.objects.get(code="02")
    assert set(refusal(keeper, head, parent=other.pk)) == {"parent"}


@pytest.mark.parametrize("above", ["itself", "its part"])
def test_circle_is_refused_at_the_field(keeper: Client, above: str) -> None:
    head = Topic.objects.get(code="01")
    parent = head if above == "itself" else Topic.objects.get(code="0101")
    assert set(refusal(keeper, head, parent=parent.pk)) == {"parent"}


def test_name_is_free_within_its_level_only(keeper: Client) -> None:
    twin, other = Topic.objects.get(code="0102"), Topic.objects.get(code="0201")
    assert set(refusal(keeper, twin, name="政务公开")) == {"name"}
    keeper.post(address(Topic, "edit", other.pk), fields_of(other, name="政务公开"))
    assert Topic.objects.filter(name="政务公开").count() == 2


@pytest.mark.parametrize("code", ["有字", "a b", "A1", "0101"])
def test_code_that_is_no_code_is_refused_at_the_field(keeper: Client, code: str) -> None:
    response = keeper.post(address(Topic, "create"), {"code": code, "name": "新", "position": 0, "is_active": "on"})
    assert set(response.context["form"].errors) == {"code"}


def test_offered_parents_are_of_the_first_level(keeper: Client) -> None:
    kind = DocumentKind.objects.get(code="other")
    form = soup_of(keeper.get(address(DocumentKind, "edit", kind.pk)))
    assert [tag.text for tag in form.select("#id_parent option")] == ["---------", "规章", "行政规范性文件"]
