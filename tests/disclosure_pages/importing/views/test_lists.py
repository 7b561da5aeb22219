"""Lists by the screen: looked at, run, reported; and the template they are written in."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.importing import tasks
from disclosure_pages.importing.listing.headings import HEADINGS
from disclosure_pages.importing.listing.reading import read_list
from disclosure_pages.importing.models import ImportBatch
from tests.factories.files import zip_bytes
from tests.factories.imports import list_csv, list_row, make_list_batch, make_place, states
from tests.factories.official_documents import NOTICE, make_text

pytestmark = pytest.mark.django_db
LIST, TEMPLATE = reverse("gongkai_importing:list"), reverse("gongkai_importing:template")


def _upload(client, place, content, archive=None):
    data = {"section": place.section.pk, "list_file": SimpleUploadedFile("清单.csv", content)}
    if archive is not None:
        data["archive"] = SimpleUploadedFile("文件.zip", archive)
    return client.post(LIST, data)


def _run(client, batch):
    return client.post(reverse("gongkai_importing:run", args=[batch.pk]), follow=True)


def test_list_is_looked_at_before_it_is_imported(editor_client, place):
    _upload(editor_client, place, list_csv([list_row(1), list_row(2, formed_on="昨天")]))
    batch = ImportBatch.objects.get()

    assert states(batch) == ["waiting", "refused"]
    assert PolicyDocument.objects.count() == 0


def test_list_with_its_files_is_imported(editor_client, editor, place, django_capture_on_commit_callbacks):
    archive = zip_bytes({"001.txt": make_text(NOTICE)})
    _upload(editor_client, place, list_csv([list_row(1, file="001.txt"), list_row(2)]), archive)
    batch = ImportBatch.objects.get()
    kept = batch.archive
    with django_capture_on_commit_callbacks(execute=True):
        _run(editor_client, batch)

    assert states(batch) == ["done", "done"]
    assert set(PolicyDocument.objects.values_list("owner", flat=True)) == {editor.pk}
    assert kept.storage.exists(kept.name) is False


def test_long_list_leaves_the_request(editor_client, editor, place, monkeypatch):
    batch = make_list_batch([list_row(1), list_row(2)], place=place, user=editor)
    monkeypatch.setattr(tasks, "ROWS_IN_REQUEST", 1)
    _run(editor_client, batch)

    assert states(batch) == ["done", "done"]


def test_rows_of_other_units_are_refused(editor_client, editor, place):
    other = make_place(district=place.column.district)
    _upload(editor_client, place, list_csv([list_row(1, unit=other.section.unit.name)]))

    assert states(ImportBatch.objects.get()) == ["refused"]


def test_rights_of_the_day_count_when_a_list_is_run(editor_client, editor, place):
    batch = make_list_batch([list_row(1)], place=place, user=editor)
    membership = editor.memberships.get()
    membership.unit = make_place(district=place.column.district).section.unit
    membership.save()
    tasks.run_list.call(batch.pk, editor.pk)

    assert states(batch) == ["refused"]


@pytest.mark.parametrize("content", [b"", "姓名,年龄\n张三,20\n".encode()])
def test_what_is_no_list_is_told_at_the_form(editor_client, place, content):
    response = _upload(editor_client, place, content)

    assert (response.status_code, ImportBatch.objects.count()) == (422, 0)
    assert response.context["form"].errors


def test_damaged_archive_is_told_at_the_form(editor_client, place):
    response = _upload(editor_client, place, list_csv([list_row(1)]), b"no zip")

    assert (response.status_code, ImportBatch.objects.count()) == (422, 0)


def test_report_has_a_line_for_each_problem(editor_client, editor, place):
    batch = make_list_batch(
        [list_row(1, title="=SUM(1)"), list_row(2, formed_on="昨天", kind="无")], place=place, user=editor
    )
    report = editor_client.get(reverse("gongkai_importing:report", args=[batch.pk])).content.decode("utf-8-sig")
    lines = report.splitlines()

    assert [line.split(",")[0] for line in lines[1:]] == ["2", "3", "3"]
    assert "'=SUM(1)" in lines[1]
    assert "成文日期,no-day" in report


def test_batch_can_be_narrowed_to_a_state(editor_client, editor, place):
    batch = make_list_batch([list_row(1), list_row(2, formed_on="昨天")], place=place, user=editor)
    response = editor_client.get(reverse("gongkai_importing:batch", args=[batch.pk]), {"state": "refused"})

    assert [row.number for row in response.context["page"]] == [3]


def test_template_is_a_list(editor_client):
    content = editor_client.get(TEMPLATE).content
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    sheet.append(["关于放假的通知"])
    filled = io.BytesIO()
    book.save(filled)

    assert [cell.value for cell in sheet[1]] == [heading.name for heading in HEADINGS]
    assert [row.cells for row in read_list(filled.getvalue())] == [{"title": "关于放假的通知"}]


def test_template_offers_the_places_of_the_person(editor_client, place):
    make_place(district=place.column.district)
    book = openpyxl.load_workbook(io.BytesIO(editor_client.get(TEMPLATE).content))
    columns = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in book["可选项"].columns}

    assert columns["责任单位"] == [place.section.unit.name]
    assert "通知" in " ".join(columns["体裁分类"])
