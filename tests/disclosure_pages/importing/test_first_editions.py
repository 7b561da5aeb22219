"""``manage.py documents editions``: what was public before editions were kept gets its first one."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest
from django.core.management import call_command

from disclosure_pages.clearance.domain.acts import withdraw_content
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.library.models import Edition
from tests.factories.documents import document_section, make_document_draft, make_policy_document
from tests.factories.pages import make_changed_draft, publish
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
BEFORE = dt.datetime(2026, 5, 4, 3, 2, tzinfo=dt.UTC)


def editions(*options: str) -> list[str]:
    out = io.StringIO()
    call_command("documents", "editions", *options, "--json", stdout=out)
    found: list[str] = json.loads(out.getvalue())["documents"]
    return found


@pytest.fixture
def old() -> PolicyDocument:
    """A document from before editions, with a newer draft beside what is public."""
    page = make_policy_document("旧通知", body="<p>公开的正文。</p>")
    Edition.objects.all().delete()
    PolicyDocument.objects.filter(pk=page.pk).update(last_published_at=BEFORE)
    return make_changed_draft(page, title="还没审的题目", body="<p>还没审的正文。</p>")


def test_old_document_gets_the_text_that_is_public(old) -> None:
    assert editions() == ["旧通知"]
    edition = Edition.objects.get(page=old)
    assert (edition.number, edition.title, edition.lines) == (1, "旧通知", ["公开的正文。"])
    assert edition.published_at == BEFORE


def test_second_run_and_dry_run_write_nothing(old) -> None:
    assert (editions("--dry-run"), Edition.objects.count()) == (["旧通知"], 0)
    assert (editions(), editions(), Edition.objects.count()) == (["旧通知"], [], 1)


def test_what_is_not_public_or_has_editions_is_left_alone() -> None:
    section = document_section()
    make_document_draft("草稿", section=section)
    withdrawn, kept = (make_policy_document(title, section=section) for title in ("撤下的", "有版本的"))
    withdraw_content(page=withdrawn, user=make_person("disclosure_office", district=kept.district), reason="误发")
    Edition.objects.filter(page=withdrawn).delete()
    assert (editions(), list(Edition.objects.values_list("page", flat=True))) == ([], [kept.pk])


def test_other_districts_are_left_alone(old) -> None:
    elsewhere = document_section().unit.district.slug
    assert (editions("--district", elsewhere), editions("--district", old.district.slug)) == ([], ["旧通知"])


def test_next_publication_is_the_second_edition(old) -> None:
    editions()
    publish(old)
    assert list(Edition.objects.order_by("number").values_list("number", "title")) == [
        (1, "旧通知"),
        (2, "还没审的题目"),
    ]
