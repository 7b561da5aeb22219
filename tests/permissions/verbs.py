"""What people may try in a column, and what should come of it, by what they are to the place they try it in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from disclosure_pages.tree.models import Column, Section

from .world import Actor

#: What somebody is to a place: editor or moderator of its unit, reader of its district, somebody else, not signed in.
EDITOR, MODERATOR, READER, STRANGER, ANONYMOUS = "editor", "moderator", "reader", "stranger", "anonymous"
#: What comes of a request.
DONE, REFUSED, ABSENT, SIGN_IN, NO_TOKEN = "done", "refused", "absent", "sign in", "no token"


@dataclass(frozen=True)
class Cell:
    """One section of a column with a draft and its files, beside the public content of the column."""

    column: Column
    section: Section
    draft: Any
    public: Any
    document_url: str
    rendition_url: str
    document_key: int
    public_document_url: str


Send = Callable[[Actor, Cell], Any]


@dataclass(frozen=True)
class Verb:
    """A request and what should come of it for each relation to the place."""

    name: str
    send: Send
    expected: dict[str, str]


def _everybody(outcome: str) -> dict[str, str]:
    return dict.fromkeys((EDITOR, MODERATOR, READER, STRANGER, ANONYMOUS), outcome)


def _file() -> dict[str, str]:
    return {**_everybody(DONE), STRANGER: ABSENT, ANONYMOUS: ABSENT}


def _admin(editor: str, moderator: str) -> dict[str, str]:
    return {EDITOR: editor, MODERATOR: moderator, READER: REFUSED, STRANGER: ABSENT, ANONYMOUS: SIGN_IN}


def _machine(editor: str, moderator: str, reader: str) -> dict[str, str]:
    return {EDITOR: editor, MODERATOR: moderator, READER: reader, STRANGER: ABSENT, ANONYMOUS: NO_TOKEN}


def _get(address: Callable[[Cell], str]) -> Send:
    return lambda actor, cell: actor.client.get(address(cell))


def _screen(name: str, key: Callable[[Cell], Any]) -> Send:
    return lambda actor, cell: actor.client.get(reverse(name, args=[key(cell)]))


def _draft_screen(name: str) -> Send:
    return _screen(f"wagtailadmin_pages:{name}", lambda cell: cell.draft.pk)


def _add(actor: Actor, cell: Cell) -> Any:
    return actor.client.get(reverse("wagtailadmin_pages:add", args=["gongkai_pages", "article", cell.section.pk]))


def _press(button: str) -> Send:
    def send(actor: Actor, cell: Cell) -> Any:
        page = cell.draft
        nested = {
            "body": streamfield([("text", rich_text("<p>正文。</p>"))]),
            "attachments": inline_formset([]),
            "comments": inline_formset([]),
        }
        plain = {"title": page.title, "slug": page.slug, "formed_on": "2026-06-01", button: "1"}
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return actor.client.post(url, {**nested_form_data(nested), **plain})

    return send


def _machine_call(method: str, path: Callable[[Cell], str], body: Callable[[Cell], Any] = lambda cell: {}) -> Send:
    def send(actor: Actor, cell: Cell) -> Any:
        headers = {"authorization": f"Bearer {actor.token}"} if actor.token else {}
        data = "" if method == "GET" else json.dumps(body(cell))
        return actor.client.generic(method, f"/api/v3/pages/{path(cell)}", data, "application/json", headers=headers)

    return send


def _written(cell: Cell) -> dict[str, Any]:
    return {"meta": {"type": "gongkai_pages.Article"}, "title": "接口改的标题"}


def _made(cell: Cell) -> dict[str, Any]:
    meta = {"type": "gongkai_pages.Article", "parent_id": cell.section.pk}
    return {"meta": meta, "title": "接口写的公告", "slug": "jie-kou-xie-de"}


VERBS: tuple[Verb, ...] = (
    Verb("see public content", _get(lambda cell: cell.public.get_url()), _everybody(DONE)),
    Verb("see the listing", _get(lambda cell: cell.column.get_url()), _everybody(DONE)),
    Verb("read the feed", _get(lambda cell: f"{cell.column.get_url()}atom.xml"), _everybody(DONE)),
    Verb("see a draft in public", _get(lambda cell: f"{cell.column.get_url()}{cell.draft.slug}/"), _everybody(ABSENT)),
    Verb(
        "read public content by API", _get(lambda cell: f"/api/public/v1/contents/{cell.public.pk}"), _everybody(DONE)
    ),
    Verb(
        "read a draft by public API", _get(lambda cell: f"/api/public/v1/contents/{cell.draft.pk}"), _everybody(ABSENT)
    ),
    Verb("load a public document", _get(lambda cell: cell.public_document_url), _everybody(DONE)),
    Verb("load the document of a draft", _get(lambda cell: cell.document_url), _file()),
    Verb("load the image of a draft", _get(lambda cell: cell.rendition_url), _file()),
    Verb("add", _add, _admin(DONE, REFUSED)),
    Verb("edit", _draft_screen("edit"), _admin(DONE, DONE)),
    Verb("submit", _press("action-submit"), _admin(DONE, DONE)),
    Verb("publish", _press("action-publish"), _admin(DONE, DONE)),  # saves a draft: see ``is_public_after``
    Verb("copy", _draft_screen("copy"), _admin(DONE, DONE)),
    Verb("move", _draft_screen("move"), _admin(DONE, DONE)),
    Verb("delete", _draft_screen("delete"), _admin(DONE, DONE)),
    Verb("preview", _draft_screen("view_draft"), _admin(DONE, DONE)),
    Verb("see history", _draft_screen("history"), _admin(DONE, DONE)),
    Verb("edit a document", _screen("wagtaildocs:edit", lambda cell: cell.document_key), _admin(DONE, REFUSED)),
    Verb("read by API", _machine_call("GET", lambda cell: f"{cell.draft.pk}/"), _machine(DONE, DONE, ABSENT)),
    Verb(
        "write by API",
        _machine_call("PATCH", lambda cell: f"{cell.draft.pk}/", _written),
        _machine(DONE, DONE, REFUSED),
    ),
    Verb(
        "publish by API",
        _machine_call("POST", lambda cell: f"{cell.draft.pk}/actions/publish/"),
        _machine(REFUSED, REFUSED, REFUSED),
    ),
    Verb("add by API", _machine_call("POST", lambda cell: "", _made), _machine(DONE, REFUSED, REFUSED)),
)


def outcome_of(response: Any) -> str:
    """What came of a request, in one of the five words."""
    status, location = response.status_code, response.headers.get("Location", "").partition("?")[0]
    if location == reverse("wagtailadmin_home"):
        return REFUSED
    if location == reverse("wagtailadmin_login"):
        return SIGN_IN
    words = {200: DONE, 201: DONE, 302: DONE, 401: NO_TOKEN, 403: REFUSED, 404: ABSENT}
    return words.get(status, str(status))


def try_verb(verb: Verb, actor: Actor, cell: Cell) -> str:
    """Send the request and undo what it wrote. Anything that became public is an outcome of its own."""
    with transaction.atomic():
        response = verb.send(actor, cell)
        if response.streaming:
            response.getvalue()
        outcome = outcome_of(response)
        if outcome == DONE and type(cell.draft).objects.filter(pk=cell.draft.pk, live=True).exists():
            outcome = "made public"
        transaction.set_rollback(True)
    return outcome
