"""Addresses of the desk, below ``/admin/plug-ins/requests/``."""

from __future__ import annotations

from django.urls import path

from . import access, case, counted, entering, files, keeping, printing, queue, remedies

CASE = "<int:key>/"

urlpatterns = [
    path("", queue.QueueScreen.as_view(), name="queue"),
    path("cases.xlsx", queue.QueueFile.as_view(), name="queue_file"),
    path("cases/", counted.CountedScreen.as_view(), name="counted"),
    path("remedies/", remedies.RemediesScreen.as_view(), name="remedies"),
    path("access/", access.AccessScreen.as_view(), name="access"),
    path("keeping/", keeping.KeepingScreen.as_view(), name="keeping"),
    path("enter/", entering.EnterScreen.as_view(), name="enter"),
    path(CASE, case.CaseView.as_view(), name="case"),
    path(f"{CASE}acts/<str:act>/", case.ActView.as_view(), name="act"),
    path(f"{CASE}show/", case.RevealView.as_view(), name="reveal"),
    path(f"{CASE}code/", case.RenewView.as_view(), name="renew_code"),
    path(f"{CASE}remedies/<int:remedy>/", case.ConcludeView.as_view(), name="conclude"),
    path(f"{CASE}files/<int:file>/", files.FileView.as_view(), name="file"),
    path(f"{CASE}print/", printing.PrintView.as_view(), name="print"),
    path(f"{CASE}print.pdf", printing.PdfView.as_view(), name="print_pdf"),
    path(f"{CASE}data/", printing.OwnDataView.as_view(), name="own_data"),
]
