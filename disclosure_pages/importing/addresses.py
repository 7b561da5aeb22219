"""Addresses of old portals in one spelling, so that the same address is the same text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

MAX_KEY = 500
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z0-9-]+(?::\d+)?(?=[/?]|\Z)", re.IGNORECASE)
_PORTS = {":80", ":443"}


@dataclass(frozen=True, slots=True)
class OldAddress:
    """``host`` in small letters, blank when it was not given; ``key`` is the path with its parameters."""

    host: str
    key: str

    def __str__(self) -> str:
        return f"{self.host}{self.key}"


def parse_address(text: str) -> OldAddress | None:
    """An address as somebody wrote it: full, without a scheme, or the path alone; ``None`` when it is none."""
    written = unicodedata.normalize("NFC", text.strip())
    if not written or any(char.isspace() for char in written):
        return None
    scheme = _SCHEME.match(written)
    if scheme is not None and scheme.group().lower() not in {"http://", "https://"}:
        return None
    rest = written[scheme.end() :] if scheme else written
    host = _HOST.match(rest) if not rest.startswith(("/", "?")) else None
    if host is None and not rest.startswith("/"):
        return None
    try:
        parts = urlsplit(f"//{rest}" if host else f"//x{rest}")
    except ValueError:
        return None
    key = address_key(parts.path, parts.query)
    return OldAddress(host_key(parts.netloc) if host else "", key) if len(key) <= MAX_KEY else None


def host_key(host: str) -> str:
    """A host in small letters, without a port that is the usual one."""
    name, colon, port = host.rpartition("@")[2].lower().partition(":")
    return name if f"{colon}{port}" in _PORTS or not port else f"{name}:{port}"


def address_key(path: str, query: str = "") -> str:
    """Path and parameters in one spelling: no escapes, no doubled or final slash, parameters in order, none blank."""
    plain = re.sub(r"/{2,}", "/", unicodedata.normalize("NFC", unquote(path))).rstrip("/") or "/"
    if not plain.startswith("/"):
        plain = f"/{plain}"
    parameters = sorted(parse_qsl(unicodedata.normalize("NFC", query)))
    return f"{plain}?{'&'.join(f'{name}={value}' for name, value in parameters)}" if parameters else plain


def lines_of_file(content: bytes) -> list[str]:
    """Addresses of a text file, one a line; of a CSV, what stands in front of the first comma or tab."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030", errors="replace")
    return [re.split(r"[,\t]", line, maxsplit=1)[0].strip().strip('"') for line in text.splitlines()]
