"""Jobs, channels, figures and texts for the search."""

import datetime as dt

import pytest
from django.utils import timezone

from disclosure_pages.clearance.domain.acts import withdraw_content
from plugins.collecting import contributions
from plugins.domain.deliveries import deliver_due
from plugins.domain.jobs import run_due_jobs
from plugins.effects.commands.work import find_public_page
from plugins.effects.measuring import figures
from plugins.models import Delivery, JobRun
from search.building.chunks import build
from tests.factories.people import make_moderator
from tests.plugins.sample import hooks
from tests.plugins.sample.models import Point


@pytest.fixture(autouse=True)
def taken():
    hooks.TAKEN.clear()
    return hooks.TAKEN


def test_job_runs_where_the_plug_in_is_on_when_it_is_due(two):
    now = timezone.now()
    first = list(run_due_jobs(now=now))

    assert [(ran.plugin, ran.district, ran.error) for ran in first] == [("sample", two.here.slug, "")]
    assert list(run_due_jobs(now=now + dt.timedelta(minutes=59))) == []
    assert len(list(run_due_jobs(now=now + dt.timedelta(hours=1)))) == 1


def of_the_sample(hook):
    (found,) = (given.answer for given in contributions(hook) if given.plugin == "sample")
    return found


def test_failing_job_is_told_and_tried_again_when_due(two):
    job = of_the_sample("scheduled_jobs")
    object.__setattr__(job, "run", lambda district: 1 / 0)
    try:
        ran = list(run_due_jobs())
    finally:
        object.__setattr__(job, "run", lambda district: f"清点了{district}。")

    assert [one.error for one in ran] == ["ZeroDivisionError: division by zero"]
    assert JobRun.objects.get().error == "ZeroDivisionError: division by zero"


def test_channel_takes_what_was_published_where_it_is_on(two, taken):
    notice = two.notice(two.here)
    assert set(Delivery.objects.values_list("district", flat=True)) == {two.here.pk, two.there.pk}
    delivered = list(deliver_due(find_public_page))

    assert [(one.page_id, one.error) for one in delivered] == [(notice.pk, "")]
    assert (taken, Delivery.objects.count()) == ([notice.pk], 0)


def test_channel_is_not_given_what_was_withdrawn(two, taken):
    notice = two.notice(two.here)
    withdraw_content(page=notice, user=make_moderator(notice.unit), reason="有误")

    assert (list(deliver_due(find_public_page)), taken) == ([], [])


def test_delivery_that_fails_waits_longer_each_time(two):
    channel = of_the_sample("channels")

    def fail(publication):
        raise OSError("away")

    kept = channel.deliver
    object.__setattr__(channel, "deliver", fail)
    try:
        now = timezone.now()
        first = list(deliver_due(find_public_page, now=now))
        again = list(deliver_due(find_public_page, now=now + dt.timedelta(seconds=30)))
        later = list(deliver_due(find_public_page, now=now + dt.timedelta(minutes=2)))
    finally:
        object.__setattr__(channel, "deliver", kept)

    assert ([one.error for one in first], again, len(later)) == (["OSError: away"], [], 1)
    assert Delivery.objects.get().attempts == 2


def test_figure_is_counted_where_the_plug_in_is_on(two):
    today = timezone.localdate()
    found = list(figures(since=today, until=today))

    assert [(figure.district, figure.title, figure.value, figure.unit) for figure in found] == [
        (two.here.slug, "便民公告", 1, "条")
    ]


def test_rows_beside_the_page_are_searched_where_the_plug_in_is_on(two):
    notices = [two.notice(place) for place in (two.here, two.there)]
    for notice in notices:
        Point.objects.create(notice=notice, text="备足饮用水")
    documents = build(dict.fromkeys([notice.pk for notice in notices], 1)).documents
    found = [[each.heading for each in documents[one.pk].passages if "饮用水" in each.text] for one in notices]

    assert found == [["要点"], []]
