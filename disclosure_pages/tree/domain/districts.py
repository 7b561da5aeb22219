"""Homes of the city and its districts: the trunk from which the responsibility table grows columns."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page, Site

from cms.tenancy.models import City, District
from disclosure_pages.tree.acts import structural_change
from disclosure_pages.tree.models import CityHome, DistrictHome


@transaction.atomic
def create_city_home(*, city: City, hostname: str = "localhost", port: int = 80) -> CityHome:
    """Make the city's home page and the default site. Done again, it changes nothing."""
    existing = CityHome.objects.filter(pk=city.root_page_id).first()
    if existing is not None:
        return existing
    home = CityHome(title=city.name, slug=city.slug)
    with structural_change():
        Page.get_first_root_node().add_child(instance=home)
    City.objects.filter(pk=city.pk).update(root_page=home)
    city.root_page_id = home.pk
    Site.objects.filter(is_default_site=True).update(is_default_site=False)
    Site.objects.update_or_create(
        hostname=hostname,
        port=port,
        defaults={"root_page": home, "is_default_site": True, "site_name": city.name},
    )
    Page.objects.filter(depth=2, slug="home", numchild=0).exclude(pk=home.pk).delete()
    return home


@transaction.atomic
def create_district_home(*, district: District) -> DistrictHome:
    """Make the district's home page below the city's. Done again, it changes nothing."""
    existing = DistrictHome.objects.filter(pk=district.root_page_id).first()
    if existing is not None:
        return existing
    city_home = create_city_home(city=district.city)
    home = DistrictHome(title=district.name, slug=district.slug)
    with structural_change():
        city_home.add_child(instance=home)
    District.objects.filter(pk=district.pk).update(root_page=home)
    district.root_page_id = home.pk
    return home


@transaction.atomic
def give_host(*, district: District, hostname: str, port: int = 443) -> Site:
    """Let the district answer under its own host name as well as under its path."""
    home = DistrictHome.objects.get(pk=district.root_page_id)
    site, _created = Site.objects.update_or_create(
        hostname=hostname, port=port, defaults={"root_page": home, "site_name": district.name}
    )
    return site
