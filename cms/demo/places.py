"""The city, the district and its columns, from the table and the registers that ship with the project."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from wagtail.models import Site

from cms.tenancy.models import City, District
from disclosure_pages.clearance.domain.workflows import set_office_approval
from disclosure_pages.responsibility.domain.apply import apply_table
from disclosure_pages.responsibility.domain.samples import SAMPLE_TABLE, load_sample_registers, sample_table
from disclosure_pages.responsibility.models import AppliedTable
from disclosure_pages.tree.domain.districts import create_city_home, create_district_home
from disclosure_pages.tree.models import Column
from themes.domain.drafting import begin_draft
from themes.domain.starting import start_version
from themes.models import ThemeVersion

from .serving import HOST

CITY = {"name": "长沙市", "slug": "changsha", "code": "430100"}
DISTRICT = {
    "name": "芙蓉区",
    "government_name": "芙蓉区人民政府",
    "slug": "furong",
    "code": "430102",
    "site_identifier": "4301020000",
    "icp_number": "湘ICP备00000000号",
    "police_number": "湘公网安备43010200000000号",
    "contact": "承办单位：芙蓉区人民政府办公室（演示数据）　联系电话：0731-00000000",
}
THEME = "furong"
FORMER_TABLE = "furong-2025.csv"
#: A row of the district's former table; the column leaves with the table of today, and stays readable.
FORMER_ROW = "三,法定主动公开内容,15.创建文明典范城区,,区城管局、区住房城乡建设局,\n"
WITH_OFFICE_APPROVAL = ("区政府信息公开年报",)


def are_there() -> bool:
    """Whether the district has its table."""
    return AppliedTable.objects.filter(district__slug=DISTRICT["slug"]).exists()


@transaction.atomic
def make_district(*, port: int) -> District:
    """The city, the district, their homes and their registers."""
    city = City.objects.get_or_create(slug=CITY["slug"], defaults=CITY)[0]
    district = District.objects.get_or_create(slug=DISTRICT["slug"], defaults={**DISTRICT, "city": city})[0]
    create_city_home(city=city, hostname=HOST, port=port)
    create_district_home(district=district)
    load_sample_registers(district=district)
    return district


def apply_former_table(*, district: District, on: dt.date) -> None:
    """Apply last year's table: today's with one more column, below the third first-level title."""
    lines = sample_table().decode("utf-8-sig").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if line.startswith("四,"))
    content = "".join([*lines[:place], FORMER_ROW, *lines[place:]]).encode()
    apply_table(district=district, content=content, file_name=FORMER_TABLE, on=on)


def apply_present_table(*, district: District) -> None:
    """Apply the table that ships with the project, which retires the former column."""
    apply_table(district=district, content=sample_table(), file_name=SAMPLE_TABLE)


def ask_for_office_approval(*, district: District) -> None:
    """Let the annual report of the district pass the disclosure office too."""
    for column in Column.objects.filter(district=district, title__in=WITH_OFFICE_APPROVAL):
        set_office_approval(column=column, needed=True)


def choose_look(*, district: District) -> None:
    """The district is shown with a theme of its own, the city and whoever joins it later with the base theme."""
    if not ThemeVersion.objects.of_place(district=district).exists():
        start_version(version=begin_draft(theme=THEME, user=None, district=district), user=None)


def follow_port(*, port: int) -> None:
    """Links in mails name the port that the demo listens on."""
    Site.objects.filter(is_default_site=True).exclude(port=port).update(port=port)
