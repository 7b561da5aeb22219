"""The style sheet of a look: custom properties of each mode. Its address holds a digest of its content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from .tokens import Mode

_SELECTORS = {
    Mode.LIGHT: ":root {{\n{body}\n}}",
    Mode.DARK: "@media (prefers-color-scheme: dark) {{\n:root {{\n{body}\n}}\n}}",
    Mode.ELDER: ':root[data-reading="elder"] {{\n{body}\n}}',
    Mode.CONTRAST: ':root[data-reading="contrast"] {{\n{body}\n}}',
}


def sheet_of(tokens: Mapping[Mode, Mapping[str, str]], *, plain: Mapping[Mode, Mapping[str, str]]) -> str:
    """What differs from ``plain``, the tokens of the skeleton's own sheet; empty when nothing does.

    Other modes restate what light sets, where they do not share it: a rule of the same weight that comes later wins.
    """
    parts = []
    for mode, selector in _SELECTORS.items():
        differing = {name: value for name, value in tokens[mode].items() if value != plain[mode][name]}
        restated = {
            name: value
            for name, value in tokens[mode].items()
            if mode is Mode.DARK and tokens[Mode.LIGHT][name] != plain[Mode.LIGHT][name]
        }
        if body := "\n".join(f"  --{name}: {value};" for name, value in sorted({**differing, **restated}.items())):
            parts.append(selector.format(body=body))
    return "\n".join(parts) + "\n" if parts else ""


def digest_of(*parts: str) -> str:
    """A short name for ``parts``: other content has another one."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
