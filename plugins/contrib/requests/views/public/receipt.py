"""The one time that a tracking code is shown."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from plugins.api import Place, qr_svg
from plugins.contrib.requests.domain.announcing import status_address
from plugins.contrib.requests.domain.submitting import Submitted

from .screens import screen


def receipt(request: HttpRequest, place: Place, submitted: Submitted) -> HttpResponse:
    """Code and way back; the QR code leads to the form for both, and holds neither: addresses end up in logs."""
    url = status_address(place.home_path)
    context = {"case": submitted.case, "code": submitted.code, "address": url, "qr": qr_svg(url)}
    return screen(request, place, "receipt", title=_("Application received"), **context)
