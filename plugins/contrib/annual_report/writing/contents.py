"""What a report says, part by part, before it becomes a page or a file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import cached_property

from plugins.api import blocks_of
from plugins.contrib.annual_report.frozen import Frozen
from plugins.contrib.annual_report.structure import Form, Grid, Prose, Values, lay_out, to_json


@dataclass(frozen=True)
class Contents:
    """A whole report. ``prose`` holds bodies of prose by the code of the text that they are.

    ``pictures`` are keys of the pictures that it may show, with the hashes of what was cleared. ``before`` are the
    figures of the year before, if they are known. ``mark`` stands on every page of a file that is not the report yet.
    """

    title: str
    organ: str
    form: Form
    values: Values
    prose: Mapping[str, Any] = field(default_factory=dict)
    pictures: Mapping[int, str] = field(default_factory=dict)
    year: int = 0
    before: Frozen | None = None
    mark: str = ""

    @cached_property
    def source(self) -> str:
        """Everything that a file shows, as text: what is equal here is an equal file."""
        blocks = [
            [prose.code, block.kind, block.text, block.image_id]
            for prose in self.form.prose
            for block in blocks_of(self.prose.get(prose.code))
        ]
        figures, before = to_json(self.values), self.before.text if self.before is not None else ""
        told = [self.title, self.organ, self.form.code, figures, blocks, dict(self.pictures)]
        return json.dumps([*told, self.year, before, self.mark])

    @property
    def frozen(self) -> Frozen:
        """Form and values of this year."""
        return Frozen(self.form, self.values)


@dataclass(frozen=True)
class Text:
    """A text of a part; its heading is shown where a part has several."""

    prose: Prose
    body: Any
    has_heading: bool


@dataclass(frozen=True)
class Section:
    """A part with its number: texts, or tables. ``is_empty``: nothing is written here."""

    code: str
    label: str
    texts: tuple[Text, ...]
    grids: tuple[Grid, ...]

    @property
    def is_empty(self) -> bool:
        return not self.texts and not self.grids

    @property
    def is_joined(self) -> bool:
        """Whether the tables are bands of one, each with its own headings."""
        return len(self.grids) > 1


def sections_of(contents: Contents) -> Iterator[Section]:
    """The six parts; a text that nobody wrote is left out."""
    for part in contents.form.parts:
        written = [(prose, contents.prose.get(prose.code)) for prose in part.prose]
        texts = tuple(
            Text(prose, body, has_heading=prose.code != part.code) for prose, body in written if _is_written(body)
        )
        tables = (contents.form.tables_by_code[code] for code in part.tables)
        yield Section(part.code, part.label, texts, tuple(lay_out(table, contents.values) for table in tables))


def _is_written(body: Any) -> bool:
    return next(blocks_of(body), None) is not None
