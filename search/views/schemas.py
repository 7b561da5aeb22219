"""What the search of the public API takes and answers. Days are in Asia/Shanghai; addresses are absolute.

Answers are plain models of pydantic: those of ninja look at each value for what Django may have made of it, which takes
longer than the rest of an answer, and there is nothing of Django in what the search gives.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from ninja import Field, Schema
from pydantic import BaseModel, BeforeValidator

from disclosure_pages.documents.days import read_day
from search.domain.reader_query import MAX_VALUE_LENGTH, MAX_VALUES
from search.engines.contract import Sort
from search.query.lexing import MAX_LENGTH

Value = Annotated[str, Field(max_length=MAX_VALUE_LENGTH)]
Values = Annotated[list[Value], Field(max_length=MAX_VALUES)]


def _written(value: object) -> object:
    """Pydantic takes a number for seconds since 1970; a reader's address means a day or nothing."""
    return read_day(value) if isinstance(value, str) else value


Day = Annotated[dt.date, BeforeValidator(_written)]
Year = Annotated[int, Field(ge=1949, le=2999)]
ANY = "Alternatives; left out, any."


class SearchQuery(Schema):
    """What is looked for, and what narrows it. Values are those that `facets` of an answer name."""

    q: str = Field("", max_length=MAX_LENGTH, description="What people type: words, numbers, names of units, pinyin.")
    district: str | None = Field(None, max_length=60, description="Slug of a district; left out, all districts.")
    unit: Values = Field([], description=f"Units, as `district/code`. {ANY}")
    column: Value = Field("", description="A column, as the path of titles that leads to it.")
    topic: Value = Field("", description="Code of a topic of either level.")
    kind: Value = Field("", description="Code of a kind of document of either level.")
    year: Annotated[list[Year], Field(max_length=MAX_VALUES)] = Field([], description=f"Years of publication. {ANY}")
    force: Values = Field([], description=f"Legal forces on the day. {ANY}")
    attribute: Values = Field([], description=f"Disclosure attributes. {ANY}")
    type: Values = Field([], description=f"Kinds of content. {ANY}")
    on: Day | None = Field(None, description="The day of which legal force is asked and told; left out, today.")
    in_force: bool = Field(False, description="No documents that are not in force on that day.")
    since: Day | None = Field(None, description="Published on this day or later.")
    until: Day | None = Field(None, description="Published on this day or earlier.")
    sort: Sort = Field(Sort.RELEVANCE, description="Without words, `relevance` is `newest`.")
    size: int = Field(20, ge=1, le=100, description="How many at once.")
    cursor: str = Field("", max_length=2000, description="Where to go on; taken from `next`.")


class MarkedSchema(BaseModel):
    """A text; ``marks`` are from where to where (excluded) a word stands in it, in characters."""

    text: str
    marks: list[list[int]]


class SnippetSchema(MarkedSchema):
    """A piece of prose below its nearest heading, which may be empty."""

    heading: str


class FileSchema(SnippetSchema):
    """An attachment in which a word stands, and the piece that holds it; an empty text: it stands in the name."""

    name: str
    url: str


class BesideSchema(BaseModel):
    """An interpretation of the document, or a document that is interpreted."""

    title: str
    url: str


class HitSchema(BaseModel):
    """A public content. ``force`` is that on the day asked for; empty for what has none."""

    id: int
    type: str
    title: MarkedSchema
    number: str
    district: str
    unit: str
    unit_name: str
    published_on: dt.date | None
    force: str
    is_in_force: bool | None
    snippets: list[SnippetSchema]
    attachments: list[FileSchema]
    beside: list[BesideSchema]
    url: str
    content_url: str


class CountSchema(BaseModel):
    """A value, its name, and how many hits it leaves."""

    value: str
    label: str
    total: int


class FoundSchema(BaseModel):
    """One part of what was found. The counts of a facet leave out what was chosen of it."""

    on: dt.date
    total: int
    is_bounded: bool = Field(description="There may be more than `total`.")
    is_relaxed: bool = Field(description="Nothing holds all the words; these hold most of them.")
    spelling: str = Field(description="What may have been meant by the words; empty if nothing else.")
    is_respelt: bool = Field(description="Nothing was found of what was asked; these are the hits of `spelling`.")
    items: list[HitSchema]
    others: list[HitSchema] = Field(description="Hold most of the words, where few hold all; not in `total`.")
    facets: dict[str, list[CountSchema]] = Field(
        description="Each of the facets that narrow, by its parameter; those that plug-ins add have a dot in it."
    )
    next: str | None
