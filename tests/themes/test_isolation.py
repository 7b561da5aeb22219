"""The look of one district is never shown in another, whoever asks for what at the same moment."""

from __future__ import annotations

import random
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from disclosure_pages.tree.domain.districts import give_host
from themes.domain.drafting import adjust_draft, begin_draft
from themes.domain.starting import start_version

REQUESTS, THREADS = 10_000, 8
THEMES = {"furong": ("furong", "#7a1138"), "tianxin": ("contrast", "#00358e")}
ROOT = re.compile(rb'data-theme="([a-z]+)"')


@pytest.fixture
def addresses(transactional_db, two_districts) -> list[tuple[str, str, str]]:
    """Host, path and the theme that must be seen there: under the city's host and under each district's own."""
    found = [("localhost", "/", "base")]
    for page in two_districts:
        slug = page.district.slug
        theme, accent = THEMES[slug]
        version = begin_draft(theme=theme, user=None, district=page.district)
        adjust_draft(version=version, accent=accent)
        start_version(version=version, user=None)
        path = page.get_url()
        give_host(district=page.district, hostname=f"{slug}.example")
        found += [("localhost", f"/{slug}/", theme), ("localhost", path, theme)]
        found += [(f"{slug}.example", "/", theme), (f"{slug}.example", path.removeprefix(f"/{slug}"), theme)]
    return found


@pytest.mark.slow
@pytest.mark.usefixtures("kept_pages")
def test_ten_thousand_interleaved_requests(addresses):
    asked = random.Random(6).choices(addresses, k=REQUESTS)

    with ThreadPoolExecutor(THREADS) as threads:
        wrong = [
            found for part in threads.map(_ask, (asked[start::THREADS] for start in range(THREADS))) for found in part
        ]

    assert wrong == []


def _ask(part: list[tuple[str, str, str]]) -> list[tuple[str, str, str, str]]:
    client, wrong = Client(), []
    for number, (host, path, theme) in enumerate(part):
        query = {} if number % 10 else {"size": ("20", "50", "100")[number % 3]}  # some are made anew, most are kept
        response = client.get(path, query, headers={"host": host})
        found = ROOT.search(response.content)
        seen = found.group(1).decode() if found else str(response.status_code)
        if seen != theme:
            wrong.append((host, path, theme, seen))
    connection.close()
    return wrong
