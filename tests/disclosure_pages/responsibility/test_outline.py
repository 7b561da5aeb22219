from __future__ import annotations

import json

from disclosure_pages.responsibility.changes import (
    ColumnAct,
    ColumnChange,
    GrantAct,
    GrantChange,
    Plan,
    SectionAct,
    SectionChange,
)
from disclosure_pages.responsibility.outline import outline_of, removals_of, summary_of

PATH = ("法定", "教育")
PLAN = Plan(
    columns=(
        ColumnChange(ColumnAct.CREATE, ("法定",)),
        ColumnChange(ColumnAct.RENUMBER, PATH, page=7, before="1.", after="2."),
    ),
    sections=(
        SectionChange(SectionAct.CREATE, PATH, "jyj", "区教育局"),
        SectionChange(SectionAct.CREATE, PATH, "kjj", "区科技局"),
        SectionChange(SectionAct.CLOSE, (), "mzj", "区民政局", page=9),
    ),
    grants=(
        GrantChange(GrantAct.ADD, "g", False, "add_page", path=PATH, unit="jyj", role="editor", holder="区教育局"),
        GrantChange(GrantAct.REMOVE, "g", False, "add_page", path=PATH, unit="mzj", role="editor", holder="区民政局"),
        GrantChange(GrantAct.REMOVE, "管理员", False, "publish_page", row=3, holder="管理员", place="/furong/"),
    ),
)


def test_outline_is_a_tree_of_columns() -> None:
    root = outline_of(PLAN)

    (first, outside) = root.children.values()
    assert (first.title, list(first.children)) == ("法定", ["教育"])
    education = first.children["教育"]
    assert "1. → 2." in education.acts[0]
    assert "区教育局、区科技局" in education.notes[0]
    assert len(education.notes) == 3
    assert "区民政局" in outside.notes[0]


def test_lines_are_indented_by_level() -> None:
    lines = list(outline_of(PLAN).lines())

    assert [line for line in lines if line.startswith("法定")]
    assert [line for line in lines if line.startswith("  教育")]


def test_removals_name_what_was_given_by_hand() -> None:
    assert removals_of(PLAN) == ["管理员 · /furong/: publish_page"]


def test_summary_counts_every_kind() -> None:
    assert [number for _label, number in summary_of(PLAN.counts())] == [1, 1, 2, 1, 1, 2]


def test_plan_is_json_and_its_fingerprint_follows_it() -> None:
    assert json.loads(json.dumps(PLAN.as_json()))["counts"]["sections.create"] == 2
    assert PLAN.fingerprint() != Plan(columns=PLAN.columns, sections=PLAN.sections).fingerprint()
