"""The public pages of the bundled plug-ins in every theme and mode, on a small and a large screen."""

from __future__ import annotations

from typing import Any

import pytest

from cms.people.enums import Role
from plugins.contrib.item_catalogue.models import Item
from plugins.contrib.item_catalogue.permalinks import key_of
from plugins.contrib.item_catalogue.samples import make_samples
from plugins.domain.switching import enable
from tests.browser.test_themes import MODES, THEMES, WIDTHS, article, faults, show_with  # noqa: F401  (a fixture)
from tests.factories.pages import publish
from tests.factories.people import make_person
from tests.plugins.annual_report.reports import make_report
from tests.plugins.guide_tables.tables import make_table


@pytest.fixture
def addresses(article: Any) -> dict[str, str]:  # noqa: F811
    """A table of schools, its item, their catalogue and the list of fields; an annual report; screens of applicants."""
    district = article.district
    for name in ("annual-report", "guide-tables", "item-catalogue", "requests"):
        enable(name, district=district, user=None)
    for role, place in ((Role.DISCLOSURE_OFFICE, {"district": district}), (Role.CITY_AUDITOR, {"city": district.city})):
        make_person(role, **place)
    table = publish(make_table(article.get_parent().specific, title="义务教育学校名录（样例）"))
    make_samples(district=district)
    item = Item.objects.get(second="义务教育学校名录")
    catalogue = f"/{district.slug}/item-catalogue/compulsory-education/"
    return {
        "report": publish(make_report(article.get_parent().specific)).get_url(),
        "table": table.get_url(),
        "narrowed": f"{table.get_url()}?q=小学&sort=places",
        "fields": f"/{district.slug}/item-catalogue/",
        "catalogue": catalogue,
        "requests": f"/{district.slug}/requests/",
        "application": f"/{district.slug}/requests/apply/",
        "item": f"{catalogue}{key_of(item.identity)}/",
    }


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_serious(chromium, article, addresses, live_server, theme, mode) -> None:  # noqa: F811
    show_with(theme, article)
    found = faults(chromium, live_server.url, mode, addresses)
    assert found == {(name, width): ([], 0) for name in addresses for width in WIDTHS}
