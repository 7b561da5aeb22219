"""Turn a classified address into requests, and an answer into what an outsider can tell from it."""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction
from django.urls import reverse

from .classification import ARGUMENTS, ROUTES, Access
from .url_map import Address
from .world import ABSENT, Actor, Place

TOKEN_ACCESS = {Access.TOKEN, Access.TOKEN_OBJECT, Access.TOKEN_NOBODY}
ABSENT_KEYS = {"district": "nowhere-at-all", "page path": "nowhere/"}
METHODS = ("GET", "POST")
#: Views that cannot do without a field: without it they are absent for everybody.
FORMS = {
    "wagtailadmin_choose_page_external_link": {"external-link-chooser-url": "https://example.org/"},
    "requests-admin:reveal": {"field": "name", "purpose": "核对身份"},
    "annual-report-admin:act": {"act": "submit"},
}


def url_of(address: Address, place: Place | None) -> str:
    """The address with the objects of ``place``, or with objects that are not there."""
    objects = ROUTES[address.name].objects
    arguments: dict[str, Any] = {}
    for name in address.arguments:
        if name in objects:
            kind = objects[name]
            arguments[name] = place.keys[kind] if place else ABSENT_KEYS.get(kind, ABSENT)
        else:
            arguments[name] = (place.companions if place else {}).get(name, ARGUMENTS.get(name, ABSENT))
    if not address.name.strip("-") or "/" in address.name:
        return "/" + address.pattern.replace("^.*/$", "nothing/")
    url = reverse(address.name, kwargs=arguments)
    if address.name == "wagtail_bulk_action":
        url += f"?id={place.keys['page'] if place else ABSENT}"
    return url


def ask(actor: Actor, address: Address, place: Place | None, method: str) -> Any:
    """One request; whatever it writes is undone."""
    headers = {}
    if ROUTES[address.name].access in TOKEN_ACCESS and actor.token:
        headers["authorization"] = f"Bearer {actor.token}"
    url = url_of(address, place)
    with transaction.atomic():
        if method == "GET":
            response = actor.client.get(url, headers=headers)
        elif address.pattern.startswith("api/"):
            response = actor.client.post(url, json.dumps({}), content_type="application/json", headers=headers)
        else:
            response = actor.client.post(url, FORMS.get(address.name, {}), headers=headers)
        if response.streaming:
            response.getvalue()
        transaction.set_rollback(True)
    return response


def told_by(response: Any) -> tuple[int, str]:
    """Status and target of an answer: what tells a denied object from an absent one."""
    location = response.headers.get("Location", "")
    return response.status_code, location.partition("?")[0]


def is_sent_to_sign_in(response: Any) -> bool:
    """Whether the answer is the way to the sign-in."""
    return response.status_code == 302 and told_by(response)[1].endswith("/login/")
