"""Before anything is sent the form shows what is public already, and nothing else."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from plugins.domain.switching import enable
from tests.factories.documents import document_section, make_document_draft, make_policy_document
from tests.search.public.installed import embedded_engine

from .walking import check, reader, send

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def apply(settings, tmp_path):
    """The form of a district that has published a document, and has another one in draft."""
    cache.clear()
    section = document_section()
    make_policy_document("道路维修合同管理办法", section=section)
    make_document_draft("道路维修合同管理细则", section=section)
    enable("requests", district=section.unit.district, user=None)
    with embedded_engine(settings, tmp_path):
        yield f"/{section.unit.district.slug}/requests/apply/"


def test_public_document_is_offered_and_a_draft_is_not(apply) -> None:
    html = check(reader(), apply)

    assert ("道路维修合同管理办法" in html, "道路维修合同管理细则" in html) == (True, False)
    assert 'value="answered"' in html


def test_whoever_is_not_answered_goes_on(apply) -> None:
    client = reader()

    assert "requests-code" in send(client, apply, check(client, apply)).content.decode()


def test_nothing_is_offered_where_nothing_is_found(apply) -> None:
    assert 'value="answered"' not in check(reader(), apply, title="zzqx")
