"""What an operator or a developer may use is named in the README."""

import re

import pytest

from cms.doctor.probes import PROBES
from plugins import hookspecs
from tests.architecture.sources import PACKAGES, ROOT, files, place, production_code

README = (ROOT / "README.md").read_text()
CHECK_ID = re.compile(r"\bgongkai\.[EW]\d{3}\b")
VARIABLE = re.compile(r"\benv\.\w+\(\s*\"([A-Z_]+)\"")
LINK = re.compile(r"\]\(([^)#:]+)\)")


def _commands() -> set[str]:
    folders = [path for path in files(".py", under=PACKAGES) if path.parts[-3:-1] == ("management", "commands")]
    return {path.stem for path in folders if path.stem != "__init__"}


def _unnamed(names) -> list[str]:
    return sorted(name for name in names if f"`{name}" not in README and f"manage.py {name}" not in README)


def test_commands_are_documented():
    assert _unnamed(_commands()) == []


def test_check_ids_are_documented():
    ids = {match for path in production_code() for match in CHECK_ID.findall(path.read_text())}

    assert len(ids) >= 12
    assert _unnamed(ids) == []


def test_check_ids_of_the_readme_exist():
    ids = {match for path in production_code() for match in CHECK_ID.findall(path.read_text())}

    assert set(CHECK_ID.findall(README)) - ids == set()


def test_variables_are_documented():
    variables = VARIABLE.findall((ROOT / "cms/settings/environment.py").read_text())

    assert len(variables) > 10
    assert _unnamed(variables) == []


def test_environment_is_read_in_one_file():
    readers = [
        path
        for path in production_code()
        if re.search(r"os\.(?:environ|getenv)|environ\.Env", path.read_text())
        and not re.search(r"environ\.setdefault\(\"DJANGO_SETTINGS_MODULE\"", path.read_text())
    ]

    assert [place(path) for path in readers] == ["cms/settings/environment.py"]


def test_probes_are_documented():
    assert _unnamed(probe.id for probe in PROBES) == []


def test_hooks_are_documented():
    hooks = {name for name, hook in vars(hookspecs).items() if hasattr(hook, "gongkai_spec")}

    assert hooks
    assert all(vars(hookspecs)[name].__doc__ for name in hooks)
    assert [name for name in sorted(hooks) if f"`{name}`" not in (ROOT / "plugins/README.md").read_text()] == []


def test_benchmarks_are_documented():
    scripts = [path for path in files(".py", under=("tests",)) if path.parent.name == "benchmarks"]

    assert _unnamed(path.name for path in scripts if '__name__ == "__main__"' in path.read_text()) == []


@pytest.mark.parametrize("document", [ROOT / "README.md", *files(".md")], ids=place)
def test_links_lead_somewhere(document):
    links = LINK.findall(document.read_text())

    assert [link for link in links if not (document.parent / link).exists()] == []
