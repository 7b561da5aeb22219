"""From an upload to a draft: read, looked through field by field, corrected, made."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.importing.domain.importing import import_row
from disclosure_pages.importing.models import ImportBatch, ImportRow
from tests.factories.imports import make_batch, make_place
from tests.factories.official_documents import NOTICE, make_docx, make_text
from tests.factories.people import make_editor, make_moderator

pytestmark = pytest.mark.django_db
INDEX = reverse("gongkai_importing:index")


def _upload(client, place, *files):
    named = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(INDEX, {"section": place.section.pk, "documents": named})


def _row_url(batch, number=1):
    return reverse("gongkai_importing:row", args=[batch.pk, number])


def _shown(client, url):
    """The values that the form shows, as a browser would send them."""
    form = client.get(url).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: getattr(value, "pk", value) for name, value in values.items() if value not in (None, "", [])}


def test_file_is_read_and_shown_field_by_field(editor_client, place):
    response = _upload(editor_client, place, ("通知.docx", make_docx(NOTICE)))
    batch = ImportBatch.objects.get()
    page = editor_client.get(_row_url(batch)).content.decode()

    assert response.url == _row_url(batch)
    assert "清政办发〔2021〕7号" in page
    assert "云州市清溪区人民政府办公室 2021年3月8日" in page
    assert PolicyDocument.objects.count() == 0


def test_draft_is_made_with_corrected_values(editor_client, editor, place):
    batch = make_batch(place=place, user=editor)
    values = _shown(editor_client, _row_url(batch))
    response = editor_client.post(_row_url(batch), {**values, "number": "清政办发〔2021〕8号", "edit": ""})
    page = PolicyDocument.objects.get()

    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.number, page.formed_on, page.kind.name) == ("清政办发〔2021〕8号", dt.date(2021, 3, 8), "通知")
    assert (page.effective_on, page.expires_on) == (dt.date(2021, 4, 1), dt.date(2023, 3, 31))
    assert (page.owner, page.get_latest_revision().user, page.live) == (editor, editor, False)
    assert page.original_file.filename == "通知.txt"


@pytest.mark.parametrize(("ticked", "relations"), [([], []), (["0"], [("repeals", "清政办发〔2016〕21号")])])
def test_relations_are_taken_over_only_when_ticked(editor_client, editor, place, ticked, relations):
    batch = make_batch(place=place, user=editor)
    values = _shown(editor_client, _row_url(batch))
    editor_client.post(_row_url(batch), {**values, "stated_relations": ticked})

    assert list(PolicyDocument.objects.get().stated_relations.values_list("kind", "target_number")) == relations


def test_error_loses_nothing(editor_client, editor, place):
    batch = make_batch(place=place, user=editor)
    values = _shown(editor_client, _row_url(batch))
    response = editor_client.post(_row_url(batch), {**values, "number": "不是文号", "keywords": "我写的"})

    assert response.status_code == 422
    assert (response.context["form"]["keywords"].value(), "number" in response.context["form"].errors) == (
        "我写的",
        True,
    )
    assert ImportRow.objects.get().is_waiting
    assert PolicyDocument.objects.count() == 0


def test_several_files_are_looked_through_in_turn(editor_client, place):
    other = make_text(NOTICE).replace("7号".encode(), "9号".encode()).replace("社区食堂".encode(), "社区诊所".encode())
    response = _upload(editor_client, place, ("1.txt", make_text(NOTICE)), ("2.ofd", b"PK\x03\x04"), ("3.txt", other))
    batch = ImportBatch.objects.get()
    values = _shown(editor_client, _row_url(batch))

    assert response.url == reverse("gongkai_importing:batch", args=[batch.pk])
    assert editor_client.post(_row_url(batch), {**values, "next": ""}).url == _row_url(batch, 3)
    assert list(batch.rows.values_list("state", flat=True)) == ["done", "refused", "waiting"]


def test_refused_file_says_what_to_do(editor_client, place):
    _upload(editor_client, place, ("通知.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600))
    (row,) = ImportRow.objects.all()

    assert (row.state, row.problems[0]["code"]) == ("refused", "damaged")
    assert (
        row.problems[0]["remedy"]
        in editor_client.get(reverse("gongkai_importing:batch", args=[row.batch_id])).content.decode()
    )


def test_discarded_file_is_gone(editor_client, editor, place, django_capture_on_commit_callbacks):
    batch = make_batch(place=place, user=editor)
    file = batch.rows.get().file
    with django_capture_on_commit_callbacks(execute=True):
        editor_client.post(_row_url(batch), {"discard": ""})

    assert (batch.rows.get().state, file.storage.exists(file.name)) == ("discarded", False)


def test_same_document_again_is_a_duplicate(editor_client, editor, place):
    for _time in range(2):
        batch = make_batch(place=place, user=editor)
        editor_client.post(_row_url(batch), _shown(editor_client, _row_url(batch)))

    assert batch.rows.get().state == "duplicate"
    assert PolicyDocument.objects.count() == 1


def test_settled_file_is_not_imported_again(editor_client, editor, place):
    batch = make_batch(place=place, user=editor)
    values = _shown(editor_client, _row_url(batch))
    for _time in range(2):
        response = editor_client.post(_row_url(batch), values)

    assert response.url == reverse("gongkai_importing:batch", args=[batch.pk])
    assert PolicyDocument.objects.count() == 1


def test_uploaded_file_is_saved_never_shown(editor_client, editor, place):
    batch = make_batch(place=place, user=editor)
    response = editor_client.get(reverse("gongkai_importing:file", args=[batch.pk, 1]))

    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.getvalue() == make_text(NOTICE)


def test_place_of_others_cannot_be_chosen(editor_client, place):
    other = make_place(district=place.column.district)
    response = _upload(editor_client, other, ("通知.txt", make_text(NOTICE)))

    assert (response.status_code, ImportBatch.objects.count()) == (422, 0)


def test_import_of_another_unit_looks_absent(editor_client, place):
    batch = make_batch(place=make_place(district=place.column.district))
    names = [("batch", [batch.pk]), ("report", [batch.pk]), ("row", [batch.pk, 1]), ("file", [batch.pk, 1])]

    assert [editor_client.get(reverse(f"gongkai_importing:{name}", args=args)).status_code for name, args in names] == [
        404
    ] * 4


def test_colleague_goes_on_with_an_import(client, place):
    batch = make_batch(place=place)
    client.force_login(make_editor(place.section.unit))

    assert client.get(_row_url(batch)).status_code == 200


def test_people_who_write_nowhere_find_nothing(client, place):
    client.force_login(make_moderator(place.section.unit))

    assert client.get(INDEX).status_code == 404


def test_closed_place_takes_nothing(editor_client, editor, place):
    batch = make_batch(place=place, user=editor)
    values = _shown(editor_client, _row_url(batch))
    make_place(district=place.column.district)
    type(place.section).objects.filter(pk=place.section.pk).update(closed_on=dt.date(2021, 1, 1))
    response = editor_client.post(_row_url(batch), values)

    assert response.status_code == 404
    assert PolicyDocument.objects.count() == 0


def test_row_that_a_colleague_settled_meanwhile_stays_settled(editor, place):
    batch = make_batch(place=place, user=editor)
    seen_by_both = [batch.rows.get(), batch.rows.get()]
    answers = [import_row(row, place=place, user=editor) for row in seen_by_both]

    assert answers == [[], []]
    assert (batch.rows.get().state, batch.rows.get().page) == ("done", PolicyDocument.objects.get())


@pytest.mark.usefixtures("searchable")
def test_draft_is_found_by_the_search_of_the_admin(editor, place, django_capture_on_commit_callbacks):
    batch = make_batch(place=place, user=editor)
    with django_capture_on_commit_callbacks(execute=True):
        import_row(batch.rows.get(), place=place, user=editor)

    assert [page.number for page in PolicyDocument.objects.search("清政办发〔2021〕7号")] == ["清政办发〔2021〕7号"]
