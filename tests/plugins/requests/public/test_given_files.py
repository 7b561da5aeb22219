"""Which files of a case its applicant may have: nothing that is written to others, nothing before its time."""

from __future__ import annotations

import datetime as dt

import pytest

from plugins.contrib.requests.domain.given_files import files_for_applicant
from plugins.contrib.requests.domain.submitting import GivenFile, add_files
from plugins.contrib.requests.models import Case, Letter, Redaction
from tests.factories.people import make_user

from .walking import applied, reader

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(district) -> Case:
    applied(reader())
    return Case.objects.get()


def make_letter(case: Case, kind: str, *, number: str) -> None:
    (file,) = add_files(case=case, kind="letter", files=[GivenFile(f"{kind}.txt", b"a")])
    people = {"drafted_by": make_user(), "approved_by": make_user()}
    issued = {"state": "issued", "number": number, "issued_on": dt.date(2026, 9, 1)}
    Letter.objects.create(case=case, kind=kind, organ="甲区", title=kind, body="a", word=file, **people, **issued)


def names(case: Case, state: str) -> list[str]:
    case.state = state
    return [file.name for file in files_for_applicant(case)]


def test_letters_to_others_are_never_theirs(case) -> None:
    for number, kind in enumerate(["correction", "inquiry", "third_party", "organ", "granted"]):
        make_letter(case, kind, number=str(number))

    assert names(case, "accepted") == ["correction.txt"]
    assert names(case, "decided") == ["correction.txt"]
    assert names(case, "served") == ["correction.txt", "granted.txt"]


def test_letter_of_a_decision_waits_to_be_served(case) -> None:
    for number, kind in enumerate(["already_public", "transfer", "other_not_corrected"]):
        make_letter(case, kind, number=str(number))

    assert [names(case, state) for state in ("accepted", "decided")] == [[], []]
    assert {len(names(case, state)) for state in ("served", "abandoned", "transferred")} == {3}


def test_last_redacted_copy_is_given_once_it_is_served(case) -> None:
    (source,) = add_files(case=case, kind="source", files=[GivenFile("全文.txt", b"a")])
    for name in ("一.txt", "二.txt"):
        (copy,) = add_files(case=case, kind="redacted", files=[GivenFile(name, b"a")])
        Redaction.objects.create(file=copy, source=source, reasons=[], places=1)

    assert (names(case, "decided"), names(case, "served")) == ([], ["二.txt"])
