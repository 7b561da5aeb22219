"""Addresses of the work desk below the admin's."""

from django.urls import path

from .views import FreshnessView

app_name = "gongkai_dashboard"
urlpatterns = [
    path("reports/freshness/", FreshnessView.as_view(), name="freshness"),
    path("reports/freshness/results/", FreshnessView.as_view(results_only=True), name="freshness_results"),
]
