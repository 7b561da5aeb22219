import json

import pytest
from django.core.management import CommandError, call_command

from search.models import IndexPosition
from tests.factories.pages import make_published

pytestmark = pytest.mark.django_db


def run(capsys, *arguments):
    """Exit status and output."""
    try:
        call_command("search", *arguments)
    except SystemExit as end:
        return end.code, capsys.readouterr().out
    return 0, capsys.readouterr().out


def values(capsys, *arguments):
    status, output = run(capsys, *arguments, "--json")
    return status, json.loads(output)


def test_status_tells_what_waits(capsys, engine):
    make_published()
    status, told = values(capsys, "status")

    assert (status, told["public_pages"], told["events"] > 0) == (0, 1, True)
    assert told["engines"][0]["index"] == "first"


def test_status_of_an_engine_that_is_away_is_a_failure(capsys, engine):
    engine.is_away = True
    status, output = run(capsys, "status")

    assert (status, "nobody answers" in output) == (1, True)


def test_drain_delivers(capsys, engine):
    page = make_published()
    status, told = values(capsys, "drain")

    assert (status, told["engines"][0]["delivered"] >= 1) == (0, True)
    assert list(engine.index.documents()) == [page.pk]


def test_drain_to_an_engine_that_is_away_is_a_failure(capsys, engine):
    engine.is_away = True
    make_published()

    assert run(capsys, "drain")[0] == 1


def test_rebuild_tells_the_index(capsys, unbuilt_engine):
    make_published()
    status, told = values(capsys, "rebuild")

    assert (status, told["engines"][0]["pages"]) == (0, 1)
    assert told["engines"][0]["index"] == unbuilt_engine.serving


def test_rollback_without_a_former_index_says_so(engine):
    with pytest.raises(CommandError):
        call_command("search", "rebuild", "--rollback")


def test_verify_names_differences_and_mends_them(capsys, engine):
    page = make_published()
    run(capsys, "drain")
    assert run(capsys, "verify")[0] == 0
    del engine.index.entries[page.pk]
    status, output = run(capsys, "verify")

    assert (status, str(page.pk) in output) == (1, True)
    assert run(capsys, "verify", "--fix")[0] == 0
    assert list(engine.index.documents()) == [page.pk]


def test_verify_without_an_index_says_what_to_do(engine):
    IndexPosition.objects.all().delete()
    with pytest.raises(CommandError, match="search rebuild"):
        call_command("search", "verify")


def test_unknown_engine_is_named(engine):
    with pytest.raises(CommandError, match="sphinx"):
        call_command("search", "rebuild", "--engine", "sphinx")


def test_status_where_there_is_no_search(capsys, settings):
    settings.SEARCH_ENGINE = settings.SEARCH_FALLBACK_ENGINE = ""

    assert values(capsys, "status") == (0, {"engines": []})
