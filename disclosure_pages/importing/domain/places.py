"""Where imported documents go: an open section of the unit, below a column that takes policy documents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.people.domain.groups import sync_rights
from cms.people.domain.roles import Person
from cms.people.models import User
from cms.tenancy.models import District, Unit, UnitAlias
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.responsibility.suggestions import nearest_names
from disclosure_pages.responsibility.titles import identity
from disclosure_pages.tree.enums import ColumnPurpose
from disclosure_pages.tree.models import Column, Section

#: Of the columns in which a unit writes, these are taken first when nobody names one: by title, then by purpose.
DOCUMENT_COLUMNS = re.compile("文件|规范|政策|依据")
PREFERRED = (ColumnPurpose.STATUTORY, ColumnPurpose.SYSTEM, ColumnPurpose.OTHER, ColumnPurpose.ANNUAL_REPORT)


@dataclass(frozen=True)
class Place:
    """A section that takes documents, with its column."""

    section: Section
    column: Column

    @property
    def label(self) -> str:
        return f"{self.column.numbered_title} · {self.section.unit.name}"


def open_places(*, district: District | None = None) -> list[Place]:
    """Every place that takes new policy documents, in the order of the tree."""
    columns = Column.objects.filter(purpose__in=PolicyDocument.purposes, retired_on=None).select_related("district")
    if district is not None:
        columns = columns.filter(district=district)
    by_path = {column.path: column for column in columns}
    sections = Section.objects.filter(closed_on=None).select_related("unit").order_by("path")
    if district is not None:
        sections = sections.filter(unit__district=district)
    found = ((section, by_path.get(section.path[: -Page.steplen])) for section in sections)
    return [Place(section, column) for section, column in found if column is not None]


def places_for(user: Person) -> list[Place]:
    """Places in which ``user`` may write new documents, by the rights of today."""
    if isinstance(user, User) and user.rights_synced_on != timezone.localdate():
        sync_rights(user=user)  # a task or a command may be the first that this person does today
    policy = policy_registry.get_by_type(Page)
    allowed = set(policy.instances_user_has_permission_for(user, "add").values_list("pk", flat=True))
    return [place for place in open_places() if place.section.pk in allowed]


def _preference(place: Place) -> tuple[bool, int]:
    column = place.column
    return DOCUMENT_COLUMNS.search(column.title) is None, PREFERRED.index(ColumnPurpose(column.purpose))


class Places:
    """Finds a place by the names of unit and column, as people write them. Asks the database once."""

    def __init__(self, places: Iterable[Place], *, district: District) -> None:
        self._places = list(places)
        units = Unit.objects.filter(pk__in={place.section.unit_id for place in self._places})
        aliases = UnitAlias.objects.filter(unit__in=units).values_list("name", "unit_id")
        named = [(name, unit.pk) for unit in units for name in (unit.name, unit.full_name) if name]
        self._units = {identity(name): key for name, key in [*aliases, *named]}
        self._names = [unit.name for unit in units]
        self._district = district

    def find(self, unit: str, column: str = "") -> Place:
        """The place of ``unit`` below ``column``, or below the column that suits documents best.

        Raises :class:`ImportRefused`, which names what there is.
        """
        key = self._units.get(identity(unit))
        own = [place for place in self._places if place.section.unit_id == key]
        if not own:
            nearest = "、".join(nearest_names(identity(unit), self._names) or self._names[:5])
            raise ImportRefused(
                _("“%(unit)s” has no place for policy documents in %(district)s.")
                % {"unit": unit, "district": self._district},
                _("Write the unit as the register does, for example: %(names)s.") % {"names": nearest}
                if nearest
                else _("Apply a responsibility table that gives the unit a column."),
            )
        if not column:
            return min(own, key=_preference)
        wanted = {identity(column), identity(column.rpartition(">")[2])}
        for place in own:
            if wanted & {identity(place.column.title), identity(place.column.numbered_title)}:
                return place
        columns = "、".join(place.column.title for place in own)
        raise ImportRefused(
            _("“%(unit)s” does not write in a column “%(column)s”.") % {"unit": unit, "column": column},
            _("Choose one of its columns: %(names)s.") % {"names": columns},
        )
