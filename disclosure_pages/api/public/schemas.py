"""What the public API answers. Days are in Asia/Shanghai; addresses are absolute."""

from __future__ import annotations

import datetime as dt
import uuid

from ninja import Schema
from pydantic import Field

FIRST_YEAR, LAST_YEAR = 1949, 9998


class DistrictSchema(Schema):
    """A district or county government."""

    slug: str
    name: str
    government_name: str
    city: str
    url: str = Field(description="Home page of its disclosure column.")
    units_url: str
    columns_url: str
    contents_url: str


class UnitSchema(Schema):
    """A responsible unit (责任单位)."""

    code: str = Field(description="Stable; survives a change of name.")
    name: str
    full_name: str
    kind: str
    is_active: bool
    total: int = Field(description="Public contents of this unit.")
    contents_url: str


class TallySchema(Schema):
    """Public contents of one unit and year in one column."""

    unit: str
    year: int
    total: int
    newest_on: dt.date | None


class ColumnSchema(Schema):
    """A column (栏目). Its ``id`` stays the same when it is renamed, renumbered or moved."""

    id: uuid.UUID
    title: str
    numbering: str
    purpose: str
    url: str
    is_retired: bool
    total: int = Field(description="Public contents filed directly under this column.")
    newest_on: dt.date | None
    contents_url: str


class ColumnNodeSchema(ColumnSchema):
    """A column with the columns below it."""

    columns: list[ColumnNodeSchema]


class ColumnDetailSchema(ColumnSchema):
    """A column with its counts."""

    district: str
    description: str
    note: str
    tallies: list[TallySchema]


class ContentQuery(Schema):
    """What narrows and cuts a list of contents."""

    district: str | None = Field(None, max_length=60, description="Slug of a district.")
    column: uuid.UUID | None = Field(None, description="Id of a column; contents filed directly under it.")
    unit: str | None = Field(None, max_length=32, description="Code of a unit.")
    year: int | None = Field(None, ge=FIRST_YEAR, le=LAST_YEAR, description="Year of publication.")
    size: int = Field(20, ge=1, le=100, description="How many at once.")
    after: str | None = Field(None, max_length=40, description="Where to go on; taken from `next`.")


class ContentSchema(Schema):
    """A public content, as a listing shows it."""

    id: int
    kind: str
    title: str
    published_on: dt.date
    district: str
    unit: str = Field(description="Code of the unit within its district.")
    unit_name: str
    column: uuid.UUID
    attribute: str
    url: str
    detail_url: str


class ContentListSchema(Schema):
    """One part of a list, newest first; ``next`` leads to the following part."""

    total: int
    items: list[ContentSchema]
    next: str | None


class AttachmentSchema(Schema):
    """A file of a content."""

    title: str
    file_name: str
    content_type: str
    size: int | None
    sha256: str
    url: str


class ContentDetailSchema(ContentSchema):
    """A public content in full."""

    fields: dict[str, str | None] = Field(description="Header fields of this kind of content; days as YYYY-MM-DD.")
    html: str
    text: str
    attachments: list[AttachmentSchema]


class ProblemSchema(Schema):
    """An error (RFC 9457). ``errors`` names the parameters in question."""

    type: str
    title: str
    status: int
    detail: str = ""
    errors: list[dict[str, object]] | None = None
