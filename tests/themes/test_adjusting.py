import pytest
from hypothesis import given
from hypothesis import strategies as st

from themes.adjusting import Adjustments, adjusted, verdict
from themes.discovery import discovered
from themes.tokens import Mode, faults_of_contrast, merged

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def _tokens(theme: str = "base"):
    manifests = discovered().manifests
    return merged(manifests["base"].tokens, manifests[theme].tokens)


@pytest.mark.parametrize("theme", ["base", "furong", "contrast"])
@given(accent=COLOURS, band=COLOURS, seal=COLOURS)
def test_other_modes_can_be_read_whatever_is_chosen(theme, accent, band, seal):
    changed = adjusted(_tokens(theme), Adjustments(accent=accent, band=band, seal=seal))

    others = {mode: values for mode, values in changed.items() if mode is not Mode.LIGHT}
    assert list(faults_of_contrast(others)) == []


def test_contrast_mode_stays_the_readers():
    tokens = _tokens()

    assert adjusted(tokens, Adjustments(accent="#123456", type_size="larger"))[Mode.CONTRAST] == tokens[Mode.CONTRAST]


def test_nothing_adjusted_changes_nothing():
    assert adjusted(_tokens(), Adjustments()) == _tokens()


@pytest.mark.parametrize(("size", "root"), [("small", "100%"), ("standard", "106.25%"), ("larger", "118.75%")])
def test_type_size_is_the_root_size(size, root):
    assert adjusted(_tokens(), Adjustments(type_size=size))[Mode.LIGHT]["root-size"] == root


def test_verdict_tells_what_an_adjustment_touches():
    told = verdict(_tokens(), Adjustments(accent="#ffd0d0"))

    assert {pair.ink for pair, _ratio, holds in told if not holds} == {"accent"}
    assert verdict(_tokens(), Adjustments()) == []
