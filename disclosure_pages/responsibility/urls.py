"""Addresses of the responsibility screens, below the admin's."""

from __future__ import annotations

from django.urls import path

from .views.districts import DistrictTableView, DriftView, IndexView
from .views.proposals import ProposeView
from .views.tables import ReviewView, UploadView
from .views.versions import DownloadView, VersionView

app_name = "gongkai_responsibility"
urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("<slug:district>/", DistrictTableView.as_view(), name="district"),
    path("<slug:district>/upload/", UploadView.as_view(), name="upload"),
    path("<slug:district>/propose/", ProposeView.as_view(), name="propose"),
    path("<slug:district>/review/", ReviewView.as_view(), name="review"),
    path("<slug:district>/drift/", DriftView.as_view(), name="drift"),
    path("<slug:district>/versions/<int:number>/", VersionView.as_view(), name="version"),
    path("<slug:district>/versions/<int:number>/file/", DownloadView.as_view(), name="download"),
]
