"""What was recognised, how sure that is, and the line it comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from disclosure_pages.documents.proposals.proposal import Proposal


class Field(StrEnum):
    """Header fields, in the order in which they are shown; values are names of fields of a policy document."""

    TITLE = "title"
    NUMBER = "number"
    KIND = "kind"
    ISSUER = "issuer_name"
    JOINT_ISSUERS = "joint_issuers"
    ADDRESSEES = "addressees"
    FORMED_ON = "formed_on"
    PRINTED_ON = "printed_on"
    EFFECTIVE_ON = "effective_on"
    EXPIRES_ON = "expires_on"
    ATTRIBUTE = "stated_attribute"
    ATTACHMENTS = "attachments"
    KEYWORDS = "keywords"
    REGISTRATION = "registration_number"
    INDEX_NUMBER = "imported_index_number"
    RELATIONS = "stated_relations"


FIELD_NAMES: dict[Field, str | Promise] = {
    Field.TITLE: _("Title"),
    Field.NUMBER: _("Document number"),
    Field.KIND: _("Kind of document"),
    Field.ISSUER: _("Issuer"),
    Field.JOINT_ISSUERS: _("Joint issuers"),
    Field.ADDRESSEES: _("Addressees"),
    Field.FORMED_ON: pgettext_lazy("of a document", "Formed on"),
    Field.PRINTED_ON: _("Printed on"),
    Field.EFFECTIVE_ON: _("Effective from"),
    Field.EXPIRES_ON: _("Valid until"),
    Field.ATTRIBUTE: _("Attribute that the document states"),
    Field.ATTACHMENTS: _("Attachments"),
    Field.KEYWORDS: _("Keywords"),
    Field.REGISTRATION: _("Registration number"),
    Field.INDEX_NUMBER: _("Index number"),
    Field.RELATIONS: _("Relations to other documents"),
}


class Certainty(StrEnum):
    """How much an editor should look at a value."""

    SURE = "sure"
    LIKELY = "likely"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class FromPublication:
    """In force from its publication, or so many days after it: a day that only publication makes known."""

    days_after: int = 0


Value = str | dt.date | FromPublication | tuple[str, ...] | tuple[Proposal, ...] | None


@dataclass(frozen=True, slots=True)
class Recognised:
    """One field. ``evidence`` is the line of the document that says so; ``remark`` what to know about the value."""

    field: Field
    value: Value
    evidence: str = ""
    certainty: Certainty = Certainty.SURE
    remark: str = ""

    @property
    def is_missing(self) -> bool:
        return self.certainty is Certainty.MISSING

    def as_json(self) -> dict[str, Any]:
        """The field as plain JSON values; days are ISO dates."""
        return {
            "field": self.field.value,
            "value": _plain(self.value),
            "certainty": self.certainty.value,
            "evidence": self.evidence,
            "remark": self.remark,
        }


def missing(field: Field, remark: str = "") -> Recognised:
    """Nothing was found for ``field``."""
    return Recognised(field=field, value=None, certainty=Certainty.MISSING, remark=remark)


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, FromPublication):
        return {"from": "publication", "days_after": value.days_after}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Proposal):
        return _plain_relation(value)
    return value


def _plain_relation(proposal: Proposal) -> dict[str, Any]:
    return {
        "kind": proposal.relation.value if proposal.relation else "",
        "target_title": proposal.target_title,
        "target_number": proposal.target_number,
        "provisions": proposal.provisions,
        "day": proposal.day.isoformat() if proposal.day else None,
        "sentence": proposal.sentence,
    }


@dataclass(frozen=True, slots=True)
class Recognition:
    """Every field once, in the order of ``Field``; ``warnings`` are what somebody must see before anything else."""

    fields: tuple[Recognised, ...]
    warnings: tuple[str, ...] = ()

    def __getitem__(self, field: Field) -> Recognised:
        return next(item for item in self.fields if item.field is field)

    def as_json(self) -> list[dict[str, Any]]:
        """Every field as plain JSON values."""
        return [item.as_json() for item in self.fields]

    def missing(self) -> Iterator[Field]:
        """Fields of which nothing was found."""
        return (item.field for item in self.fields if item.is_missing)
