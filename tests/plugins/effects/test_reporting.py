"""Figures of a year for the annual report."""

from decimal import Decimal

from plugins.collecting import contributions
from plugins.contributions.figures import FigureScope
from plugins.effects.reporting import counted_figures


def of_the_sample(district, year=2026):
    return [one for one in counted_figures(FigureScope(district=district, year=year)) if one.plugin == "sample"]


def given_by_the_sample(figures):
    """Let the sample's source answer ``figures``."""
    (source,) = (given.answer for given in contributions("report_figures") if given.plugin == "sample")
    before = source.figures
    object.__setattr__(source, "figures", figures)
    return lambda: object.__setattr__(source, "figures", before)


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
