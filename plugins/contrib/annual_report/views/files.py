"""Files below the page of a report; they say what the page says."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from plugins.api import SHEET_TYPES, answer_file, answer_pdf, content_type_of, install_part, kept_file
from plugins.contrib.annual_report.models import AnnualReportPage
from plugins.contrib.annual_report.published import report_as_json
from plugins.contrib.annual_report.shown import DOCX, JSON, PDF, XLSX
from plugins.contrib.annual_report.writing import html_of, write_docx, write_xlsx


def install_files() -> None:
    """Let reports answer with their files."""
    install_part(AnnualReportPage, PDF, pdf_file)
    install_part(AnnualReportPage, DOCX, word_file)
    install_part(AnnualReportPage, XLSX, sheet_file)
    install_part(AnnualReportPage, JSON, json_file)


def pdf_file(page: Any, request: HttpRequest) -> HttpResponseBase:
    """The report as PDF."""
    return answer_pdf(request, page, PDF, source=html_of(page.contents))


def word_file(page: Any, request: HttpRequest) -> HttpResponseBase:
    """The report as DOCX."""
    contents = page.contents
    version, content = kept_file(page, "docx", source=contents.source, make=lambda: write_docx(contents))
    return answer_file(request, page, DOCX, kind=content_type_of("docx"), version=version, content=content)


def sheet_file(page: Any, request: HttpRequest) -> HttpResponseBase:
    """The report as a workbook."""
    contents = page.contents
    content = write_xlsx(contents)
    version = hashlib.sha256(contents.source.encode()).hexdigest()
    return answer_file(request, page, XLSX, kind=SHEET_TYPES["xlsx"], version=version, content=content)


def json_file(page: Any, request: HttpRequest) -> HttpResponseBase:
    """The figures by their codes."""
    return JsonResponse(report_as_json(page), json_dumps_params={"ensure_ascii": False})
