"""Addresses of these screens below the admin's."""

from __future__ import annotations

from django.urls import path

from .freshness import FreshnessView
from .report import SearchReportView

app_name = "gongkai_oversight"
urlpatterns = [
    path("search/freshness/", FreshnessView.as_view(), name="freshness"),
    path("search/report/", SearchReportView.as_view(), name="report"),
    path("search/report/results/", SearchReportView.as_view(results_only=True), name="report_results"),
]
