"""The reviews and the publication of a document with many relations cost little more than those of one with few."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from disclosure_pages.documents.models import DocumentRelation, LegalRecord, PolicyDocument
from disclosure_pages.rounds.domain.proposing import Proposed
from disclosure_pages.rounds.enums import Proposal
from tests.factories.documents import make_document_draft
from tests.factories.pages import make_changed_draft, publish
from tests.factories.rounds import make_concluded_round, make_round_world, seed_records

pytestmark = pytest.mark.django_db
FEW, MANY = 5, 25
PER_RELATION = 5
REPEAL = Proposed(proposal=Proposal.REPEAL, reason="已有新规定")


def result_draft(number: int) -> PolicyDocument:
    _round, page = make_concluded_round(
        make_round_world(number), turns=[Proposed(proposal=Proposal.REPEAL, reason="旧")]
    )
    return page


def chosen_draft(number: int) -> PolicyDocument:
    section = make_round_world(0).sections[0]
    rows = [{"kind": "repeals", "target_id": record.page_id} for record in seed_records(section, number)]
    return make_document_draft(section=section, relations=rows)


def named_draft(number: int) -> PolicyDocument:
    section = make_round_world(0).sections[0]
    records = seed_records(section, number)
    for serial, record in enumerate(records, start=1):
        record.number = f"样政发〔2018〕{serial}号"
        record.work_out_number()
    LegalRecord.objects.bulk_update(records, ["number", "number_key"])
    rows = [{"kind": "amends", "target_number": record.number} for record in records]
    return make_document_draft(section=section, relations=rows)


def queries(act: Callable[[Any], Any], page: PolicyDocument) -> int:
    with CaptureQueriesContext(connection) as captured:
        act(page)
    return len(captured)


@pytest.mark.parametrize("make", [result_draft, chosen_draft, named_draft], ids=lambda make: make.__name__)
def test_reviews_and_publication_ask_little_for_each_relation(make: Callable[[int], PolicyDocument]) -> None:
    few, many = (queries(publish, make(number)) for number in (FEW, MANY))
    assert DocumentRelation.objects.exclude(target=None).count() == FEW + MANY
    assert (many - few) / (MANY - FEW) <= PER_RELATION


def test_correction_writes_no_relation_that_stayed_what_it_was() -> None:
    page = publish(chosen_draft(FEW))
    publish(make_changed_draft(page, title="关于样例的通知（勘误）"))
    assert [row.history_type for row in DocumentRelation.history.all()] == ["+"] * FEW
