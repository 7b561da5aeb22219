"""What a document is worth on one day, once it is known which relations have effect on it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .enums import FORCE_BY_KIND, CauseKind, LegalForce
from .facts import Cause, DocumentFacts, Key, RelationFacts, Standing

#: Relations that have effect on a document on some day, by the force that they give it, earliest first.
Acts = Mapping[str, Sequence[RelationFacts]]


def standing(document: DocumentFacts, lasting: Iterable[RelationFacts], day: dt.date) -> Standing:
    """Force of ``document`` on ``day`` under the relations that have effect on it on that day.

    Repealed or annulled comes before expired, that before not yet, partially repealed, amended, in force. Expired comes
    before not yet, because “not yet” would promise that it will be.
    """
    acts = _by_force(lasting)
    return (
        _annulled(document, day)
        or _by_first(acts, LegalForce.REPEALED)
        or _expired(document, acts, day)
        or _not_yet(document, day)
        or _by_last(acts, LegalForce.PARTIALLY_REPEALED)
        or _by_last(acts, LegalForce.AMENDED)
        or _by_last(acts, LegalForce.IN_FORCE)
        or Standing(force=LegalForce.IN_FORCE, cause=Cause(kind=CauseKind.EFFECTIVE, day=document.effective_on))
    )


def is_out_anyway(document: DocumentFacts, day: dt.date) -> bool:
    """Whether the document's own days keep it out of force on ``day``, whatever relations say."""
    return _annulled(document, day) is not None or _not_yet(document, day) is not None


def _by_force(lasting: Iterable[RelationFacts]) -> Acts:
    acts: dict[str, list[RelationFacts]] = defaultdict(list)
    for relation in sorted(lasting, key=_turn):
        force = FORCE_BY_KIND[relation.kind]
        if force:
            acts[force].append(relation)
    return acts


def _turn(relation: RelationFacts) -> tuple[dt.date, int, Key]:
    return relation.takes_effect_on, relation.order, relation.key


def _annulled(document: DocumentFacts, day: dt.date) -> Standing | None:
    if document.annulled_on is None or day < document.annulled_on:
        return None
    return Standing(force=LegalForce.REPEALED, cause=Cause(kind=CauseKind.ANNULMENT, day=document.annulled_on))


def _not_yet(document: DocumentFacts, day: dt.date) -> Standing | None:
    if document.effective_on is None:
        return Standing(force=LegalForce.NOT_YET, cause=Cause())
    if document.effective_on <= day:
        return None
    return Standing(force=LegalForce.NOT_YET, cause=Cause(kind=CauseKind.EFFECTIVE, day=document.effective_on))


def _expired(document: DocumentFacts, acts: Acts, day: dt.date) -> Standing | None:
    """Expired by the end of the term or by declaration, whichever came first; by the term if both came at once."""
    declared = _by_first(acts, LegalForce.EXPIRED)
    extensions = acts.get(LegalForce.IN_FORCE)
    extension = extensions[-1] if extensions else None
    last_day = extension.new_expiry if extension else document.expires_on
    if last_day is None or day <= last_day or (declared and acts[LegalForce.EXPIRED][0].takes_effect_on <= last_day):
        return declared
    cause = Cause(kind=CauseKind.EXPIRY, relation=extension.key if extension else None, day=last_day)
    return Standing(force=LegalForce.EXPIRED, cause=cause)


def _by_first(acts: Acts, force: LegalForce) -> Standing | None:
    """What ends a document is the first act that did; a later one changes nothing."""
    return _by(acts[force][0], force) if force in acts else None


def _by_last(acts: Acts, force: LegalForce) -> Standing | None:
    """What a living document is now, the last act made it."""
    return _by(acts[force][-1], force) if force in acts else None


def _by(relation: RelationFacts, force: LegalForce) -> Standing:
    cause = Cause(kind=CauseKind.RELATION, relation=relation.key, day=relation.takes_effect_on)
    return Standing(force=force, cause=cause)
