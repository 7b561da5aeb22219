"""Errors of the public API: always JSON, always with the parameter that was wrong."""

from __future__ import annotations

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, Throttled, ValidationError
from wagtail.api.v3.errors import problem_response


class BadParameter(Exception):
    """A parameter of the query is well formed but names nothing."""

    def __init__(self, name: str, message: str) -> None:
        self.name, self.message = name, message
        super().__init__(message)


def answer_errors(api: NinjaAPI) -> None:
    """Answer what goes wrong as ``application/problem+json``."""

    @api.exception_handler(BadParameter)
    def bad_parameter(request: HttpRequest, error: BadParameter) -> HttpResponse:
        found = [{"type": "unknown_value", "loc": ["query", error.name], "msg": error.message}]
        return problem_response(status=422, errors=found)

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        kept = [{name: item[name] for name in ("type", "loc", "msg")} for item in error.errors]
        return problem_response(status=422, errors=kept)

    @api.exception_handler(Http404)
    @api.exception_handler(ObjectDoesNotExist)
    def not_found(request: HttpRequest, error: Exception) -> HttpResponse:
        return problem_response(status=404)

    @api.exception_handler(HttpError)
    def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
        response = problem_response(status=error.status_code, detail=str(error))
        if isinstance(error, Throttled) and error.wait is not None:
            response["Retry-After"] = str(int(error.wait) + 1)
        return response
