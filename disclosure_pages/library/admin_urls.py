"""Addresses of the screens about editions, below the admin's."""

from __future__ import annotations

from django.urls import path

from .views.edition_acts import HideEditionView, ShowEditionView
from .views.editions import EditionsView

app_name = "gongkai_editions"
EDITIONS = "policy-documents/<int:page_id>/editions/"
urlpatterns = [
    path(EDITIONS, EditionsView.as_view(), name="list"),
    path(f"{EDITIONS}<int:number>/hide/", HideEditionView.as_view(), name="hide"),
    path(f"{EDITIONS}<int:number>/show/", ShowEditionView.as_view(), name="show"),
]
