"""A template for every name, with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

from django.template import Origin
from django.template.loaders.base import Loader


class EmptyLoader(Loader):
    """Finds whatever is asked for."""

    def get_template_sources(self, template_name: str) -> Iterator[Origin]:
        yield Origin(name=template_name, template_name=template_name, loader=self)

    def get_contents(self, origin: Origin) -> str:
        return ""
