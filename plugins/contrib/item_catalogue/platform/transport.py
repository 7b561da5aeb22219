"""One question to the platform and its signed answer. No redirects are followed, and nothing is believed unsigned.

Both sides sign ``timestamp`` + line feed + text with HMAC-SHA256 and the shared key: the question its path with the
query, the answer its body. The time is that of the sender, in seconds since 1970.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import Final
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from plugins.contrib.item_catalogue.exceptions import ItemsRefused

#: Seconds for one answer, bytes of one answer, seconds by which the clocks of both sides may differ.
TIMEOUT, LARGEST, CLOCKS = 10.0, 4 * 1024 * 1024, 300
#: How often a question is asked, and how many seconds pass before it is asked again, twice as many each time.
ATTEMPTS, PAUSE = 3, 0.2
_CHUNK: Final = 64 * 1024
_AT_HOME: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class PlatformRefused(ItemsRefused):
    """What the platform answered cannot be used, or it did not answer; nothing was taken."""


class _AskAgain(Exception):
    """It may answer if it is asked again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A signed answer; ``body`` is empty when nothing has changed (``is_same``)."""

    body: bytes
    etag: str
    is_same: bool


def ask(query: Mapping[str, str], *, etag: str = "", until: float = math.inf) -> Answer:
    """Ask for elements. Raises :class:`PlatformRefused` with a sentence that says what to do.

    ``until`` is when it is given up at the latest, as :func:`time.monotonic` counts.
    """
    if not settings.ITEM_PLATFORM_URL or not settings.ITEM_PLATFORM_KEY:
        raise PlatformRefused(_("No platform is connected: the operator sets ITEM_PLATFORM_URL and ITEM_PLATFORM_KEY."))
    for attempt in range(ATTEMPTS):
        if time.monotonic() >= until:
            raise PlatformRefused(_("The platform takes too long to send everything. Try again later."))
        try:
            return _ask_once(query, etag, min(time.monotonic() + TIMEOUT, until))
        except _AskAgain as error:
            reason = str(error)
        except (OSError, http.client.HTTPException) as error:
            reason = type(error).__name__
        if attempt + 1 < ATTEMPTS:
            time.sleep(PAUSE * 2**attempt)
    message = _("The platform did not answer after %(number)d attempts (%(reason)s). Try again later.")
    raise PlatformRefused(message % {"number": ATTEMPTS, "reason": reason})


def signature(text: bytes, *, timestamp: str) -> str:
    """What proves that ``text`` is from somebody who has the key, and from when."""
    key = settings.ITEM_PLATFORM_KEY.encode()
    return hmac.new(key, timestamp.encode() + b"\n" + text, hashlib.sha256).hexdigest()


def _ask_once(query: Mapping[str, str], etag: str, deadline: float) -> Answer:
    address = urlsplit(settings.ITEM_PLATFORM_URL)
    path = f"{address.path.rstrip('/')}/elements?{urlencode(query)}"
    timeout = max(deadline - time.monotonic(), 0.1)
    connection = _connection(address.scheme, address.hostname or "", address.port, timeout)
    try:
        connection.request("GET", path, headers=_headers(path, etag))
        response = connection.getresponse()
        body = _read(response, deadline)
    finally:
        connection.close()
    _check_status(response.status)
    _check_signature(response.headers, body)
    return Answer(body, response.headers.get("ETag", ""), response.status == http.client.NOT_MODIFIED)


def _connection(scheme: str, host: str, port: int | None, timeout: float) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=timeout)
    if scheme == "http" and host in _AT_HOME:
        return http.client.HTTPConnection(host, port, timeout=timeout)
    raise PlatformRefused(_("ITEM_PLATFORM_URL must begin with https://; the operator corrects it."))


def _headers(path: str, etag: str) -> dict[str, str]:
    timestamp = str(int(time.time()))
    signed = {"X-Timestamp": timestamp, "X-Signature": signature(path.encode(), timestamp=timestamp)}
    return {"Accept": "application/json", **signed, **({"If-None-Match": etag} if etag else {})}


def _read(response: http.client.HTTPResponse, deadline: float) -> bytes:
    """The body; one that is longer than announced, larger than allowed or drips in too slowly is given up."""
    body = b""
    while chunk := response.read1(_CHUNK):
        body += chunk
        if len(body) > LARGEST:
            message = _("The platform's answer is larger than %(number)d MB; ask its operators for smaller pages.")
            raise PlatformRefused(message % {"number": LARGEST // 1024 // 1024})
        if time.monotonic() > deadline:
            raise _AskAgain("slow")
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and response.status == http.client.OK and len(body) < int(announced):
        raise _AskAgain("incomplete")
    return body


def _check_status(status: int) -> None:
    if status in (http.client.OK, http.client.NOT_MODIFIED):
        return
    if status >= http.client.INTERNAL_SERVER_ERROR or status == http.client.TOO_MANY_REQUESTS:
        raise _AskAgain(f"HTTP {status}")
    message = _("The platform refuses the question (HTTP %(status)d); the operator checks address and key with it.")
    raise PlatformRefused(message % {"status": status})


def _check_signature(headers: Message, body: bytes) -> None:
    timestamp, given = headers.get("X-Timestamp", ""), headers.get("X-Signature", "")
    expected = signature(body, timestamp=timestamp)
    if not hmac.compare_digest(expected.encode(), given.encode()):
        raise PlatformRefused(
            _("The platform's answer is not signed with our key; the operator checks the key with it.")
        )
    if not timestamp.isdecimal() or abs(time.time() - int(timestamp)) > CLOCKS:
        raise PlatformRefused(_("The platform's answer is from another time; the operator checks both clocks."))
