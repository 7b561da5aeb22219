"""Policy documents for machines."""

from __future__ import annotations

import datetime as dt

import pytest

from disclosure_pages.clearance.domain.acts import withdraw_content
from disclosure_pages.documents.models import DocumentRelation, LegalRecord
from tests.factories.documents import document_section, make_document_draft, make_policy_document
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
START, REPEAL = dt.date(2020, 1, 1), dt.date(2026, 3, 1)
API = "/api/public/v1/documents"


@pytest.fixture
def repealed():
    section = document_section()
    old = make_policy_document("旧办法", section=section, number="样政发〔2016〕3号", effective_on=START)
    row = {"kind": "repeals", "target": old}
    return old, make_policy_document("新办法", section=section, effective_on=REPEAL, relations=[row])


def titles(client, **query) -> list[str]:
    return [item["title"] for item in client.get(API, query).json()["items"]]


def test_list_says_what_was_in_force_on_a_day(client, repealed) -> None:
    assert titles(client, in_force_on="2026-02-28") == ["旧办法"]
    assert titles(client, in_force_on="2026-03-01") == ["新办法"]


def test_list_tells_force_and_identity(client, repealed) -> None:
    old, _new = repealed
    item = client.get(API, {"force": "repealed"}).json()["items"][0]
    assert (item["id"], item["number"], item["force"]) == (old.pk, "样政发〔2016〕3号", "repealed")


def test_list_goes_on_at_next(client, repealed) -> None:
    first = client.get(API, {"size": 1}).json()
    second = client.get(first["next"]).json()
    assert [item["title"] for item in first["items"] + second["items"]] == ["新办法", "旧办法"]
    assert second["next"] is None


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"district": "nowhere"}, "district"),
        ({"force": "half"}, "force"),
        ({"in_force_on": "2026-01-01", "on": "2026-01-02"}, "on"),
        ({"in_force_on": "2026-02-30"}, "in_force_on"),
    ],
)
def test_parameter_that_makes_no_sense_is_named(client, repealed, query, parameter) -> None:
    response = client.get(API, query)
    assert response.status_code == 422
    assert parameter in str(response.json()["errors"][0]["loc"])


def test_force_of_one_document_on_a_day(client, repealed) -> None:
    old, _new = repealed
    answer = client.get(f"{API}/{old.pk}/force", {"on": "2026-02-28"}).json()
    assert answer["force"] == "in_force"
    assert [row["force"] for row in answer["periods"]] == ["not_yet", "in_force", "repealed"]


def test_force_as_it_was_known_earlier(client, repealed) -> None:
    old, _new = repealed
    for history in (LegalRecord.history, DocumentRelation.history):
        history.update(history_date=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    DocumentRelation.history.update(history_date=dt.datetime(2026, 2, 1, tzinfo=dt.UTC))
    known = {
        day: client.get(f"{API}/{old.pk}/force", {"on": "2026-06-01", "known_on": day}).json()["force"]
        for day in ("2025-12-31", "2026-01-15", "2026-02-15")
    }
    assert known == {"2025-12-31": None, "2026-01-15": "in_force", "2026-02-15": "repealed"}


def test_what_is_not_public_is_absent(client, repealed) -> None:
    _old, new = repealed
    draft = make_document_draft("草稿办法")
    withdraw_content(page=new, user=make_person("disclosure_office", district=new.district), reason="误发")
    assert titles(client) == ["旧办法"]
    assert [client.get(f"{API}/{page.pk}/force").status_code for page in (draft, new)] == [404, 404]
