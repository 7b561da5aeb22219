"""Which of a file of old addresses lead somewhere."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from disclosure_pages.importing.addresses import parse_address
from disclosure_pages.importing.domain.addresses import check_addresses, record_addresses
from tests.factories.documents import make_policy_document
from tests.factories.imports import import_list, list_row, make_place

pytestmark = pytest.mark.django_db
OLD = "http://old.example.cn/art/12.html?id=3&type=a"


def _recorded(page, *texts):
    record_addresses(pages=[(page, parse_address(text)) for text in texts])
    return page


def _leads(district, *lines, **options):
    return [(one.number, one.lead.value) for one in check_addresses(lines, district=district, **options)]


def test_what_leads_where():
    document = _recorded(make_policy_document(), OLD)
    import_list([list_row(1, address="/draft.html")], place=make_place(district=document.district))
    lines = [OLD, "/draft.html", "", "/gap.html", "no address", OLD]

    assert _leads(document.district, *lines) == [
        (1, "document"),
        (2, "waiting"),
        (4, "nowhere"),
        (5, "nowhere"),
    ]


def test_live_page_of_the_site_is_no_gap():
    document = make_policy_document()
    path = document.get_url_parts()[2]

    assert _leads(document.district, path) == [(1, "page")]


def test_drafts_of_others_are_gaps_to_a_person(editor, place):
    other = make_place(district=place.column.district)
    import_list([list_row(1, address="/theirs.html")], place=other)
    import_list([list_row(2, address="/ours.html")], place=place)

    assert _leads(place.column.district, "/theirs.html", "/ours.html", user=editor) == [
        (1, "nowhere"),
        (2, "waiting"),
    ]


def test_other_districts_are_not_asked():
    document = _recorded(make_policy_document(), "/a.html")

    assert _leads(make_place().column.district, "/a.html") == [(1, "nowhere")]
    assert _leads(document.district, "/a.html") == [(1, "document")]


def test_address_that_moves_leads_to_the_last():
    first = _recorded(make_policy_document(), "/a.html")
    second = _recorded(make_policy_document(section=first.get_parent().specific), "/a.html")
    (found,) = check_addresses(["/a.html"], district=first.district)

    assert found.target == second.url_path


def test_screen_lists_the_gaps(editor_client, place):
    data = {"district": place.column.district.pk, "file": SimpleUploadedFile("a.txt", b"/gap.html\n")}
    response = editor_client.post(reverse("gongkai_importing:addresses"), data)

    assert "/gap.html" in response.content.decode()


def test_screen_offers_own_districts_only(editor_client, place):
    data = {"district": make_place().column.district.pk, "file": SimpleUploadedFile("a.txt", b"/gap.html\n")}

    assert editor_client.post(reverse("gongkai_importing:addresses"), data).status_code == 422
