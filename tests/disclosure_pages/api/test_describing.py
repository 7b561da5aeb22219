"""What describes an API is worked out once in a process."""

from __future__ import annotations

from itertools import count

import pytest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.test import RequestFactory
from django.urls import path

from disclosure_pages.api.describing import describe_once


@pytest.mark.parametrize(("status", "times"), [(200, 1), (404, 3)])
def test_description_is_worked_out_once_unless_it_is_refused(rf: RequestFactory, status: int, times: int) -> None:
    asked = []

    def view(request: HttpRequest) -> HttpResponse:
        asked.append(request.path)
        return JsonResponse({"info": "名称"}, status=status)

    pattern = path("openapi.json", view, name="openapi-json")
    describe_once([pattern])
    answers = [pattern.callback(rf.get("/openapi.json")) for _ in range(3)]
    assert {(answer.status_code, answer.content) for answer in answers} == {(status, b'{"info": "\\u540d\\u79f0"}')}
    assert asked == ["/openapi.json"] * times


def test_other_addresses_answer_anew(rf: RequestFactory) -> None:
    numbers = count(1)
    pattern = path("docs", lambda request: JsonResponse({"number": next(numbers)}), name="openapi-view")
    describe_once([pattern])
    assert [pattern.callback(rf.get("/docs")).content for _ in range(2)] == [b'{"number": 1}', b'{"number": 2}']
