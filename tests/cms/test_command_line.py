"""``--data-dir`` before Django starts."""

import pytest

from cms.management.command_line import MissingDataDir, take_data_dir
from tests.cms.installation import run_manage


@pytest.mark.parametrize(
    ("arguments", "kept", "folder"),
    [
        (["manage.py", "check"], ["manage.py", "check"], None),
        (["manage.py", "check", "--data-dir", "/a b"], ["manage.py", "check"], "/a b"),
        (["manage.py", "--data-dir=/a=b", "check", "-v2"], ["manage.py", "check", "-v2"], "/a=b"),
        (["manage.py", "check", "--data-dir", "/a", "--data-dir=/b"], ["manage.py", "check"], "/b"),
        (["manage.py", "x", "--", "--data-dir", "/a"], ["manage.py", "x", "--", "--data-dir", "/a"], None),
        (["manage.py", "x", "--data-directory"], ["manage.py", "x", "--data-directory"], None),
    ],
)
def test_take_data_dir_moves_the_option(arguments, kept, folder):
    environment: dict[str, str] = {}

    assert take_data_dir(arguments, environment) == kept
    assert environment.get("GONGKAI_DATA_DIR") == folder


@pytest.mark.parametrize("last", ["--data-dir", "--data-dir="])
def test_take_data_dir_without_folder(last):
    environment = {"GONGKAI_DATA_DIR": "/kept"}

    with pytest.raises(MissingDataDir):
        take_data_dir(["manage.py", "check", last], environment)

    assert environment == {"GONGKAI_DATA_DIR": "/kept"}


def test_command_without_a_database_says_how_to_make_one(tmp_path):
    asked = ("requests", "deadline", "--received", "2026-09-18")
    found = run_manage({}, *asked, "--data-dir", str(tmp_path))
    assert (found.returncode, "manage.py migrate" in found.stderr, "Traceback" in found.stderr) == (1, True, False)
