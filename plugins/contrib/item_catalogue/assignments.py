"""Assignments as querysets: who sees which, who acts in which, and what is in them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from plugins.api import City, Role, districts_of, people_with_role, units_of

if TYPE_CHECKING:
    from .models import Item


class AssignmentQuerySet(models.QuerySet):
    """Fields given to districts."""

    def open(self) -> Self:
        """Those that are not published yet."""
        return self.filter(published_at=None)

    def visible_to(self, user: Any) -> Self:
        """Those of the person's district, of the districts of the person's city, or with items of the person's unit."""
        own = Q(district__in=districts_of(user, [Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR]))
        return self.filter(own | Q(pk__in=self._given_to_units_of(user).values("pk")))

    def acted_in_by(self, user: Any, role: str) -> Self:
        """Those in which the person acts in ``role``: a narrower list than what may be seen.

        An auditor acts where they are named or nobody is who still audits for the city.
        """
        if role == Role.EDITOR:
            return self._given_to_units_of(user)
        mine = self.filter(district__in=districts_of(user, [role]))
        if role != Role.CITY_AUDITOR:
            return mine
        named = self._named_auditors(City.objects.filter(pk__in=districts_of(user, [role]).values("city")))
        return mine.filter(Exists(named.filter(user=user.pk)) | ~Exists(named))

    def _named_auditors(self, cities: Iterable[City]) -> Any:
        """Named for the outer assignment, and auditors of its city today: whoever left does not hold up a field."""
        of_city = (
            Q(assignment__district__city=city, user__in=people_with_role(Role.CITY_AUDITOR, city=city))
            for city in cities
        )
        field: Any = self.model._meta.get_field("auditors").remote_field
        return field.through._default_manager.filter(reduce(or_, of_city, Q()), assignment=OuterRef("pk"))

    def _given_to_units_of(self, user: Any) -> Self:
        from .models import Item

        items = Item.objects.filter(catalogue=OuterRef("catalogue"), unit__in=units_of(user, [Role.EDITOR]))
        return self.filter(Exists(items))

    def items_by_state(self) -> dict[int, dict[str, int]]:
        """Key of an assignment → state → number of items; one query. Items without a state stand below ``""``."""
        from .models import Item

        rows: models.QuerySet[Item, Any] = Item.objects.filter(catalogue__assignment__in=self)
        counted = rows.values_list("catalogue__assignment", "progress__state").annotate(Count("pk")).order_by()
        found: dict[int, dict[str, int]] = {}
        for key, state, number in counted:
            found.setdefault(key, {})[state or ""] = number
        return found
