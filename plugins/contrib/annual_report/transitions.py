"""Every act that the flow of annual reports knows: at which level, in which state, and who may. One table."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from django.utils.translation import gettext as _

from plugins.api import Role

from .enums import Act, Level, ReportState
from .exceptions import ReportRefused
from .querysets import UNIT_ROLES


class Side(Enum):
    """Who fills a report, and who receives it."""

    WRITER = auto()
    JUDGE = auto()


OFFICE, CITY = frozenset({Role.DISCLOSURE_OFFICE}), frozenset({Role.CITY_AUDITOR})
#: Units submit to the district's disclosure office, districts to the city's auditors, who answer for their own.
ROLES: Mapping[tuple[str, Side], frozenset[str]] = {
    (Level.UNIT, Side.WRITER): UNIT_ROLES,
    (Level.UNIT, Side.JUDGE): OFFICE,
    (Level.DISTRICT, Side.WRITER): OFFICE,
    (Level.DISTRICT, Side.JUDGE): CITY,
    (Level.CITY, Side.WRITER): CITY,
    (Level.CITY, Side.JUDGE): CITY,
}
EVERYBODY = UNIT_ROLES | OFFICE | CITY
ALL, ABOVE_UNITS = frozenset(Level), frozenset({Level.DISTRICT, Level.CITY})


@dataclass(frozen=True, slots=True)
class Transition:
    """``act`` leads a report of one of ``levels`` from ``state`` to ``after``; the people of ``side`` do it."""

    state: ReportState
    act: Act
    after: ReportState
    side: Side
    levels: frozenset[Level] = ALL

    def who(self, level: str) -> frozenset[str]:
        """The roles that do it with a report of ``level``."""
        return ROLES[level, self.side]


_S = ReportState
TABLE: tuple[Transition, ...] = (
    Transition(_S.DRAFT, Act.FILL, _S.DRAFT, Side.WRITER),
    Transition(_S.DRAFT, Act.COUNT, _S.DRAFT, Side.WRITER),
    Transition(_S.DRAFT, Act.SUBMIT, _S.SUBMITTED, Side.WRITER),
    Transition(_S.SUBMITTED, Act.TAKE_BACK, _S.DRAFT, Side.WRITER),
    Transition(_S.SUBMITTED, Act.ACCEPT, _S.ACCEPTED, Side.JUDGE),
    Transition(_S.SUBMITTED, Act.RETURN, _S.RETURNED, Side.JUDGE),
    # A district publishes by 31 March (Art. 49) and does not wait for the city.
    Transition(_S.SUBMITTED, Act.PUBLISH, _S.PUBLISHED, Side.WRITER, ABOVE_UNITS),
    Transition(_S.RETURNED, Act.FILL, _S.RETURNED, Side.WRITER),
    Transition(_S.RETURNED, Act.COUNT, _S.RETURNED, Side.WRITER),
    Transition(_S.RETURNED, Act.SUBMIT, _S.SUBMITTED, Side.WRITER),
    Transition(_S.ACCEPTED, Act.RETURN, _S.RETURNED, Side.JUDGE),
    Transition(_S.ACCEPTED, Act.PUBLISH, _S.PUBLISHED, Side.WRITER),
    Transition(_S.PUBLISHED, Act.RETURN, _S.RETURNED, Side.JUDGE),
    # Its page is not public any more. A report that nobody had accepted is submitted again, see ``move_report``.
    Transition(_S.PUBLISHED, Act.WITHDRAW, _S.ACCEPTED, Side.WRITER),
)
_BY_KEY = {(level, one.state, one.act): one for one in TABLE for level in one.levels}


def transition(level: str, state: str, act: Act, roles: Collection[str]) -> Transition:
    """The row of the table for people with ``roles``; raises :class:`ReportRefused` that says why there is none."""
    state = ReportState(state)
    found = _BY_KEY.get((Level(level), state, act))
    if found is None:
        words = {"act": act.label, "state": state.label}
        raise ReportRefused(_("“%(act)s” cannot be done with a report that is “%(state)s”.") % words)
    if found.who(level).isdisjoint(roles):
        names = "、".join(str(Role(role).label) for role in sorted(found.who(level)))
        raise ReportRefused(_("“%(act)s” is for others: %(roles)s.") % {"act": act.label, "roles": names})
    return found


def possible_acts(level: str, state: str, roles: Collection[str]) -> frozenset[str]:
    """What people with ``roles`` may do with a report of ``level`` in ``state``."""
    found = (one for (own, at, _act), one in _BY_KEY.items() if own == level and at == state)
    return frozenset(one.act.value for one in found if not one.who(level).isdisjoint(roles))
