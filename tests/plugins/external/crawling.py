"""Opens every screen that leads on from one, as somebody who clicks on everything."""

from __future__ import annotations

import re
from collections import deque
from urllib.parse import urlsplit

from django.test import Client

LINK = re.compile(r'(?:href=|"url": ?)"(/[^"]*)"')
#: They end the session, send a file, are the host's own, or are absent for editors without a place for documents.
LEFT_OUT = re.compile(
    r"/logout/|/importing/|/static/|/jsi18n|/sprite|/documents/|[?&](?:export|ordering|p|sort)=|/reports/site-history"
)


def crawl(client: Client, start: str, *, limit: int) -> dict[str, int]:
    """The status of each address that can be reached from ``start``, of at most ``limit``."""
    client.raise_request_exception = False
    found: dict[str, int] = {}
    waiting = deque([start])
    while waiting and len(found) < limit:
        address = waiting.popleft()
        if address in found:
            continue
        response = client.get(address)
        found[address] = response.status_code
        if response.status_code == 200 and "html" in response.get("Content-Type", "") and not response.streaming:
            links = LINK.findall(response.content.decode().replace("&amp;", "&"))
            waiting.extend(link for link in links if not LEFT_OUT.search(link) and urlsplit(link).path)
    return found


def broken(found: dict[str, int]) -> dict[str, int]:
    """What did not open. Forms that are only sent answer 405."""
    return {address: status for address, status in found.items() if status not in {200, 301, 302, 405}}
