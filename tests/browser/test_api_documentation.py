"""The pages that describe the APIs, under the public content policy: everything they need comes from this site."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.factories.tree import make_home

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(("path", "word"), [("/api/public/v1/docs", "/contents"), ("/api/v3/docs/", "/pages/")])
def test_documentation_shows_the_operations(
    page: Page, live_server, complaints: list[str], path: str, word: str
) -> None:
    make_home()
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc) if "data:" not in request.url else None)
    page.goto(path)
    page.get_by_text(word, exact=False).first.wait_for()
    assert hosts == {urlsplit(live_server.url).netloc}
    assert complaints == []
