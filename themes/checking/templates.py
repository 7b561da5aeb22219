"""A theme's templates: on the closed list, nothing inline, and shown in every mode with what readers rely on."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.template import Context, Engine, Origin, TemplateDoesNotExist
from django.template.backends.django import get_installed_libraries
from django.template.loaders.base import Loader as BaseLoader

from disclosure_pages.public.enums import ReadingMode
from disclosure_pages.public.looks import Look
from themes.manifest import Manifest
from themes.partials import OWN, is_open, template_name
from themes.rendering import partials_of, slots_of

from .sample import REQUIRED, sample_context

INLINE = {
    "a script of its own": re.compile(r"<script\b", re.IGNORECASE),
    "a style of its own": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "a handler of events": re.compile(r"<[^>]*\son[a-z]+\s*=|javascript:", re.IGNORECASE),
    "text that is not escaped": re.compile(r"\|\s*safe\b|autoescape\s+off"),
    "an address of another host": re.compile(r"(?:src|href)\s*=\s*[\"']?\s*(?:https?:)?//", re.IGNORECASE),
}


class FolderLoader(BaseLoader):
    """Templates of the themes given, whether they are installed or not."""

    def __init__(self, engine: Engine, installed: Mapping[str, Manifest]) -> None:
        super().__init__(engine)
        self.installed = installed

    def get_template_sources(self, template_name: str) -> Iterator[Origin]:
        room, theme, *rest = [*template_name.split("/"), "", ""]
        if room == "themes" and theme in self.installed:
            path = self.installed[theme].templates / "/".join(filter(None, rest))
            yield Origin(name=str(path), template_name=template_name, loader=self)

    def get_contents(self, origin: Origin) -> str:
        try:
            with open(origin.name, encoding="utf-8") as file:  # noqa: PTH123 (an origin's name is a path as text)
                return file.read()
        except OSError as error:
            raise TemplateDoesNotExist(origin) from error


def faults_of_templates(manifest: Manifest, chain: tuple[str, ...], installed: Mapping[str, Manifest]) -> Iterator[str]:
    """What is wrong with the templates of ``manifest``, whose ancestors are ``chain``."""
    engine = engine_of(installed)
    look = Look(
        theme=manifest.name,
        partials=partials_of(chain, installed, alarm=_raise),
        slots=slots_of(chain, installed, alarm=_raise),
    )
    for name in manifest.template_names():
        place = f"templates/{name}.html"
        if not is_open(name):
            yield f"{place} is not on the list of partials and slots; pieces of your own stand in templates/{OWN}/."
            continue
        text = (manifest.templates / f"{name}.html").read_text(encoding="utf-8", errors="replace")
        yield from (f"{place} has {what}." for what, pattern in INLINE.items() if pattern.search(text))
        if not name.startswith(f"{OWN}/"):
            yield from _faults_of_partial(engine, manifest.name, name, look)


def engine_of(installed: Mapping[str, Manifest]) -> Engine:
    """A template engine that knows the product's templates and those of ``installed``."""
    loaders: list[Any] = [
        ("themes.checking.templates.FolderLoader", installed),
        "django.template.loaders.app_directories.Loader",
    ]
    return Engine(loaders=loaders, libraries=get_installed_libraries())


def _faults_of_partial(engine: Engine, theme: str, name: str, look: Look) -> Iterator[str]:
    place = f"templates/{name}.html"
    for mode in ReadingMode:
        try:
            shown = engine.get_template(template_name(theme, name)).render(Context(sample_context(look, mode)))
        except Exception as error:  # whatever a stranger's template does
            yield f"{place} cannot be shown: {type(error).__name__}: {error}"
            return
        text = html.unescape(shown)
        missing = [f"“{sign}”" for sign in REQUIRED.get(name, ()) if sign not in text]
        if missing:
            yield f"{place} does not show {', '.join(missing)}, which readers and inspectors rely on."
            return


def _raise(theme: str, part: str, error: Exception) -> None:
    raise error
