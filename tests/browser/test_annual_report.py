"""Filling in an annual report: sums and failures follow while somebody types."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

import pytest
from django.urls import reverse
from playwright.sync_api import Dialog
from pypdf import PdfReader

from cms.people.enums import Role
from disclosure_pages.tree.enums import ColumnPurpose
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.filling import Entry, fill_report
from plugins.contrib.annual_report.domain.sources import leaves
from plugins.contrib.annual_report.domain.values import figures_of, form_in, values_of
from plugins.domain.switching import enable
from tests.browser.conftest import fill_in_sign_in
from tests.factories.pages import publish
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district, make_unit
from tests.factories.tree import make_column, make_home, make_section
from tests.plugins.annual_report.reports import make_report

TODAY = dt.date(2026, 1, 20)
CELL = '[id="c.requests.{}.natural"]'


@pytest.fixture
def report(transactional_db):
    district = make_district(city=make_city(name="样例市"), name="甲区", slug="jia")
    enable("annual-report", district=district, user=None)
    unit = make_unit(district, name="区教育局", code="jyj")
    make_person(Role.REQUEST_OFFICER, "officer", unit=unit)
    found = begin_report(owner=unit, year=2025, today=TODAY)
    count_report(report=found, user=None)
    counted = figures_of(found)
    entries = {key: Entry(Decimal(0)) for key in leaves(form_in(found)) if key not in counted}
    fill_report(report=found, entries=entries, user=None)
    return found


def test_sums_and_failures_follow_what_is_typed(page, sign_in, report, complaints):
    sign_in("officer")
    page.goto(reverse("annual-report-admin:report", args=[report.pk]))
    page.locator(CELL.format("new")).fill("3")
    page.locator(CELL.format("granted")).fill("2")
    page.locator("td.gk-cell--wrong").first.wait_for()
    assert page.locator('[id="c.requests.new.total"]').inner_text() == "3"
    page.locator(CELL.format("carried_out")).fill("1")
    page.locator("#failures .help-info").wait_for()
    assert complaints == []


def test_submitting_takes_what_is_typed_and_leaving_asks_first(page, sign_in, report, complaints):
    sign_in("officer")
    page.goto(reverse("annual-report-admin:report", args=[report.pk]))
    page.evaluate("document.addEventListener('w-unsaved:watch-edits', () => { document.body.id = 'watched'; })")
    page.locator("#watched").wait_for()
    page.locator(CELL.format("new")).fill("3")
    page.locator(CELL.format("carried_out")).fill("3")
    page.locator("#fill[data-w-unsaved-has-edits-value=true]").wait_for()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    page.get_by_role("link", name="报告日志").click()
    page.get_by_role("button", name="报送", exact=True).click()
    page.locator(".gk-badge--submitted").wait_for()
    report.refresh_from_db()
    assert (asked, report.state, values_of(report)["requests", "new", "natural"]) == (
        ["beforeunload"],
        "submitted",
        Decimal(3),
    )
    assert complaints == []


def test_enter_in_a_cell_checks_and_hands_nothing_on(page, sign_in, report):
    sign_in("officer")
    page.goto(reverse("annual-report-admin:report", args=[report.pk]))
    page.locator(CELL.format("new")).fill("3")
    page.locator(CELL.format("new")).press("Enter")
    page.wait_for_load_state()
    page.locator("#failures .help-critical").wait_for()
    report.refresh_from_db()
    assert (report.state, page.locator(CELL.format("new")).input_value()) == ("draft", "3")


def test_signed_out_person_is_told_and_loses_nothing(page, context, sign_in, report):
    sign_in("officer")
    page.goto(reverse("annual-report-admin:report", args=[report.pk]))
    context.clear_cookies(name="sessionid")
    page.locator(CELL.format("new")).fill("3")
    page.locator(CELL.format("carried_out")).fill("3")
    page.locator("#trouble:not(:empty)").wait_for()
    page.get_by_role("button", name="保存", exact=True).click()
    fill_in_sign_in(context.new_page(), "officer")
    page.get_by_role("button", name="保存", exact=True).click()
    page.locator(".messages .success").wait_for()
    assert values_of(report)["requests", "new", "natural"] == 3


def test_number_of_what_is_to_mend_stands_beside_the_button(page, sign_in, report):
    sign_in("officer")
    page.goto(reverse("annual-report-admin:report", args=[report.pk]))
    page.locator(CELL.format("new")).fill("3")
    page.locator("#standing a").wait_for()
    assert page.locator("#standing").inner_text() == "2处待改"


def test_longest_table_is_printed_on_one_page(page, transactional_db):
    district = make_district(city=make_city(name="样例市"), name="甲区", slug="jia")
    enable("annual-report", district=district, user=None)
    make_home(district)
    section = make_section(column=make_column("年报", district=district, purpose=ColumnPurpose.ANNUAL_REPORT))
    page.goto(publish(make_report(section)).get_url())
    texts = [one.extract_text() for one in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    ends = ("本列数据", "本年新收", "结转下年度")
    whole_table = [text for text in texts if all(end in text for end in ends)]
    assert len(whole_table) == 1
