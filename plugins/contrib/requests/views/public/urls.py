"""Addresses below ``/DISTRICT/requests/`` and, of the city, ``/requests/``. None of them holds a code or a name."""

from __future__ import annotations

from django.urls import path

from .acts import export, file, supplement, withdraw
from .apply import apply
from .entrance import entrance
from .status import status

urlpatterns = [
    path("", entrance, name="entrance"),
    path("apply/", apply, name="apply"),
    path("status/", status, name="status"),
    path("status/supplement/", supplement, name="supplement"),
    path("status/withdraw/", withdraw, name="withdraw"),
    path("status/file/", file, name="file"),
    path("status/export/", export, name="export"),
]
