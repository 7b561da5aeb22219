"""Formats of files that a plug-in adds are there where it is on: in screens, commands and the API."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from cms.people.enums import Role
from disclosure_pages.importing.domain.batches import begin_files
from disclosure_pages.importing.domain.importing import import_row
from disclosure_pages.importing.enums import RowState
from disclosure_pages.responsibility.domain.plan import read_table
from disclosure_pages.tree.enums import ColumnPurpose
from plugins.calling import PATIENCE, Kind
from plugins.domain.switching import enable
from plugins.models import Incident
from tests.factories.documents import make_policy_document
from tests.factories.imports import make_place
from tests.factories.official_documents import NOTICE, make_text
from tests.factories.people import make_editor, make_person
from tests.factories.tenancy import make_unit
from tests.factories.tree import make_column, make_section
from tests.search.public.installed import embedded_engine

TSV = "text/tab-separated-values"
DOCUMENT, TABLE, BROKEN = b"\x00GWD\n", b"\x00GWT\n", b"\x00BAD\n"


def place_in(district):
    section = make_section(column=make_column(district=district, purpose=ColumnPurpose.STATUTORY))
    return make_place(section)


def troubles() -> dict[str, str]:
    return dict(Incident.objects.filter(plugin="hostile", hook__contains="_formats").values_list("hook", "kind"))


# --- lists -------------------------------------------------------------------------------------------------------


def test_library_is_had_where_the_plug_in_is_on(two, visitor):
    make_policy_document("停水办法", section=place_in(two.here).section)
    here, there = (f"/{district.slug}/library/" for district in (two.here, two.there))
    response = visitor.get(f"{here}list.tsv")

    assert (response.status_code, response["Content-Type"]) == (200, TSV)
    assert response["Content-Disposition"].endswith('.tsv"')
    assert [line.split("\t")[1] for line in response.content.decode().splitlines()] == ["标题", "停水办法"]
    assert ["list.tsv" in visitor.get(url).content.decode() for url in (here, there)] == [True, False]
    assert [visitor.get(url).status_code for url in (f"{there}list.tsv", f"{here}list.odt")] == [404, 404]


def test_hits_are_had_where_the_plug_in_is_on(two, visitor, settings, tmp_path):
    with embedded_engine(settings, tmp_path):
        here, there = (f"/{district.slug}/search/" for district in (two.here, two.there))
        response = visitor.get(f"{here}hits.tsv?q=停水")
        shown = ["hits.tsv?q=" in visitor.get(f"{url}?q=停水").content.decode() for url in (here, there)]
        absent = [visitor.get(url).status_code for url in (f"{here}hits.tsv", f"{there}hits.tsv?q=停水")]

    assert [line.split("\t")[0] for line in response.content.decode().splitlines()] == ["标题", "停水公告"]
    assert (shown, absent) == ([True, False], [404, 404])


def test_api_names_formats_and_where_they_are(two, visitor):
    def formats(district):
        return visitor.get("/api/public/v1/formats", {"district": district.slug}).json()

    assert [one["extension"] for one in formats(two.there)] == ["xlsx", "csv"]
    added = formats(two.here)[2]
    assert (added["extension"], added["label"], added["content_type"]) == ("tsv", "TSV", TSV)
    assert visitor.get(added["library_url"]).status_code == 200


def test_command_writes_it_where_the_plug_in_is_on(two, tmp_path, capsys):
    make_policy_document("停水办法", section=place_in(two.here).section)
    file = tmp_path / "list.tsv"
    call_command("documents", "export", "--district", two.here.slug, "--format", "tsv", "--output", str(file))

    assert [line.split("\t")[1] for line in file.read_text().splitlines()] == ["标题", "停水办法"]
    with pytest.raises(SystemExit):
        call_command("documents", "export", "--district", two.there.slug, "--format", "tsv")
    assert "csv、xlsx、ndjson\n" in capsys.readouterr().out


@pytest.mark.parametrize(("extension", "kind"), [("bad", Kind.RAISED), ("wrong", Kind.WRONG_TYPE)])
def test_failing_format_fails_alone(two, visitor, capsys, extension, kind):
    enable("hostile", district=two.here, user=None)
    library = f"/{two.here.slug}/library/"
    response = visitor.get(f"{library}list.{extension}")

    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert [visitor.get(f"{library}{rest}").status_code for rest in ("", "list.csv", "list.tsv")] == [200, 200, 200]
    assert troubles() == {f"export_formats.{extension}": kind}
    with pytest.raises(SystemExit):
        call_command("documents", "export", "--district", two.here.slug, "--format", extension)
    assert "plugins doctor" in capsys.readouterr().out


# --- imports -----------------------------------------------------------------------------------------------------


def begun(district, content, name="通知.gwd"):
    place = place_in(district)
    return begin_files(place=place, files=[(name, content)], user=None).rows.get(), place


def test_document_is_read_where_the_plug_in_is_on(two):
    row, place = begun(two.here, DOCUMENT + make_text(NOTICE))

    assert import_row(row, place=place, user=None) == []
    row.refresh_from_db()
    assert (row.state, row.page.specific.number) == (RowState.DONE, "清政办发〔2021〕7号")
    assert row.page.specific.original_file.filename == "通知.txt"


def test_document_is_refused_where_the_plug_in_is_off(two):
    row, _place = begun(two.there, DOCUMENT + make_text(NOTICE))

    assert (row.state, [problem["code"] for problem in row.problems]) == (RowState.REFUSED, ["unknown"])


def test_document_that_fails_is_refused_and_others_are_read(two):
    enable("hostile", district=two.here, user=None)
    broken, _place = begun(two.here, BROKEN)
    plain, _place = begun(two.here, make_text(NOTICE), name="通知.txt")

    assert (broken.state, [problem["code"] for problem in broken.problems]) == (RowState.REFUSED, ["not-converted"])
    assert plain.state == RowState.WAITING
    assert troubles() == {"import_formats.raises.recognises": Kind.RAISED, "import_formats.bad": Kind.RAISED}


def test_broken_files_are_refused_in_the_words_of_the_plug_in_and_no_failure_of_it(two):
    broken = [begun(two.here, DOCUMENT)[0] for _turn in range(PATIENCE + 1)]
    plain, _place = begun(two.here, DOCUMENT + make_text(NOTICE))

    assert {(row.problems[0]["code"], row.problems[0]["message"]) for row in broken} == {
        ("damaged", "样例文件只有首行。")
    }
    assert (plain.state, Incident.objects.filter(hook__contains="_formats").exists()) == (RowState.WAITING, False)


def test_screen_names_formats_of_the_places_that_one_writes_in(two):
    helps = []
    for district in (two.here, two.there):
        client = Client()
        client.force_login(make_editor(place_in(district).section.unit))
        form = client.get(reverse("gongkai_importing:index")).context["form"]
        helps.append("样例格式 GWD" in str(form.fields["documents"].help_text))

    assert helps == [True, False]


def test_responsibility_table_is_read_where_the_plug_in_is_on(two):
    make_unit(two.here, name="区政府办")
    content = TABLE + "一级标题,二级标题,三级标题,责任单位\n通知公告,,,区政府办\n".encode()
    here, there = (read_table(district=district, content=content) for district in (two.here, two.there))

    assert [column.path for column in here.columns] == [("通知公告",)]
    assert [problem.code for problem in there.problems] == ["unknown-format"]


def test_responsibility_table_that_fails_is_refused(two):
    enable("hostile", district=two.here, user=None)

    assert [one.code for one in read_table(district=two.here, content=BROKEN).problems] == ["unknown-format"]
    assert troubles() == {"import_formats.bad": Kind.RAISED}


def test_broken_responsibility_table_is_refused_in_the_words_of_the_plug_in(two):
    (problem,) = read_table(district=two.here, content=TABLE).problems

    assert (problem.code, problem.message) == ("broken-file", "样例文件只有首行。")


def test_screen_of_the_table_names_its_formats(two):
    helps = []
    for district in (two.here, two.there):
        client = Client()
        client.force_login(make_person(Role.DISCLOSURE_OFFICE, district=district))
        url = reverse("gongkai_responsibility:district", args=[district.slug])
        helps.append("样例格式 GWT" in str(client.get(url).context["form"].fields["file"].help_text))

    assert helps == [True, False]
