import pytest
from hypothesis import given
from hypothesis import strategies as st

from themes.contrast import better_ink, contrast_ratio, mixed, readable

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # the grey that just fails, in every table of examples
        ("#767676", "#ffffff", 4.54),  # and the one that just passes
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_ratio_is_that_of_wcag(one, other, ratio):
    assert round(contrast_ratio(one, other), 2) == ratio
    assert contrast_ratio(one, other) == contrast_ratio(other, one)


def test_mixing_goes_from_one_to_the_other():
    assert [mixed("#000000", "#ffffff", share=share) for share in (0, 0.5, 1)] == ["#ffffff", "#808080", "#000000"]


@given(COLOURS, COLOURS)
def test_readable_colour_can_be_read(colour, ground):
    assert contrast_ratio(readable(colour, on=[ground], needed=4.5), ground) >= 4.5


@given(COLOURS)
def test_black_or_white_can_be_read_on_anything(ground):
    assert contrast_ratio(better_ink([ground]), ground) >= 4.5


def test_colour_that_can_be_read_stays():
    assert readable("#a3271f", on=["#ffffff"], needed=4.5) == "#a3271f"


def test_colour_on_grounds_without_room_becomes_the_better_end():
    assert readable("#a3271f", on=["#000000", "#ffffff"], needed=7) in {"#000000", "#ffffff"}
