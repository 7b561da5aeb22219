"""What publication writes down in law."""

from __future__ import annotations

import datetime as dt

import pytest

from disclosure_pages.clearance.domain.acts import delete_as_error, withdraw_content
from disclosure_pages.clearance.exceptions import FindingsOpen
from disclosure_pages.documents.models import (
    DocumentRelation,
    ForcePeriod,
    IndexNumber,
    LegalRecord,
    PolicyDocument,
)
from tests.factories.documents import document_section, make_document_draft, make_policy_document, record_of
from tests.factories.pages import make_changed_draft, publish
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
START, REPEAL = dt.date(2020, 1, 1), dt.date(2026, 3, 1)


def periods(document) -> list[tuple[str, str, str]]:
    rows = ForcePeriod.objects.filter(record__page=document).order_by("starts_on")
    return [(row.force, row.starts_on.isoformat(), row.ends_on.isoformat()) for row in rows]


def test_draft_has_no_record() -> None:
    make_document_draft()
    assert LegalRecord.objects.count() == IndexNumber.objects.count() == 0


def test_publication_writes_record_number_and_periods() -> None:
    document = make_policy_document("关于样例的通知", number="样政办发（2026） 7号", effective_on=START)
    record = record_of(document)
    assert (record.title, record.number, record.number_serial) == ("关于样例的通知", "样政办发〔2026〕7号", 7)
    assert record.index_number == IndexNumber.objects.get(page=document).text
    assert periods(document) == [
        ("not_yet", "0001-01-01", "2019-12-31"),
        ("in_force", "2020-01-01", "9999-12-31"),
    ]


def test_repeal_ends_the_target_on_its_day() -> None:
    old = make_policy_document(effective_on=START)
    make_policy_document(effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}])
    assert periods(old)[1:] == [("in_force", "2020-01-01", "2026-02-28"), ("repealed", "2026-03-01", "9999-12-31")]
    assert list(PolicyDocument.objects.in_force(on=dt.date(2026, 2, 28)).values_list("pk", flat=True)) == [old.pk]


def test_target_outside_the_library_is_linked_when_it_arrives() -> None:
    section = document_section()
    row = {"kind": "repeals", "target_title": "旧办法", "target_number": "样政发(2016)3号"}
    make_policy_document(section=section, effective_on=REPEAL, relations=[row])
    old = make_policy_document("旧办法", section=section, number="样政发〔2016〕3号", effective_on=START)
    assert DocumentRelation.objects.get().target == record_of(old)
    assert periods(old)[-1] == ("repealed", "2026-03-01", "9999-12-31")


def test_relation_that_a_correction_drops_is_gone_and_remembered() -> None:
    old = make_policy_document(effective_on=START)
    new = make_policy_document(effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}])
    changed = make_changed_draft(new, stated_relations=[])
    publish(changed)
    assert periods(old)[-1][0] == "in_force"
    assert [row.history_type for row in DocumentRelation.history.order_by("history_id")] == ["+", "-"]


def test_withdrawal_hides_the_record_and_keeps_the_force() -> None:
    old = make_policy_document(effective_on=START)
    new = make_policy_document(effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}])
    office = make_person("disclosure_office", district=new.district)
    withdraw_content(page=new, user=office, reason="含有个人信息")
    assert not record_of(new).is_public
    assert periods(old)[-1][0] == "repealed"
    assert not ForcePeriod.objects.filter(record=record_of(new), is_public=True).exists()


def test_document_deleted_as_an_error_has_no_effect() -> None:
    old = make_policy_document(effective_on=START)
    new = make_policy_document(effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}])
    office = make_person("disclosure_office", district=new.district)
    delete_as_error(page=new, user=office, reason="误发")
    assert periods(old)[-1][0] == "in_force"
    assert IndexNumber.objects.filter(page=None, voided_at__isnull=False).count() == 1


def test_number_is_taken_once_by_an_issuer() -> None:
    section = document_section()
    make_policy_document(section=section, number="样政发〔2026〕1号")
    with pytest.raises(FindingsOpen, match="样政发〔2026〕1号"):
        make_policy_document(section=section, number="样政发【2026】01号")


def test_documents_that_repeal_each_other_are_refused() -> None:
    section = document_section()
    row = {"kind": "repeals", "target_number": "样政发〔2026〕2号"}
    first = make_policy_document(section=section, number="样政发〔2026〕1号", effective_on=START, relations=[row])
    with pytest.raises(FindingsOpen, match="1"):
        make_policy_document(
            section=section,
            number="样政发〔2026〕2号",
            effective_on=START,
            relations=[{"kind": "repeals", "target": first}],
        )


def test_document_does_not_repeal_itself() -> None:
    draft = make_document_draft(effective_on=START)
    with pytest.raises(FindingsOpen):
        publish(
            make_changed_draft(draft, stated_relations=[draft.stated_relations.model(kind="repeals", target=draft)])
        )
