"""Addresses of an old portal lead to public documents, and to nothing else."""

import pytest

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.importing.addresses import parse_address
from disclosure_pages.importing.domain.addresses import record_addresses
from tests.factories.documents import make_policy_document
from tests.factories.imports import import_list, list_row, make_place

pytestmark = pytest.mark.django_db
OLD = "http://old.example.cn/art/12.html?id=3&type=a"


def _recorded(page, *texts):
    record_addresses(pages=[(page, parse_address(text)) for text in texts])
    return page


@pytest.fixture
def document():
    return make_policy_document()


def _get(client, path, host="testserver"):
    return client.get(path, headers={"host": host})


def test_old_address_leads_to_the_public_document(client, document):
    _recorded(document, OLD)
    response = _get(client, "/art/12.html?type=a&id=3", host="old.example.cn")

    assert response.status_code == 301
    assert response.url.strip("/").endswith(document.slug)
    assert "id=3" not in response.url


def test_address_leads_there_from_the_new_host_as_well(client, document):
    _recorded(document, OLD)

    assert _get(client, "/art/12.html?id=3&type=a").status_code == 301


def test_other_parameters_lead_nowhere(client, document):
    _recorded(document, OLD)

    assert _get(client, "/art/12.html?id=4&type=a").status_code == 404


def test_draft_is_not_betrayed(client):
    import_list([list_row(1, address="/art/12.html")], place=make_place())

    assert _get(client, "/art/12.html").status_code == 404
    assert PolicyDocument.objects.count() == 1


def test_same_path_of_two_portals_needs_the_host(client, document):
    _recorded(document, "http://a.example.cn/1.html")
    other = _recorded(make_policy_document(), "http://b.example.cn/1.html")
    answers = [_get(client, "/1.html", host=host) for host in ("a.example.cn", "b.example.cn", "testserver")]

    assert [answer.status_code for answer in answers] == [301, 301, 404]
    assert answers[1].url.strip("/").endswith(other.slug)


def test_withdrawn_document_is_not_found_by_its_old_address(client, document):
    _recorded(document, "/art/12.html")
    PolicyDocument.objects.filter(pk=document.pk).update(live=False, is_public=False)

    assert _get(client, "/art/12.html").status_code == 404
