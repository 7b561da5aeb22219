"""The stages of the demo, in their order. Each looks whether its work is there already and then leaves it alone."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.tenancy.models import District
from disclosure_pages.clearance import letters
from disclosure_pages.tree.models import DisclosurePage
from search.domain.keeping import build_what_lacks

from . import people, places
from .history import History
from .indexing import index_later, index_now
from .lives import live
from .logins import Logins
from .plugin_samples import make_plugin_samples
from .progress import Progress
from .reading import Text, read_texts
from .rounds import hold_round
from .writing import Desk

FORMER_TABLE_AGE = dt.timedelta(days=730)


def build(*, port: int, logins: Logins, progress: Progress) -> bool:
    """Migrate, make the district and its people, write the sample content; what is there already stays as it is.

    Returns whether anything but the migrations was left to do.
    """
    with ThreadPoolExecutor(max_workers=1) as second_thread, _fewer_collections():
        hashing = _start_hashing(logins, second_thread)
        with progress.stage("migrate", _("Database")):
            call_command("migrate", verbosity=0, interactive=False)
        is_new = not DisclosurePage.objects.exists()
        if not places.are_there():
            _build_district(port, progress)
        places.follow_port(port=port)
        district = District.objects.get(slug=places.DISTRICT["slug"])
        if not people.are_there():
            with progress.stage("people", _("People, one for every role")):
                people.make_people(district=district, hash_of=lambda name: hashing(name).result())
        if is_new:
            _build_content(district, progress)
            with progress.stage("plugins", _("Plug-ins and their samples")):
                make_plugin_samples(district=district)
            with progress.stage("search", _("Index of the public search")):
                build_what_lacks(replaces_foreign=True)
        return is_new


def _start_hashing(logins: Logins, executor: Executor) -> Callable[[str], Future[str]]:
    """Hash passwords in another thread: that leaves the interpreter free, so it costs nothing beside the migrations."""

    @cache
    def hashing(username: str) -> Future[str]:
        return executor.submit(make_password, logins.password_of(username))

    if not Path(settings.DATABASES["default"]["NAME"]).exists():
        for account in people.ACCOUNTS:
            hashing(account.username)
    return hashing


@transaction.atomic
def _build_district(port: int, progress: Progress) -> None:
    with progress.stage("registers", _("City, district and registers of units")):
        district = places.make_district(port=port)
    with progress.stage("table", _("Responsibility table: columns, sections and rights")):
        places.apply_former_table(district=district, on=timezone.localdate() - FORMER_TABLE_AGE)
        places.ask_for_office_approval(district=district)
        places.choose_look(district=district)


def _build_content(district: District, progress: Progress) -> None:
    """All of the content or none; nobody is told of reviews that lie two years back."""
    with letters.silence(), transaction.atomic():
        _build_content_at_once(district, progress)


def _build_content_at_once(district: District, progress: Progress) -> None:
    history = History()
    with index_later():
        with progress.stage("content", _("Content, written, reviewed and published")):
            _write(read_texts(today=timezone.localdate()), district, history, progress)
        with progress.stage("present-table", _("Today's table: a column leaves")):
            places.apply_present_table(district=district)
        with progress.stage("round", _("A review round under way")):
            hold_round(district=district)
    with progress.stage("history", _("Days spread over two years")):
        history.write()
    with progress.stage("index", _("Indexes of search and of references")):
        index_now()


def _write(texts: list[Text], district: District, history: History, progress: Progress) -> None:
    desk = Desk(district)
    for number, text in enumerate(texts, start=1):
        live(text, desk=desk, history=history)
        progress.step(number, len(texts))


@contextmanager
def _fewer_collections() -> Iterator[None]:
    """Collect young garbage seldom and old never while much is made and little thrown away.

    Rendering the states of migrations makes millions of objects; the collector costs a third of their time otherwise.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(500_000, 3, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
        gc.collect()
