"""Chunks that other processes build: they see what is committed in the database, so these tests commit."""

import os
import signal
from urllib.parse import quote

import pytest
from django.db import connection

from search.building import ahead, processes
from search.building.ahead import build_ahead
from search.outbox.work import work
from tests.factories.pages import make_published
from tests.search.memory_engine import prepare

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def database_for_others(monkeypatch):
    """Other processes take their database from the environment."""
    of = connection.settings_dict
    account = f"{quote(of['USER'])}:{quote(of['PASSWORD'])}@{of['HOST']}:{of['PORT']}"
    url = f"sqlite:///{of['NAME']}" if connection.vendor == "sqlite" else f"postgresql://{account}/{of['NAME']}"
    monkeypatch.setenv("TEST_DATABASE_URL", url)
    monkeypatch.setattr(processes, "WORTHWHILE", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.fixture
def pages(unbuilt_engine):
    made = [make_published(f"公告{number}") for number in range(9)]
    work()
    return made


def titles_of(prepared):
    return {document.key: document.title for document in prepared.entries}


def chunks_of(pages, size=2):
    keys = [page.pk for page in pages]
    return [keys[start : start + size] for start in range(0, len(keys), size)]


def test_other_processes_build_what_this_one_builds_in_the_same_order(pages, database_for_others, monkeypatch):
    there = list(build_ahead(chunks_of(pages), prepare, pages=len(pages)))
    monkeypatch.setattr(processes, "WORTHWHILE", 1_000)
    here = list(build_ahead(chunks_of(pages), prepare, pages=len(pages)))

    assert [keys for keys, _built in there] == [keys for keys, _built in here] == chunks_of(pages)
    assert [prepared for _keys, prepared in there] == [prepared for _keys, prepared in here]
    assert len({key for _keys, prepared in there for key in titles_of(prepared)}) == len(pages)


def test_process_that_ends_leaves_no_gap(pages, database_for_others, caplog, monkeypatch):
    pools = [processes.pool_of(1)]
    monkeypatch.setattr(ahead, "pool_of", lambda _count: pools[0])
    found: dict[int, str] = {}
    for number, (_keys, prepared) in enumerate(build_ahead(chunks_of(pages, size=1), prepare, pages=len(pages))):
        found |= titles_of(prepared)
        if not number:
            for pid in pools[0]._processes:
                os.kill(pid, signal.SIGKILL)

    assert found == {page.pk: page.title for page in pages}
    assert "going on without any" in caplog.text
