"""Short ways to write down a history and to read the answer: day 5 is 2024-01-05."""

import datetime as dt

from disclosure_pages.documents.force.computing import force_periods
from disclosure_pages.documents.force.facts import DocumentFacts, RelationFacts

#: Who acts in the tables of cases, on whom, and a third.
ACTOR, TARGET, THIRD = 1, 2, 3
START = dt.date(2023, 12, 31)


def day(number):
    """The day of that number; ``None`` stays ``None``."""
    return None if number is None else START + dt.timedelta(days=number)


def number(when):
    return None if when is None else (when - START).days


def document(key, effective=1, expires=None, annulled=None):
    return DocumentFacts(key=key, effective_on=day(effective), expires_on=day(expires), annulled_on=day(annulled))


def act(
    kind, on, *, source=ACTOR, target=TARGET, key=None, until=None, lifted=None, carried=False, order=0, provisions=""
):
    """A relation; its key is its day unless given. ``carried``: it ends with its source."""
    return RelationFacts(
        key=on if key is None else key,
        source=source,
        target=target,
        kind=kind,
        takes_effect_on=day(on),
        new_expiry=day(until),
        lifted_on=day(lifted),
        ends_with_source=carried,
        order=order,
        provisions=provisions,
    )


def forces(documents, relations=(), of=TARGET):
    """Pairs of force and first day, such as ``[("not_yet", None), ("in_force", 1)]``."""
    found = [(period.force, number(period.starts_on)) for period in force_periods(documents, relations)[of]]
    return [pair for place, pair in enumerate(found) if place == 0 or found[place - 1][0] != pair[0]]


def causes(documents, relations=(), of=TARGET):
    """Kind, relation and day of the cause of each period."""
    periods = force_periods(documents, relations)[of]
    return [(period.cause.kind, period.cause.relation, number(period.cause.day)) for period in periods]
