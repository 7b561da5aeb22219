"""Steps of the test, each in a process of its own, as an installation is started anew after a package came or went.

python -m tests.plugins.external.steps STEP FILE
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

PLUGIN = "open-notices"


def switch_on() -> dict[str, Any]:
    """Migrate, set two districts up, publish a notice in each, and look at them."""
    from django.core.management import call_command
    from django.test import Client

    from plugins.testing.world import make_public, make_two_districts

    call_command("migrate", verbosity=0)
    from open_notices.models import NoticePage

    districts = make_two_districts(PLUGIN)
    pages = [make_public(NoticePage, place, **_fields()) for place in (districts.here, districts.there)]
    visitor = Client(headers={"host": "localhost"})
    public = [visitor.get(f"/{place.where}{PLUGIN}/").status_code for place in (districts.here, districts.there)]
    homes = [visitor.get(f"/{place.where}").content.decode() for place in (districts.here, districts.there)]
    return {
        "public": public,
        "slots": ["<section><h2>便民公告" in html for html in homes],
        "admin": [_sees_screen(place) for place in (districts.here, districts.there)],
        "pages": [visitor.get(page.url).status_code for page in pages],
        "broken": _crawl(),
    }


def look() -> dict[str, Any]:
    """Open everything; the package is gone."""
    from django.test import Client

    from disclosure_pages.tree.models import DisclosurePage
    from plugins.domain.overview import plugin_state

    visitor = Client(headers={"host": "localhost"})
    pages = [visitor.get(page.url) for page in DisclosurePage.objects.order_by("pk")]
    state = plugin_state(PLUGIN)
    return {
        "presence": state and state.presence.value,
        "title": state and str(state.title),
        "screens": [visitor.get(f"/{slug}/{PLUGIN}/").status_code for slug in ("donghu", "xishan")],
        "pages": [page.status_code for page in pages],
        "titles": ["停水公告" in page.content.decode() for page in pages],
        "broken": _crawl(),
    }


def _fields() -> dict[str, Any]:
    return {"title": "停水公告", "place": "东湖社区", "body": "<p>周六停水。</p>"}


def _client(role: str, **where: Any) -> Any:
    from django.test import Client

    from cms.people.models import Membership, User

    user, is_new = User.objects.get_or_create(username=f"{role}-{'-'.join(map(str, where.values()))}")
    if is_new:
        Membership.objects.create(user=user, role=role, **where)
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def _sees_screen(place: Any) -> int:
    return int(_client("editor", unit=place.unit).get(f"/admin/plug-ins/{PLUGIN}/").status_code)


def _crawl() -> dict[str, int]:
    from django.test import Client

    from cms.tenancy.models import District, Unit
    from tests.plugins.external.crawling import broken, crawl

    here = District.objects.get(slug="donghu")
    people = [
        _client("disclosure_office", district=here),
        _client("editor", unit=Unit.objects.get(district=here)),
        _client("system_admin"),
    ]
    found = crawl(Client(headers={"host": "localhost"}), "/", limit=60)
    for person in people:
        found |= crawl(person, "/admin/", limit=150)
    return broken(found)


STEPS: dict[str, Callable[[], dict[str, Any]]] = {"switch_on": switch_on, "look": look}

if __name__ == "__main__":
    django.setup()
    step, told = sys.argv[1:]
    Path(told).write_text(json.dumps(STEPS[step](), ensure_ascii=False), encoding="utf-8")
