import os
import subprocess
import sys
import threading
from shutil import copyfile

import pytest

from plugins.testing.database import ROOT, template_path
from search.domain.keeping import keep_up
from search.domain.thread import begin_delivery
from search.models import IndexPosition
from tests.factories.pages import make_published

SERVER = """
import time, django
django.setup()
from django.test import Client
from search.engines.registry import engine_named
Client().get("/health/live/")
end = time.monotonic() + 60
while not engine_named("embedded").indexes() and time.monotonic() < end:
    time.sleep(0.05)
print([state.is_serving for state in engine_named("embedded").indexes()])
"""


@pytest.fixture
def at_once(monkeypatch):
    monkeypatch.setattr("search.domain.keeping.POLL_SECONDS", 0)
    monkeypatch.setattr("search.domain.keeping.LOOK_SECONDS", 0)


def rounds(number):
    """``is_over`` of so many rounds."""
    left = iter(range(number))
    return lambda: next(left, None) is None


@pytest.mark.django_db
def test_first_index_is_built_where_there_is_none(unbuilt_engine, at_once):
    page = make_published()
    keep_up(is_over=rounds(1), replaces_foreign=False)

    assert list(unbuilt_engine.index.documents()) == [page.pk]


@pytest.mark.django_db
@pytest.mark.parametrize("replaces", [True, False])
def test_index_of_another_database_is_replaced_when_asked(engine, at_once, replaces):
    IndexPosition.objects.all().delete()
    make_published()
    keep_up(is_over=rounds(1), replaces_foreign=replaces)

    assert (engine.serving != "first", len(engine.index.documents())) == (replaces, int(replaces))


@pytest.mark.django_db
def test_engine_that_is_away_ends_nothing(unbuilt_engine, at_once):
    unbuilt_engine.is_away = True
    keep_up(is_over=rounds(2), replaces_foreign=True)
    unbuilt_engine.is_away = False
    keep_up(is_over=rounds(1), replaces_foreign=True)

    assert unbuilt_engine.serving


@pytest.mark.parametrize("delivery", ["nobody", "worker"])
def test_request_begins_no_thread_where_others_deliver(settings, delivery):
    settings.SEARCH_DELIVERY = delivery
    begin_delivery()

    assert "search-delivery" not in {thread.name for thread in threading.enumerate()}


@pytest.mark.slow
def test_first_request_of_a_server_begins_to_deliver(tmp_path, django_db_setup):
    if not template_path("tests").exists():
        pytest.skip("the suite runs on another database, so there is no migrated file to begin with")
    copyfile(template_path("tests"), tmp_path / "gongkai.sqlite3")
    environment = {**os.environ, "GONGKAI_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "cms.settings.dev"}
    done = subprocess.run(
        [sys.executable, "-c", SERVER], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert done.stdout.strip().endswith("[True]"), done.stderr
