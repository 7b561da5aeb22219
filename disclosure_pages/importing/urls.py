"""Addresses of the import screens, below the admin's."""

from __future__ import annotations

from django.urls import path

from .views.addresses import AddressesView
from .views.batches import BatchView, IndexView, ReportView, RunView
from .views.lists import ListView, TemplateView
from .views.rows import FileView, RowView

app_name = "gongkai_importing"
urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("list/", ListView.as_view(), name="list"),
    path("list/template.xlsx", TemplateView.as_view(), name="template"),
    path("addresses/", AddressesView.as_view(), name="addresses"),
    path("<int:batch_id>/", BatchView.as_view(), name="batch"),
    path("<int:batch_id>/run/", RunView.as_view(), name="run"),
    path("<int:batch_id>/report.csv", ReportView.as_view(), name="report"),
    path("<int:batch_id>/<int:number>/", RowView.as_view(), name="row"),
    path("<int:batch_id>/<int:number>/file/", FileView.as_view(), name="file"),
]
