"""Themes that are installed for one test, and the world that they are shown in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.template import engines
from django.test import Client

from tests.factories.pages import make_published
from tests.factories.tenancy import make_district
from tests.factories.tree import make_column, make_section
from themes.discovery import discovered

TOML = 'name = "{name}"\ntitle = "{name}"\nversion = "1.0"\ncompatible = ">=1.0,<2"\n'
ENTRY_POINTS = "[gongkai.themes]\n{name} = {module}\n"


def forget_themes() -> None:
    """Look for themes anew, and read their templates anew."""
    discovered.cache_clear()
    for loader in engines["django"].engine.template_loaders:
        loader.reset()


@pytest.fixture
def fresh_themes() -> Iterator[Callable[[], None]]:
    """A function that lets a change of what is installed count; undone after the test."""
    forget_themes()
    yield forget_themes
    forget_themes()


@pytest.fixture
def write_theme(tmp_path: Path) -> Callable[..., Path]:
    """Write a theme's folder; ``files`` maps paths to texts."""

    def write(name: str = "sample", *, toml: str = "", files: dict[str, str] | None = None) -> Path:
        folder = tmp_path / f"{name}_theme"
        for place, text in {"__init__.py": "", "theme.toml": TOML.format(name=name) + toml, **(files or {})}.items():
            path = folder / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def install_theme(
    write_theme: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_themes: Callable[[], None]
) -> Iterator[Callable[..., Path]]:
    """Write a theme and let it be installed, with its entry point, until the test ends."""

    def install(name: str = "sample", **parts: Any) -> Path:
        folder = write_theme(name, **parts)
        info = tmp_path / f"gongkai_theme_{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: gongkai-theme-{name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(ENTRY_POINTS.format(name=name, module=folder.name))
        monkeypatch.syspath_prepend(tmp_path)
        fresh_themes()
        return folder

    yield install
    monkeypatch.undo()


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Any) -> Callable[[], Any]:
    """Run what a real transaction would run when it commits."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def visitor() -> Client:
    """Somebody who is not signed in, at the city's own host."""
    return Client(headers={"host": "localhost"})


@pytest.fixture
def two_districts(db: None) -> tuple[Any, Any]:
    """A public article in each of two districts of one city."""
    first = make_district(slug="furong", name="芙蓉区", government_name="芙蓉区人民政府")
    second = make_district(slug="tianxin", name="天心区", city=first.city)
    here, there = (make_published(section=make_section(column=make_column(district=one))) for one in (first, second))
    return here, there


@pytest.fixture
def kept_pages(settings: Any) -> None:
    """Turn the page cache on, as it is outside of tests."""
    settings.PAGE_CACHE_SECONDS = 60
