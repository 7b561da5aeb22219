"""An address once given out keeps its meaning."""

from __future__ import annotations

import pytest

from disclosure_pages.tree.acts import structural_change
from disclosure_pages.tree.domain.addresses import find_former, find_gone
from disclosure_pages.tree.models import FormerAddress
from tests.factories.pages import make_changed_draft, make_published, publish
from tests.factories.tree import make_column

pytestmark = pytest.mark.django_db


def test_one_row_stands_for_a_moved_subtree() -> None:
    page = make_published()
    target = make_column(district=page.district)
    with structural_change():
        page.column.move(target, pos="last-child")
    found, rest = find_former(page.url_path)
    assert (found.pk, rest) == (page.column_id, f"{page.slug}/")
    assert FormerAddress.objects.count() == 1


def test_renamed_page_is_found_at_its_former_address(django_capture_on_commit_callbacks) -> None:
    page = make_published()
    changed = make_changed_draft(page, slug="another-address")
    with django_capture_on_commit_callbacks(execute=True):
        publish(changed)
    assert find_former(page.url_path)[0].pk == page.pk


def test_longest_former_prefix_wins() -> None:
    page = make_published()
    FormerAddress.objects.create(url_path="/old/", page_id=page.district.root_page_id)
    FormerAddress.objects.create(url_path="/old/column/", page_id=page.column_id)
    assert find_former("/old/column/page/")[0].pk == page.column_id
    assert find_former("/elsewhere/") is None


def test_former_address_in_use_again_is_forgotten() -> None:
    page = make_published()
    column, before = page.column, page.column.get_parent()
    target = make_column(district=page.district)
    for place in (target, before):
        with structural_change():
            type(column).objects.get(pk=column.pk).move(type(place).objects.get(pk=place.pk), pos="last-child")
    assert find_former(page.url_path) is None


def test_public_address_is_never_gone() -> None:
    page = make_published()
    assert find_gone(page.url_path) is None
