"""The one time that a tracking code is shown."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from plugins.api import Links, Place, qr_svg
from plugins.contrib.requests.domain.submitting import Submitted

from .screens import PLUGIN, screen


def receipt(request: HttpRequest, place: Place, submitted: Submitted) -> HttpResponse:
    """Code and way back; the QR code leads to the form for both, and holds neither: addresses end up in logs."""
    url = status_address(request, place)
    context = {"case": submitted.case, "code": submitted.code, "address": url, "qr": qr_svg(url)}
    return screen(request, place, "receipt", title=_("Application received"), **context)


def status_address(request: HttpRequest, place: Place) -> str:
    """The full address of the status page, whatever host the reader came by."""
    home = Links(request).canonical(place.home_path)
    return f"{home}{PLUGIN}/status/"
