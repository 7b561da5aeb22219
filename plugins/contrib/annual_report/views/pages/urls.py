"""Addresses of these screens, below ``/admin/plug-ins/annual-report/``."""

from __future__ import annotations

from django.urls import path

from . import downloads, importing, publishing

urlpatterns = [
    path("<int:key>/import/", importing.ImportScreen.as_view(), name="import"),
    path("<int:key>/report.<str:file_format>", downloads.DownloadView.as_view(), name="download"),
    path("<int:key>/page/", publishing.PageScreen.as_view(), name="page"),
]
