"""The page is made of a report that is ready, and the report is published with it."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from disclosure_pages.clearance.domain.acts import delete_as_error, withdraw_content
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.filling import Entry, fill_report
from plugins.contrib.annual_report.domain.moving import move_report
from plugins.contrib.annual_report.domain.publishing import make_page
from plugins.contrib.annual_report.domain.sources import leaves
from plugins.contrib.annual_report.domain.values import values_of
from plugins.contrib.annual_report.enums import Act, ReportState
from plugins.contrib.annual_report.exceptions import ReportIncomplete, ReportRefused
from plugins.contrib.annual_report.gate import findings_of as gate
from plugins.contrib.annual_report.models import AnnualReportPage, Report
from plugins.contrib.annual_report.structure import form_of
from tests.factories.pages import publish, submit
from tests.factories.people import make_editor
from tests.factories.tenancy import make_unit
from tests.plugins.annual_report.flow.test_rolling_up import make_accepted
from tests.plugins.annual_report.reports import LAST_YEAR, THIS_YEAR, whole

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 1, 20)


def _filled(district, year, figures, user):
    report = begin_report(owner=district, year=year, today=TODAY)
    values = whole(**figures)
    entries = {key: Entry(values[key]) for key in leaves(form_of("2021"))}
    fill_report(report=report, entries=entries, user=user)
    return report


@pytest.fixture
def report(district, office):
    """Submitted by the district, with last year's beside it."""
    before = _filled(district, 2024, LAST_YEAR, office)
    Report.objects.filter(pk=before.pk).update(state=ReportState.ACCEPTED, submitted_on=TODAY, accepted_on=TODAY)
    found = _filled(district, 2025, THIS_YEAR, office)
    Report.objects.filter(pk=found.pk).update(
        state=ReportState.SUBMITTED, submitted_on=TODAY, overview="第一段<b>\n第二段", other="无。"
    )
    found.refresh_from_db()
    found.evaluations.create(kind="social", evaluator="甲机构", result="满意")
    return found


def test_page_holds_figures_and_texts_of_the_report(report, section, office):
    page = make_page(report=report, section=section, user=office)
    assert (page.frozen.values, page.frozen_before.values) == (whole(), whole(**LAST_YEAR))
    assert page.overview[0].value.source == "<p>第一段&lt;b&gt;</p><p>第二段</p>"
    assert "甲机构" in page.evaluation[0].value.source
    assert (page.live, page.year, page.report) == (False, 2025, report)


def test_page_does_not_follow_the_report_until_it_is_renewed(report, section, office):
    page = make_page(report=report, section=section, user=office)
    report.figures.filter(table="permits").update(entered=9)
    assert AnnualReportPage.objects.get(pk=page.pk).frozen.values == whole()
    draft = make_page(report=report, section=None, user=office)
    assert (draft.pk, draft.frozen.values) == (page.pk, values_of(report))


def test_page_under_review_is_not_renewed(report, section, office):
    page = make_page(report=report, section=section, user=office)
    submit(page, by=make_editor(section.unit))
    with pytest.raises(ReportRefused):
        make_page(report=report, section=None, user=office)


def test_report_is_published_with_its_page(report, section, office):
    publish(make_page(report=report, section=section, user=office))
    report.refresh_from_db()
    assert report.state == ReportState.PUBLISHED


@pytest.mark.parametrize(("accepted_on", "after"), [(None, "submitted"), (TODAY, "accepted")])
def test_report_is_not_published_any_more_without_its_page(report, section, office, accepted_on, after):
    page = publish(make_page(report=report, section=section, user=office))
    Report.objects.filter(pk=report.pk).update(accepted_on=accepted_on)
    withdraw_content(page=page, user=office, reason="数字有误。")
    report.refresh_from_db()
    assert report.state == after


def test_report_is_corrected_and_published_again_at_its_address(report, section, office):
    page = publish(make_page(report=report, section=section, user=office))
    withdraw_content(page=page, user=office, reason="数字有误。")
    move_report(report=report, act=Act.TAKE_BACK, user=office, today=TODAY)
    fill_report(report=report, entries={("permits", "permits", "decisions"): Entry(Decimal(9))}, user=office)
    move_report(report=report, act=Act.SUBMIT, user=office, today=TODAY, reason="无单位")
    again = publish(make_page(report=report, section=None, user=office))
    report.refresh_from_db()
    assert (again.pk, again.url_path, report.state) == (page.pk, page.url_path, ReportState.PUBLISHED)


def test_report_whose_page_is_deleted_is_not_published(report, section, office):
    page = publish(make_page(report=report, section=section, user=office))
    delete_as_error(page=page, user=office, reason="不应公开。")
    report.refresh_from_db()
    assert report.state == ReportState.SUBMITTED


def _codes(page):
    return [(one.code, one.subject) for one in gate(AnnualReportPage.objects.get(pk=page.pk))]


def test_page_of_a_report_that_was_returned_meanwhile_is_stopped(report, section, office):
    page = make_page(report=report, section=section, user=office)
    assert _codes(page) == []
    Report.objects.filter(pk=report.pk).update(state=ReportState.RETURNED, reason="核对")
    assert _codes(page) == [("annual.not_accepted", "")]


def test_page_that_says_something_else_than_its_report_is_stopped(report, section, office):
    page = make_page(report=report, section=section, user=office)
    AnnualReportPage.objects.filter(pk=page.pk).update(organ="乙区", year=2023)
    report.figures.filter(table="permits").update(entered=9)
    others = [("annual.other_report", name) for name in ("year", "organ", "figures")]
    assert _codes(page)[:3] == others


def test_page_is_not_made_of_a_roll_up_that_is_out_of_date(report, section, office, district):
    make_accepted([make_unit(district)])
    with pytest.raises(ReportRefused):
        make_page(report=report, section=section, user=office)


def test_report_is_published_by_no_button(client, report, office):
    client.force_login(office)
    assert client.post(reverse("annual-report-admin:act", args=[report.pk]), {"act": "publish"}).status_code == 404
    with pytest.raises(ReportIncomplete):
        move_report(report=report, act=Act.PUBLISH, user=office, today=TODAY)


def test_screen_makes_the_page(client, report, section, office):
    client.force_login(office)
    address = reverse("annual-report-admin:page", args=[report.pk])
    assert f'<option value="{section.pk}">' in client.get(address).content.decode()
    assert client.post(address, {"section": "1"}).status_code == 409
    assert client.post(address, {"section": section.pk}).status_code == 302
    assert list(report.pages.values_list("title", flat=True)) == ["甲区2025年政府信息公开工作年度报告"]
    assert client.post(address).status_code == 302
    assert report.pages.count() == 1


def test_screen_is_absent_before_the_report_is_ready_and_for_others(client, report, section, office):
    address = reverse("annual-report-admin:page", args=[report.pk])
    client.force_login(make_editor(section.unit))
    assert client.get(address).status_code == 404
    Report.objects.filter(pk=report.pk).update(state=ReportState.DRAFT)
    client.force_login(office)
    assert client.get(address).status_code == 404


def test_texts_go_into_the_page_when_they_are_chosen(client, report, section, office):
    make_page(report=report, section=section, user=office)
    Report.objects.filter(pk=report.pk).update(overview="新的总体情况", problems="新的问题")
    client.force_login(office)
    address = reverse("annual-report-admin:page", args=[report.pk])
    assert [one.name for one in client.get(address).context["texts"]] == ["overview", "problems"]
    client.post(address, {"texts": ["overview"]})
    draft = report.pages.get().get_latest_revision_as_object()
    assert (draft.overview[0].value.source, len(draft.problems)) == ("<p>新的总体情况</p>", 0)


def test_office_without_the_right_to_edit_is_told_whose_editors_go_on(client, report, section, office):
    client.force_login(office)
    address = reverse("annual-report-admin:page", args=[report.pk])
    told = client.post(address, {"section": section.pk}, follow=True).content.decode()
    later = client.get(address).content.decode()
    assert [f"“{section.unit}”的编辑" in page for page in (told, later)] == [True, True]


def test_screen_of_a_report_leads_to_what_readers_see_and_warns_when_out_of_date(client, report, section, office):
    page = publish(make_page(report=report, section=section, user=office))
    client.force_login(office)
    address = reverse("annual-report-admin:report", args=[report.pk])
    current = client.get(address).content.decode()
    move_report(report=report, act=Act.RETURN, user=None, today=TODAY, reason="更正许可数量")
    returned = client.get(address).content.decode()
    link = f'href="{page.get_url()}"'
    assert [(link in html, "公众看到的仍是" in html) for html in (current, returned)] == [(True, False), (True, True)]
