"""What every plug-in keeps. Subclass it in the plug-in's tests; each test says what to mend."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.core.management import call_command

from plugins.discovery import discovered
from plugins.domain.overview import problems_at_start
from plugins.domain.switching import disable
from plugins.manifest import Level, WhenOff, faults_of

from .subject import plugin_under_test

OURS = ("cms", "disclosure_pages", "search", "themes", "plugins")
ALLOWED = ("plugins.api",)
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son[a-z]+=", re.IGNORECASE)


class PluginContract:
    """Override ``plugin`` where several are installed; ``public_paths`` are below a district's home."""

    plugin: str = ""
    #: Public addresses of the plug-in, relative to its own: ``""`` is ``/donghu/NAME/``.
    public_paths: tuple[str, ...] = ()

    @property
    def installed(self) -> Any:
        """The plug-in as it was found."""
        return discovered().named(self.plugin or plugin_under_test())

    @property
    def folder(self) -> Path:
        """Where its app is."""
        spec = find_spec(self.installed.manifest.package)
        assert spec is not None
        assert spec.origin is not None
        return Path(spec.origin).parent

    def test_it_takes_part(self) -> None:
        """Its manifest is sound, and nothing that it adds was left out."""
        manifest = self.installed.manifest
        assert list(faults_of(manifest)) == []
        assert problems_at_start(manifest.name) == []
        assert all((manifest.title, manifest.description))

    def test_it_imports_of_the_product_what_the_contract_offers(self) -> None:
        """Everything else may change without a word."""
        foreign = [f"{path.name}: {name}" for path in self.modules() for name in _imports(path) if _is_private(name)]
        assert foreign == []

    def test_its_migrations_are_complete(self, db: None) -> None:
        """A model that has no migration breaks every installation."""
        config = next(one for one in apps.get_app_configs() if one.name == self.installed.manifest.package)
        call_command("makemigrations", config.label, check=True, dry_run=True, verbosity=0)

    def test_its_words_are_in_chinese(self) -> None:
        """The interface is Chinese; each catalogue has a translation of every string."""
        files = self.folder.glob("locale/zh_Hans/LC_MESSAGES/*.po")
        assert [f"{path.name}: {word}" for path in files for word in _untranslated(path)] == []

    def test_its_templates_have_nothing_inline(self) -> None:
        """Public pages forbid it, so it would not work."""
        files = self.folder.rglob("templates/**/*.html")
        assert [path.name for path in files if INLINE.search(path.read_text(encoding="utf-8"))] == []

    def test_its_addresses_answer_where_it_is_on(self, districts: Any, visitor: Any) -> None:
        """On: 200. Off: 404."""
        if not self.public_paths:
            pytest.skip("it has no public screen")
        name, is_everywhere = self.installed.manifest.name, self.installed.manifest.level is Level.INSTALLATION
        for path in self.public_paths:
            answers = [
                visitor.get(f"/{place.where}{name}/{path}").status_code for place in (districts.here, districts.there)
            ]
            assert answers == [200, 200 if is_everywhere else 404], path

    def test_switching_it_off_takes_it_away(self, districts: Any, visitor: Any) -> None:
        """What was there a moment ago is not."""
        manifest = self.installed.manifest
        district = None if manifest.level is Level.INSTALLATION else districts.here.district
        assert disable(manifest.name, district=district, user=None)
        for path in self.public_paths:
            assert visitor.get(f"/{districts.here.where}{manifest.name}/{path}").status_code == 404

    def check_page_when_off(self, page: Any, visitor: Any) -> None:
        """Call it with a public page of one of its kinds, made ``here``: off, it is plain or hidden, as declared."""
        manifest = self.installed.manifest
        assert visitor.get(page.url).status_code == 200
        disable(manifest.name, district=page.district if manifest.level is Level.DISTRICT else None, user=None)
        assert visitor.get(page.url).status_code == (404 if manifest.when_off is WhenOff.HIDDEN else 200)

    def modules(self) -> Iterator[Path]:
        """Its Python files, but for its migrations."""
        return (path for path in self.folder.rglob("*.py") if "migrations" not in path.parts)


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module


def _is_private(name: str) -> bool:
    is_ours = name.partition(".")[0] in OURS and not name.startswith("plugins.contrib.")
    return is_ours and name not in ALLOWED


def _untranslated(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        for message in read_po(file, locale="zh_Hans"):
            texts = message.string if isinstance(message.string, tuple | list) else [message.string]
            if message.id and (message.fuzzy or not all(texts)):
                yield str(message.id)
