"""Addresses of the screens of looks, below the admin's."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views.gallery import IndexView, PlaceView
from .views.mourning import MourningView
from .views.version import VerdictView, VersionView


def _of_level(level: str, where: str, *, prefix: str) -> list[URLPattern]:
    """The screens of a place, below ``where``."""
    return [
        path(where, PlaceView.as_view(level=level), name=level),
        path(f"{where}<int:version>/", VersionView.as_view(level=level), name=f"{prefix}version"),
        path(f"{where}<int:version>/verdict/", VerdictView.as_view(level=level), name=f"{prefix}verdict"),
    ]


app_name = "gongkai_themes"
urlpatterns = [
    path("themes/", IndexView.as_view(), name="index"),
    path("themes/mourning-days/", MourningView.as_view(), name="mourning"),
    *_of_level("district", "themes/district/<slug:district>/", prefix=""),
    *_of_level("unit", "themes/unit/<slug:district>/<slug:unit>/", prefix="unit_"),
    *_of_level("city", "themes/city/<slug:city>/", prefix="city_"),
]
