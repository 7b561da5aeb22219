import pytest
from django.core.management import call_command
from django.utils import translation
from modelsearch.backends.database import SearchBackend

from cms.doctor import servers
from cms.doctor.probe import Missing
from search.admin_search.state import is_in_tokens
from tests.factories.pages import make_published

pytestmark = pytest.mark.django_db


def test_index_without_chinese_titles_tells_nothing() -> None:
    assert is_in_tokens() is None
    assert servers.admin_search() is None


def test_index_that_wagtail_wrote_has_to_be_written_anew() -> None:
    page = make_published("义务教育招生通知")
    SearchBackend({}).add(page)

    with pytest.raises(Missing) as caught:
        servers.admin_search()
    assert "update_index" in caught.value.remedy

    call_command("update_index", verbosity=0)
    assert is_in_tokens()
    with translation.override("en"):
        assert servers.admin_search() == "finds parts of Chinese titles"
