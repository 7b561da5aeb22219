"""``--data-dir`` before Django starts."""

import pytest

from cms.management.command_line import MissingDataDir, take_data_dir


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
