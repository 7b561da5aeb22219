"""公开时限: wordings, and days with a calendar in which nobody works on 1 May and everybody on Saturday 9 May 2026."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.api import WorkingCalendar
from plugins.contrib.item_catalogue.enums import LimitKind
from plugins.contrib.item_catalogue.time_limits import TimeLimit, due_day, governing, is_met, parse_time_limits

CALENDAR = WorkingCalendar({dt.date(2026, 5, 1): False, dt.date(2026, 5, 9): True})
DAYS, WORKING, AT_ONCE, DISPLAY = LimitKind.DAYS, LimitKind.WORKING_DAYS, LimitKind.AT_ONCE, LimitKind.DISPLAY


def _read(text):
    return [(limit.kind, limit.number) for limit in parse_time_limits(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("信息形成或者变更之日起20个工作日内", [(WORKING, 20)]),
        ("自该信息形成或变更之日起3个工作日内予以公开", [(WORKING, 3)]),
        ("信息形成之日起２０个工作日内", [(WORKING, 20)]),
        ("信息形成之日起 20 个 工作日\n以内", [(WORKING, 20)]),
        ("二十个工作日内", [(WORKING, 20)]),
        ("两个工作日内", [(WORKING, 2)]),
        ("一百二十日内", [(DAYS, 120)]),
        ("作出决定之日起7个自然日内", [(DAYS, 7)]),
        ("形成之日起7个自然日/日内公开", [(DAYS, 7)]),
        ("15日内", [(DAYS, 15)]),
        ("事件发生后24小时内", [(DAYS, 1)]),
        ("36小时之内", [(DAYS, 2)]),
        ("5个工作日", [(WORKING, 5)]),
        ("及时公开", [(AT_ONCE, None)]),
        ("实时公开", [(AT_ONCE, None)]),
        ("即时", [(AT_ONCE, None)]),
        ("按进展情况及时公开", [(AT_ONCE, None)]),
        ("当日公开", [(AT_ONCE, None)]),
        ("公告期限为5个工作日", [(DISPLAY, 5)]),
        ("公示期不少于7日", [(DISPLAY, 7)]),
        ("公示时间不得少于五个工作日", [(DISPLAY, 5)]),
        ("公示5天", [(DISPLAY, 5)]),
        ("公示期满5个工作日内", [(WORKING, 5)]),
        ("决定作出之日起10个工作日内公开；公示期为5日", [(WORKING, 10), (DISPLAY, 5)]),
        (
            "信息形成之日起20个工作日内，公告期限为5个工作日，有变化的及时公开",
            [(WORKING, 20), (DISPLAY, 5), (AT_ONCE, None)],
        ),
        ("信息形成之日起20个工作日内及时公开", [(WORKING, 20)]),
        ("会议召开5个工作日前公开", [(LimitKind.UNPARSED, None)]),
        ("提前5日公告", [(LimitKind.UNPARSED, None)]),
        ("长期公开", [(LimitKind.UNPARSED, None)]),
        ("3月15日起公开", [(LimitKind.UNPARSED, None)]),
        ("", []),
        (" \n", []),
    ],
)
def test_parse_wording(text, expected):
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("每年3月31日前", 3, 31),
        ("每年1月31日之前公开", 1, 31),
        ("每年九月底前", 9, 30),
        ("每年2月底前", 2, 29),
    ],
)
def test_parse_yearly(text, month, day):
    assert parse_time_limits(text) == (TimeLimit(LimitKind.YEARLY, text, month=month, day=day),)


@pytest.mark.parametrize("text", ["每年13月1日前", "每年2月30日前"])
def test_parse_day_that_no_year_has(text):
    assert parse_time_limits(text) == (TimeLimit(LimitKind.UNPARSED, text),)


def test_parse_keeps_the_clause():
    text = "自受理之日起二十个工作日内；公示期５日"

    assert [limit.text for limit in parse_time_limits(text)] == ["自受理之日起二十个工作日内", "公示期５日"]


@given(st.text(alphabet="公示期限为不少于及时每年月底前内个工作日天小时0123456789二十百两（）；，\n ", max_size=40))
def test_parse_never_fails(text):
    limits = parse_time_limits(text)

    assert bool(limits) == bool(text.strip())
    assert all(limit.text.strip() for limit in limits)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("公示期5日；及时公开", AT_ONCE),
        ("及时公开，最迟20个工作日内", WORKING),
        ("公示期5日", DISPLAY),
    ],
)
def test_governing(text, kind):
    assert governing(parse_time_limits(text)).kind == kind


def test_governing_nothing():
    assert governing(()) is None


@pytest.mark.parametrize(
    ("text", "formed", "due"),
    [
        ("1个工作日内", dt.date(2026, 4, 30), dt.date(2026, 5, 4)),  # a holiday and a weekend between
        ("5个工作日内", dt.date(2026, 5, 4), dt.date(2026, 5, 9)),  # Saturday is a make-up day
        ("及时公开", dt.date(2026, 5, 8), dt.date(2026, 5, 9)),
        ("3日内", dt.date(2026, 4, 29), dt.date(2026, 5, 4)),  # 2 May is a Saturday
        ("每年3月31日前", dt.date(2026, 3, 31), dt.date(2026, 3, 31)),
        ("每年3月31日前", dt.date(2026, 4, 1), dt.date(2027, 3, 31)),
        ("每年2月底前", dt.date(2028, 1, 5), dt.date(2028, 2, 29)),
        ("每年2月底前", dt.date(2026, 1, 5), dt.date(2026, 3, 2)),  # 28 February 2026 is a Saturday
    ],
)
def test_due_day(text, formed, due):
    limit = parse_time_limits(text)[0]

    assert due_day(formed, limit, CALENDAR) == due
    assert (is_met(formed, due, limit, CALENDAR), is_met(formed, due + dt.timedelta(1), limit, CALENDAR)) == (
        True,
        False,
    )


@pytest.mark.parametrize("text", ["公告期限为5个工作日", "长期公开"])
def test_is_met_cannot_be_said(text):
    day = dt.date(2026, 5, 4)

    assert is_met(day, day, parse_time_limits(text)[0], CALENDAR) is None
