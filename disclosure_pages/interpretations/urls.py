"""Addresses of interpretations below the admin's."""

from __future__ import annotations

from django.urls import path

from .views.begin import BeginView
from .views.reports import UnpairedReportView, WaiverReportView
from .views.waivers import LiftView, WaiveView

app_name = "gongkai_interpretations"
urlpatterns = [
    path("interpretations/<int:page_id>/begin/", BeginView.as_view(), name="begin"),
    path("interpretations/<int:page_id>/waive/", WaiveView.as_view(), name="waive"),
    path("interpretations/<int:page_id>/lift-waiver/", LiftView.as_view(), name="lift_waiver"),
    path("reports/unpaired/", UnpairedReportView.as_view(), name="report_unpaired"),
    path("reports/unpaired/results/", UnpairedReportView.as_view(results_only=True), name="report_unpaired_results"),
    path("reports/waivers/", WaiverReportView.as_view(), name="report_waivers"),
    path("reports/waivers/results/", WaiverReportView.as_view(results_only=True), name="report_waivers_results"),
]
