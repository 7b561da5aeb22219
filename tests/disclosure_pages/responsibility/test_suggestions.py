from __future__ import annotations

import pytest

from disclosure_pages.responsibility.register import Register
from disclosure_pages.responsibility.suggestions import nearest_names


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("区叫育局", "区教育局"),  # same sound, other character
        ("区教育据", "区教育局"),
        ("区卫生建康局", "区卫生健康局"),
        ("区人力资源与社会保障局", "区人力资源和社会保障局"),
        ("区直有关单位", "区直各有关单位"),
        ("湘湖管委局", "湘湖管理局"),
    ],
)
def test_nearest_is_the_one_meant(register: Register, typed: str, meant: str) -> None:
    assert register.nearest(typed)[0] == meant


def test_nearest_names_when_none_is_near() -> None:
    assert nearest_names("海关", ["区教育局", "区卫生健康局"]) == []


def test_nearest_never_names_closed_units(register: Register) -> None:
    assert "区文化局" not in register.nearest("区文化局")
