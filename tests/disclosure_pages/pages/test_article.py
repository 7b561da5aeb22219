from __future__ import annotations

import datetime as dt

import pytest

from disclosure_pages.pages.text import first_text
from disclosure_pages.tree.models import ColumnTally
from tests.factories.pages import make_changed_draft, make_draft, make_published, publish

pytestmark = pytest.mark.django_db


def test_article_through_both_reviews_is_public():
    article = publish(make_draft("2026年秋季招生公告"), on=dt.date(2026, 3, 2))
    assert (article.live, article.is_public, article.attribute) == (True, True, "proactive")
    assert article.slug == "2026-nian-qiu-ji-zhao-sheng-gong-gao"
    assert ColumnTally.objects.values_list("year", "total", "newest_on").get() == (2026, 1, dt.date(2026, 3, 2))


def test_newer_draft_leaves_the_public_text_until_it_is_cleared():
    article = make_published(body="<p>旧</p>")
    changed = make_changed_draft(article, body="<p>新</p>")
    assert first_text(changed.body) == "旧"
    assert first_text(publish(changed).body) == "新"
