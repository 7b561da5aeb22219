"""``manage.py items``."""

import datetime as dt
import io
import json

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from plugins.contrib.item_catalogue.domain.publishing import publish_version
from plugins.contrib.item_catalogue.models import Catalogue, Item
from plugins.contrib.item_catalogue.reading import parse_catalogues
from tests.plugins.item_catalogue.catalogues import merged_workbook, plain_workbook, saved, sheet_with


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "目录.xlsx"
    path.write_bytes(plain_workbook())
    return path


def _write(path, content):
    path.write_bytes(content)
    return path


def test_check_shows_what_columns_mean(tmp_path, capsys):
    call_command("items", "check", _write(tmp_path / "a.xlsx", merged_workbook()))

    lines = capsys.readouterr().out.splitlines()
    assert "样例县社会救助领域基层政务公开标准目录" in lines[0]
    assert lines[2].startswith("    公开事项 > 一级事项 = first")


def test_check_names_row_and_remedy(tmp_path, capsys):
    content = sheet_with([1, "甲", "乙", "要素", ""], [2, "", "", "要素", ""])
    with pytest.raises(SystemExit):
        call_command("items", "check", _write(tmp_path / "a.xlsx", content), "--json")

    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], problem["row"], bool(problem["remedy"])) == ("row-without-item", 3, True)


def test_check_with_mapping(tmp_path, capsys):
    content = sheet_with([1, "甲", "乙", "要素", ""], headings=["序号", "一级事项", "二级事项", "写什么", "公开时限"])

    call_command("items", "check", _write(tmp_path / "a.xlsx", content), "--map", "写什么=content", "--json")

    assert json.loads(capsys.readouterr().out)["catalogues"][0]["columns"]["写什么"] == "content"


def test_check_of_a_mapping_that_is_none(file):
    with pytest.raises(CommandError, match="写什么=nothing"):
        call_command("items", "check", file, "--map", "写什么=nothing")


def test_check_of_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere\.xlsx"):
        call_command("items", "check", tmp_path / "nowhere.xlsx")


def test_import_takes_the_sheet_of_the_field(file, field, on, capsys):
    call_command("items", "import", file, "--district", "jia", "--field", "elderly-care", "--json")

    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["is_changed"], len(told["new"])) == (1, True, 4)
    assert set(Item.objects.values_list("first", flat=True)) == {"样例津贴", "样例机构"}


def test_import_dry(file, field, on, capsys):
    call_command("items", "import", file, "--district", "jia", "--field", "elderly-care", "--dry-run")

    assert "  + 样例津贴 > 样例津贴办理1" in capsys.readouterr().out.splitlines()
    assert Catalogue.objects.count() == 0


def test_import_of_a_file_with_errors(tmp_path, field, on, capsys):
    content = sheet_with([1, "甲", "乙", "要素", ""], [2, "", "", "要素", ""])
    with pytest.raises(SystemExit):
        call_command(
            "items", "import", _write(tmp_path / "a.xlsx", content), "--district", "jia", "--field", field.code
        )

    assert Catalogue.objects.count() == 0


def test_import_minds_the_problems_of_its_own_sheet_only(tmp_path, field, on, capsys):
    book = openpyxl.load_workbook(io.BytesIO(plain_workbook()))
    book["就业"]["C3"] = None  # the name of an item
    path, options = _write(tmp_path / "a.xlsx", saved(book)), ["--district", "jia", "--json", "--field"]

    call_command("items", "import", path, *options, "elderly-care")
    told = json.loads(capsys.readouterr().out)
    assert {problem["place"] for problem in told["problems"]} == {"养老服务"}
    with pytest.raises(SystemExit):
        call_command("items", "import", path, *options, "employment")


def test_import_of_a_field_that_the_file_lacks(file, on):
    with pytest.raises(CommandError, match="救灾"):
        call_command("items", "import", file, "--district", "jia", "--field", "disaster-relief")


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--field", "nothing", "--city"], "elderly-care"),
        (["--field", "elderly-care", "--district", "nowhere"], "jia"),
        (["--field", "elderly-care", "--city", "nowhere"], "sample-city"),
    ],
)
def test_unknown_place_names_the_known_ones(file, district, options, named):
    with pytest.raises(CommandError, match=named):
        call_command("items", "import", file, *options)


@pytest.mark.parametrize("format_", ["xlsx", "docx"])
def test_export_is_what_was_imported(tmp_path, city, format_):
    source, target = _write(tmp_path / "a.xlsx", merged_workbook()), tmp_path / f"b.{format_}"

    call_command("items", "import", source, "--city", "--field", "social-assistance")
    call_command("items", "export", "--city", "--field", "social-assistance", "--format", format_, "--output", target)

    assert parse_catalogues(target.read_bytes()).sheets == parse_catalogues(source.read_bytes()).sheets


def test_export_of_a_day(file, tmp_path, field, on):
    export = ["items", "export", "--district", "jia", "--field", field.code, "--output", tmp_path / "b.xlsx", "--on"]
    call_command("items", "import", file, "--district", "jia", "--field", field.code)
    publish_version(catalogue=Catalogue.objects.get(), effective_from=dt.date(2026, 7, 1))

    call_command(*export, "2026-07-01")
    assert (tmp_path / "b.xlsx").exists()
    with pytest.raises(CommandError, match="甲区"):
        call_command(*export, "2026-06-30")


def test_list(file, field, on, capsys):
    call_command("items", "import", file, "--district", "jia", "--field", field.code)
    capsys.readouterr()

    call_command("items", "list", "--district", "jia", "--json")

    fields = json.loads(capsys.readouterr().out)["fields"]
    assert len(fields) == 26
    assert [one["catalogues"] for one in fields if one["catalogues"]] == [
        [{"owner": "jia", "version": 1, "state": "draft", "effective_from": None, "items": 4}]
    ]


def test_list_of_one_field_in_words(field, on, capsys):
    call_command("items", "list", "--field", field.code)

    assert capsys.readouterr().out == "elderly-care  养老服务\n"


def test_import_where_the_plug_in_is_off(file, field, district):
    with pytest.raises(CommandError, match="plugins enable item-catalogue --district jia"):
        call_command("items", "import", file, "--field", field.code, "--district", "jia")
    assert Catalogue.objects.count() == 0
