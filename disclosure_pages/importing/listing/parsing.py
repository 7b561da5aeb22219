"""From the texts of a row to values, with a problem for each cell that cannot be read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from disclosure_pages.clearance.enums import WithheldGround
from disclosure_pages.documents.enums import EffectiveRule
from disclosure_pages.documents.proposals.calendar_days import day_of
from disclosure_pages.documents.proposals.reading import spell
from disclosure_pages.importing.addresses import OldAddress, parse_address
from disclosure_pages.importing.domain.lookup import Lookup
from disclosure_pages.importing.problems import Problem
from disclosure_pages.importing.recognition.spacing import tidy
from disclosure_pages.importing.values import DocumentValues
from disclosure_pages.tree.enums import DisclosureAttribute

from .reading import Cells

ATTRIBUTES: dict[str, str] = {
    "主动公开": DisclosureAttribute.PROACTIVE.value,
    "依申请公开": DisclosureAttribute.ON_REQUEST.value,
    "不予公开": DisclosureAttribute.WITHHELD.value,
    "不公开": DisclosureAttribute.WITHHELD.value,
    "未注明": DisclosureAttribute.NOT_STATED.value,
}
_FROM_PUBLICATION = re.compile(r"自?(?:发布|公布|印发|公开)之?日起?(?:施行|实施|执行)?")
_COMPACT_DAY = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)")
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\Z")
_GAZETTE = re.compile(r"((?:19|20)\d\d)\s*年?\D{0,4}?(\d{1,3})\s*期?(?:\D{0,6}?(\d{1,4})\s*期?\s*[)）]?)?\s*")
_TEXTS = ("title", "number", "issuer_name", "addressees", "keywords", "imported_index_number", "source", "stated_basis")
_DAYS = ("formed_on", "issued_on", "expires_on")


@dataclass
class ParsedRow:
    """What a row says, and what of it nobody can read."""

    values: DocumentValues
    address: OldAddress | None = None
    problems: list[Problem] = field(default_factory=list)


class _Reader:
    """Reads the cells of one row and collects the problems."""

    def __init__(self, cells: Cells, lookup: Lookup) -> None:
        self.cells = cells
        self.lookup = lookup
        self.problems: list[Problem] = []

    def complain(self, field_name: str, code: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(field_name, code, message % {"text": self.cells[field_name][:60]}, remedy))

    def day(self, name: str) -> dt.date | None:
        text = self.cells.get(name, "")
        day = parse_day(text) if text else None
        if text and day is None:
            self.complain(name, "no-day", _("“%(text)s” is no day."), _("Write it as 2021-03-08."))
        return day

    def found(self, name: str, find: Callable[[str], Any], nearest: Callable[[str], list[str]]) -> Any:
        """The row that a name stands for, or a problem with the nearest names."""
        text = self.cells.get(name, "")
        entry = find(text) if text else None
        if text and entry is None:
            names = "、".join(nearest(text)) or _("those of the sheet of choices")
            self.complain(
                name,
                "unknown-name",
                _("“%(text)s” is not known, or means several entries."),
                _("Choose one that is known: %(names)s. Of two levels, write both: 综合政务 / 政务公开.")
                % {"names": names},
            )
        return entry

    def choice(self, name: str, choices_now: Callable[[], dict[str, str]]) -> str:
        text = tidy(self.cells.get(name, ""))
        if not text:
            return ""
        choices = choices_now()
        if text not in choices:
            self.complain(
                name,
                "no-choice",
                _("“%(text)s” is no choice."),
                _("Choose: %(names)s.") % {"names": "、".join(choices)},
            )
        return choices.get(text, "")

    def address(self) -> OldAddress | None:
        text = self.cells.get("address", "")
        address = parse_address(text) if text else None
        if text and address is None:
            self.complain(
                "address",
                "no-address",
                _("“%(text)s” is no address of a page."),
                _("Write the full address, or its path beginning with a slash."),
            )
        return address

    def effect(self) -> dict[str, Any]:
        text = self.cells.get("effective_on", "")
        if not text or _FROM_PUBLICATION.fullmatch(tidy(text)):
            return {}
        day = self.day("effective_on")
        return {"effective_rule": EffectiveRule.ON_DAY.value, "effective_on": day} if day else {}

    def gazette(self) -> dict[str, Any]:
        text = self.cells.get("gazette", "")
        match = _GAZETTE.match(text) if text else None
        if text and match is None:
            self.complain(
                "gazette",
                "no-gazette",
                _("“%(text)s” is no issue of a gazette."),
                _("Write it as 2021年第3期（总第45期）."),
            )
        if match is None:
            return {}
        year, issue, total = (int(part) if part else None for part in match.groups())
        return {"gazette_year": year, "gazette_issue": issue, "gazette_total": total}


def parse_row(cells: Cells, *, lookup: Lookup) -> ParsedRow:
    """Values and problems of one row; whatever can be read is read."""
    reader = _Reader(cells, lookup)
    texts: dict[str, Any] = {name: " ".join(cells.get(name, "").split()) for name in _TEXTS}
    days: dict[str, Any] = {name: reader.day(name) for name in _DAYS}
    values = DocumentValues(
        **texts,
        **days,
        **reader.effect(),
        **reader.gazette(),
        kind=reader.found("kind", lookup.kind, lookup.nearest_kinds),
        topic=reader.found("topic", lookup.topic, lookup.nearest_topics),
        issuing_unit=lookup.unit(texts["issuer_name"]),
        joint_issuers=tuple(split_names(cells.get("joint_issuers", ""))),
        stated_attribute=reader.choice("stated_attribute", lambda: {**ATTRIBUTES}),
        stated_ground=reader.choice("stated_ground", lambda: {str(word): key for key, word in WithheldGround.choices}),
    )
    return ParsedRow(values=values, address=reader.address(), problems=reader.problems)


def parse_day(text: str) -> dt.date | None:
    """A day as people write it in lists: 2021-03-08, 2021/3/8, 2021年3月8日, 20210308; a time behind it is left out."""
    plain = tidy(_TIME.sub("", text.strip()))
    compact = _COMPACT_DAY.fullmatch(plain)
    if compact:
        plain = "-".join(compact.groups())
    return day_of(spell(plain).replace("/", "-"))


def split_names(text: str) -> list[str]:
    """Names of organs apart by 、 ， ； or line breaks."""
    return [name for part in re.split(r"[、，,；;\n]+", text) if (name := tidy(part))]


def split_files(text: str) -> list[str]:
    """Names of files apart by ； or line breaks; commas occur in names."""
    return [name for part in re.split(r"[；;\n]+", text) if (name := part.strip())]
