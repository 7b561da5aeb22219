"""The whole life of a plug-in from outside; each step is a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from plugins.testing.database import ROOT, prepare_product

PLUGIN = "open-notices"
pytestmark = pytest.mark.slow


class Installation:
    """A database, a data folder and a folder of packages that come and go."""

    def __init__(self, folder: Path) -> None:
        self.packages, self.data = folder / "packages", folder / "data"
        self.data.mkdir()
        shutil.copyfile(prepare_product(), self.data / "installation.sqlite3")

    def run(self, *arguments: str, expected: int = 0) -> str:
        environment = {
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
            "TEST_DATABASE_URL": f"sqlite:///{self.data / 'installation.sqlite3'}",
            "TEST_PLUGINS": "",
            "GONGKAI_DATA_DIR": str(self.data),
            "PYTHONPATH": os.pathsep.join(map(str, (ROOT, self.packages))),
        }
        command, variables = [sys.executable, *arguments], {**os.environ, **environment}
        done = subprocess.run(command, check=False, env=variables, cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == expected, done.stdout[-3000:] + done.stderr[-3000:]
        return done.stdout + done.stderr

    def manage(self, *arguments: str, expected: int = 0) -> str:
        return self.run("manage.py", *arguments, expected=expected)

    def step(self, name: str) -> dict[str, Any]:
        told = self.data / "told.json"
        self.run("-m", "tests.plugins.external.steps", name, str(told))
        found: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
        return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Built from what ``startplugin`` makes."""
    folder = tmp_path_factory.mktemp("made")
    Installation(folder).manage("startplugin", PLUGIN, str(folder / PLUGIN))
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run(command, cwd=folder / PLUGIN, check=True, capture_output=True)
    (built,) = (folder / PLUGIN / "dist").glob("*.whl")
    return built


def test_new_plug_in_is_green(wheel):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error"]
    variables = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    variables["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(command, check=False, env=variables, cwd=wheel.parents[1], capture_output=True, text=True)
    assert "12 passed" in done.stdout, done.stdout[-3000:] + done.stderr[-2000:]


def test_life_of_a_plug_in(wheel, tmp_path):
    installation = Installation(tmp_path)
    with zipfile.ZipFile(wheel) as file:
        file.extractall(installation.packages)
    assert installation.step("switch_on") == {
        "public": [200, 404],
        "slots": [True, False],
        "admin": [200, 404],
        "pages": [200, 200],
        "broken": {},
    }

    shutil.rmtree(installation.packages)
    gone = {"screens": [404, 404], "broken": {}}
    seen = {"presence": "gone", "title": "便民公告", "pages": [200, 200], "titles": [True, True]}
    assert installation.step("look") == {**gone, **seen}
    assert "plugins disable open-notices" in installation.manage("plugins", "doctor", expected=1)
    assert "已停用" in installation.manage("plugins", "disable", PLUGIN, "--district", "donghu")

    backup = tmp_path / "backup.ndjson.gz"
    installation.manage("plugins", "purge", PLUGIN, "--yes", "--backup", str(backup))
    assert backup.stat().st_size > 0
    nothing: dict[str, Any] = {"presence": None, "title": None, "pages": [], "titles": []}
    assert installation.step("look") == {**gone, **nothing}
    installation.manage("plugins", "purge", PLUGIN, "--yes", expected=1)
