"""A real browser on a real server; every test here carries the mark ``browser``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, sync_playwright

from cms.doctor.machine import find_browser
from cms.people.models import User
from tests.browser.clock import Clock
from tests.factories.people import PASSWORD


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def chromium(django_db_setup, django_db_blocker) -> Iterator[Browser]:
    """One browser a file: while it is there, Playwright's event loop runs in this thread, which other tests would feel.

    Django refuses queries beside a running loop unless told otherwise, and gives them a connection of their own, which
    has to know the rows that migrations made (``tests/conftest.py``).
    """
    rows = getattr(connection, "_test_serialized_contents", None)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        connection._test_serialized_contents = rows  # as Django names it
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield browser
        browser.close()
        with django_db_blocker.unblock():
            connection.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="module", autouse=True)
def whole_pages() -> Iterator[None]:
    """A click comes back when the page it leads to is whole.

    Playwright's own comes back when the next page begins: on a busy machine, what looks at it at once finds half of it.
    """
    click = Locator.click

    def click_and_wait(place: Locator, **options: Any) -> None:
        click(place, **options)
        place.page.wait_for_load_state()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Locator, "click", click_and_wait)
        yield


@pytest.fixture
def context(chromium: Browser, live_server) -> Iterator[BrowserContext]:
    """A browser without a past, at the address of this test's server; one a person."""
    context = chromium.new_context(base_url=live_server.url, locale="zh-CN", timezone_id="Asia/Shanghai")
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser had to say about scripts and policies, in the order in which it said it."""
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            said.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.fixture
def no_autosave(settings) -> None:
    """Wagtail's autosave redraws the buttons at a moment of its own, under the pointer of a test that never pauses."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time of the server, which runs in a thread of this process."""
    clock = Clock()
    monkeypatch.setattr(timezone, "now", clock.now)
    return clock


@pytest.fixture
def browser_of(chromium: Browser, live_server, no_autosave) -> Iterator[Callable[[User], Page]]:
    """A browser of one's own, signed in and standing on the admin's home."""
    contexts = []

    def start(person: User) -> Page:
        context = chromium.new_context(base_url=live_server.url, locale="zh-CN", timezone_id="Asia/Shanghai")
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        fill_in_sign_in(page, person.username)
        return page

    yield start
    for context in contexts:
        context.close()


def fill_in_sign_in(page: Page, username: str, password: str = PASSWORD) -> None:
    page.goto("/admin/login/")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", password)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


@pytest.fixture
def sign_in(page: Page):
    """A function that signs a person in by the form."""
    return partial(fill_in_sign_in, page)
