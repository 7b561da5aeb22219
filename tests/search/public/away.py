"""An engine that nobody reaches."""

from __future__ import annotations

from search.engines.contract import EngineAway, SearchAnswer, SearchRequest


class AwayEngine:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def search(self, request: SearchRequest) -> SearchAnswer:
        self.asked += 1
        raise EngineAway("nobody answers")
