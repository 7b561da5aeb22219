"""``manage.py documents force`` and ``documents export``."""

from __future__ import annotations

import datetime as dt
import json
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from disclosure_pages.clearance.domain.acts import withdraw_content
from disclosure_pages.documents.models import DocumentRelation, LegalRecord
from tests.factories.documents import document_section, make_document_draft, make_policy_document
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
START, REPEAL = dt.date(2020, 1, 1), dt.date(2026, 3, 1)


@pytest.fixture
def section():
    return document_section()


@pytest.fixture
def old(section):
    document = make_policy_document("旧办法", section=section, number="样政发〔2016〕3号", effective_on=START)
    row = {"kind": "repeals", "target": document}
    make_policy_document("新办法", section=section, number="样政发〔2026〕2号", effective_on=REPEAL, relations=[row])
    return document


def force(number: str, *options: str) -> dict:
    out = StringIO()
    call_command("documents", "force", number, *options, "--json", stdout=out)
    return json.loads(out.getvalue())["documents"][0]


def test_force_is_told_with_its_reason(old) -> None:
    told = force("样政发(2016) 3号", "--on", "2026-03-01")
    assert (told["force"], told["reason"]) == ("repealed", "自2026年3月1日起被样政发〔2026〕2号废止")


def test_force_of_an_earlier_day(old) -> None:
    assert force("样政发〔2016〕3号", "--on", "2026-02-28")["force"] == "in_force"


def test_force_as_it_was_known(old) -> None:
    LegalRecord.history.update(history_date=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    DocumentRelation.history.update(history_date=dt.datetime(2026, 2, 1, tzinfo=dt.UTC))
    known = {
        day: force("样政发〔2016〕3号", "--on", "2026-06-01", "--as-known-on", day)["force"]
        for day in ("2025-12-31", "2026-01-15", "2026-02-15")
    }
    assert known == {"2025-12-31": None, "2026-01-15": "in_force", "2026-02-15": "repealed"}


def test_unknown_number_names_the_nearest(old, capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        call_command("documents", "force", "样政发〔2016〕4号", "--json")
    told = json.loads(capsys.readouterr().out)
    assert (stopped.value.code, "样政发〔2016〕3号" in told["remedy"]) == (1, True)


def test_day_that_is_none_is_refused(old) -> None:
    with pytest.raises(CommandError, match="2026-02-30"):
        call_command("documents", "force", "样政发〔2016〕3号", "--on", "2026-02-30")


@pytest.fixture
def exported(tmp_path):
    def export(kind: str, *options: str, district: str) -> bytes:
        path = tmp_path / f"documents.{kind}"
        call_command(
            "documents",
            "export",
            "--district",
            district,
            "--format",
            kind,
            "--output",
            str(path),
            *options,
            stdout=StringIO(),
        )
        return path.read_bytes()

    return export


def test_export_holds_what_the_library_shows(old, section, exported) -> None:
    make_document_draft("草稿办法", section=section)
    gone = make_policy_document("撤下办法", section=section)
    withdraw_content(page=gone, user=make_person("disclosure_office", district=gone.district), reason="误发")
    slug = old.district.slug
    rows = [json.loads(line) for line in exported("ndjson", district=slug).decode().splitlines()]
    assert {(row["title"], row["force"]) for row in rows} == {("旧办法", "repealed"), ("新办法", "in_force")}
    assert exported("csv", "--force", "ended", district=slug).decode("utf-8-sig").count("办法") == 1
    sheet = load_workbook(BytesIO(exported("xlsx", "--force", "valid", "--on", "2026-02-28", district=slug))).active
    assert [row[1] for row in sheet.iter_rows(values_only=True, min_row=2)] == ["旧办法"]


def test_export_of_an_unknown_district_says_which_there_are(old, exported, capsys) -> None:
    with pytest.raises(SystemExit):
        exported("csv", district="nowhere")
