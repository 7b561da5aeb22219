"""What a person changed on the filling screen, apart from what others changed while it was open."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.contrib.annual_report.domain.filling import Entry
from plugins.contrib.annual_report.domain.sources import leaves
from plugins.contrib.annual_report.structure import Key
from plugins.contrib.annual_report.structure.checks import cell_name

from .typed import Typed, name_of, reason_name, typed_before

#: Texts by the names of their fields.
Shown = Mapping[str, str]


@dataclass(frozen=True)
class Merged:
    """``typed`` is what the report would say: changes of the person (``mine``) over what it says now.

    ``theirs`` are cells that others changed since the screen was shown.
    """

    typed: Typed
    now: Typed
    mine: frozenset[Key] = frozenset()
    theirs: frozenset[Key] = frozenset()

    @property
    def conflicts(self) -> frozenset[Key]:
        """Cells that both changed, and not to the same."""
        return frozenset(key for key in self.mine & self.theirs if self.typed.texts[key] != self.now.texts[key])

    @property
    def entries(self) -> dict[Key, Entry]:
        """What is to be written."""
        return {key: entry for key, entry in self.typed.entries.items() if key in self.mine}

    @property
    def others(self) -> list[dict[str, str]]:
        """Cells that others changed: what they say now, and what is typed if that is something else."""
        found = [key for key in leaves(self.now.form) if key in self.theirs]
        return [
            {
                "name": name_of(key),
                "cell": cell_name(self.now.form, key),
                "now": self.now.texts[key],
                "typed": self.typed.texts[key] if key in self.conflicts else "",
            }
            for key in found
        ]


def shown_as_text(typed: Typed) -> str:
    """The texts and reasons as they are shown, to travel through the form."""
    texts = {name_of(key): text for key, text in typed.texts.items() if text}
    reasons = {reason_name(key): text for key, text in typed.reasons.items() if text}
    return json.dumps({**texts, **reasons}, ensure_ascii=False)


def shown_of_text(text: str) -> Shown | None:
    """What was shown; ``None`` where the form does not say it, or not whole."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else None


def merge(typed: Typed, shown: Shown | None) -> Merged:
    """Compare ``typed`` with what was ``shown``; without that, everything that was sent is the person's."""
    now = typed_before(typed.form, typed.figures)
    if shown is None:
        mine, theirs = frozenset(typed.texts), frozenset[Key]()
    else:
        mine, theirs = _changed(typed, shown), _changed(now, shown)
    texts = {key: typed.texts[key] if key in mine else text for key, text in now.texts.items()}
    reasons = {**now.reasons, **{key: text for key, text in typed.reasons.items() if key in mine}}
    return Merged(Typed(typed.form, typed.figures, texts, reasons).read(), now, mine, theirs)


def _changed(typed: Typed, shown: Shown) -> frozenset[Key]:
    """Cells whose text or reason is not what was shown."""
    return frozenset(key for key, text in typed.texts.items() if _is_changed(typed, key, text, shown))


def _is_changed(typed: Typed, key: Key, text: str, shown: Mapping[str, Any]) -> bool:
    before, reason = shown.get(name_of(key), ""), shown.get(reason_name(key), "")
    return text.strip() != before or typed.reasons.get(key, reason) != reason
