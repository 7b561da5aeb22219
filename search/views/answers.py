"""What the files and the feed of a question have in common with each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

from disclosure_pages.public.exceptions import NoSuchListing
from search.domain.answering import REST_SECONDS, SearchRests

from .place import search_place

Response = TypeVar("Response", bound=HttpResponseBase)
Answer = Callable[..., HttpResponseBase]


def private(response: Response) -> Response:
    """Nobody keeps what was found for somebody: there are as many answers as questions, and each may be the last."""
    patch_cache_control(response, private=True, no_cache=True)
    return response


def only_when_asked(answer: Answer) -> Callable[..., HttpResponseBase]:
    """A view of what ``answer`` says of the question in the address; 404 where none is asked, 503 while it rests.

    ``answer`` takes the request, the place and the question, and what else stands in the address.
    """

    @wraps(answer)
    def view(request: HttpRequest, where: str, **arguments: Any) -> HttpResponseBase:
        here = search_place(request, where)
        query = here.read(request.GET)
        if not query.asks:
            raise NoSuchListing
        try:
            return answer(request, here, query, **arguments)
        except SearchRests:
            return private(HttpResponse(status=503, headers={"Retry-After": str(REST_SECONDS)}))

    return view
