"""Every kind of page in every theme and mode, on a small and a large screen; and choosing colours in the admin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from django.urls import reverse

from cms.people.enums import Role
from disclosure_pages.public.rules import READING_COOKIE
from disclosure_pages.tree.enums import ColumnPurpose
from tests.browser.test_public_pages import BODY, LONG, PLACES, make_documents, overflow, violations
from tests.factories.pages import make_published
from tests.factories.people import make_person
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_section
from themes.domain.drafting import begin_draft
from themes.domain.starting import start_version

#: Mode, reading mode of the cookie, colour scheme of the machine.
MODES = {
    "default": ("standard", "light"),
    "dark": ("standard", "dark"),
    "elder": ("elder", "light"),
    "contrast": ("contrast", "light"),
}
SERIOUS = {"serious", "critical"}
THEMES = ("base", "furong", "contrast")
WIDTHS = (375, 1280)


@pytest.fixture
def article(transactional_db) -> Any:
    district = make_district(slug="furong", government_name="芙蓉区人民政府", icp_number="湘ICP备1号")
    branch = make_column("法定主动公开内容", district=district, purpose=ColumnPurpose.STATUTORY)
    unit = make_unit(district, name="区行政审批服务和数据资源管理中心")
    section = make_section(column=make_column("重大民生信息", parent=branch, numbering="12."), unit=unit)
    make_column("依申请公开", district=district, purpose=ColumnPurpose.ON_REQUEST)
    make_column("公共企事业单位", district=district, purpose=ColumnPurpose.PUBLIC_ENTERPRISE)
    make_published(section=section)
    make_documents(section)
    return make_published(LONG, section=section, body=BODY)


def show_with(theme: str, article: Any) -> None:
    """Let the city and its district be shown with ``theme``."""
    for place in ({"city": article.district.city}, {"district": article.district}):
        start_version(version=begin_draft(theme=theme, user=None, **place), user=None)


def faults(chromium: Any, base: str, mode: str, addresses: Mapping[str, str]) -> dict[tuple[str, int], Any]:
    """For each page and width what axe finds serious, and by how many pixels the page scrolls sideways."""
    reading, scheme = MODES[mode]
    # The content policy of public pages would keep axe itself out.
    context = chromium.new_context(base_url=base, color_scheme=scheme, bypass_csp=True)
    context.add_cookies([{"name": READING_COOKIE, "value": reading, "url": base}])
    page, found = context.new_page(), {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for name, address in addresses.items():
            answer = page.goto(address)
            assert answer.ok or name == "404", address
            serious = [one for one in violations(page) if one["impact"] in SERIOUS]
            found[name, width] = ([(one["id"], one["nodes"][0]["html"]) for one in serious], max(0, overflow(page)))
    context.close()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_serious_and_nothing_scrolls_sideways(chromium, article, live_server, theme, mode) -> None:
    show_with(theme, article)
    found = faults(chromium, live_server.url, mode, {name: place(article) for name, place in PLACES.items()})
    assert found == {(name, width): ([], 0) for name in PLACES for width in WIDTHS}


def test_grey_and_print_and_policy_hold_with_a_theme(page, article, complaints) -> None:
    show_with("furong", article)
    page.goto(article.get_url())
    page.evaluate("document.documentElement.setAttribute('data-grey', '')")
    assert page.evaluate("getComputedStyle(document.documentElement).filter") == "grayscale(1)"
    page.emulate_media(media="print")
    assert page.locator(".reading-bar").is_hidden()
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.masthead')).backgroundColor") == "rgb(255, 255, 255)"
    )
    assert complaints == []


def test_verdict_follows_the_colour_that_is_chosen(article, browser_of) -> None:
    page = browser_of(make_person(Role.THEME_DESIGNER, "designer", district=article.district))
    version = begin_draft(theme="base", user=None, district=article.district)
    page.goto(reverse("gongkai_themes:version", args=[article.district.slug, version.pk]))
    page.locator("input[name=accent]").fill("#ffd0d0")
    page.locator(".gk-verdict__line--bad").first.wait_for()
    assert page.locator("input[name=accent_own]").is_checked()
    page.locator("input[name=accent]").fill("#7a1138")
    page.locator(".gk-verdict__line--bad").first.wait_for(state="detached")
