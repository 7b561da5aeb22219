from __future__ import annotations

import pytest

from disclosure_pages.responsibility.names import is_collective_like, split_collective, split_names

KNOWN = {"区教育局", "区民政局", "区医疗保障局", "区人力资源和社会保障局", "各相关部门", "各部门"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("区教育局、区民政局", ["区教育局", "区民政局"]),
        (
            "区教育局，区民政局,区医疗保障局；各部门;区旧局",
            ["区教育局", "区民政局", "区医疗保障局", "各部门", "区旧局"],
        ),
        ("区人力资源和社会保障局 区医疗保障局", ["区人力资源和社会保障局", "区医疗保障局"]),
        ("区教育局\n区民政局", ["区教育局", "区民政局"]),
        ("区教育局、\u3000区民政局 ", ["区教育局", "区民政局"]),
        ("区人力资源和\n社会保障局", ["区人力资源和社会保障局"]),
        ("区 教育局 区民政局", ["区教育局", "区民政局"]),
        ("区甲局 区乙局", ["区甲局", "区乙局"]),
        ("区教、育局", ["区教", "育局"]),
        ("", []),
    ],
)
def test_split_names(text: str, names: list[str]) -> None:
    assert split_names(text, KNOWN.__contains__) == names


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("区民政局等各相关部门", ("区民政局", "各相关部门")),
        ("区民政局等相关部门", ("区民政局", "各相关部门")),
        ("区民政局等各部门", ("区民政局", "各部门")),
        ("等各相关部门", ("", "各相关部门")),
        ("区民政局等单位", None),
        ("区民政局", None),
    ],
)
def test_split_collective(name: str, parts: tuple[str, str] | None) -> None:
    assert split_collective(name, KNOWN.__contains__) == parts


@pytest.mark.parametrize(
    ("name", "answer"), [("区直各单位", True), ("各街道", True), ("有关部门", True), ("区教育局", False)]
)
def test_is_collective_like(name: str, answer: bool) -> None:
    assert is_collective_like(name) is answer
