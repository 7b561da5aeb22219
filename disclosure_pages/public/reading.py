"""The reading mode that a visitor chose: remembered by a cookie, applied by the style sheet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from .enums import ReadingMode
from .rules import READING_COOKIE, READING_COOKIE_AGE


def reading_mode(request: HttpRequest) -> ReadingMode:
    """The mode of this visitor; an unknown value of the cookie counts as the standard mode."""
    value = request.COOKIES.get(READING_COOKIE, "")
    return ReadingMode(value) if value in ReadingMode.values else ReadingMode.STANDARD


def remember_reading_mode(response: HttpResponse, mode: ReadingMode, *, secure: bool) -> None:
    """Let the visitor's browser keep ``mode`` for a year; the standard mode needs no cookie."""
    if mode == ReadingMode.STANDARD:
        response.delete_cookie(READING_COOKIE, samesite="Lax")
    else:
        response.set_cookie(
            READING_COOKIE, mode, max_age=READING_COOKIE_AGE, secure=secure, httponly=True, samesite="Lax"
        )
