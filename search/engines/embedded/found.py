"""What a question finds in the texts, before anything else is asked of the hits."""

from __future__ import annotations

from dataclasses import dataclass, field

from search.engines.contract import Phrase


@dataclass(slots=True)
class Found:
    """Rows that a question finds, dead ones among them. ``texts``: row → worth of its text, empty if too many hits.

    ``preferred`` are the sets of rows that hold a preferred phrase, heaviest phrase first.
    """

    rows: int
    texts: dict[int, float] = field(default_factory=dict)
    is_weighed: bool = True
    preferred: list[tuple[Phrase, int]] = field(default_factory=list)
