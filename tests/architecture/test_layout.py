"""Where things stand and what they are called."""

import re

import pytest
from django.apps import apps
from wagtail.log_actions import registry as log_registry

from tests.architecture.sources import MADE_BY_TOOLS, PACKAGES, ROOT, files, place

TOP_LEVEL = {*PACKAGES, "tests", "manage.py", "pyproject.toml", "README.md", "uv.lock", "LICENSE"}
VAGUE_NAMES = {"utils.py", "helpers.py", "services.py", "managers.py", "common.py", "misc.py"}
# What names one machine, or one place packages come from, is true nowhere else.
ELSEWHERE = re.compile(r"/(?:root|work|Users|home)/|pypi\.org|pythonhosted\.org|npmjs\.(?:com|org)|docker\.io")
LOCKED = {"uv.lock"}


def _ours(name: str) -> bool:
    return name.partition(".")[0] in PACKAGES


def test_top_level_is_closed():
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}

    assert names - MADE_BY_TOOLS - TOP_LEVEL == set()
    assert TOP_LEVEL - names == set()


@pytest.mark.parametrize("package", [*PACKAGES, "tests"])
def test_package_says_what_it_is_for(package):
    assert len((ROOT / package / "README.md").read_text().split()) > 30


def test_no_module_has_a_vague_name():
    assert [place(path) for path in files(".py") if path.name in VAGUE_NAMES] == []


def test_no_file_is_empty():
    assert [place(path) for path in files() if path.stat().st_size == 0 and path.name != "__init__.py"] == []


def test_labels_begin_with_the_name_of_the_project():
    labels = {config.name: config.label for config in apps.get_app_configs() if _ours(config.name)}

    assert len(labels) > 5
    assert [name for name, label in labels.items() if not label.startswith("gongkai_")] == []


def test_migrations_have_names():
    migrations = [path for path in files(".py", under=PACKAGES) if path.parent.name == "migrations"]

    assert [place(path) for path in migrations if re.match(r"\d+_auto_|\d+_[a-z]+_[a-z]+_and_more", path.name)] == []


def test_log_actions_begin_with_the_name_of_the_project():
    ours = [name for name, _label in log_registry.get_choices() if not name.startswith("wagtail.")]

    assert [name for name in ours if not re.fullmatch(r"gongkai(\.[a-z_]+){2,}", name)] == []


def test_nothing_names_a_place_that_others_do_not_have():
    named = [path for path in ROOT.iterdir() if path.is_file() and path.name not in LOCKED]
    texts = [*named, *files(), *(ROOT / ".ci").iterdir(), *(ROOT / ".github").rglob("*.md")]
    found = [
        f"{place(path)}: {match.group()}"
        for path in texts
        if path.suffix in {"", ".py", ".md", ".html", ".txt", ".toml", ".yaml", ".conf", ".css", ".js", ".service"}
        and path.name != "test_layout.py"
        for match in ELSEWHERE.finditer(path.read_text(errors="replace"))
    ]

    assert found == []
