"""Screens that look after plug-ins."""

from __future__ import annotations

from django.urls import path

from .screens.index import IndexView
from .screens.plugin import ForgetView, PluginView, SwitchView

app_name = "gongkai_plugins"
urlpatterns = [
    path("plug-ins/", IndexView.as_view(), name="index"),
    path("plug-in/<str:name>/", PluginView.as_view(), name="plugin"),
    path("plug-in/<str:name>/switch/", SwitchView.as_view(), name="switch"),
    path("plug-in/<str:name>/forget/", ForgetView.as_view(), name="forget"),
]
