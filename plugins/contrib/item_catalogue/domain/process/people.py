"""Who somebody is in an assignment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plugins.api import Role, units_of
from plugins.contrib.item_catalogue.models import Assignment, Item
from plugins.contrib.item_catalogue.process.transitions import EVERYBODY
from plugins.contrib.item_catalogue.querysets import ItemQuerySet


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with the roles in which they act here. An editor acts on items of ``units`` (keys) alone."""

    user: Any
    roles: frozenset[str]
    units: frozenset[int] = frozenset()

    def roles_at(self, item: Item) -> frozenset[str]:
        """The roles in which the person may do something with ``item``."""
        return self.roles if item.unit_id in self.units else self.roles - {Role.EDITOR}

    def items_of(self, assignment: Assignment) -> ItemQuerySet:
        """The items that the person sees: all, or those of the editor's units."""
        items: ItemQuerySet = assignment.catalogue.items.all()
        return items.filter(unit__in=self.units) if self.roles == {Role.EDITOR} else items


def actor_in(assignment: Assignment, user: Any) -> Actor:
    """The person as they stand to ``assignment`` today; without roles where it is none of their business."""
    here = Assignment.objects.filter(pk=assignment.pk)
    roles = frozenset(role for role in EVERYBODY if here.acted_in_by(user, role).exists())
    units = units_of(user, [Role.EDITOR]).filter(district=assignment.district) if Role.EDITOR in roles else ()
    return Actor(user, roles, frozenset(unit.pk for unit in units))
