"""The sample library: documents made from the subjects of ``library/``, the same ones every time."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from disclosure_pages.documents.numbers.document_number import normalise
from search.documents import ForceSpan, SearchDocument
from search.query.vocabulary import UnitNames, Vocabulary

from .frames import attachments_of, passages_of

LIBRARY = Path(__file__).parent / "library"
DISTRICT = "furong"
#: Kind → force of what has one.
_FORCES = {"rules": "in_force", "plan": "in_force", "notice": "in_force", "city": "in_force"}
_FORCES |= {"former": "repealed", "expired": "expired"}
_TYPES = {"guide": "guidepage", "interp": "interpretation"}


class Judged(NamedTuple):
    """A document, and the name by which judgements know it: ``dibao/guide`` is the guide to the subject dibao."""

    name: str
    document: SearchDocument


@cache
def sample() -> tuple[Judged, ...]:
    """The whole library."""
    lines = [(subject, name, line) for subject in _subjects() for name, line in _lines(subject)]
    names = [subject["name"] for subject in _subjects()]
    return tuple(_judged(key, subject, name, line, names) for key, (subject, name, line) in enumerate(lines, 1))


@cache
def vocabulary() -> Vocabulary:
    """What an installation with this library would know: its units, columns and agencies."""
    units = [UnitNames(f"{DISTRICT}/{code}", tuple(names)) for code, names in _units().items()]
    agencies = {one.document.number.partition("〔")[0] for one in sample() if one.document.number}
    return Vocabulary.of(units=units, agencies=agencies, words={subject["column"] for subject in _subjects()})


def _judged(key: int, subject: dict[str, Any], name: str, line: str, names: list[str]) -> Judged:
    kind, day, number, title = line.split("|")
    kind, code = kind.rstrip("0123456789"), name.partition("/")[2] or subject["unit"]
    unit = _units()[code]
    others = [names[(key * step) % len(names)] for step in (7, 13)]
    document = SearchDocument(
        key=key,
        version=1,
        url=f"/{DISTRICT}/{key}/",
        page_type=_TYPES.get(kind, "policydocument" if kind in _FORCES else "article"),
        title=title,
        district=DISTRICT,
        unit=f"{DISTRICT}/{code}",
        columns=(subject["column"],),
        number=number,
        number_key=normalise(number) if number else "",
        published_on=dt.date.fromisoformat(day),
        keywords=(*unit, subject["column"]),
        passages=tuple(
            passages_of(kind, name=subject["name"], title=title, unit=unit[0], facts=subject["facts"], others=others)
        ),
        attachments=attachments_of(kind, name=subject["name"], key=key),
        force=_force(kind),
    )
    return Judged(f"{subject['id']}/{name.rpartition('/')[2]}", document)


def _force(kind: str) -> tuple[ForceSpan, ...]:
    force = _FORCES.get(kind)
    return (ForceSpan(force, force == "in_force", dt.date.min, dt.date.max),) if force else ()


def _lines(subject: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The documents of a subject by name: ``guide2`` is the second guide, ``of/mzj`` what a series says of a unit."""
    for line in subject["documents"]:
        yield line.partition("|")[0], line
    for series in _read("units")["series"]:
        if series["subject"] == subject["id"]:
            for code, names in _units().items():
                yield f"of/{code}", series["document"].format(unit=names[1])


def _subjects() -> list[dict[str, Any]]:
    files = sorted(path.stem for path in LIBRARY.glob("*.toml") if path.stem != "units")
    return [subject for file in files for subject in _read(file)["subject"]]


def _units() -> dict[str, list[str]]:
    return dict(_read("units")["units"])


@cache
def _read(file: str) -> dict[str, Any]:
    return tomllib.loads((LIBRARY / f"{file}.toml").read_text(encoding="utf-8"))
