"""Addresses of the reports, below ``/admin/plug-ins/annual-report/``."""

from __future__ import annotations

from django.urls import path

from . import acts, documents, figure, fill, index, issuers, starts, texts

FIGURE = "<int:key>/figures/<str:table>/<str:row>/<str:column>/"

urlpatterns = [
    path("", index.ReportsIndex.as_view(), name="reports"),
    path("begin/", acts.BeginView.as_view(), name="begin"),
    path("documents/", documents.DocumentsScreen.as_view(), name="documents"),
    path("districts/<slug:district>/", index.DistrictIndex.as_view(), name="district"),
    path("districts/<slug:district>/issuers/", issuers.IssuersScreen.as_view(), name="issuers"),
    path("districts/<slug:district>/sources/", starts.StartsScreen.as_view(), name="sources"),
    path("<int:key>/", fill.FillScreen.as_view(), name="report"),
    path("<int:key>/check/", fill.CheckView.as_view(), name="check"),
    path("<int:key>/act/", acts.MoveView.as_view(), name="act"),
    path("<int:key>/texts/", texts.TextsScreen.as_view(), name="texts"),
    path("<int:key>/log/", figure.LogScreen.as_view(), name="log"),
    path(FIGURE, figure.FigureScreen.as_view(), name="figure"),
]
