"""Addresses of the register below the admin's."""

from __future__ import annotations

from django.urls import path

from .views.numbering import NumberingView
from .views.register import EntryView, RegisterView

app_name = "gongkai_register"
urlpatterns = [
    path("normative-documents/", RegisterView.as_view(), name="index"),
    path("normative-documents/results/", RegisterView.as_view(results_only=True), name="index_results"),
    path("normative-documents/<int:pk>/", EntryView.as_view(), name="entry"),
    path("normative-documents/numbers/<slug:district>/", NumberingView.as_view(), name="numbering"),
]
