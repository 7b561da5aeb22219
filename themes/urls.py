"""Public addresses of looks. Names of files have a dot; ``theme/preview/`` hides no column of a district."""

from __future__ import annotations

from django.urls import path, re_path

from .views.public import begin_preview, end_preview, picture, sheet

app_name = "gongkai_theme"
NAME = r"^theme/(?P<version>[1-9]\d{0,15})-(?P<digest>[0-9a-f]{16})"

urlpatterns = [
    re_path(rf"{NAME}\.css$", sheet, name="sheet"),
    re_path(rf"{NAME}-(?P<kind>logo|banner)\.webp$", picture, name="picture"),
    path("theme/preview/end/", end_preview, name="end_preview"),
    path("theme/preview/<str:token>/", begin_preview, name="preview"),
]
