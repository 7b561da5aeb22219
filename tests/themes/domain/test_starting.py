"""Looks begin by their time, and nothing that was live is ever changed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.disclosure_pages.public.markup import soup_of
from themes.domain.drafting import adjust_draft, begin_draft, copy_as_draft, discard_draft
from themes.domain.starting import roll_back, schedule_version, start_version, unschedule_version
from themes.enums import VersionState
from themes.exceptions import CannotChoose
from themes.models import ThemeVersion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_pages")]


@pytest.fixture
def article(two_districts):
    return two_districts[0]


@pytest.fixture
def start(committed):
    def begin(theme: str, **place) -> ThemeVersion:
        version = begin_draft(theme=theme, user=None, **place)
        with committed():
            start_version(version=version, user=None)
        return version

    return begin


def shown(visitor, page) -> str:
    return str(soup_of(visitor.get(page.get_url())).html["data-theme"])


def test_look_counts_at_once_and_in_its_district_only(visitor, two_districts, start):
    here, there = two_districts
    assert (shown(visitor, here), shown(visitor, there)) == ("base", "base")

    start("furong", district=here.district)

    assert (shown(visitor, here), shown(visitor, there)) == ("furong", "base")


def test_unit_before_district_before_city(visitor, two_districts, start):
    here, there = two_districts
    start("contrast", city=here.district.city)
    assert (shown(visitor, here), shown(visitor, there)) == ("contrast", "contrast")
    start("furong", district=here.district)
    assert (shown(visitor, here), shown(visitor, there)) == ("furong", "contrast")
    start("base", unit=here.unit)
    assert (shown(visitor, here), soup_of(visitor.get("/furong/")).html["data-theme"]) == ("base", "furong")


def test_scheduled_look_begins_by_itself(visitor, article, committed, monkeypatch):
    version, day = begin_draft(theme="furong", user=None, district=article.district), dt.timedelta(days=1)
    with committed():
        schedule_version(version=version, at=timezone.now() + day, user=None)
    assert shown(visitor, article) == "base"
    later = timezone.now() + 2 * day
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert shown(visitor, article) == "furong"


def test_schedule_can_be_taken_back(article):
    version = begin_draft(theme="furong", user=None, district=article.district)
    schedule_version(version=version, at=timezone.now() + dt.timedelta(days=1), user=None)
    unschedule_version(version=version, user=None)

    assert ThemeVersion.objects.get().starts_at is None
    with pytest.raises(CannotChoose, match="定时"):
        unschedule_version(version=version, user=None)


def test_rolling_back_is_a_new_version(visitor, article, start, committed):
    first = start("furong", district=article.district)
    start("contrast", district=article.district)
    with committed():
        roll_back(version=first, user=None)

    now, rows = timezone.now(), ThemeVersion.objects.order_by("pk")
    live = rows.live(at=now)
    assert shown(visitor, article) == "furong"
    assert [row.state(at=now, live=live) for row in rows] == [
        *[VersionState.SUPERSEDED, VersionState.SUPERSEDED, VersionState.LIVE]
    ]


def test_broken_theme_is_refused_with_its_faults(article, install_theme):
    install_theme(files={"templates/masthead.html": "{% nonsense %}"})
    version = begin_draft(theme="sample", user=None, district=article.district)

    with pytest.raises(CannotChoose, match=r"templates/masthead\.html cannot be shown"):
        start_version(version=version, user=None)
    assert ThemeVersion.objects.get().starts_at is None


def test_unreadable_colours_are_refused(article):
    version = begin_draft(theme="base", user=None, district=article.district)
    adjust_draft(version=version, accent="#ffd0d0")

    with pytest.raises(CannotChoose, match="accent"):
        start_version(version=version, user=None)


def test_what_started_is_not_changed(article, start):
    version = start("furong", district=article.district)

    for act in (
        lambda: adjust_draft(version=version, accent="#123456"),
        lambda: discard_draft(version=version, user=None),
        lambda: start_version(version=version, user=None),
    ):
        with pytest.raises(CannotChoose):
            act()


def test_time_must_lie_ahead_and_theme_be_there(article):
    version = begin_draft(theme="furong", user=None, district=article.district)
    with pytest.raises(CannotChoose):
        schedule_version(version=version, at=timezone.now(), user=None)
    with pytest.raises(CannotChoose):
        roll_back(version=version, user=None)
    with pytest.raises(CannotChoose):
        begin_draft(theme="gone", user=None, district=article.district)


def test_new_draft_keeps_pictures_and_identifiers_but_no_colours(article, start):
    version = begin_draft(theme="furong", user=None, district=article.district)
    adjust_draft(version=version, accent="#7a1138", icp_number="湘ICP备1号", type_size="large")
    start_version(version=version, user=None)

    draft = begin_draft(theme="contrast", user=None, district=article.district)
    copy = copy_as_draft(version=version, user=None)

    assert (draft.accent, draft.icp_number, draft.type_size) == ("", "湘ICP备1号", "large")
    assert (copy.accent, copy.theme) == ("#7a1138", "furong")


def test_acts_are_logged(article, start):
    version = start("furong", district=article.district)
    roll_back(version=version, user=None)
    discard_draft(version=begin_draft(theme="base", user=None, district=article.district), user=None)

    logged = ModelLogEntry.objects.filter(action__startswith="gongkai.theme.").order_by("pk")
    assert list(logged.values_list("action", flat=True)) == [
        *["gongkai.theme.begin", "gongkai.theme.start", "gongkai.theme.begin", "gongkai.theme.roll_back"],
        *["gongkai.theme.begin", "gongkai.theme.discard"],
    ]
