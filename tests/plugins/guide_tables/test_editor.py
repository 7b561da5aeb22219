"""The editor without a script: columns as child rows, rows as text."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from plugins.contrib.guide_tables.models import GuideTable
from plugins.contrib.guide_tables.rows import join_text

from .tables import COLUMNS, ROWS, TEXT, TITLES


def form_of(columns, rows: str, *, saved: int = 0, **more) -> dict:
    children = [{"kind": "text", "codes": "", "is_listed": "on", "unit_of_measure": "", **column} for column in columns]
    return nested_form_data(
        {
            "title": "学校名录",
            "slug": "xue-xiao-ming-lu",
            "introduction": streamfield([]),
            "columns": inline_formset(children, initial=saved),
            "rows": rows,
            "attachments": inline_formset([]),
            "comments": inline_formset([]),
            **more,
        }
    )


def save(editor, draft, columns, rows: str, **more):
    return editor.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), form_of(columns, rows, **more))


def newest(draft) -> GuideTable:
    return GuideTable.objects.get(pk=draft.pk).get_latest_revision_as_object()


def without(*keys: str) -> list[dict]:
    return [column for column in COLUMNS if column["key"] not in keys]


def test_rows_are_kept_in_one_way(draft, editor):
    save(editor, draft, COLUMNS, join_text(TITLES, [("丁 小学", "小学", "", "1,200", "", "", "")]))

    assert newest(draft).table.rows == (("丁 小学", "小学", "", "1200", "", "", ""),)


def test_renamed_column_keeps_its_cells(draft, editor):
    renamed = [{**column, "title": "所在街道"} if column["key"] == "street" else column for column in COLUMNS]
    save(editor, draft, renamed, TEXT)

    assert newest(draft).rows == TEXT.replace("街道\t招", "所在街道\t招", 1)


def test_renamed_column_that_was_saved_keeps_its_cells(draft, editor):
    draft.save()
    draft.save_revision(user=draft.owner)
    saved = [{**column, "id": kept.pk} for column, kept in zip(COLUMNS, draft.columns.all(), strict=True)]
    saved[2]["title"] = "所在街道"
    save(editor, draft, saved, TEXT, saved=len(saved))

    assert newest(draft).rows == TEXT.replace("街道\t招", "所在街道\t招", 1)


def test_key_is_made_of_the_heading(draft, editor):
    save(editor, draft, [*COLUMNS, {"title": "备注", "key": ""}], TEXT)

    assert [column.key for column in newest(draft).schema.columns][-1] == "bei_zhu"


def test_removed_column_takes_its_cells_along(draft, editor):
    save(editor, draft, without("phone"), TEXT)

    assert newest(draft).table.rows[0] == (*ROWS[0][:4], *ROWS[0][5:])


@pytest.mark.parametrize(
    ("rows", "says"),
    [("学校名称\t传真\n甲小学\t1", "没有名为“传真”的列"), ("学校名称\n甲小学\t多", "第 1 行的单元格多于列数")],
)
def test_what_would_be_lost_is_refused_and_still_there(draft, editor, rows, says):
    html = save(editor, draft, COLUMNS, rows).content.decode()

    assert (says in html, rows in html, newest(draft).rows) == (True, True, TEXT)


def test_draft_may_be_wrong_and_says_so(draft, editor):
    save(editor, draft, COLUMNS, join_text(TITLES, [("丁小学", "高中", *[""] * 5)]))
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()

    assert "第 1 行，办学层次：“高中”不在该列的选项清单中" in html


def test_wrong_table_is_not_handed_in(draft, editor):
    wrong = join_text(TITLES, [("丁小学", "高中", *[""] * 5)])
    html = save(editor, draft, COLUMNS, wrong, **{"action-submit": "1"}).content.decode()

    assert ("第 1 行，办学层次" in html, GuideTable.objects.get(pk=draft.pk).current_workflow_state) == (True, None)
    assert "丁小学\t高中" in html


def test_editor_leads_to_files(draft, editor):
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()

    assert reverse("guide-tables-admin:import", args=[draft.pk]) in html
    assert "gongkai_tables/grid.js" in html


def test_large_table_is_sent_in_parts(draft, editor):
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()

    assert 'enctype="multipart/form-data"' in html.partition('id="page-edit-form"')[2].partition(">")[0]
