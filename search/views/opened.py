"""Which hits are opened.

A hit's link leads to the page itself, so that it can be read, copied and kept like any other. Browsers tell this
address on the way (the attribute ``ping`` of a link), without a script and without holding the reader up; one that does
not is not counted.
"""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.core.signing import Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from search.domain.counting import count_opened
from search.domain.kept_texts import kept_text
from search.domain.reader_query import ReaderQuery

from .place import SearchPlace, search_place

SALT = "gongkai.search.opened"


def opened_url(here: SearchPlace, query: ReaderQuery) -> str:
    """The address that links of hits tell; it says only what was asked. Empty: nothing is counted."""
    text = kept_text(query.text) if settings.SEARCH_REPORT_DAYS else ""
    return f"{here.address('opened')}?{urlencode({'q': text, 's': _signature(text)})}" if text else ""


@csrf_exempt  # browsers tell it without a form; there is no session behind it, and nothing but a count to change
@require_POST
def hit_opened(request: HttpRequest, where: str) -> HttpResponse:
    """Counted if we gave the address; others would fill the report with texts that nobody searched for."""
    here, text = search_place(request, where), request.GET.get("q", "")
    if not text or not constant_time_compare(request.GET.get("s", ""), _signature(text)):
        raise Http404
    count_opened(text, district_id=here.place.district_id)
    return HttpResponse(status=204)


def _signature(text: str) -> str:
    return Signer(salt=SALT).signature(text)
