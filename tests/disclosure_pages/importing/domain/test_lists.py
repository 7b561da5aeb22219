"""Lists imported: what becomes a draft, what is refused, and nothing twice."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.importing.domain import running
from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.importing.models import ImportBatch, ImportRow, LegacyAddress
from disclosure_pages.media.models import DisclosureDocument
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.imports import (
    archive_of,
    import_list,
    list_row,
    make_list_batch,
    make_place,
    problems,
    run,
    states,
)
from tests.factories.official_documents import NOTICE, make_docx, make_text
from tests.factories.tenancy import make_unit
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db


def test_row_becomes_a_draft(place):
    cells = {
        "kind": "通知",
        "topic": "综合政务 / 政务公开",
        "issuer_name": "清溪区人民政府",
        "joint_issuers": "区财政局、区民政局",
        "addressees": "各街道办事处",
        "issued_on": "2021年3月10日",
        "effective_on": "2021/4/1",
        "expires_on": "20230331",
        "stated_attribute": "依申请公开",
        "keywords": "养老",
        "gazette": "2021年第3期（总第45期）",
        "body": "第一段。\n第二段。",
    }
    import_list([list_row(7, **cells)], place=place)
    page = PolicyDocument.objects.get()

    assert (page.number, page.kind.name, page.topic.name) == ("清政发〔2021〕7号", "通知", "政务公开")
    assert [issuer.name for issuer in page.joint_issuers.all()] == ["区财政局", "区民政局"]
    assert (page.issued_on, page.effective_on, page.expires_on) == (
        dt.date(2021, 3, 10),
        dt.date(2021, 4, 1),
        dt.date(2023, 3, 31),
    )
    assert (page.stated_attribute, page.effective_rule) == ("on_request", "on_day")
    assert (page.gazette_year, page.gazette_issue, page.gazette_total) == (2021, 3, 45)
    assert (page.live, page.unit, page.column) == (False, place.section.unit, place.column)
    assert str(page.body).count("<p>") == 2


def test_file_fills_what_the_list_leaves_blank(place):
    files = archive_of({"文件/001.docx": make_docx(NOTICE), "表.txt": "表格"})
    row = {"file": "001.docx", "number": "清政办发〔2021〕70号", "attachments": "表.txt"}
    import_list([row], place=place, files=files)
    page = PolicyDocument.objects.get()

    assert page.title == "云州市清溪区人民政府办公室关于印发《清溪区社区食堂管理办法（试行）》的通知"
    assert (page.number, page.formed_on) == ("清政办发〔2021〕70号", dt.date(2021, 3, 8))
    assert page.original_file.filename == "001.docx"
    assert [attachment.document.filename for attachment in page.attachments.all()] == ["表.txt"]
    assert {document.collection for document in DisclosureDocument.objects.all()} == {place.section.collection}


def test_days_of_force_are_not_taken_from_the_text(place):
    import_list([{"file": "1.txt"}], place=place, files=archive_of({"1.txt": make_text(NOTICE)}))
    page = PolicyDocument.objects.get()

    assert (page.effective_rule, page.effective_on, page.expires_on) == ("on_publication", None, None)
    assert page.stated_relations.count() == 0


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"title": "", "number": ""}, ("标题", "no-title")),
        ({"number": "第几号"}, ("发文字号", "no-number")),
        ({"formed_on": "去年"}, ("成文日期", "no-day")),
        ({"formed_on": "2021-02-30"}, ("成文日期", "no-day")),
        ({"kind": "通之"}, ("体裁分类", "unknown-name")),
        ({"topic": "其他"}, ("主题分类", "unknown-name")),
        ({"stated_attribute": "公开"}, ("公开属性", "no-choice")),
        ({"stated_attribute": "不予公开"}, ("不予公开情形", "no-ground")),
        ({"unit": "区无此局"}, ("责任单位", "no-place")),
        ({"column": "无此栏目"}, ("栏目", "no-place")),
        ({"file": "没有.docx"}, ("文件名", "file-missing")),
        ({"attachments": "没有.xlsx"}, ("附件", "file-missing")),
        ({"address": "not an address"}, ("原网址", "no-address")),
        ({"gazette": "某期"}, ("政府公报", "no-gazette")),
        ({"expires_on": "2020-01-01"}, ("有效期至", "invalid")),
        ({"title": "长" * 300}, ("标题", "max_length")),
    ],
)
def test_problem_is_told_with_its_row_and_column(place, cells, problem):
    batch = import_list([list_row(1), list_row(2, **cells)], place=place)

    assert states(batch) == ["done", "refused"]
    assert problems(batch) == [(3, *problem)]
    assert all(item["message"] and item["remedy"] for item in batch.rows.get(number=3).problems)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("1.ofd", b"PK\x03\x04", "damaged"), ("1.docx", "机密★1年\n清政〔2021〕1号\n".encode(), "disguised")],
)
def test_file_that_cannot_be_read_refuses_its_row(place, name, content, code):
    batch = import_list([list_row(1, file=name)], place=place, files=archive_of({name: content}))

    assert problems(batch) == [(2, "文件名", code)]
    assert PolicyDocument.objects.count() == 0


def test_secret_document_is_refused(place):
    text = "机密★1年\n清溪区文件\n清政〔2021〕1号\n关于某事的通知\n各单位：\n正文。\n"
    batch = import_list([list_row(1, file="1.txt")], place=place, files=archive_of({"1.txt": text}))

    assert problems(batch) == [(2, "文件名", "classified")]


def test_row_may_name_its_own_place(place):
    other = make_place(make_section(unit=make_unit(district=place.column.district, name="区水务局")))
    import_list([list_row(1), list_row(2, unit="区水务局", column=other.column.title)], place=place)
    units = PolicyDocument.objects.order_by("number_serial").values_list("unit__name", flat=True)

    assert list(units) == [place.section.unit.name, "区水务局"]


def test_same_list_again_imports_nothing(place):
    rows = [list_row(1), list_row(2, number="", title="没有文号的通知")]
    first, second = (import_list(rows, place=place) for _time in range(2))

    assert (states(first), states(second)) == (["done", "done"], ["duplicate", "duplicate"])
    assert PolicyDocument.objects.count() == 2


def test_same_row_twice_in_a_list_is_imported_once(place):
    batch = import_list([list_row(1), list_row(1)], place=place)

    assert states(batch) == ["done", "duplicate"]


def test_same_file_under_another_title_is_the_same_document(place):
    files = archive_of({"1.txt": make_text(NOTICE)})
    rows = [{"file": "1.txt"}, {"file": "1.txt", "title": "另一个标题", "number": "清政发〔2021〕99号"}]

    assert states(import_list(rows, place=place, files=files)) == ["done", "duplicate"]


def test_number_of_another_document_is_a_problem(place):
    batch = import_list([list_row(1), list_row(1, title="完全不同的通知")], place=place)

    assert problems(batch) == [(3, "发文字号", "number-taken")]


def test_number_in_another_spelling_is_the_same(place):
    batch = import_list([list_row(1), list_row(1, number="清政发[2021]第1号")], place=place)

    assert states(batch) == ["done", "duplicate"]


def test_deleted_draft_may_be_imported_again(place):
    import_list([list_row(1)], place=place)
    PolicyDocument.objects.get().delete()

    assert states(import_list([list_row(1)], place=place)) == ["done"]


def test_other_districts_are_not_asked(place):
    import_list([list_row(1)], place=place)

    assert states(import_list([list_row(1)], place=make_place())) == ["done"]


def test_interrupted_import_goes_on(place, monkeypatch):
    batch = make_list_batch([list_row(number) for number in range(1, 6)], place=place)
    monkeypatch.setattr(running, "PORTION", 2)

    def interrupt(number):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        running.run_batch(batch, places=[place], files=archive_of({}), user=None, on_progress=interrupt)
    assert states(batch) == ["done", "done", "waiting", "waiting", "waiting"]
    run(batch)

    assert states(batch) == ["done"] * 5
    assert PolicyDocument.objects.count() == 5


def test_row_that_the_database_refuses_stops_no_other(place, monkeypatch):
    batch = make_list_batch([list_row(number) for number in range(1, 4)], place=place)
    write = running.write_drafts

    def refuse_second(drafts, **options):
        if any(draft.page.number_serial == 2 for draft in drafts):
            raise DatabaseError("no room")
        return write(drafts, **options)

    monkeypatch.setattr(running, "write_drafts", refuse_second)
    run(batch)

    assert states(batch) == ["done", "refused", "done"]
    assert problems(batch) == [(3, "", "not-written")]


def test_files_of_a_failed_row_do_not_stay(place, monkeypatch):
    def fail(*args, **options):
        raise DatabaseError("no room")

    files = archive_of({"1.txt": make_text(NOTICE)})
    batch = make_list_batch([{"file": "1.txt"}], place=place, files=files)
    monkeypatch.setattr(running, "write_drafts", fail)
    stored: list[Any] = []
    monkeypatch.setattr(DisclosureDocument, "save", _noting(DisclosureDocument.save, stored))
    run(batch, files=files)

    assert len(stored) == 2
    assert [document.file.storage.exists(document.file.name) for document in stored] == [False, False]


def _noting(save, stored):
    def noting(self, *args, **kwargs):
        stored.append(self)
        return save(self, *args, **kwargs)

    return noting


def test_import_that_is_at_work_is_not_begun_again(place):
    batch = make_list_batch([list_row(1)], place=place)
    running.claim(batch)

    with pytest.raises(ImportRefused):
        run(batch)
    assert states(batch) == ["waiting"]


def test_finished_import_says_so(place):
    batch = import_list([list_row(1)], place=place)

    assert (batch.finished_at is not None, batch.is_at_work) == (True, False)


def test_old_address_is_written_down(place):
    import_list([list_row(1, address="http://OLD.example.cn/art/12.html?b=2&a=1")], place=place)

    assert list(LegacyAddress.objects.values_list("host", "key", "page__title")) == [
        ("old.example.cn", "/art/12.html?a=1&b=2", "关于第1件事的通知")
    ]


def test_nothing_of_an_import_is_public(place):
    import_list([list_row(1), list_row(2)], place=place)

    assert DisclosurePage.objects.public().count() == 0


def test_cost_does_not_grow_with_the_rows(place, django_assert_max_num_queries):
    import_list([list_row(900)], place=place)
    batch = make_list_batch([list_row(number) for number in range(1, 101)], place=place)

    with django_assert_max_num_queries(60):
        run(batch)
    assert ImportRow.objects.filter(batch=batch, state="done").count() == 100


def test_colleagues_see_an_import_and_others_do_not(place, editor):
    make_list_batch([list_row(1)], place=place)
    stranger = make_place().section.unit

    from tests.factories.people import make_editor

    assert [ImportBatch.objects.visible_to(person).count() for person in (editor, make_editor(stranger))] == [1, 0]
