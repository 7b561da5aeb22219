"""Policy documents for machines: lists on any day, and the legal force of one document with what was known of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema

from cms.tenancy.models import District
from disclosure_pages.api.public.addresses import api_address, page_address
from disclosure_pages.api.public.contents import MAX_KEY
from disclosure_pages.api.public.errors import BadParameter
from disclosure_pages.api.public.schemas import ProblemSchema
from disclosure_pages.documents.domain.knowledge import as_known_on
from disclosure_pages.documents.force.enums import LegalForce
from disclosure_pages.documents.models import FIRST_DAY, LAST_DAY, ForcePeriod, LegalRecord

from .lists.enums import ForceChoice, Sort
from .lists.query import LibraryQuery
from .lists.rows import ordered, periods_asked_for

router = Router(tags=["documents"])
FORCE_WORDS = f"`{ForceChoice.ALL}`, `{ForceChoice.IN_FORCE}`, `{ForceChoice.ENDED}`, or one of the legal forces."


class DocumentQuery(Schema):
    """What narrows and cuts a list of documents."""

    district: str | None = Field(None, max_length=60, description="Slug of a district; left out, all districts.")
    issuer: str = Field("", max_length=120, description="Name of the issuer, as documents print it.")
    topic: str = Field("", max_length=32, description="Code of a topic of either level.")
    kind: str = Field("", max_length=32, description="Code of a kind of document of either level.")
    year: int | None = Field(None, ge=1949, le=2999, description="Year of first publication.")
    force: str = Field(ForceChoice.ALL, max_length=24, description=FORCE_WORDS)
    in_force_on: dt.date | None = Field(None, description="Only documents in force on this day.")
    on: dt.date | None = Field(None, description="The day of which `force` is asked and told; left out, today.")
    size: int = Field(20, ge=1, le=100, description="How many at once.")
    page: int = Field(1, ge=1, le=100_000, description="Which part of the list.")


class DocumentSchema(Schema):
    """A public policy document with its legal force on the day asked for."""

    id: int = Field(description="The same as that of the content.")
    title: str
    number: str
    index_number: str
    issuer: str
    district: str
    kind: str
    topic: str
    formed_on: dt.date | None
    issued_on: dt.date | None
    effective_on: dt.date | None
    expires_on: dt.date | None = Field(description="Last day of the term that the document states.")
    force: str
    url: str
    content_url: str
    force_url: str


class DocumentListSchema(Schema):
    """One part of a list, the newest publication first."""

    on: dt.date
    items: list[DocumentSchema]
    next: str | None


class PeriodSchema(Schema):
    """Days with one legal force, both inclusive; ``None``: without limit."""

    force: str
    starts_on: dt.date | None
    ends_on: dt.date | None


class ForceSchema(Schema):
    """The legal force of a document: on a day, and all its periods, as they were known at a moment."""

    on: dt.date
    known_on: dt.date
    force: str | None = Field(description="`None`: nothing was known of the document at that moment.")
    periods: list[PeriodSchema]


FIELDS = {
    "id": "record__page_id",
    "title": "record__title",
    "number": "record__number",
    "index_number": "record__index_number",
    "issuer": "record__issuer",
    "district": "district__slug",
    "kind": "record__kind__code",
    "topic": "record__topic__code",
    "formed_on": "record__formed_on",
    "issued_on": "issued_on",
    "effective_on": "record__effective_on",
    "expires_on": "record__expires_on",
    "force": "force",
    "url_path": "record__page__url_path",
}


@router.get(
    "/documents",
    response={200: DocumentListSchema, 422: ProblemSchema},
    url_name="documents",
    summary="Public policy documents with their legal force on a day",
)
def list_documents(request: HttpRequest, asked: Query[DocumentQuery]) -> dict[str, Any]:
    """What the library shows, in its order."""
    query = _library_query(asked)
    periods = ordered(periods_asked_for(query, districts=_districts(asked.district)), query)
    start = (asked.page - 1) * asked.size
    rows = list(periods.values_list(*FIELDS.values())[start : start + asked.size + 1])
    following = {**asked.dict(exclude_defaults=True), "page": asked.page + 1}
    return {
        "on": query.day,
        "items": [_document(request, dict(zip(FIELDS, row, strict=True))) for row in rows[: asked.size]],
        "next": api_address(request, "documents", **following) if len(rows) > asked.size else None,
    }


@router.get(
    "/documents/{document_id}/force",
    response={200: ForceSchema, 404: ProblemSchema, 422: ProblemSchema},
    url_name="document_force",
    summary="Legal force of one document on any day, as it was known on any day",
)
def get_force(
    request: HttpRequest, document_id: int, on: dt.date | None = None, known_on: dt.date | None = None
) -> dict[str, Any]:
    """``known_on`` (its end, in Asia/Shanghai) asks what was said then; left out, what is known now."""
    record = get_object_or_404(LegalRecord.objects.public(), page=document_id if document_id <= MAX_KEY else 0)
    today = timezone.localdate()
    day, known = on or today, min(known_on or today, today)
    periods = _present_periods(record) if known == today else _periods_known(record, known)
    force = next((row["force"] for row in periods if _holds(row, day)), None)
    return {"on": day, "known_on": known, "force": force, "periods": periods}


def _library_query(asked: DocumentQuery) -> LibraryQuery:
    if asked.force not in ForceChoice.values and asked.force not in LegalForce.values:
        raise BadParameter("force", _("Nothing goes by this value."))
    if asked.in_force_on is not None and asked.on not in (None, asked.in_force_on):
        raise BadParameter("on", _("It differs from “in_force_on”; leave one of the two out."))
    return LibraryQuery(
        issuer=asked.issuer.strip(),
        topic=asked.topic.strip(),
        kind=asked.kind.strip(),
        year=asked.year,
        force=ForceChoice.IN_FORCE if asked.in_force_on is not None else asked.force,
        on=asked.in_force_on or asked.on,
        sort=Sort.NEWEST,
    )


def _districts(slug: str | None) -> list[int]:
    found = District.objects.filter(root_page__live=True)
    keys = list((found.filter(slug=slug) if slug is not None else found).values_list("pk", flat=True))
    if slug is not None and not keys:
        raise BadParameter("district", _("Nothing goes by this value."))
    return keys


def _document(request: HttpRequest, row: dict[str, Any]) -> dict[str, Any]:
    key, path = row["id"], row.pop("url_path")
    return {
        **row,
        "kind": row["kind"] or "",
        "topic": row["topic"] or "",
        "url": page_address(request, path),
        "content_url": api_address(request, "content", key),
        "force_url": api_address(request, "document_force", key),
    }


def _present_periods(record: LegalRecord) -> list[dict[str, Any]]:
    rows = ForcePeriod.objects.filter(record=record).order_by("starts_on")
    return [
        {
            "force": row.force,
            "starts_on": row.starts_on if row.starts_on != FIRST_DAY else None,
            "ends_on": row.ends_on if row.ends_on != LAST_DAY else None,
        }
        for row in rows
    ]


def _periods_known(record: LegalRecord, day: dt.date) -> list[dict[str, Any]]:
    known = as_known_on(day, records=[record.pk]).periods().get(record.pk, [])
    return [{"force": row.force, "starts_on": row.starts_on, "ends_on": row.ends_on} for row in known]


def _holds(row: dict[str, Any], day: dt.date) -> bool:
    return (row["starts_on"] is None or row["starts_on"] <= day) and (row["ends_on"] is None or day <= row["ends_on"])
