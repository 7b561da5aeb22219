"""A province's platform for tests: a real server on this machine that signs, pages, forgets and lies as it is told."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY = "a shared key of the tests"


def element(name: str = "养老机构名录", **elements: Any) -> dict[str, Any]:
    return {"code": f"P-{name}", "first": "样例事项", "second": name, "elements": elements}


class Platform:
    """What the server says. ``failures`` are statuses that it answers first; ``asked`` what it was asked."""

    def __init__(self) -> None:
        self.version, self.etag, self.is_whole = "v1", '"v1"', True
        self.pages: list[list[Any]] = [[]]
        self.failures: list[int] = []
        self.asked: list[dict[str, str]] = []
        self.key, self.clock = KEY, 0
        self.versions_of_pages: list[str] = []
        self.body: bytes | None = None
        self.cut = 0
        self.url = ""

    def page(self, number: int) -> bytes:
        if self.body is not None:
            return self.body
        version = self.versions_of_pages[number] if self.versions_of_pages else self.version
        following = str(number + 1) if number + 1 < len(self.pages) else None
        values = {"schema": 1, "field": "elderly-care", "version": version, "cursor": f"after-{version}"}
        return json.dumps({**values, "whole": self.is_whole, "next": following, "items": self.pages[number]}).encode()

    def sign(self, text: bytes, timestamp: str) -> str:
        return hmac.new(self.key.encode(), timestamp.encode() + b"\n" + text, hashlib.sha256).hexdigest()


class Handler(BaseHTTPRequestHandler):
    platform: Platform

    def do_GET(self) -> None:
        platform = self.platform
        query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        platform.asked.append(query)
        if platform.failures:
            return self.answer(platform.failures.pop(0), b"")
        if "page" not in query and self.headers.get("If-None-Match") == platform.etag:
            return self.answer(304, b"")
        return self.answer(200, platform.page(int(query.get("page", "0"))))

    def answer(self, status: int, body: bytes) -> None:
        timestamp = str(int(time.time()) + self.platform.clock)
        self.send_response(status)
        self.send_header("ETag", self.platform.etag)
        self.send_header("X-Timestamp", timestamp)
        self.send_header("X-Signature", self.platform.sign(body, timestamp))
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) - self.platform.cut])

    def log_message(self, *arguments: Any) -> None:
        """Nothing: tests read what was asked."""


@contextmanager
def platform_server() -> Iterator[Platform]:
    platform = Platform()
    handler = type("PlatformHandler", (Handler,), {"platform": platform})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    platform.url = f"http://127.0.0.1:{server.server_port}/api"
    try:
        yield platform
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
