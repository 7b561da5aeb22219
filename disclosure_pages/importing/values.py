"""The values of a document to be, with the types of its fields, before anything is in the database."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields, replace
from typing import Any

from cms.tenancy.models import Unit
from disclosure_pages.documents.enums import EffectiveRule
from disclosure_pages.documents.models import DocumentKind, Topic

Relation = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class DocumentValues:
    """Header fields by the names of a policy document; blank where nothing is known."""

    title: str = ""
    number: str = ""
    kind: DocumentKind | None = None
    topic: Topic | None = None
    issuer_name: str = ""
    issuing_unit: Unit | None = None
    joint_issuers: tuple[str, ...] = ()
    addressees: str = ""
    formed_on: dt.date | None = None
    issued_on: dt.date | None = None
    effective_rule: str = EffectiveRule.ON_PUBLICATION.value
    effective_on: dt.date | None = None
    expires_on: dt.date | None = None
    stated_attribute: str = ""
    stated_ground: str = ""
    stated_basis: str = ""
    keywords: str = ""
    imported_index_number: str = ""
    source: str = ""
    gazette_year: int | None = None
    gazette_issue: int | None = None
    gazette_total: int | None = None
    relations: tuple[Relation, ...] = field(default=())

    def page_fields(self) -> dict[str, Any]:
        """What is written on the page itself."""
        apart = {"joint_issuers", "relations"}
        return {part.name: getattr(self, part.name) for part in fields(self) if part.name not in apart}

    def filled_from(self, other: DocumentValues) -> DocumentValues:
        """These values, and those of ``other`` where these are blank."""
        blank = [part.name for part in fields(self) if not getattr(self, part.name)]
        if self.effective_on is not None:
            blank = [name for name in blank if name != "effective_rule"]
        return replace(self, **{name: getattr(other, name) for name in blank})
