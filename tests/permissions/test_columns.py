"""The permission matrix: every person, column and verb of the shipped table, over HTTP.

What is expected follows from the rows of the table and from what a person is to a place, never from the site's code.
By default a few columns are tried; with ``--engines=all`` every one. What somebody of one unit may do in another's
section is one rule for everybody, so there each person tries some of the verbs in each column, others in the next: over
the table everybody tries each verb in several columns, and in each column each verb is tried by many. In all else
nothing is left out. ``MATRIX=whole`` leaves out nothing at all: 107,525 cases, half an hour of two processors.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from cms.people.enums import Role
from cms.people.models import User
from cms.tenancy.models import District, Unit
from disclosure_pages.media.models import PublishedFile
from disclosure_pages.tree.domain.places import recount_columns
from disclosure_pages.tree.models import Column, Section
from tests.factories.furong import make_applied_furong
from tests.factories.media import make_document, make_image
from tests.factories.pages import make_draft
from tests.factories.people import make_person, make_user
from tests.factories.tenancy import make_city, make_district

from .responsibility_rows import ColumnRow, read_rows, unit_codes
from .verbs import ANONYMOUS, EDITOR, MODERATOR, READER, STRANGER, VERBS, Cell, Verb, try_verb
from .world import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shared_database")]

ROWS = read_rows()
#: A column of one unit and one of two.
FEW = (1, 6)
#: One of so many verbs is tried by a stranger in a column.
SHARE = 1 if os.environ.get("MATRIX") == "whole" else 16
#: Cases of the matrix, so that it cannot shrink unseen.
AT_LEAST = 20_000


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "row" in metafunc.fixturenames:
        rows = ROWS if metafunc.config.getoption("--engines") == "all" else [ROWS[number] for number in FEW]
        metafunc.parametrize("row", rows, ids=[f"row{ROWS.index(row) + 1}" for row in rows])


@pytest.fixture(scope="module")
def district(shared_database: None) -> District:
    return make_applied_furong()


@pytest.fixture(scope="module")
def actors(district: District) -> dict[tuple[str, str], Actor]:
    """(role, place) → somebody; the place is a unit's code, “here” or “elsewhere”."""
    elsewhere = make_district(city=make_city())
    units = {unit.code: unit for unit in Unit.objects.filter(district=district)}
    people: dict[tuple[str, str], User | None] = {(ANONYMOUS, ""): None}
    for code in unit_codes():
        for role in (Role.EDITOR, Role.MODERATOR):
            people[role.value, code] = make_person(role, unit=units[code])
    for where, place in {"here": district, "elsewhere": elsewhere}.items():
        for role in (Role.CONFIDENTIALITY_REVIEWER, Role.DISCLOSURE_OFFICE):
            people[role.value, where] = make_person(role, district=place)
        people["auditor", where] = make_person(Role.CITY_AUDITOR, city=place.city)
    return {key: Actor(user) for key, user in people.items()}


def relation(actor: tuple[str, str], unit_code: str) -> str:
    """What somebody is to a place of ``unit_code``."""
    role, where = actor
    if role == ANONYMOUS:
        return ANONYMOUS
    if where == "here":
        return READER
    if where == unit_code:
        return EDITOR if role == Role.EDITOR else MODERATOR
    return STRANGER


def verbs_for(relation: str, *, turn: int) -> Sequence[Verb]:
    """All verbs, but a share of them for strangers: another one at each ``turn``."""
    return VERBS[turn % SHARE :: SHARE] if relation == STRANGER else VERBS


def find_column(district: District, titles: tuple[str, ...]) -> Column:
    page: Any = district.root_page
    for title in titles:
        page = Column.objects.child_of(page).get(title=title)
    return page


def make_public(page: Any) -> None:
    """Public as far as readers can tell; how content becomes public is tried elsewhere."""
    day = dt.date(2026, 6, 1)
    type(page).objects.filter(pk=page.pk).update(live=True, is_public=True, published_on=day)
    recount_columns(column_ids=[page.column_id])


def make_cells(column: Column, author: User) -> dict[str, Cell]:
    """Unit's code → its cell, for every section of ``column``."""
    sections = list(Section.objects.child_of(column).select_related("unit__district", "collection"))
    public = make_draft("公开的内容", section=sections[0], author=author)
    make_public(public)
    file = make_document(sections[0])
    PublishedFile.objects.create(page=public, document=file, file_hash=file.get_file_hash())
    public = type(public).objects.get(pk=public.pk)
    return {section.unit.code: make_cell(column, section, public, file.url, author) for section in sections}


def make_cell(column: Column, section: Section, public: Any, public_document_url: str, author: User) -> Cell:
    document, image = make_document(section), make_image(section)
    return Cell(
        column=column,
        section=section,
        draft=make_draft(section=section, author=author),
        public=public,
        document_url=document.url,
        rendition_url=image.get_rendition("width-20").url,
        document_key=document.pk,
        public_document_url=public_document_url,
    )


def tried_in(cells: dict[str, Cell], actor: tuple[str, str]) -> Iterator[tuple[str, Cell]]:
    """A person's own cell of the column, if there is one, and one of somebody else, if there is one."""
    if actor[1] in cells:
        yield actor[1], cells[actor[1]]
    strange = next((code for code in cells if code != actor[1]), None)
    if strange is not None:
        yield strange, cells[strange]


def test_matrix_of_a_column(
    row: ColumnRow,
    district: District,
    actors: dict[tuple[str, str], Actor],
    request: pytest.FixtureRequest,
    record_property: Any,
) -> None:
    column = find_column(district, row.titles)
    cells = make_cells(column, author=make_user())
    assert set(cells) == row.units
    request.getfixturevalue("plain_screens")  # from here on; what was made before was checked as it always is
    started, cases, wrong = time.monotonic(), 0, []
    for turn, (key, actor) in enumerate(actors.items(), start=ROWS.index(row)):
        for code, cell in tried_in(cells, key):
            related = relation(key, code)
            for verb in verbs_for(related, turn=turn):
                expected = verb.expected[related]
                outcome = try_verb(verb, actor, cell)
                cases += 1
                if outcome != expected:
                    wrong.append(f"{'/'.join(key)} in {code}: {verb.name}: {outcome}, not {expected}")
    record_property("cases", cases)
    record_property("seconds", round(time.monotonic() - started, 1))
    assert not wrong


def test_whole_matrix_is_large() -> None:
    own = sum(2 * len(row.units) for row in ROWS)  # an editor and a moderator of each unit
    others = 7 * len(ROWS)  # the anonymous reader, and two people with each of three roles
    strangers = 2 * len(unit_codes()) * len(ROWS) // SHARE
    assert (own + others + strangers) * len(VERBS) >= AT_LEAST


def test_everybody_tries_each_verb_as_a_stranger() -> None:
    turns = range(len(ROWS))
    tried = {verb.name for turn in turns for verb in verbs_for(STRANGER, turn=turn)}
    assert tried == {verb.name for verb in VERBS}
