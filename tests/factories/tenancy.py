"""Cities, districts, units: plain makers with plain defaults, one of each name."""

from __future__ import annotations

from itertools import count
from typing import Any

from cms.tenancy.models import City, CollectiveMember, District, Unit, UnitAlias, UnitCollective

_numbers = count(1)


def make_city(**values: Any) -> City:
    number = next(_numbers)
    return City.objects.create(**{"name": f"城市{number}", "slug": f"city-{number}", **values})


def make_district(**values: Any) -> District:
    number = next(_numbers)
    values.setdefault("city", None)
    values["city"] = values["city"] or make_city()
    return District.objects.create(**{"name": f"区县{number}", "slug": f"district-{number}", **values})


def make_unit(district: District | None = None, **values: Any) -> Unit:
    number = next(_numbers)
    defaults = {"district": district or make_district(), "name": f"单位{number}", "code": f"unit{number}"}
    return Unit.objects.create(**{**defaults, **values})


def make_alias(unit: Unit, **values: Any) -> UnitAlias:
    return UnitAlias.objects.create(**{"unit": unit, "name": f"别名{next(_numbers)}", **values})


def make_collective(district: District, *units: Unit, is_sample: bool = False, **values: Any) -> UnitCollective:
    collective = UnitCollective.objects.create(**{"district": district, "name": f"各单位{next(_numbers)}", **values})
    for unit in units:
        CollectiveMember.objects.create(collective=collective, unit=unit, is_sample=is_sample)
    return collective
