"""The policies answer what Wagtail's own would, whatever the number of grants."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from cms.people.models import User
from disclosure_pages.media.models import DisclosureDocument, DisclosureImage
from disclosure_pages.media.permission_policies import DOCUMENT_POLICY, IMAGE_POLICY
from disclosure_pages.pages.models import Article, Attachment
from disclosure_pages.tree.permission_policies import TreePermissionPolicy
from tests.factories.media import make_document
from tests.factories.pages import make_draft
from tests.factories.people import make_superuser, make_user

pytestmark = pytest.mark.django_db

PAGE_ACTIONS = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
FILE_ACTIONS = ("add", "change", "choose", "delete")
SOME_PAGE_ACTIONS = [{name} for name in PAGE_ACTIONS] + [set(pair) for pair in combinations(PAGE_ACTIONS[:3], 2)]
STOCK_DOCUMENTS = CollectionOwnershipPermissionPolicy(
    DisclosureDocument, auth_model="wagtaildocs.Document", owner_field_name="uploaded_by_user"
)

# Each number says below which earlier node the next one hangs; each grant is (node, action).
trees = st.lists(st.integers(0, 100), min_size=1, max_size=12)
grants = st.lists(st.tuples(st.integers(0, 100), st.sampled_from(PAGE_ACTIONS)), max_size=5, unique=True)
file_grants = st.lists(st.tuples(st.integers(0, 100), st.sampled_from(FILE_ACTIONS[:3])), max_size=5, unique=True)
few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def paths_of(shape: list[int], root: str) -> list[str]:
    """Tree paths of a root and of the nodes below it."""
    paths = [root]
    for number, choice in enumerate(shape):
        paths.append(f"{paths[choice % len(paths)]}{number + 500:04d}")
    return paths


def grow_pages(shape: list[int], owner: User) -> list[Page]:
    """A tree below the root, written at once; every third page belongs to ``owner``."""
    root = Page.get_first_root_node()
    rows = [
        Page(
            path=path,
            depth=len(path) // 4,
            title=path,
            slug=path,
            content_type_id=root.content_type_id,
            locale_id=root.locale_id,
            owner=owner if number % 3 == 0 else None,
        )
        for number, path in enumerate(paths_of(shape, root.path)[1:])
    ]
    return [root, *Page.objects.bulk_create(rows)]


def grow_collections(shape: list[int]) -> list[Collection]:
    root = Collection.get_first_root_node()
    paths = paths_of(shape, root.path)[1:]
    rows = [Collection(path=path, depth=len(path) // 4, name=path) for path in paths]
    return [root, *Collection.objects.bulk_create(rows)]


def page_permission(action: str) -> Permission:
    return Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{action}_page")


def document_permission(action: str) -> Permission:
    return Permission.objects.get(content_type__app_label="wagtaildocs", codename=f"{action}_document")


def fresh(user: User) -> User:
    """Wagtail keeps a person's grants on the instance."""
    return User.objects.get(pk=user.pk)


@pytest.fixture
def group() -> Group:
    return Group.objects.create(name="grantees")


@pytest.fixture
def holder(group: Group) -> User:
    user = make_user()
    user.groups.add(group)
    return user


@few
@given(shape=trees, chosen=grants)
def test_pages_are_the_same_as_under_the_stock_policy(
    holder: User, group: Group, shape: list[int], chosen: list[tuple[int, str]]
) -> None:
    with transaction.atomic():
        pages = grow_pages(shape, owner=holder)
        for node, action in chosen:
            place = {"page": pages[node % len(pages)], "permission": page_permission(action)}
            GroupPagePermission.objects.get_or_create(group=group, **place)
        user, stock, ours = fresh(holder), PagePermissionPolicy(Page), TreePermissionPolicy(Page)
        everything = list(Page.objects.all())
        for actions in SOME_PAGE_ACTIONS:
            expected = set(stock.instances_user_has_any_permission_for(user, actions))
            found = list(ours.instances_user_has_any_permission_for(user, actions))
            assert (set(found), len(found)) == (expected, len(expected))
            assert {
                page for page in everything if ours.user_has_any_permission_for_instance(user, actions, page)
            } == expected
        assert set(ours.explorable_instances(user)) == set(stock.explorable_instances(user))
        assert ours.explorable_root_instance(fresh(user)) == stock.explorable_root_instance(fresh(user))
        transaction.set_rollback(True)


@few
@given(shape=trees, chosen=file_grants)
def test_files_are_the_same_as_under_the_stock_policy(
    holder: User, group: Group, shape: list[int], chosen: list[tuple[int, str]]
) -> None:
    with transaction.atomic():
        folders = grow_collections(shape)
        DisclosureDocument.objects.bulk_create(
            DisclosureDocument(
                title="d", file="d.txt", collection=folder, uploaded_by_user=holder if number % 2 else None
            )
            for number, folder in enumerate(folders)
        )
        for node, action in chosen:
            place = {"collection": folders[node % len(folders)], "permission": document_permission(action)}
            GroupCollectionPermission.objects.get_or_create(group=group, **place)
        user = fresh(holder)
        for action in FILE_ACTIONS:
            for method in ("instances_user_has_permission_for", "collections_user_has_permission_for"):
                expected = set(getattr(STOCK_DOCUMENTS, method)(user, action))
                assert set(getattr(DOCUMENT_POLICY, method)(user, action)) == expected
        transaction.set_rollback(True)


def test_policies_are_the_ones_in_use() -> None:
    assert isinstance(policy_registry.get_by_type(Page), TreePermissionPolicy)
    assert isinstance(policy_registry.get_by_type(Article), TreePermissionPolicy)
    assert policy_registry.get_by_type(DisclosureDocument) is DOCUMENT_POLICY
    assert policy_registry.get_by_type(DisclosureImage) is IMAGE_POLICY


@pytest.mark.parametrize("who", ["anonymous", "inactive", "superuser"])
def test_people_outside_the_grants_get_the_stock_answers(who: str) -> None:
    people = {
        "anonymous": AnonymousUser,
        "inactive": lambda: make_user(is_active=False),
        "superuser": make_superuser,
    }
    user: Any = people[who]()
    expected = set(PagePermissionPolicy(Page).instances_user_has_permission_for(user, "change"))
    assert set(TreePermissionPolicy(Page).instances_user_has_permission_for(user, "change")) == expected


def person_with_grants(number: int) -> User:
    """A person with ``number`` pages and as many collections of their own below one parent."""
    user, group = make_user(), Group.objects.create(name=f"holders of {number}")
    user.groups.add(group)
    shape = [0] + [1] * number
    pages, folders = grow_pages(shape, owner=user), grow_collections(shape)
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=page, permission=permission)
        for permission in map(page_permission, ("add", "change"))
        for page in pages[2:]
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=folder, permission=permission)
        for permission in map(document_permission, ("add", "change", "choose"))
        for folder in folders[2:]
    )
    return user


def queries_for(number: int) -> int:
    """Queries of four questions about a person with ``number`` sections; the tree is gone again afterwards."""
    with transaction.atomic():
        counted = count_queries(number)
        transaction.set_rollback(True)
    return counted


def count_queries(number: int) -> int:
    user = person_with_grants(number)
    with CaptureQueriesContext(connection) as queries:
        assert TreePermissionPolicy(Page).instances_user_has_permission_for(user, "change").count() == number
        assert TreePermissionPolicy(Page).explorable_instances(user).count() == number + 1
        assert DOCUMENT_POLICY.collections_user_has_permission_for(user, "add").count() == number
        assert DOCUMENT_POLICY.instances_user_has_permission_for(user, "choose").count() == 0
    return len(queries)


def test_three_hundred_grants_cost_as_many_queries_as_three() -> None:
    assert queries_for(3) == queries_for(300)


def test_file_that_content_needs_may_be_changed_but_not_deleted() -> None:
    document, user = make_document(), make_superuser()
    Attachment.objects.create(page=make_draft(), document=document)
    verdicts = {name: DOCUMENT_POLICY.user_has_permission_for_instance(user, name, document) for name in FILE_ACTIONS}
    assert verdicts == {"add": True, "change": True, "choose": True, "delete": False}
