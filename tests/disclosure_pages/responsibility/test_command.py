from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import GroupPagePermission

from cms.tenancy.models import District
from disclosure_pages.responsibility.domain.apply import apply_table
from disclosure_pages.responsibility.domain.samples import load_sample_registers, sample_table
from disclosure_pages.responsibility.models import AppliedTable
from disclosure_pages.tree.models import Column
from tests.factories.tables import sample_with
from tests.factories.tenancy import make_district


def run(*arguments: Any) -> tuple[int, str]:
    """(exit code, output)."""
    out = io.StringIO()
    try:
        call_command("responsibility", *map(str, arguments), stdout=out)
    except SystemExit as stop:
        return int(stop.code or 0), out.getvalue()
    return 0, out.getvalue()


def run_json(*arguments: Any) -> tuple[int, dict[str, Any]]:
    code, output = run(*arguments, "--json")
    return code, json.loads(output)


@pytest.fixture
def applied(furong: District) -> District:
    apply_table(district=furong, content=sample_table(), file_name="table.csv")
    return furong


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_bytes(sample_table())
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.csv"
    path.write_bytes(sample_with(16, "责任单位", "区叫育局"))
    return path


def test_check_good_table(furong: District, good: Path) -> None:
    code, values = run_json("check", "--district", "furong", good)

    assert (code, values) == (0, {"rows": 41, "columns": 48, "problems": []})


@pytest.mark.parametrize("step", ["check", "plan", "apply"])
def test_bad_table_exits_1_and_changes_nothing(furong: District, bad: Path, step: str) -> None:
    code, values = run_json(step, "--district", "furong", bad)

    assert code == 1
    (problem,) = values["problems"]
    assert (problem["row"], problem["column"], problem["code"]) == (16, "责任单位", "unknown-unit")
    assert problem["message"]
    assert "区教育局" in problem["remedy"]
    assert not AppliedTable.objects.exists()
    assert not Column.objects.exists()


def test_check_says_it_to_people(furong: District, bad: Path) -> None:
    _code, output = run("check", "--district", "furong", bad)

    assert all(part in output for part in ("16", "责任单位", "unknown-unit", "区叫育局", "区教育局"))


def test_plan_shows_the_tree_and_writes_nothing(furong: District, good: Path) -> None:
    code, output = run("plan", "--district", "furong", good)

    assert code == 0
    assert "    教育信息" in output
    assert "区教育局" in output
    assert not Column.objects.exists()


def test_plan_as_json(furong: District, good: Path) -> None:
    code, values = run_json("plan", "--district", "furong", good)

    assert code == 0
    assert values["plan"]["counts"] == {"columns.create": 48, "sections.create": 293, "grants.add": 3223}


def test_apply_and_again(furong: District, good: Path) -> None:
    first, second = (run_json("apply", "--district", "furong", good) for _ in range(2))

    assert [(code, values["version"], values["is_new"]) for code, values in (first, second)] == [
        (0, 1, True),
        (0, 1, False),
    ]


def test_apply_without_file_takes_the_last_table(applied: District) -> None:
    GroupPagePermission.objects.all().delete()

    code, values = run_json("apply", "--district", "furong")

    assert (code, values["version"]) == (0, 2)
    assert run_json("drift", "--district", "furong") == (0, {"differences": []})


def test_apply_with_a_confirmed_rename(applied: District, tmp_path: Path) -> None:
    path = tmp_path / "renamed.csv"
    path.write_bytes(sample_table().replace("(2)教育信息".encode(), "(2)教育公开".encode()))
    proposed = run_json("plan", "--district", "furong", path)[1]["plan"]["renames_to_confirm"]

    code, values = run_json("apply", "--district", "furong", path, "--confirm-rename", proposed[0]["label"])

    assert (code, values["plan"]["counts"]) == (0, {"columns.rename": 1})


def test_drift_exits_1(applied: District) -> None:
    GroupPagePermission.objects.first().delete()

    code, values = run_json("drift", "--district", "furong")

    assert code == 1
    assert [difference["code"] for difference in values["differences"]] == ["grant-missing"]


def test_unknown_district_names_the_nearest(furong: District) -> None:
    code, values = run_json("drift", "--district", "frong")

    assert code == 1
    assert "furong" in values["remedy"]


def test_missing_file(furong: District, tmp_path: Path) -> None:
    code, values = run_json("check", "--district", "furong", tmp_path / "none.csv")

    assert code == 1
    assert "none.csv" in values["error"]


def test_apply_without_home_names_the_remedy(db: None, good: Path) -> None:
    load_sample_registers(district=make_district(slug="new"))

    code, values = run_json("apply", "--district", "new", good)

    assert code == 1
    assert "--create-home" in values["remedy"]
    assert run_json("apply", "--district", "new", good, "--create-home")[0] == 0
