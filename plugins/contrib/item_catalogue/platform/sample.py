"""A platform to try the connection with, on this machine: signed, paged and versioned as the README says."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from .schema import SCHEMA
from .transport import CLOCKS, signature

PAGE_SIZE: Final = 2
Items = Sequence[dict[str, Any]]


def sample_platform(elements: dict[str, Items], *, port: int) -> ThreadingHTTPServer:
    """A server on 127.0.0.1 that is not started yet; ``elements`` are items by code of field, port 0 takes any."""
    return ThreadingHTTPServer(("127.0.0.1", port), type("SampleHandler", (_Handler,), {"elements": elements}))


class _Handler(BaseHTTPRequestHandler):
    elements: dict[str, Items]

    def do_GET(self) -> None:
        """Answer one question."""
        if not self._is_signed():
            return self._answer(HTTPStatus.UNAUTHORIZED)
        query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        items = self.elements.get(query.get("field", ""), [])
        version = hashlib.sha256(json.dumps(items).encode()).hexdigest()[:16]
        if "page" not in query and version in (self.headers.get("If-None-Match", ""), query.get("since")):
            return self._answer(HTTPStatus.NOT_MODIFIED, etag=version)
        start = int(query.get("page", "0")) * PAGE_SIZE
        following = str(start // PAGE_SIZE + 1) if start + PAGE_SIZE < len(items) else None
        page = {"schema": SCHEMA, "field": query.get("field", ""), "version": version, "cursor": version}
        page |= {"next": following, "whole": True, "items": list(items[start : start + PAGE_SIZE])}
        return self._answer(HTTPStatus.OK, json.dumps(page).encode(), etag=version)

    def _is_signed(self) -> bool:
        timestamp = self.headers.get("X-Timestamp", "")
        expected = signature(self.path.encode(), timestamp=timestamp)
        is_ours = hmac.compare_digest(expected.encode(), self.headers.get("X-Signature", "").encode())
        return is_ours and timestamp.isdecimal() and abs(time.time() - int(timestamp)) <= CLOCKS

    def _answer(self, status: HTTPStatus, body: bytes = b"", *, etag: str = "") -> None:
        timestamp = str(int(time.time()))
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", etag)
        self.send_header("X-Timestamp", timestamp)
        self.send_header("X-Signature", signature(body, timestamp=timestamp))
        self.end_headers()
        self.wfile.write(body)
