"""A report in work is downloaded as a draft that says so, by who sees the report."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from docx import Document

from cms.people.enums import Role
from plugins.contrib.annual_report.domain.publishing import as_page
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.views.pages.downloads import mark_of
from plugins.contrib.annual_report.writing import html_of
from tests.factories.people import make_person
from tests.factories.tenancy import make_unit

from .filled import fill


def _get(person, report, file_format):
    client = Client()
    client.force_login(person)
    return client.get(reverse("annual-report-admin:download", args=[report.pk, file_format]))


def test_word_file_says_that_it_is_a_draft(report, officer):
    answer = _get(officer, fill(report, officer), "docx")
    header = Document(io.BytesIO(answer.content)).sections[0].header.paragraphs[0].text
    assert (header, "no-store" in answer["Cache-Control"]) == ("草稿（填报中，尚未公开）", True)


def test_workbook_says_that_it_is_a_draft(report, officer):
    book = openpyxl.load_workbook(io.BytesIO(_get(officer, report, "xlsx").content))
    assert [page.oddHeader.center.text for page in book] == ["草稿（填报中，尚未公开）"] * len(book.worksheets)


def test_report_that_is_public_has_no_mark(report):
    assert mark_of(report)
    report.state = "published"
    assert mark_of(report) == ""


def test_pdf_has_texts_comparison_and_charts(report, officer):
    Report.objects.filter(pk=report.pk).update(overview="总体良好")
    fill(report, officer, new=3, granted=3)
    text = html_of(as_page(Report.objects.get(pk=report.pk)).contents)
    assert ("总体良好" in text, "<svg" in text, "自然人 3" in text) == (True, True, True)


def test_download_is_absent_for_others_and_of_other_kinds(report, officer):
    other = make_person(Role.EDITOR, "elsewhere", unit=make_unit(report.district))
    assert [_get(other, report, "docx").status_code, _get(officer, report, "html").status_code] == [404, 404]


@pytest.mark.parametrize("file_format", ["docx", "xlsx"])
def test_office_downloads_the_report_of_a_unit(report, office, file_format):
    assert _get(office, report, file_format).status_code == 200
