"""``manage.py documents``: the same imports without a screen."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.importing.addresses import OldAddress
from disclosure_pages.importing.domain.addresses import record_addresses
from tests.factories.documents import make_policy_document
from tests.factories.files import zip_bytes
from tests.factories.imports import list_csv, list_row
from tests.factories.official_documents import NOTICE, make_docx, make_text
from tests.factories.people import make_editor, make_moderator

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(tmp_path):
    file = tmp_path / "通知.docx"
    file.write_bytes(make_docx(NOTICE))
    return str(file)


def _place_options(place):
    return ["--district", place.column.district.slug, "--unit", place.section.unit.name]


def _run(*arguments):
    """Output and exit status."""
    out, status = io.StringIO(), 0
    try:
        call_command("documents", *arguments, stdout=out, stderr=io.StringIO())
    except SystemExit as ended:
        status = int(ended.code or 0)
    return out.getvalue(), status


def _json(*arguments):
    output, _status = _run(*arguments, "--json")
    return json.loads(output)


def test_file_becomes_a_draft(notice, place):
    output, status = _run("import", notice, *_place_options(place))
    page = PolicyDocument.objects.get()

    assert (page.number, page.live, page.unit, status) == ("清政办发〔2021〕7号", False, place.section.unit, 0)
    assert "清政办发〔2021〕7号" in output


def test_dry_run_changes_nothing(notice, place):
    answer = _json("import", notice, *_place_options(place), "--dry-run")
    fields = {item["field"]: item["value"] for item in answer["files"][0]["recognised"]}

    assert (fields["formed_on"], fields["stated_attribute"]) == ("2021-03-08", "proactive")
    assert PolicyDocument.objects.count() == 0


def test_options_may_stand_before_the_files(notice, place):
    _run("import", *_place_options(place), notice)

    assert PolicyDocument.objects.count() == 1


def test_same_file_again_is_told(notice, place):
    _run("import", notice, *_place_options(place))
    answer = _json("import", notice, *_place_options(place))

    assert (answer["files"][0]["state"], PolicyDocument.objects.count()) == ("duplicate", 1)


def test_refused_file_stops_no_other(tmp_path, notice, place):
    bad = tmp_path / "旧.doc"
    bad.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    output, status = _run("import", str(bad), notice, *_place_options(place))

    assert (status, PolicyDocument.objects.count()) == (1, 1)
    assert "→" in output


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "没有.docx", "--district", "{district}", "--unit", "{unit}"],
        ["import", "{notice}", "--district", "nowhere", "--unit", "{unit}"],
        ["import", "{notice}", "--district", "{district}", "--unit", "区无此局"],
        ["import", "{notice}", "--district", "{district}", "--unit", "{unit}", "--column", "无"],
        ["import", "{notice}", "--district", "{district}"],
        ["import", "--district", "{district}", "--unit", "{unit}"],
        ["import", "{notice}", "--district", "{district}", "--unit", "{unit}", "--as", "nobody"],
    ],
)
def test_what_cannot_be_done_is_told_with_a_remedy(arguments, notice, place):
    known = {"notice": notice, "district": place.column.district.slug, "unit": place.section.unit.name}
    answer = _json(*(argument.format(**known) for argument in arguments))

    assert (bool(answer["error"]), bool(answer["remedy"])) == (True, True)
    assert PolicyDocument.objects.count() == 0


def test_person_imports_with_own_rights(notice, place):
    unit = place.section.unit
    people = [make_moderator(unit), make_editor(unit)]
    statuses = [_run("import", notice, *_place_options(place), "--as", person.username)[1] for person in people]

    assert (statuses, PolicyDocument.objects.get().owner) == ([1, 0], people[1])


def test_list_with_an_archive(tmp_path, place):
    path, archive = tmp_path / "清单.csv", tmp_path / "文件.zip"
    path.write_bytes(list_csv([list_row(1, file="1.txt"), list_row(2, formed_on="昨天")]))
    archive.write_bytes(zip_bytes({"1.txt": make_text(NOTICE)}))
    answer = _json("import", "--list", str(path), "--files", str(archive), *_place_options(place))

    assert answer["states"] == {"done": 1, "refused": 1}
    assert [row["row"] for row in answer["rows"]] == [3]


def test_list_with_a_folder(tmp_path, place):
    (tmp_path / "文件").mkdir()
    (tmp_path / "文件" / "1.txt").write_bytes(make_text(NOTICE))
    path = tmp_path / "清单.csv"
    path.write_bytes(list_csv([list_row(1, file="1.txt")]))

    assert _json("import", "--list", str(path), "--files", str(tmp_path), *_place_options(place))["states"] == {
        "done": 1
    }


def test_dry_run_of_a_list_changes_nothing(tmp_path, place):
    path = tmp_path / "清单.csv"
    path.write_bytes(list_csv([list_row(1), list_row(2, formed_on="昨天")]))
    answer = _json("import", "--list", str(path), *_place_options(place), "--dry-run")

    assert answer["states"] == {"waiting": 1, "refused": 1}
    assert PolicyDocument.objects.count() == 0


def test_addresses_are_checked(tmp_path):
    document = make_policy_document()
    record_addresses(pages=[(document, OldAddress("", "/a.html"))])
    file = tmp_path / "addresses.txt"
    file.write_text("/a.html\n/gap.html\n")
    arguments = ["addresses", "check", str(file), "--district", document.district.slug]

    assert _run(*arguments)[1] == 1
    assert [row["lead"] for row in _json(*arguments)["addresses"]] == ["document", "nowhere"]


def test_step_is_asked_for():
    with pytest.raises(CommandError):
        call_command("documents")
