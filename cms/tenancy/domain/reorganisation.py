"""What a reorganisation (机构改革) does to the registers: names, aliases, collectives, superior units.

The whole act, with content and rights, is in ``disclosure_pages.tree.domain.reorganisation``.
"""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.tenancy.models import CollectiveMember, Unit, UnitAlias
from cms.tenancy.validators import validate_unit_name

from .journal import Journal

ONE_DAY = dt.timedelta(days=1)
MAX_ALIAS = UnitAlias._meta.get_field("name").max_length or 0


def check_merger(*, unit: Unit, into: Unit, day: dt.date, today: dt.date) -> None:
    """Raise ``ValidationError`` unless ``unit`` can become part of ``into`` on ``day``."""
    names = {"unit": unit.name, "into": into.name}
    if unit == into:
        raise ValidationError(_("A unit cannot be merged into itself."))
    if unit.district_id != into.district_id:
        raise ValidationError(_("%(unit)s and %(into)s belong to different districts.") % names)
    if not into.is_active(on=day):
        raise ValidationError(_("%(into)s does not exist on that day.") % names)
    if not unit.is_active(on=day):
        raise ValidationError(_("%(unit)s does not exist on that day.") % names)
    if unit.active_from is not None and unit.active_from >= day:
        raise ValidationError(_("%(unit)s exists only from that day on.") % names)
    _check_day(day, today)


def check_rename(*, unit: Unit, new_name: str, new_full_name: str, day: dt.date, today: dt.date) -> None:
    """Raise ``ValidationError`` unless ``unit`` can be called ``new_name`` from ``day`` on."""
    if (new_name, new_full_name or unit.full_name) == (unit.name, unit.full_name):
        raise ValidationError(_("This is its name already."))
    if not unit.is_active(on=day):
        raise ValidationError(_("%(unit)s does not exist on that day.") % {"unit": unit.name})
    renamed = Unit.objects.get(pk=unit.pk)
    renamed.name, renamed.full_name = new_name, new_full_name or unit.full_name
    renamed.full_clean()
    _check_day(day, today)


def _check_day(day: dt.date, today: dt.date) -> None:
    if day > today:
        raise ValidationError(_("The day lies in the future: carry it out on the day, as rights move at once."))


def merge_in_registers(*, unit: Unit, into: Unit, day: dt.date, source: str, journal: Journal) -> dict[str, list[str]]:
    """Hand names, places in collectives and subordinate units over to ``into``, and end ``unit`` on the eve of ``day``.

    Returns what was handed over, in words: ``aliases``, ``collectives``, ``subunits``.
    """
    done = {
        "subunits": [_hand_over_subunit(below, unit, into, journal) for below in unit.subunits.order_by("pk")],
        "aliases": [
            *(_hand_over_alias(alias, into, journal) for alias in unit.aliases.order_by("pk")),
            *_keep_names(into, [unit.name, unit.full_name], source, journal),
        ],
        "collectives": [
            _hand_over_place(place, into, journal)
            for place in unit.collective_places.select_related("collective").order_by("pk")
        ],
    }
    unit.refresh_from_db()
    journal.change(unit, merged_into_id=into.pk, active_to=day - ONE_DAY)
    return done


def rename_in_registers(
    *, unit: Unit, new_name: str, new_full_name: str, source: str, journal: Journal
) -> dict[str, list[str]]:
    """Give the unit its new name and keep the old ones as aliases; returns those, in words."""
    old_names = [unit.name] if unit.name != new_name else []
    if new_full_name and new_full_name != unit.full_name:
        old_names.append(unit.full_name)
    for alias in unit.aliases.filter(name=new_name):
        journal.delete(alias)
    journal.change(unit, name=new_name, full_name=new_full_name or unit.full_name)
    return {"aliases": _keep_names(unit, old_names, source, journal)}


def _hand_over_subunit(below: Unit, unit: Unit, into: Unit, journal: Journal) -> str:
    # A unit that takes in its own superior moves up to where that one stood.
    journal.change(below, parent_id=unit.parent_id if below == into else into.pk)
    return below.name


def _hand_over_alias(alias: UnitAlias, into: Unit, journal: Journal) -> str:
    if into.name == alias.name or into.aliases.filter(name=alias.name).exists():
        journal.delete(alias)
    else:
        journal.change(alias, unit_id=into.pk)
    return alias.name


def _keep_names(unit: Unit, names: list[str], source: str, journal: Journal) -> list[str]:
    """Add ``names`` as aliases, as far as a table could write them and nobody else goes by them."""
    kept = []
    for name in dict.fromkeys(filter(None, names)):
        if not _can_be_alias(unit, name):
            continue
        journal.create(UnitAlias(unit=unit, name=name, source=source[:200]))
        kept.append(name)
    return kept


def _can_be_alias(unit: Unit, name: str) -> bool:
    try:
        validate_unit_name(name)
    except ValidationError:
        return False
    taken = UnitAlias.objects.filter(unit__district=unit.district_id, name=name)
    return name != unit.name and len(name) <= MAX_ALIAS and not taken.exists()


def _hand_over_place(place: CollectiveMember, into: Unit, journal: Journal) -> str:
    if place.collective.members.filter(unit=into).exists():
        journal.delete(place)
    else:
        journal.change(place, unit_id=into.pk)
    return place.collective.name
