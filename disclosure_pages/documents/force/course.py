"""The course of events: day after day, which documents are in force and which acts therefore happen."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping

from .enums import DECISIVE_KINDS, ENDING_KINDS, FORCES_IN_FORCE
from .facts import DocumentFacts, Key, RelationFacts, Standing
from .precedence import is_out_anyway, standing


class Course:
    """Documents on one day. Days must be entered in their order, each with the documents that can change on it."""

    def __init__(self, documents: Mapping[Key, DocumentFacts], relations: Collection[RelationFacts]) -> None:
        self.documents = documents
        self._relations_to: dict[Key, list[RelationFacts]] = defaultdict(list)
        self._carried_by: dict[Key | None, set[Key]] = defaultdict(set)
        self._fired: set[Key] = set()
        # Whether each document is in force; None where a circle leaves that open. What is outside the library is.
        self._in_force: dict[Key | None, bool | None] = {None: True, **dict.fromkeys(documents, False)}
        for relation in relations:
            self._relations_to[relation.target].append(relation)
            if relation.ends_with_source:
                self._carried_by[relation.source].add(relation.target)

    def enter(self, day: dt.date, changing: set[Key]) -> dict[Key, Standing]:
        """Go to ``day``; return the standing of every document that may have changed."""
        touched = self._with_carried(changing)
        self._in_force.update(dict.fromkeys(touched, None))
        self._settle(touched, day)
        self._fire(touched, day)
        return {key: standing(self.documents[key], self._lasting_on(key, day), day) for key in touched}

    def _with_carried(self, changing: set[Key]) -> set[Key]:
        """``changing``, and what stands or falls with it through effects that end with their source."""
        reached, waiting = set(changing), list(changing)
        while waiting:
            new = self._carried_by[waiting.pop()] - reached
            reached |= new
            waiting += new
        return reached

    def _settle(self, touched: set[Key], day: dt.date) -> None:
        """Find out who is in force, sources before targets, until nothing more can be told."""
        pending = touched
        while pending:
            still = set()
            for key in pending:
                self._in_force[key] = self._is_in_force(key, day)
                if self._in_force[key] is None:
                    still.add(key)
            if len(still) == len(pending):
                return
            pending = still

    def _is_in_force(self, key: Key, day: dt.date) -> bool | None:
        document = self.documents[key]
        if is_out_anyway(document, day):
            return False
        decisive = [
            (relation, self._lasts(relation, day))
            for relation in self._relations_to[key]
            if relation.kind in DECISIVE_KINDS
        ]
        if any(lasts and relation.kind in ENDING_KINDS for relation, lasts in decisive):
            return False
        if any(lasts is None for _relation, lasts in decisive):
            return None
        return standing(document, [relation for relation, lasts in decisive if lasts], day).force in FORCES_IN_FORCE

    def _fire(self, touched: set[Key], day: dt.date) -> None:
        self._fired.update(
            relation.key
            for key in touched
            for relation in self._relations_to[key]
            if relation.takes_effect_on == day and self._lasts(relation, day)
        )

    def _lasting_on(self, key: Key, day: dt.date) -> list[RelationFacts]:
        return [relation for relation in self._relations_to[key] if self._lasts(relation, day)]

    def _lasts(self, relation: RelationFacts, day: dt.date) -> bool | None:
        """Whether the relation has effect on ``day``; ``None`` while its source's force is not known."""
        if day < relation.takes_effect_on or (relation.lifted_on is not None and relation.lifted_on <= day):
            return False
        if day > relation.takes_effect_on:
            if relation.key not in self._fired:
                return False
            if not relation.ends_with_source:
                return True
        return self._in_force[relation.source]
