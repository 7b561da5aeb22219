"""Where Django finds the templates of themes: ``themes/<theme>/<partial>.html``, and only what is on the closed list.

It stands behind the cached loader. A theme's folder is not among Django's template folders, so it can take the place of
no template of the product.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.template import Origin, TemplateDoesNotExist
from django.template.loaders.base import Loader as BaseLoader

from .discovery import discovered
from .partials import is_open


class Loader(BaseLoader):
    """Reads a theme's own templates."""

    def get_template_sources(self, template_name: str) -> Iterator[Origin]:
        room, _slash, rest = template_name.partition("/")
        theme, _slash, name = rest.partition("/")
        manifest = discovered().manifests.get(theme)
        partial = name.removesuffix(".html")
        if room == "themes" and manifest is not None and is_open(partial) and ".." not in name:
            path = manifest.templates / name
            yield Origin(name=str(path), template_name=template_name, loader=self)

    def get_contents(self, origin: Origin) -> str:
        """Raises ``TemplateDoesNotExist``, which lets the next loader try."""
        try:
            with open(origin.name, encoding="utf-8") as file:  # noqa: PTH123 (an origin's name is a path as text)
                return file.read()
        except FileNotFoundError as error:
            raise TemplateDoesNotExist(origin) from error
