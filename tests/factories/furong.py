"""The shipped sample district, as the demo makes it."""

from __future__ import annotations

from cms.tenancy.models import City, District
from disclosure_pages.responsibility.domain.apply import apply_table
from disclosure_pages.responsibility.domain.samples import load_sample_registers, sample_table
from disclosure_pages.tree.domain.districts import create_district_home

from .tenancy import make_city, make_district


def make_furong(slug: str = "furong") -> District:
    """A district with the sample registers and a home page; no table applied yet."""
    city = City.objects.filter(slug="changsha").first() or make_city(name="长沙市", slug="changsha")
    district = make_district(city=city, name=f"{slug}区", slug=slug)
    load_sample_registers(district=district)
    create_district_home(district=district)
    return district


def make_applied_furong(slug: str = "furong") -> District:
    """A district with the shipped table applied."""
    district = make_furong(slug)
    apply_table(district=district, content=sample_table(), file_name="table.csv")
    return district
