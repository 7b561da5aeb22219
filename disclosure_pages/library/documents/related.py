"""Relations of a document as readers see them: in both directions, and only as far as the other end may be named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from disclosure_pages.documents.force.enums import KINDS_ABOUT_FORCE
from disclosure_pages.documents.models import DocumentRelation, LegalRecord
from disclosure_pages.public.links import Links

ENDS = ("source", "target")
END_FIELDS = ("title", "number", "is_public", "voided_at", "page__live", "page__is_public", "page__url_path")
FIELDS = (
    *("pk", "kind", "source_id", "target_id", "target_title", "target_number"),
    *("takes_effect_on", "provisions", "new_expiry", "lifted_on"),
    *(f"{end}__{name}" for end in ENDS for name in END_FIELDS),
)


@dataclass(frozen=True, kw_only=True)
class Other:
    """The document at the other end; without title and number it may not be named. ``url`` only if it is public."""

    title: str = ""
    number: str = ""
    url: str = ""
    canonical_url: str = ""

    @property
    def is_known(self) -> bool:
        """Whether readers may be told which document it is."""
        return bool(self.title or self.number)

    @property
    def short_name(self) -> str:
        """How a sentence names it."""
        if not self.is_known:
            return _("another document")
        return self.number or f"《{self.title}》"

    @property
    def name(self) -> str:
        """How a list names it: title with number."""
        if not (self.title and self.number):
            return self.title or self.short_name
        return f"{self.title}（{self.number}）"


@dataclass(frozen=True, kw_only=True)
class Related:
    """A relation seen from the document at hand: ``is_outgoing`` if it is the one that says so."""

    key: int
    kind: str
    is_outgoing: bool
    other: Other
    day: dt.date | None = None
    provisions: str = ""
    new_expiry: dt.date | None = None
    lifted_on: dt.date | None = None

    @property
    def is_about_force(self) -> bool:
        """Whether it changes legal force, so that its day matters."""
        return self.kind in KINDS_ABOUT_FORCE


def read_related(record: int, *, links: Links) -> list[Related]:
    """Relations from and to a legal record, oldest first: one query.

    Relations of documents that should never have been there are no facts. Of those of other documents that are not
    public, only such as change this one's force are told, without saying whose they are.
    """
    rows = DocumentRelation.objects.filter(Q(source=record) | Q(target=record)).exclude(source__voided_at__isnull=False)
    found = [_related(row, record, links) for row in rows.order_by("takes_effect_on", "pk").values(*FIELDS)]
    return [row for row in found if row.is_outgoing or row.other.is_known or row.is_about_force]


def _related(row: dict[str, Any], record: int, links: Links) -> Related:
    is_outgoing = row["source_id"] == record
    return Related(
        key=row["pk"],
        kind=row["kind"],
        is_outgoing=is_outgoing,
        other=_other(row, "target" if is_outgoing else "source", links),
        day=row["takes_effect_on"],
        provisions=row["provisions"],
        new_expiry=row["new_expiry"],
        lifted_on=row["lifted_on"],
    )


def _other(row: dict[str, Any], end: str, links: Links) -> Other:
    if row[f"{end}_id"] is None:
        return Other(title=row["target_title"], number=row["target_number"])
    return _named({name: row[f"{end}__{name}"] for name in END_FIELDS}, links)


def named(records: QuerySet[LegalRecord], links: Links) -> dict[int, Other]:
    """Key of a legal record → how readers are told of it, which may be without its name: one query."""
    return {row["pk"]: _named(row, links) for row in records.values("pk", *END_FIELDS)}


def _named(record: dict[str, Any], links: Links) -> Other:
    """A legal record, given as the values ``END_FIELDS``."""
    if not _is_shown(record):
        return Other()
    url_path = record["page__url_path"]
    return Other(
        title=record["title"],
        number=record["number"],
        url=links.to(url_path),
        canonical_url=links.canonical(url_path),
    )


def _is_shown(record: dict[str, Any]) -> bool:
    """Whether readers may know the document."""
    flags = (record["is_public"], record["page__live"], record["page__is_public"])
    return all(flags) and record["voided_at"] is None


def grouped(related: Iterable[Related]) -> list[tuple[str, list[Related]]]:
    """Relations under headings that say which document does what to which."""
    groups: dict[tuple[bool, str], list[Related]] = {}
    for row in related:
        groups.setdefault((row.is_outgoing, row.kind), []).append(row)
    words = {False: incoming_words(), True: outgoing_words()}
    order = [(is_outgoing, kind) for is_outgoing in (False, True) for kind in words[is_outgoing]]
    return [(words[key[0]][key[1]], groups[key]) for key in order if key in groups]


def outgoing_words() -> dict[str, str]:
    """What the document at hand does to others."""
    return {
        "replaces": _("This document replaces"),
        "repeals": _("This document repeals"),
        "partially_repeals": _("This document partially repeals"),
        "amends": _("This document amends"),
        "extends": _("This document extends the term of"),
        "declares_expired": _("This document declares expired"),
        "implements": _("This document implements"),
        "is_based_on": _("This document is based on"),
        "interprets": _("This document interprets"),
    }


def incoming_words() -> dict[str, str]:
    """What others do to the document at hand."""
    return {
        "replaces": _("Replaced by"),
        "repeals": _("Repealed by"),
        "declares_expired": _("Declared expired by"),
        "partially_repeals": _("Partially repealed by"),
        "amends": _("Amended by"),
        "extends": _("Extended by"),
        "implements": _("Implemented by"),
        "is_based_on": _("Basis of"),
        "interprets": _("Interpreted by"),
    }
