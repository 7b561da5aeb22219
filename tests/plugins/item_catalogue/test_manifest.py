"""What the plug-in says of itself, and what it takes from the product."""

import ast

from plugins.contrib.item_catalogue.manifest import MANIFEST
from plugins.discovery import discovered
from plugins.manifest import faults_of
from tests.architecture.sources import PACKAGES, ROOT, files, place

OWN = "plugins.contrib.item_catalogue"


def _imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module


def test_manifest_is_taken():
    assert list(faults_of(MANIFEST)) == []
    assert [one.source for one in discovered().installed if one.manifest is MANIFEST] == [""]


def test_only_the_facade_is_imported_from_the_product():
    own = [path for path in files(".py", under=("plugins",)) if path.is_relative_to(ROOT / OWN.replace(".", "/"))]
    found = {
        (place(path), name)
        for path in own
        for name in _imported(path)
        if name.partition(".")[0] in PACKAGES and name != "plugins.api" and not name.startswith(OWN)
    }

    assert len(own) > 40
    assert found == set()
