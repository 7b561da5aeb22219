"""A reader without an account who follows every link there is, and reads every file that comes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from django.test import Client
from pypdf import PdfReader

LINK = re.compile(r'(?:href|src|action|data)="([^"]+)"|<loc>([^<]+)</loc>|"(?:\w*_?url|next)": ?"([^"]+)"')
HOST = "localhost"
#: Addresses that nothing links to.
UNLINKED = (
    "/",
    "/robots.txt",
    "/sitemap.xml",
    "/atom.xml",
    "/api/public/v1/districts",
    "/api/public/v1/contents",
    "/api/public/v1/documents",
    "/api/v3/pages/",
    "/api/v3/documents/",
    "/api/v3/images/",
    "/api/public/v1/openapi.json",
)
LIMIT = 3_000


@dataclass
class Crawl:
    """What was read: address → (status, text)."""

    read: dict[str, tuple[int, str]] = field(default_factory=dict)

    def saying(self, word: str) -> list[str]:
        """Addresses whose answer says ``word``."""
        return sorted(address for address, (_status, text) in self.read.items() if word in text)

    def with_status(self, status: int) -> list[str]:
        return sorted(address for address, (found, _text) in self.read.items() if found == status)


def crawl(*more: str, client: Client | None = None) -> Crawl:
    """Follow links from the homes, feeds, sitemaps and APIs, and from ``more``, within the site."""
    reader, done, waiting = client or Client(headers={"host": HOST}), Crawl(), [*UNLINKED, *more]
    while waiting and len(done.read) < LIMIT:
        address = waiting.pop()
        if address in done.read:
            continue
        response = reader.get(address)
        content = b"".join(response) if response.streaming else response.content
        text = text_of(content, response.get("Content-Type", "")) + response.get("Location", "")
        # An answer may repeat what it was asked; that tells nobody anything.
        said = unquote(text + str(dict(response.items()))).replace(unquote(urlsplit(address).path), "")
        done.read[address] = (response.status_code, said)
        waiting += [link for link in links_of(address, text, response) if link not in done.read]
    assert len(done.read) < LIMIT, "the site has no end"
    return done


def links_of(address: str, text: str, response: Any) -> Iterable[str]:
    """Addresses of the same site that the answer leads to, without the admin's."""
    for found in [*(next(filter(None, groups)) for groups in LINK.findall(text)), response.get("Location", "")]:
        parts = urlsplit(urljoin(f"http://{HOST}{address}", found.replace("&amp;", "&")))
        if (
            parts.scheme in {"http", "https"}
            and parts.hostname == HOST
            and not parts.path.startswith(("/admin/", "/static/"))
        ):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def text_of(content: bytes, kind: str) -> str:
    """Everything legible in an answer, whatever it is packed in."""
    if content.startswith(b"%PDF"):
        reader = PdfReader(BytesIO(content))
        return "\n".join([str(reader.metadata), *(page.extract_text() for page in reader.pages)])
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        return unescape("\n".join(parts))  # spreadsheets write their characters as numbers
    text = content.decode("utf-8", "replace")
    return text.encode().decode("unicode_escape", "replace") + text if "json" in kind and "\\u" in text else text
