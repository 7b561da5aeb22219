"""Drafts written many at once are what Wagtail's own acts leave."""

import datetime as dt

import pytest
from django.db import IntegrityError
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from disclosure_pages.clearance.domain.verifying import find_breaches
from disclosure_pages.documents.models import DocumentKind, JointIssuer, PolicyDocument
from disclosure_pages.importing.domain.writing import Draft, Parents, write_drafts
from tests.factories.imports import make_place
from tests.factories.pages import make_draft

pytestmark = pytest.mark.django_db
DAY = dt.date(2021, 3, 8)
#: What differs between any two pages.
OWN = {"id", "page_ptr_id", "disclosurepage_ptr_id", "path", "slug", "url_path", "column_slug", "translation_key"}
OWN |= {"latest_revision_id", "latest_revision_created_at"}


def _values():
    kind = DocumentKind.objects.get(code="notice")
    return {
        "title": "关于放假的通知",
        "number": "清政发〔2021〕3号",
        "kind": kind,
        "formed_on": DAY,
        "body": "<p>正文。</p>",
    }


def _draft(place, *, joint=("区财政局",), **values):
    page = PolicyDocument(**{**_values(), **values})
    page.work_out_number()
    return Draft(page, place, children={"joint_issuers": [JointIssuer(name=name) for name in joint]})


def _row(page):
    fresh = PolicyDocument.objects.get(pk=page.pk)
    names = {field.attname for field in fresh._meta.concrete_fields} - OWN
    return {name: str(getattr(fresh, name)) for name in names}


def _content(page):
    content = dict(page.get_latest_revision().content)
    left_out = {"pk", "path", "slug", "url_path", "translation_key", "draft_title", "has_unpublished_changes"}
    left_out |= {"latest_revision", "latest_revision_created_at", "column_slug"}
    content["joint_issuers"] = [row["name"] for row in content["joint_issuers"]]
    content["body"] = str(content["body"]).partition('"id"')[0]
    return {
        name: value
        for name, value in content.items()
        if name not in left_out | {"draft_title", "has_unpublished_changes"}
    }


def _references(page):
    found = ReferenceIndex.get_references_for_object(page)
    return {(row.model_path, row.to_object_id) for row in found if not row.model_path.startswith("joint_issuers")}


@pytest.fixture
def pair(place, editor):
    """The same document made by Wagtail's own acts, and written here."""
    stock = PolicyDocument(**_values(), live=False, owner=editor)
    stock.joint_issuers = [JointIssuer(name="区财政局")]
    place.section.add_child(instance=stock)
    stock.save_revision(user=editor)
    (written,) = write_drafts([_draft(place)], user=editor)
    return stock, written


def test_row_is_what_add_child_leaves(pair):
    stock, written = pair

    assert _row(written) == _row(stock)


def test_revision_is_what_save_revision_leaves(pair):
    stock, written = (PolicyDocument.objects.get(pk=page.pk) for page in pair)

    assert _content(written) == _content(stock)
    assert written.get_latest_revision().user == stock.get_latest_revision().user


def test_references_are_noted(pair):
    stock, written = pair

    assert _references(written) == _references(stock)


def test_tree_is_sound(place):
    write_drafts([_draft(place) for _number in range(3)], user=None)

    assert Page.find_problems() == ([], [], [], [], [])


def test_import_is_in_the_history(place, editor):
    (page,) = write_drafts([_draft(place)], user=editor)
    (entry,) = PageLogEntry.objects.filter(page=page.pk)

    assert (entry.action, entry.user, entry.label) == ("gongkai.document.imported", editor, "关于放假的通知")


def test_addresses_are_free(place):
    pages = write_drafts([_draft(place), _draft(place)], user=None)
    (later,) = write_drafts([_draft(place)], user=None)

    assert len({page.slug for page in [*pages, later]}) == 3


def test_somebody_else_may_write_between_two_portions(place):
    parents = Parents()
    write_drafts([_draft(place)], user=None, places=parents)
    make_draft("别人的文件", section=place.section, kind=PolicyDocument)
    write_drafts([_draft(place)], user=None, places=parents)

    assert Page.find_problems() == ([], [], [], [], [])


def test_drafts_go_to_their_own_places(place):
    other = make_place(district=place.column.district)
    pages = write_drafts([_draft(place), _draft(other), _draft(place)], user=None)

    assert [page.unit for page in pages] == [place.section.unit, other.section.unit, place.section.unit]


def test_all_or_none_are_written(place):
    with pytest.raises(IntegrityError):
        write_drafts([_draft(place), _draft(place, joint=(None,))], user=None)

    assert PolicyDocument.objects.count() == 0


def test_nothing_is_public(place):
    (page,) = write_drafts([_draft(place)], user=None)

    assert (page.live, page.is_public, page.first_published_at) == (False, False, None)
    assert list(find_breaches()) == []


def test_draft_can_be_changed_and_saved(place, editor):
    (written,) = write_drafts([_draft(place)], user=editor)
    page = PolicyDocument.objects.get(pk=written.pk).get_latest_revision_as_object()
    page.title = "关于调整放假的通知"
    page.save_revision(user=editor)

    assert PolicyDocument.objects.get(pk=page.pk).draft_title == "关于调整放假的通知"


@pytest.mark.parametrize("number", [1, 3])
def test_cost_does_not_grow_with_the_number_of_drafts(place, number, django_assert_num_queries):
    write_drafts([_draft(place)], user=None)  # content types are asked for once a process
    drafts = [_draft(place) for _number in range(number)]

    with django_assert_num_queries(18):
        write_drafts(drafts, user=None)
