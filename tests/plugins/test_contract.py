"""The contract is one file, shown by one sample and kept by everything that is bundled."""

import ast
import warnings

import pytest

from plugins import api, hookspecs
from plugins.discovery import BUNDLED
from plugins.registry import TooLate, implements, register
from tests.architecture.sources import ROOT

OURS = ("cms", "disclosure_pages", "search", "themes")
HOOKS = sorted(name for name, hook in vars(hookspecs).items() if hasattr(hook, "gongkai_spec"))


def imports_of_the_product(path) -> set[str]:
    """Modules of the product that a file imports, but for what stands beside it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return {name for name in found if name.partition(".")[0] in (*OURS, "plugins")}


def modules(folder: str):
    return [path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts]


@pytest.mark.parametrize("hook", HOOKS)
def test_hook_is_shown_by_the_sample(hook):
    assert implements("sample", hook)


@pytest.mark.parametrize("folder", ["tests/plugins/sample", "plugins/contrib"])
def test_plug_in_imports_the_contract_and_nothing_else(folder):
    found = {(path.name, name) for path in modules(folder) for name in imports_of_the_product(path)}

    assert {(file, name) for file, name in found if not name.startswith(("plugins.api", "plugins.contrib."))} == set()


def test_bundled_plug_in_imports_no_other_one():
    for manifest in BUNDLED:
        package = manifest.partition(":")[0].rpartition(".")[0]
        names = {name for path in modules(package.replace(".", "/")) for name in imports_of_the_product(path)}
        assert {name for name in names if not name.startswith(("plugins.api", package))} == set()


@pytest.mark.parametrize("name", api.__all__)
def test_name_of_the_contract_is_there(name):
    assert getattr(api, name) is not None


def test_name_that_is_not_of_the_contract_is_told():
    with pytest.raises(AttributeError, match="__all__"):
        _missing = api.everything


def test_name_that_is_to_go_warns(monkeypatch):
    monkeypatch.setitem(api.DEPRECATED, "Announcement", ("Finding", "2.0"))
    with pytest.warns(DeprecationWarning, match=r"2\.0 of the contract; use Finding"):
        assert api.Announcement is api.Finding
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert api.Finding


def test_nothing_registers_after_the_start():
    with pytest.raises(TooLate):
        register(ast, name="late")
