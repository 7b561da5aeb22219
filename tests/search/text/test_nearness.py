"""Texts that differ from what was typed by one mistake."""

import pytest

from search.text.nearness import How, Spoken, difference, places_near
from search.text.pinyin import syllables


def _spoken(text: str) -> Spoken:
    return Spoken(tuple(text), syllables(text))


@pytest.mark.parametrize(
    ("typed", "other", "how"),
    [
        ("工开", "公开", How.SOUNDS_THE_SAME),
        ("临时", "零时", How.SOUNDS_ALIKE),
        ("救助临时", "救助时临", How.IS_SWAPPED),
        ("电动自行本", "电动自行车", How.HAS_ANOTHER),
        ("最低生保障", "最低生活保障", How.HAS_ONE_MORE_OR_LESS),
        ("最低生生活保障", "最低生活保障", How.HAS_ONE_MORE_OR_LESS),
        ("公开", "公开", None),
        ("公共", "公园", None),
        ("生活保障", "最生活保障", None),
        ("最低保障", "义务教育", None),
    ],
)
def test_difference(typed, other, how) -> None:
    assert difference(_spoken(typed), _spoken(other)) == how


def test_places_in_a_title() -> None:
    found = list(places_near(_spoken("政务工开"), _spoken("推进政务公开工作")))

    assert [(place.how, place.start, place.end) for place in found] == [(How.SOUNDS_THE_SAME, 2, 6)]
