"""Policy documents in each state, brought there by the real acts."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from django.utils import timezone

from cms.tenancy.models import Unit
from disclosure_pages.documents.enums import EffectiveRule
from disclosure_pages.documents.models import (
    DocumentKind,
    LegalRecord,
    PolicyDocument,
    Registration,
    StatedRelation,
    Topic,
)
from disclosure_pages.tree.models import Section

from .interpretations import waive
from .pages import make_draft, publish
from .people import make_user
from .tree import make_column, make_section

DAY = dt.date(2026, 6, 1)
_numbers = count(1)


def document_section(*, unit: Unit | None = None) -> Section:
    """A section in which policy documents may be written, of ``unit`` or of one made up."""
    return make_section(column=make_column(purpose="statutory", district=unit.district if unit else None), unit=unit)


def make_document_draft(
    title: str = "",
    *,
    section: Section | None = None,
    relations: list[dict[str, Any]] | None = None,
    is_waived: bool = True,
    **fields: Any,
) -> PolicyDocument:
    """A draft of a policy document with a complete header; ``relations`` are rows of ``StatedRelation``.

    Where its kind needs an interpretation it gets a waiver, unless the test is about that.
    """
    number = next(_numbers)
    values = {
        "kind_id": DocumentKind.objects.get(code=fields.pop("kind", "notice")).pk,
        "topic_id": Topic.objects.get(code=fields.pop("topic", "0101")).pk,
        "number": f"样政办发〔2026〕{number}号",
        "formed_on": DAY,
        "effective_rule": EffectiveRule.ON_DAY if "effective_on" in fields else EffectiveRule.ON_PUBLICATION,
        "body": "<p>各单位：</p><p>现将有关事项通知如下。</p>",
        **fields,
    }
    draft = make_draft(
        title or f"关于第{number}件事的通知", kind=PolicyDocument, section=section or document_section(), **values
    )
    if relations:
        draft.stated_relations.set([StatedRelation(**row) for row in relations])
        draft.save_revision(user=draft.owner)
    if is_waived and draft.kind.needs_interpretation:
        waive(draft)
    return draft


def make_policy_document(title: str = "", *, on: dt.date | None = None, **fields: Any) -> PolicyDocument:
    """A public policy document; takes what :func:`make_document_draft` takes."""
    document: PolicyDocument = publish(make_document_draft(title, **fields), on=on)
    return document


def make_entry(section: Section, **values: Any) -> Registration:
    """A row of the register by itself; entries of documents are made by publishing a normative one."""
    unit, person = section.unit, make_user()
    number = next(_numbers)
    facts = {
        "text": f"样登〔2026〕{number:04}号",
        "title": f"第{number}件规范性文件",
        "year": 2026,
        "serial": number,
        "issuer": unit.name,
        "digest": f"{number:064}",
        "opinion": "合法",
        "judged_by": person,
        "judged_at": timezone.now(),
        "registered_by": person,
    }
    return Registration.objects.create(district=unit.district, unit=unit, **{**facts, **values})


def record_of(document: PolicyDocument) -> LegalRecord:
    """The legal record of a published document."""
    return LegalRecord.objects.get(page=document.pk)
