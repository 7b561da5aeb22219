"""What a person is on a given day, as querysets; yes/no answers are derived from them.

There is no short cut for superusers: who reviews and who decides is always somebody with a membership.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from cms.people.models import Membership, User
from cms.tenancy.models import City, District, Unit

Person = User | AnonymousUser


def memberships_of(user: Person, *, on: dt.date | None = None) -> QuerySet[Membership]:
    """The person's memberships valid on ``on`` (default: today in Asia/Shanghai); none for inactive accounts."""
    if not user.is_authenticated or not user.is_active:
        return Membership.objects.none()
    return Membership.objects.filter(user_id=user.pk).valid(on=on or timezone.localdate())


def roles_of(user: Person, *, on: dt.date | None = None) -> set[str]:
    """Names of all roles that the person holds anywhere."""
    return set(memberships_of(user, on=on).values_list("role", flat=True))


def units_of(user: Person, roles: Collection[str], *, on: dt.date | None = None) -> QuerySet[Unit]:
    """Units in which the person holds one of ``roles``."""
    held = memberships_of(user, on=on).filter(role__in=roles)
    return Unit.objects.filter(pk__in=held.values("unit_id"))


def districts_of(user: Person, roles: Collection[str], *, on: dt.date | None = None) -> QuerySet[District]:
    """Districts in which the person holds one of ``roles``: directly, through its city, or everywhere."""
    held = memberships_of(user, on=on).filter(role__in=roles)
    if held.filter(unit=None, district=None, city=None).exists():
        return District.objects.all()
    return District.objects.filter(
        Q(pk__in=held.filter(district__isnull=False).values("district_id"))
        | Q(city_id__in=held.filter(city__isnull=False).values("city_id"))
    )


def cities_of(user: Person, roles: Collection[str], *, on: dt.date | None = None) -> QuerySet[City]:
    """Cities in which the person holds one of ``roles``: of the city itself, or everywhere."""
    held = memberships_of(user, on=on).filter(role__in=roles)
    if held.filter(unit=None, district=None, city=None).exists():
        return City.objects.all()
    return City.objects.filter(pk__in=held.filter(city__isnull=False).values("city_id"))


def people_with_role(
    *roles: str,
    unit: Unit | None = None,
    district: District | None = None,
    city: City | None = None,
    on: dt.date | None = None,
) -> QuerySet[User]:
    """Active people who hold one of ``roles`` in ``unit``, in ``district`` or in ``city``."""
    held = Membership.objects.valid(on=on or timezone.localdate()).with_role(*roles)
    if unit is not None:
        held = held.filter(unit=unit)
    if district is not None:
        held = held.filter(district=district)
    if city is not None:
        held = held.filter(city=city)
    return User.objects.filter(is_active=True, pk__in=held.values("user_id"))
