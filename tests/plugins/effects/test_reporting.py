"""Figures of a year for the annual report."""

import datetime as dt
from decimal import Decimal

import pytest

from plugins.collecting import contributions
from plugins.contributions.figures import FigureScope
from plugins.effects.reporting import counted_figures


def of_the_sample(district, year=2026):
    return [one for one in counted_figures(FigureScope(district=district, year=year)) if one.plugin == "sample"]


def given_by_the_sample(answer, name="figures"):
    """Let the sample's source answer ``answer``, as its ``name``."""
    (source,) = (given.answer for given in contributions("report_figures") if given.plugin == "sample")
    before = getattr(source, name)
    object.__setattr__(source, name, answer)
    return lambda: object.__setattr__(source, name, before)


def test_figures_are_counted_where_the_plug_in_is_on(two):
    notice = two.notice(two.here)
    (counted,) = of_the_sample(two.here, notice.published_on.year)

    assert (counted.source.table, counted.figures) == (
        "notices",
        {("published", "number"): 1, ("planned", "number"): None},
    )
    assert of_the_sample(two.there) == []


def test_each_figure_leads_to_what_was_counted(two):
    (counted,) = of_the_sample(two.here)

    assert counted.address_of("published", "number") == "/admin/plug-ins/sample/?year=2026"
    assert counted.address_of("planned", "number") == ""


def test_source_that_fails_is_there_without_figures(two):
    back = given_by_the_sample(lambda scope: 1 / 0)
    try:
        (counted,) = of_the_sample(two.here)
    finally:
        back()

    assert counted.figures is None


def test_answer_that_is_no_number_is_no_figure(two):
    back = given_by_the_sample(lambda scope: {("published", "number"): "12"})
    try:
        (counted,) = of_the_sample(two.here)
    finally:
        back()

    assert counted.figures is None


def test_amounts_may_have_decimals(two):
    back = given_by_the_sample(lambda scope: {("published", "number"): Decimal("1.25")})
    try:
        (counted,) = of_the_sample(two.here)
    finally:
        back()

    assert counted.figures == {("published", "number"): Decimal("1.25")}


def test_source_without_a_remainder_is_not_asked_for_one(two):
    scope = FigureScope(district=two.here, year=2026, is_remainder=True)
    assert [one.plugin for one in counted_figures(scope) if one.plugin == "sample"] == []
    back = given_by_the_sample(True, "has_remainder")
    try:
        assert [one.plugin for one in counted_figures(scope) if one.plugin == "sample"] == ["sample"]
    finally:
        back()


@pytest.mark.parametrize(
    ("answer", "day"),
    [
        (lambda district: dt.date(2025, 3, 1), dt.date(2025, 3, 1)),
        (lambda district: None, None),
        (lambda district: "2025-03-01", None),
        (lambda district: 1 / 0, None),
    ],
)
def test_source_says_from_when_on_it_knows(two, answer, day):
    (counted,) = of_the_sample(two.here)
    assert counted.since == dt.date.min
    back = given_by_the_sample(answer, "since")
    try:
        assert counted.since == day
    finally:
        back()
