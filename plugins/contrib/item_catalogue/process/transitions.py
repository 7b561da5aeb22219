"""Every act that the city process knows: in which state, to which state, and who may. One table, and its reading."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plugins.api import Role
from plugins.contrib.item_catalogue.exceptions import ItemsRefused

from .states import Act, ItemState

OFFICE = frozenset({Role.DISCLOSURE_OFFICE})
DISTRICT = OFFICE | {Role.EDITOR}  # an editor: of the unit that is the item's disclosing body
CITY = frozenset({Role.CITY_AUDITOR})
EVERYBODY = DISTRICT | CITY


@dataclass(frozen=True, slots=True)
class Transition:
    """``act`` leads an item from ``state`` to ``after``, for people with one of the roles ``who``."""

    state: ItemState
    act: Act
    after: ItemState
    who: frozenset[str]


_S = ItemState
TABLE: tuple[Transition, ...] = (
    Transition(_S.DRAFT, Act.EDIT, _S.DRAFT, DISTRICT),
    Transition(_S.DRAFT, Act.REMOVE, _S.DRAFT, OFFICE),
    Transition(_S.DRAFT, Act.SUBMIT, _S.SUBMITTED, OFFICE),
    Transition(_S.DRAFT, Act.ANSWER, _S.DRAFT, DISTRICT),
    Transition(_S.DRAFT, Act.COMMENT, _S.DRAFT, EVERYBODY),
    Transition(_S.SUBMITTED, Act.TAKE_BACK, _S.DRAFT, OFFICE),
    Transition(_S.SUBMITTED, Act.ACCEPT, _S.ACCEPTED, CITY),
    Transition(_S.SUBMITTED, Act.RETURN, _S.RETURNED, CITY),
    Transition(_S.SUBMITTED, Act.SUGGEST, _S.SUBMITTED, CITY),
    Transition(_S.SUBMITTED, Act.ANSWER, _S.SUBMITTED, DISTRICT),
    Transition(_S.SUBMITTED, Act.COMMENT, _S.SUBMITTED, EVERYBODY),
    Transition(_S.RETURNED, Act.EDIT, _S.RETURNED, DISTRICT),
    Transition(_S.RETURNED, Act.REMOVE, _S.RETURNED, OFFICE),
    Transition(_S.RETURNED, Act.SUBMIT, _S.SUBMITTED, OFFICE),
    Transition(_S.RETURNED, Act.SUGGEST, _S.RETURNED, CITY),
    Transition(_S.RETURNED, Act.ANSWER, _S.RETURNED, DISTRICT),
    Transition(_S.RETURNED, Act.COMMENT, _S.RETURNED, EVERYBODY),
    Transition(_S.ACCEPTED, Act.RETURN, _S.RETURNED, CITY),
    Transition(_S.ACCEPTED, Act.COMMENT, _S.ACCEPTED, EVERYBODY),
    Transition(_S.ACCEPTED, Act.ADOPT, _S.ADAPTING, CITY),
    Transition(_S.ADAPTING, Act.EDIT, _S.ADAPTING, DISTRICT),
    Transition(_S.ADAPTING, Act.REMOVE, _S.ADAPTING, OFFICE),
    Transition(_S.ADAPTING, Act.SUBMIT, _S.ADAPTED, OFFICE),
    Transition(_S.ADAPTING, Act.SUGGEST, _S.ADAPTING, CITY),
    Transition(_S.ADAPTING, Act.ANSWER, _S.ADAPTING, DISTRICT),
    Transition(_S.ADAPTING, Act.COMMENT, _S.ADAPTING, EVERYBODY),
    Transition(_S.ADAPTED, Act.TAKE_BACK, _S.ADAPTING, OFFICE),
    Transition(_S.ADAPTED, Act.ACCEPT, _S.APPROVED, CITY),
    Transition(_S.ADAPTED, Act.RETURN, _S.ADAPTING, CITY),
    Transition(_S.ADAPTED, Act.SUGGEST, _S.ADAPTED, CITY),
    Transition(_S.ADAPTED, Act.ANSWER, _S.ADAPTED, DISTRICT),
    Transition(_S.ADAPTED, Act.COMMENT, _S.ADAPTED, EVERYBODY),
    Transition(_S.APPROVED, Act.RETURN, _S.ADAPTING, CITY),
    Transition(_S.APPROVED, Act.COMMENT, _S.APPROVED, EVERYBODY),
    Transition(_S.APPROVED, Act.PUBLISH, _S.PUBLISHED, OFFICE),
)
_BY_KEY = {(one.state, one.act): one for one in TABLE}


def transition(state: str, act: Act, roles: Collection[str]) -> Transition:
    """The row of the table for people with ``roles``; raises :class:`ItemsRefused` that says what stands against it."""
    state = ItemState(state)
    found = _BY_KEY.get((state, act))
    if found is None:
        words = {"act": act.label, "state": state.label}
        raise ItemsRefused(_("“%(act)s” cannot be done with an item that is “%(state)s”.") % words)
    if found.who.isdisjoint(roles):
        names = "、".join(str(Role(role).label) for role in sorted(found.who))
        raise ItemsRefused(_("“%(act)s” is for others: %(roles)s.") % {"act": act.label, "roles": names})
    return found


def possible_acts(state: str, roles: Collection[str]) -> frozenset[str]:
    """What people with ``roles`` may do with an item in ``state``."""
    return frozenset(one.act.value for one in TABLE if one.state == state and not one.who.isdisjoint(roles))


def roles_for(act: Act) -> frozenset[str]:
    """The roles that may do it in any state."""
    return frozenset[str]().union(*(one.who for one in TABLE if one.act == act))


def states_for(act: Act) -> frozenset[ItemState]:
    """The states in which it can be done."""
    return frozenset(one.state for one in TABLE if one.act == act)
