"""The site's addresses as Django resolves them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, get_resolver


@dataclass(frozen=True)
class Address:
    """One pattern of the URL map: its name with its namespaces, and the names of its arguments."""

    name: str
    pattern: str
    arguments: tuple[str, ...]


def walk(
    patterns: Any = None, prefix: str = "", spaces: tuple[str, ...] = (), above: tuple[str, ...] = ()
) -> Iterator[Address]:
    """Every pattern, in the order in which addresses are tried."""
    for item in get_resolver().url_patterns if patterns is None else patterns:
        pattern = prefix + str(item.pattern)
        if isinstance(item, URLPattern):
            arguments = (*above, *item.pattern.regex.groupindex)
            yield Address(":".join([*spaces, item.name]) if item.name else pattern, pattern, arguments)
        else:
            inner = (*spaces, item.namespace) if item.namespace else spaces
            yield from walk(item.url_patterns, pattern, inner, (*above, *item.pattern.regex.groupindex))
