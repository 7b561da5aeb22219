"""The doctor looks at the engine that answers."""

import pytest
from django.utils import translation

from cms.doctor import servers
from cms.doctor.probe import Missing


def test_search_engine_not_concerned(settings):
    settings.SEARCH_ENGINE = ""

    assert servers.search_engine() is None


def test_search_engine_without_an_index(unbuilt_engine):
    with pytest.raises(Missing) as caught:
        servers.search_engine()

    assert "rebuild" in caught.value.remedy


def test_search_engine_with_an_index(unbuilt_engine):
    with unbuilt_engine.new_index("first"):
        unbuilt_engine.swap("first")

    with translation.override("en"):
        assert servers.search_engine() == "memory, 0 pages"


def test_search_engine_down(unbuilt_engine):
    unbuilt_engine.is_away = True

    with pytest.raises(Missing, match="nobody answers"):
        servers.search_engine()
