"""Addresses of the screens of looks, below the admin's."""

from __future__ import annotations

from django.urls import path

from .views.gallery import DistrictView, IndexView
from .views.mourning import MourningView
from .views.version import VerdictView, VersionView

app_name = "gongkai_themes"
urlpatterns = [
    path("themes/", IndexView.as_view(), name="index"),
    path("themes/mourning-days/", MourningView.as_view(), name="mourning"),
    path("themes/district/<slug:district>/", DistrictView.as_view(), name="district"),
    path("themes/district/<slug:district>/<int:version>/", VersionView.as_view(), name="version"),
    path("themes/district/<slug:district>/<int:version>/verdict/", VerdictView.as_view(), name="verdict"),
]
