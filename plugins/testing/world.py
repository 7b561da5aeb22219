"""Two districts of a city, made as the product makes them; a plug-in is on in the first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Any

from wagtail.models import Collection

from cms.people.enums import Role
from cms.people.models import Membership, User
from cms.tenancy.models import City, District, Unit
from disclosure_pages.clearance.domain.acts import force_publication
from disclosure_pages.tree.acts import structural_change
from disclosure_pages.tree.domain.districts import create_district_home
from disclosure_pages.tree.models import Column, Section
from plugins.discovery import discovered
from plugins.domain.switching import enable
from plugins.manifest import Level

_numbers = count(1)


@dataclass(frozen=True)
class Place:
    """A district with a unit and its place in the tree."""

    district: District
    unit: Unit
    section: Section

    @property
    def where(self) -> str:
        """How public addresses of the district begin: ``furong/``."""
        return f"{self.district.slug}/"


@dataclass(frozen=True)
class TwoDistricts:
    """The plug-in is switched on ``here`` and not ``there``; one of the installation is on in both."""

    here: Place
    there: Place


def make_two_districts(plugin: str) -> TwoDistricts:
    """Set them up and switch ``plugin`` on; raises ``CannotSwitch`` when it cannot take part."""
    city = City.objects.create(name="江城市", slug="jiangcheng")
    here, there = (_make_place(city, name, slug) for name, slug in (("东湖区", "donghu"), ("西山区", "xishan")))
    found = discovered().named(plugin)
    is_of_district = found is None or found.manifest.level is Level.DISTRICT
    enable(plugin, district=here.district if is_of_district else None, user=None)
    return TwoDistricts(here, there)


def make_person(role: str, place: Place) -> User:
    """Somebody with ``role`` in the unit, for editors and moderators, or in the district."""
    user = User.objects.create_user(username=f"person{next(_numbers)}", password=None)
    where = {"unit": place.unit} if role in (Role.EDITOR, Role.MODERATOR) else {"district": place.district}
    Membership.objects.create(user=user, role=role, **where)
    return user


def make_public(kind: Any, place: Place, /, **fields: Any) -> Any:
    """A public page of ``kind``; ``fields`` are its own. What the gates of the plug-in forbid raises ``NotCleared``."""
    writer, office = make_person(Role.EDITOR, place), make_person(Role.DISCLOSURE_OFFICE, place)
    page = kind(live=False, owner=writer, **{"title": f"样例{next(_numbers)}", **fields})
    place.section.add_child(instance=page)
    page.save_revision(user=writer)
    force_publication(page=page, user=office, reason="测试", basis="《政府信息公开条例》第二十条")
    return kind.objects.get(pk=page.pk)


def _make_place(city: City, name: str, slug: str) -> Place:
    district = District.objects.create(city=city, name=name, slug=slug)
    home = create_district_home(district=district)
    unit = Unit.objects.create(district=district, name=f"{name}教育局", code=f"{slug}-jyj")
    column = Column(title="重点领域信息", slug="zhong-dian-ling-yu", district=district)
    with structural_change():
        home.add_child(instance=column)
        collection = Collection.get_first_root_node().add_child(name=f"{name} · {unit.name}")
        section = Section(title=unit.name, slug=f"s-{unit.code}", unit=unit, collection=collection)
        column.add_child(instance=section)
    return Place(district, unit, section)
