"""The rules of legal force, slow and obvious: every day on its own, from nothing, by asking backwards.

It shares the facts and the words with the engine, and no rule. Every reason that speaks for some force on the day makes
a claim; the weightiest claim wins. Whether an act happened is asked of its source, on the day of the act, and so on.
"""

from typing import NamedTuple

from disclosure_pages.documents.force.facts import DocumentFacts, RelationFacts

WEIGHTS = {"repealed": 5, "expired": 4, "not_yet": 3, "partially_repealed": 2, "amended": 1, "in_force": 0}
CLAIM_OF_KIND = {
    "repeals": "repealed",
    "replaces": "repealed",
    "declares_expired": "expired",
    "partially_repeals": "partially_repealed",
    "amends": "amended",
    "extends": "in_force",
}
ENDS = {"repealed", "expired"}


class Answer(NamedTuple):
    force: str
    cause: str
    relation: int | None
    day: object


class Reference:
    """Answers for one history. ``None`` for “cannot be told”: the question has come round in a circle."""

    def __init__(self, documents: list[DocumentFacts], relations: list[RelationFacts]):
        self.documents = {document.key: document for document in documents}
        self.acts = [act for act in relations if act.kind in CLAIM_OF_KIND]

    def answer(self, key, day) -> Answer:
        acts = [act for act in self.acts if act.target == key and self.has_effect(act, day, ()) is True]
        ranked = [
            (WEIGHTS[answer.force], since, answer) for since, answer in self.claims(self.documents[key], acts, day)
        ]
        heaviest = [claim for claim in ranked if claim[0] == max(ranked)[0]]
        return (min(heaviest) if heaviest[0][2].force in ENDS else max(heaviest))[2]

    def claims(self, document, acts, day):
        """Pairs of (sort key: since when, what comes first on a day) and answer."""
        always, begin = (0,), document.effective_on
        yields = [(always, Answer("in_force", "effective", None, begin))]
        if begin is None:
            yields.append((always, Answer("not_yet", "none", None, None)))
        elif day < begin:
            yields.append((always, Answer("not_yet", "effective", None, begin)))
        if document.annulled_on is not None and document.annulled_on <= day:
            yields.append((always, Answer("repealed", "annulment", None, document.annulled_on)))
        last, setter = document.expires_on, None
        for act in sorted(acts, key=lambda act: (act.takes_effect_on, act.order, act.key)):
            since = (1, act.takes_effect_on.toordinal(), 1, act.order, act.key)
            yields.append((since, Answer(CLAIM_OF_KIND[act.kind], "relation", act.key, act.takes_effect_on)))
            if act.kind == "extends":
                last, setter = act.new_expiry, act.key
        if last is not None and last < day:
            yields.append(((1, last.toordinal() + 1, 0), Answer("expired", "expiry", setter, last)))
        return yields

    def is_operative(self, key, day, asking) -> bool | None:
        """Whether the document can act on ``day``; ``asking`` are the questions on the way here."""
        if key is None or key not in self.documents:
            return key is None
        if (key, day) in asking:
            return None
        document = self.documents[key]
        begun = document.effective_on is not None and document.effective_on <= day
        annulled = document.annulled_on is not None and document.annulled_on <= day
        return begun and not annulled and self.is_left_in_force(document, day, (*asking, (key, day)))

    def is_left_in_force(self, document, day, asking) -> bool | None:
        """Whether what others do, and the term, leave the document in force."""
        effects = [(act, self.has_effect(act, day, asking)) for act in self.acts if act.target == document.key]
        if any(effect is True for act, effect in effects if CLAIM_OF_KIND[act.kind] in ENDS):
            return False
        if any(effect is None for act, effect in effects if CLAIM_OF_KIND[act.kind] in {*ENDS, "in_force"}):
            return None
        extensions = [act for act, effect in effects if effect is True and act.kind == "extends"]
        latest = max(extensions, key=lambda act: (act.takes_effect_on, act.order, act.key), default=None)
        last = latest.new_expiry if latest else document.expires_on
        return last is None or day <= last

    def has_effect(self, act, day, asking) -> bool | None:
        """Whether ``act`` has effect on ``day``: it happened, is not lifted, and its source carries it if it must."""
        lifted = act.lifted_on is not None and act.lifted_on <= day
        if day < act.takes_effect_on or lifted:
            return False
        if day == act.takes_effect_on:
            return self.is_operative(act.source, day, asking)
        if self.is_operative(act.source, act.takes_effect_on, ()) is not True:
            return False
        return self.is_operative(act.source, day, asking) if act.ends_with_source else True
