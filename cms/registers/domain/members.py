"""Who belongs to a collective."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from cms.tenancy.models import CollectiveMember, Unit, UnitCollective


@transaction.atomic
def set_members(*, collective: UnitCollective, units: Iterable[Unit], confirmed: bool = False) -> None:
    """Make ``units`` the members. Row by row, because a bulk write would leave no history.

    A place that stays keeps its mark as a sample, unless ``confirmed`` takes the mark away.
    """
    wanted = {unit.pk: unit for unit in units}
    for member in collective.members.select_related("unit"):
        if wanted.pop(member.unit_id, None) is None:
            member.delete()
        elif confirmed and member.is_sample:
            member.is_sample = False
            member.save()
    for unit in wanted.values():
        CollectiveMember.objects.create(collective=collective, unit=unit)
