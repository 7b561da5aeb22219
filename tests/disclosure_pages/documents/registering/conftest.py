"""Normative documents on their way through the legal office."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from cms.people.models import User
from disclosure_pages.documents.models import DocumentKind, PolicyDocument
from tests.factories.documents import make_document_draft
from tests.factories.pages import approve_next, submit

NORMATIVE = "normative-government"
SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def _without_interpretations(db: None) -> None:
    """Interpretations are another gate, with tests of its own."""
    DocumentKind.objects.update(needs_interpretation=False)


@pytest.fixture
def sign_in() -> SignIn:
    """A browser of one's own for each person."""

    def start(person: User) -> Client:
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return start


def make_normative_draft(title: str = "", **fields: Any) -> PolicyDocument:
    """A complete draft of a normative document."""
    return make_document_draft(title, kind=NORMATIVE, **fields)


def stage_of(page: Any) -> str | None:
    """The stage at which ``page`` is, if it is in a review."""
    state = page.specific_class.objects.get(pk=page.pk).current_workflow_state
    return None if state is None else state.current_task_state.task.specific.stage


def bring_to(page: Any, stage: str) -> Any:
    """Hand ``page`` in and approve it until it is at ``stage``; returns the open task."""
    submit(page)
    while stage_of(page) != stage:
        approve_next(page)
    return page.specific_class.objects.get(pk=page.pk).current_workflow_state.current_task_state
