"""Where readers find a report."""

from __future__ import annotations

from django.http import HttpRequest

from plugins.contrib.annual_report.domain.moving import is_public_in_city
from plugins.contrib.annual_report.enums import Level
from plugins.contrib.annual_report.models import Report


def public_url_of(report: Report, request: HttpRequest) -> str:
    """The address of its page, or of the city's own place; empty where readers see nothing."""
    if report.level != Level.CITY:
        page = report.pages.filter(live=True).order_by("-pk").first()
        return (page.get_url(request) or "") if page is not None else ""
    city = report.city
    home = city.root_page.get_url(request) if is_public_in_city(report) and city and city.root_page else ""
    return f"{home}annual-report/{report.year}/" if home else ""
