import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from themes.models import ThemeVersion

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_list_tells_who_shows_what(two_districts):
    run("themes", "choose", "furong", "--district", "furong")

    told = json.loads(run("themes", "list", "--json"))

    assert [one["name"] for one in told["installed"]] == ["base", "contrast", "furong"]
    assert (told["live"], told["rejected"], told["alarms"]) == ({"芙蓉区": "furong"}, [], [])
    assert "芙蓉区 使用 furong" in run("themes", "list")


def test_choose_takes_cities_units_and_times(two_districts):
    here, _there = two_districts
    run("themes", "choose", "contrast", "--city", here.district.city.slug)
    run("themes", "choose", "furong", "--district", "furong", "--unit", here.unit.name, "--from", "2099-01-01T00:00")

    assert [(row.theme, str(row.place)) for row in ThemeVersion.objects.order_by("pk")] == [
        ("contrast", here.district.city.name),
        ("furong", here.unit.name),
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("gone", "--district", "furong"),
        ("furong", "--district", "nowhere"),
        ("furong", "--district", "furong", "--from", "tomorrow"),
        ("furong", "--district", "furong", "--from", "2001-01-01T00:00"),
    ],
)
def test_choose_refuses_with_a_sentence_and_leaves_nothing(two_districts, arguments):
    with pytest.raises(CommandError):
        run("themes", "choose", *arguments)
    assert list(ThemeVersion.objects.all()) == []


def test_check_tells_faults_and_fails(write_theme):
    folder = write_theme(toml='colour = "red"')

    with pytest.raises(SystemExit):
        run("themes", "check", str(folder))
    assert run("themes", "check", "furong") == "furong 符合约定。\n"


def test_started_theme_passes_its_own_tests(tmp_path):
    run("starttheme", "yuelu-autumn", str(tmp_path / "theme"))

    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", "."]
    done = subprocess.run(
        command, cwd=tmp_path / "theme", env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, check=False
    )

    assert (done.returncode, b"1 passed" in done.stdout) == (0, True), done.stdout + done.stderr


def test_started_theme_is_nothing_but_what_a_theme_needs(tmp_path):
    told = run("starttheme", "yuelu", str(tmp_path / "theme"))

    assert [Path(line).relative_to(tmp_path / "theme").as_posix() for line in told.splitlines()] == [
        *["README.md", "yuelu_theme/__init__.py", "yuelu_theme/static/theme.css"],
        *["yuelu_theme/templates/home_lead.html", "yuelu_theme/theme.toml", "pyproject.toml", "tests/test_theme.py"],
    ]


@pytest.mark.parametrize("name", ["Yuelu", "yue lu", "y_l"])
def test_name_that_no_theme_can_have_is_refused(tmp_path, name):
    with pytest.raises(CommandError, match="small letters"):
        run("starttheme", name, str(tmp_path / "theme"))


def test_folder_that_is_there_is_left_alone(tmp_path):
    with pytest.raises(CommandError, match="exists already"):
        run("starttheme", "yuelu", str(tmp_path))
