"""Rows from a file: looked at, mapped, taken into a draft."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import PageLogEntry

from cms.registers.sheets import write_sheet
from plugins.api import read_file
from plugins.contrib.guide_tables.models import GuideTable
from plugins.contrib.guide_tables.schema import Schema
from plugins.contrib.guide_tables.uploads import NEW, suggest, take, text_of_file, upload_of
from tests.factories.pages import make_draft, publish, submit

from .tables import ROWS, TEXT, TITLES, schema


def workbook(*rows, headings=TITLES) -> SimpleUploadedFile:
    whole = [(*row, *[""] * (len(headings) - len(row))) for row in rows]
    content = write_sheet(headings=headings, rows=whole, file_format="xlsx", title="表")
    return SimpleUploadedFile("表.xlsx", content)


def text_of(*rows, headings=TITLES) -> str:
    return text_of_file(read_file(workbook(*rows, headings=headings).read()))


def address(page) -> str:
    return reverse("guide-tables-admin:import", args=[page.pk])


def asked(page, text: str, **more) -> dict:
    upload = upload_of(text, schema())
    meaning = {f"heading-{place}": key for place, key in enumerate(suggest(upload, schema()))}
    return {"text": text, "revision": page.latest_revision_id, **meaning, **more}


def newest(page) -> GuideTable:
    return GuideTable.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_headings_below_a_title_are_found():
    text = "学校名录\n\n招生计划（人）\t学校名称\t备注\n90\t甲小学\t无"
    upload = upload_of(text, schema())

    assert (upload.headings, upload.numbers) == (("招生计划（人）", "学校名称", "备注"), (4,))
    assert suggest(upload, schema()) == ["places", "name", ""]


def test_problems_name_the_row_of_the_file():
    upload = upload_of("说明\n学校名称\t招生计划\n\n甲小学\t很多\n\t3", schema())
    found = take(upload, schema(), suggest(upload, schema()))

    assert [(problem.row, problem.column, problem.code) for problem in found.problems] == [
        (4, "招生计划", "no-number"),
        (5, "学校名称", "empty"),
    ]


def test_missing_column_is_named_once():
    upload = upload_of("招生计划\t街道\n1\t东\n2\t西", schema())

    assert [(one.row, one.code) for one in take(upload, schema(), ["places", "street"]).problems] == [
        (None, "no-heading")
    ]


def test_two_headings_of_one_column_are_named():
    upload = upload_of("学校名称\t别名\n甲\t乙", schema())

    assert [one.code for one in take(upload, schema(), ["name", "name"]).problems] == ["meant-twice"]


def test_table_without_columns_gets_those_of_the_file():
    upload = upload_of("名称\t电话\n甲\t1", Schema(()))
    found = take(upload, Schema(()), suggest(upload, Schema(())))

    assert ([column.title for column in found.new], found.rows) == (["名称", "电话"], (("甲", "1"),))
    assert take(upload, Schema(()), [NEW, ""]).rows == (("甲",),)


def test_new_columns_have_titles_and_keys_of_their_own():
    long = "很长的列名" * 20
    upload = upload_of(f"学校名称\t备注\t备 注\t电话\t{long}\t{long}二\n甲\t1\t2\t3\t4\t5", schema())
    found = take(upload, schema(), ["name", *[NEW] * 5])

    assert [column.title for column in found.new] == ["备注", "备 注 2", "电话 2", long[:60], f"{long[:58]} 2"]
    assert [column.key for column in found.new][:3] == ["bei_zhu", "bei_zhu_2", "dian_hua"]
    assert {len(column.key) for column in found.new[3:]} <= set(range(35, 41))
    assert (found.rows[0][7:], found.problems) == (("1", "2", "3", "4", "5"), ())


def test_problems_of_the_columns_are_told():
    upload = upload_of("学校名称\t" + "\t".join(f"列{number}" for number in range(40)) + "\n甲", schema())

    assert [one.code for one in take(upload, schema(), ["name", *[NEW] * 40]).problems] == ["too-many-columns"]


def test_file_of_our_own_comes_back_as_it_was():
    upload = upload_of(text_of(("=1", "小学"), *ROWS[1:]), schema())

    assert take(upload, schema(), suggest(upload, schema())).rows[0][0] == "=1"


def test_look_names_errors_and_takes_nothing(draft, editor):
    before = draft.latest_revision_id
    response = editor.post(address(draft), {"file": workbook(("丁小学", "高中"))})

    html = response.content.decode()
    assert [text for text in ("丁小学", "第 2 行，办学层次", "“高中”不在该列的选项清单中") if text not in html] == []
    assert html.count('enctype="multipart/form-data"') == 2
    assert GuideTable.objects.get(pk=draft.pk).latest_revision_id == before


def test_rows_become_a_draft_and_nothing_more(published, editor, visitor):
    text = text_of(("丁小学", "小学", "南街道", "80", "0731-00000009", "", ""))
    response = editor.post(address(published), asked(published, text, take="1"), follow=True)

    assert "已将 1 行导入草稿" in response.content.decode()
    assert newest(published).rows == "\t".join(TITLES) + "\n丁小学\t小学\t南街道\t80\t0731-00000009\t\t"
    assert "丁小学" not in visitor.get(published.url).content.decode()
    entry = PageLogEntry.objects.get(action="gongkai.tables.imported")
    assert (entry.page_id, entry.data) == (published.pk, {"rows": 1})


def test_rows_are_added(draft, editor):
    editor.post(address(draft), asked(draft, text_of(("丁小学",)), take="1", adds="on"))

    assert newest(draft).rows.startswith(TEXT + "\n丁小学")


def test_new_column_is_added(draft, editor):
    text = text_of(("丁小学", "寄宿"), headings=["学校名称", "备注"])
    editor.post(address(draft), asked(draft, text, take="1", **{"heading-1": NEW}))
    page = newest(draft)

    assert [column.key for column in page.schema.columns][-1] == "bei_zhu"
    assert page.table.rows[0][-1] == "寄宿"


def test_wrong_cells_are_taken_on_request_only(draft, editor):
    text = text_of(("丁小学", "高中"))

    assert editor.post(address(draft), asked(draft, text, take="1")).status_code == 409
    assert newest(draft).rows == TEXT
    editor.post(address(draft), asked(draft, text, take="1", with_errors="on"))
    assert newest(draft).table.rows == (("丁小学", "高中", "", "", "", "", ""),)


def test_change_in_between_is_told(draft, editor):
    data = asked(draft, text_of(("丁小学",)), take="1")
    draft.save_revision(user=draft.owner)
    response = editor.post(address(draft), data)

    assert (response.status_code, "他人修改" in response.content.decode()) == (409, True)
    assert newest(draft).rows == TEXT


def test_table_in_review_takes_nothing(draft, editor):
    data = asked(draft, text_of(("丁小学",)), take="1")
    submit(draft)
    response = editor.post(address(draft), data)

    assert (response.status_code, newest(draft).rows) == (409, TEXT)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "空"), (b"PK\x03\x04broken", "损坏"), ("甲,乙\n".encode(), "没有带列名"), (b"\x89PNG\r\n\x1a\n", "CSV")],
)
def test_file_that_is_no_table_is_refused(draft, editor, content, says):
    response = editor.post(address(draft), {"file": SimpleUploadedFile("x.xlsx", content)})

    assert response.status_code in (200, 422)
    assert says in response.content.decode() or "请选择包含数据行的文件" in response.content.decode()


def test_file_that_is_too_large_is_refused_before_it_is_read(draft, editor):
    large = SimpleUploadedFile("x.csv", "学校名称\n甲\n".encode().ljust(10 * 1024 * 1024 + 1, b"\n"))
    response = editor.post(address(draft), {"file": large})

    assert (response.status_code, "超过 10 MB" in response.content.decode()) == (422, True)


def test_empty_workbook_has_the_headings(draft, editor, tmp_path):
    file = tmp_path / "a.xlsx"
    file.write_bytes(editor.get(reverse("guide-tables-admin:workbook", args=[draft.pk])).content)

    assert [cell.value for cell in load_workbook(file).active[1]][:4] == [
        "学校名称",
        "办学层次",
        "街道",
        "招生计划（人）",
    ]


def test_form_without_a_file_says_so(draft, editor):
    assert "请选择" in editor.post(address(draft), {}).content.decode()
    assert editor.get(address(draft)).status_code == 200


def test_article_is_no_table(section, editor):
    article = publish(make_draft("文章", section=section))
    assert editor.get(address(article)).status_code == 404
