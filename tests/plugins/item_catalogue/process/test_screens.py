"""The screens of the process: what each side sees and does, and what is absent for all others."""

import datetime as dt
from io import BytesIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from openpyxl import load_workbook

from cms.people.enums import Role
from plugins.contrib.item_catalogue.domain.process.drafting import save_item
from plugins.contrib.item_catalogue.domain.process.talking import suggest_wording
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.models import Assignment, Comment, Field, Suggestion
from plugins.contrib.item_catalogue.process.states import Act
from plugins.contrib.item_catalogue.process_hooks import waiting_pile
from plugins.domain.switching import disable, enable
from tests.factories.people import make_person
from tests.factories.tenancy import make_district, make_unit
from tests.plugins.item_catalogue.rows import make_entry

from .test_board import make_board
from .walking import accept_all, approve_all, do, entry_of, item_of, seen, states

BOARD = reverse_lazy("item-catalogue-admin:board")
OBJECT_SCREENS = ("assignment", "deadlines", "settle", "item_new", "work", "item_edit", "item_remove")
GIVEN = {"draft_due": "2026-05-01", "audit_due": "2026-05-10", "adapt_due": "2026-06-01", "publish_due": "2026-06-10"}


def client_of(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def at_office(office):
    return client_of(office)


@pytest.fixture
def at_city(auditor):
    return client_of(auditor)


def url(name, assignment, *rest):
    wants_item = name.startswith("item") and name != "item_new"
    more = [item_of(assignment).identity] if wants_item or name in {"work", "suggest", "answer", "comment"} else []
    return reverse(f"item-catalogue-admin:{name}", args=[assignment.pk, *more, *rest])


def texts_of(client, address, **query):
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def test_board_shows_the_field(assignment, at_city, at_office):
    for client in (at_city, at_office):
        html = texts_of(client, reverse("item-catalogue-admin:board"))
        assert url("assignment", assignment) in html
    assert "下达领域" not in texts_of(at_office, reverse("item-catalogue-admin:board"))


def test_board_of_a_district_shows_no_other(assignment, city, at_office):
    make_board(city, fields=1, districts=1)
    html = texts_of(at_office, reverse("item-catalogue-admin:board"))

    other = Assignment.objects.exclude(pk=assignment.pk).get()
    assert reverse("item-catalogue-admin:assignment", args=[other.pk]) not in html


def test_board_has_a_constant_number_of_queries(city, at_city):
    numbers = []
    for fields, districts in ((2, 2), (26, 10)):
        for district in make_board(city, fields=fields, districts=districts):
            enable("item-catalogue", district=district, user=None)
        at_city.get(BOARD)  # what is asked once in a process is asked now
        with CaptureQueriesContext(connection) as queries:
            html = texts_of(at_city, BOARD)
        numbers.append((len(queries), html.count("gk-cell__link")))
    (few, four), (many, all_of_them) = numbers
    assert (few == many, four, all_of_them) == (True, 4, 264)


@pytest.mark.parametrize("file_format", ["xlsx", "csv"])
def test_board_is_taken_along(assignment, at_city, file_format):
    response = at_city.get(reverse("item-catalogue-admin:board_file", args=[file_format]))
    if file_format == "csv":
        rows = [line.split(",") for line in response.content.decode("utf-8-sig").splitlines()]
    else:
        rows = [list(row) for row in load_workbook(BytesIO(response.content)).active.iter_rows(values_only=True)]

    assert [[str(cell) for cell in row[:2]] + [str(row[6])] for row in rows[1:]] == [["养老服务", "甲区", "2"]]
    assert at_city.get(reverse("item-catalogue-admin:board_file", args=["exe"])).status_code == 404


def test_assign_several_districts(assignment, city, at_city):
    other = make_district(city=city, name="乙区")
    enable("item-catalogue", district=other, user=None)
    field = Field.objects.get(code="health")
    given = {**GIVEN, "field": field.pk, "districts": [other.pk, assignment.district.pk]}
    response = at_city.post(reverse("item-catalogue-admin:assign"), given)

    assert response.status_code == 302
    made = Assignment.objects.filter(field=field).values_list("district", "publish_due")
    assert set(made) == {(one, dt.date(2026, 6, 10)) for one in (other.pk, assignment.district.pk)}


@pytest.mark.parametrize("wrong", [{"audit_due": "2026-04-01"}, {"field": ""}, {"draft_due": "bald"}])
def test_assign_says_what_is_wrong(assignment, at_city, wrong):
    given = {**GIVEN, "field": Field.objects.get(code="health").pk, "districts": [assignment.district.pk], **wrong}
    response = at_city.post(reverse("item-catalogue-admin:assign"), given)

    assert "error-message" in response.content.decode()
    assert Assignment.objects.count() == 1


def test_deadlines_are_moved(assignment, auditor, at_city):
    at_city.post(url("deadlines", assignment), {**GIVEN, "auditors": [auditor.pk]})

    assignment.refresh_from_db()
    assert (assignment.draft_due, list(assignment.auditors.all())) == (dt.date(2026, 5, 1), [auditor])


def ticks(assignment, *names):
    return [f"{item_of(assignment, name).identity}:{seen(assignment, name)}" for name in names]


def test_items_are_submitted_and_accepted_together(assignment, at_office, at_city):
    act = url("act", assignment)
    at_office.post(act, {"act": "submit", "item": ticks(assignment, "甲", "乙")})
    html = at_city.post(act, {"act": "accept", "item": ticks(assignment, "甲")}, follow=True).content.decode()

    assert "通过：1 个事项。" in html
    assert states(assignment) == {"甲": "accepted", "乙": "submitted"}


def test_refused_act_says_why(assignment, at_city, at_office):
    at_office.post(url("act", assignment), {"act": "submit", "item": ticks(assignment, "甲")})
    given = {"act": "accept", "item": [*ticks(assignment, "乙"), f"{item_of(assignment).identity}:old"]}
    html = at_city.post(url("act", assignment), given, follow=True).content.decode()

    assert [text for text in ("处于“起草中”状态的事项不能“通过”", "其间有人修改了“甲”") if text not in html] == []
    assert states(assignment) == {"甲": "submitted", "乙": "draft"}


def test_return_without_reason_is_refused(assignment, at_office, at_city):
    at_office.post(url("act", assignment), {"act": "submit", "item": ticks(assignment, "甲")})
    given = {"act": "return", "item": ticks(assignment, "甲"), "reason": ""}

    assert "退回理由" in at_city.post(url("act", assignment), given, follow=True).content.decode()
    assert states(assignment)["甲"] == "submitted"


def test_edit(assignment, at_office):
    html = texts_of(at_office, url("item_edit", assignment))
    assert "政府网站" in html
    given = {
        "second": "甲",
        "content": "新要素",
        "limit": "及时公开",
        "body": "区局",
        "channel": ["政府网站"],
        "channel_12": "",
    }
    response = at_office.post(url("item_edit", assignment), {**given, "seen": seen(assignment)})

    entry = entry_of(assignment)
    chosen = [choice.label for choice in entry.choices if choice.is_chosen]
    assert (response.status_code, entry.content, entry.first, chosen) == (302, "新要素", "", ["政府网站"])


def test_edit_shows_what_somebody_else_wrote(assignment, office, at_office):
    opened = seen(assignment)
    save_item(
        assignment=assignment,
        identity=item_of(assignment).identity,
        entry=make_entry("甲", content="他人的要素"),
        seen=opened,
        user=office,
    )
    given = {"second": "甲", "content": "我的要素", "seen": opened}
    html = at_office.post(url("item_edit", assignment), given).content.decode()

    assert [text for text in ("他人的要素", "我的要素", seen(assignment)) if text not in html] == []
    assert entry_of(assignment).content == "他人的要素"
    at_office.post(url("item_edit", assignment), {**given, "seen": seen(assignment)})
    assert entry_of(assignment).content == "我的要素"


def test_common_element_is_shown_and_not_written(assignment, office, auditor, at_office):
    accept_all(assignment, office, auditor)
    client_of(auditor).post(
        url("settle", assignment), {"columns": ["content", "channel"], "effective_from": "2026-01-01"}
    )
    html = texts_of(at_office, url("item_edit", assignment))
    at_office.post(
        url("item_edit", assignment), {"content": "区", "body": "新局", "limit": "及时", "seen": seen(assignment)}
    )

    entry = entry_of(assignment)
    assert (html.count("共性要素，由市级确定"), entry.content, entry.body, entry.second) == (6, "要素", "新局", "甲")


def test_new_item(assignment, at_office):
    html = at_office.post(url("item_new", assignment), {"content": "无名"}).content.decode()
    assert ("请填写一级事项或二级事项" in html, "无名" in html) == (True, True)
    at_office.post(url("item_new", assignment), {"second": "丙", "content": "要素", "method": ["主动"]})

    assert list(states(assignment)) == ["甲", "乙", "丙"]
    assert [one.label for one in entry_of(assignment, "丙").choices if one.is_chosen] == ["主动"]


def test_move_and_remove(assignment, at_office):
    at_office.post(url("item_move", assignment), {"places": "1"})
    assert list(states(assignment)) == ["乙", "甲"]
    assert "要素" in texts_of(at_office, url("item_remove", assignment))
    at_office.post(url("item_remove", assignment), {"seen": seen(assignment)})

    assert list(states(assignment)) == ["乙"]


def test_suggestion_is_shown_side_by_side_and_taken(assignment, office, at_office, at_city):
    do(assignment, Act.SUBMIT, office)
    given = {"column": "limit", "text": "3个工作日内", "seen": seen(assignment)}
    at_city.post(url("suggest", assignment), given)
    html = texts_of(at_office, url("work", assignment))
    assert ("<del>20</del>" in html, "<ins>3</ins>" in html) == (True, True)
    at_office.post(
        url("answer", assignment, Suggestion.objects.get().pk), {"answer": "taken", "seen": seen(assignment)}
    )

    assert entry_of(assignment).limit == "3个工作日内"


def test_texts_of_others_are_escaped(assignment, office, auditor, at_office):
    do(assignment, Act.SUBMIT, office)
    given = {"identity": item_of(assignment).identity, "user": auditor}
    suggest_wording(assignment=assignment, column=Column.CONTENT, text="<script>1</script>", **given)
    client_of(auditor).post(url("comment", assignment), {"text": "<script>2</script>"})

    html = texts_of(at_office, url("work", assignment))
    assert (Comment.objects.count(), "<script>1" in html, "<script>2" in html) == (1, False, False)


def test_history_names_who_did_what(assignment, office, auditor, at_office):
    do(assignment, Act.SUBMIT, office)
    do(assignment, Act.RETURN, auditor, reason="缺少依据")
    html = texts_of(at_office, url("work", assignment))

    assert [text for text in ("已报送市级", "市级已退回", "缺少依据", "auditor") if text not in html] == []


def test_publishing_ends_the_process(assignment, office, auditor, at_office):
    approve_all(assignment, office, auditor)
    assert "目录可以发布" in texts_of(at_office, url("assignment", assignment))
    today = timezone.localdate().isoformat()
    at_office.post(reverse("item-catalogue-admin:publish", args=[assignment.catalogue_id]), {"effective_from": today})

    assert set(states(assignment).values()) == {"published"}
    assert "甲" in texts_of(Client(headers={"host": "localhost"}), "/jia/item-catalogue/elderly-care/")


@pytest.mark.parametrize("name", OBJECT_SCREENS)
def test_what_is_of_others_is_absent(assignment, city, name):
    other = make_district(city=make_district().city)
    enable("item-catalogue", district=other, user=None)
    strangers = [
        make_person(Role.DISCLOSURE_OFFICE, district=other),
        make_person(Role.CITY_AUDITOR, city=other.city),
        make_person(Role.EDITOR, unit=make_unit(assignment.district)),
        make_person(Role.LEGAL_OFFICE, district=assignment.district),
    ]
    assert [client_of(person).get(url(name, assignment)).status_code for person in strangers] == [404] * 4


@pytest.mark.parametrize(
    ("name", "office_sees", "city_sees"),
    [
        ("assignment", 200, 200),
        ("work", 200, 200),
        ("deadlines", 404, 200),
        ("settle", 404, 200),
        ("item_new", 200, 404),
        ("item_edit", 200, 404),
        ("item_remove", 200, 404),
    ],
)
def test_each_side_has_its_screens(assignment, at_office, at_city, name, office_sees, city_sees):
    address = url(name, assignment)

    assert [client.get(address).status_code for client in (at_office, at_city)] == [office_sees, city_sees]


@pytest.mark.parametrize(
    ("act", "by_office"),
    [("submit", 302), ("take_back", 302), ("accept", 404), ("return", 404), ("edit", 404), ("nonsense", 404)],
)
def test_act_of_the_other_side_is_absent(assignment, at_office, at_city, act, by_office):
    given = {"act": act, "item": ticks(assignment, "甲")}
    by_city = 404 if by_office == 302 or act in {"edit", "nonsense"} else 302

    assert [client.post(url("act", assignment), given).status_code for client in (at_office, at_city)] == [
        by_office,
        by_city,
    ]


def test_screens_are_gone_where_the_plug_in_is_off(assignment, at_office):
    disable("item-catalogue", district=assignment.district, user=None)

    assert at_office.get(url("assignment", assignment)).status_code == 404


def test_editor_sees_the_items_of_the_unit(assignment, district, office):
    unit = make_unit(district, name="区养老局")
    editor = client_of(make_person(Role.EDITOR, unit=unit))
    save_item(
        assignment=assignment,
        identity=item_of(assignment).identity,
        entry=make_entry("甲", body="区养老局"),
        seen=seen(assignment),
        user=office,
    )
    html = texts_of(editor, url("assignment", assignment))
    other = reverse("item-catalogue-admin:work", args=[assignment.pk, item_of(assignment, "乙").identity])

    assert (url("work", assignment) in html, other in html) == (True, False)
    assert [editor.get(address).status_code for address in (url("item_edit", assignment), other)] == [200, 404]


def test_editor_does_not_give_the_item_away(assignment, district, office):
    editor = client_of(make_person(Role.EDITOR, unit=make_unit(district, name="区养老局")))
    entry = make_entry("甲", body="区养老局")
    given = {"identity": item_of(assignment).identity, "entry": entry, "seen": seen(assignment), "user": office}
    save_item(assignment=assignment, **given)
    address = url("item_edit", assignment)
    assert "由区县政务公开办修改" in texts_of(editor, address)
    response = editor.post(
        address, {"second": "甲", "content": "新要素", "body": "别的局", "seen": seen(assignment)}, follow=True
    )

    entry = entry_of(assignment)
    assert (response.status_code, entry.content, entry.body) == (200, "新要素", "区养老局")


def test_editor_leaves_a_suggested_body_to_the_office(assignment, district, office, auditor):
    unit = make_unit(district, name="区样例局")
    assignment.catalogue.items.update(unit=unit)
    do(assignment, Act.SUBMIT, office)
    given = {"identity": item_of(assignment).identity, "user": auditor}
    suggest_wording(assignment=assignment, column=Column.BODY, text="别的局", **given)
    address = url("answer", assignment, Suggestion.objects.get().pk)
    editor = client_of(make_person(Role.EDITOR, unit=unit))
    html = editor.post(address, {"answer": "taken", "seen": seen(assignment)}, follow=True).content.decode()

    assert ("由区县政务公开办修改" in html, entry_of(assignment).body) == (True, "区样例局")


def test_auditor_who_is_not_named_moves_days(assignment, city, at_city):
    assignment.auditors.set([make_person(Role.CITY_AUDITOR, city=city)])
    assert url("deadlines", assignment) in texts_of(at_city, url("assignment", assignment))

    assert at_city.post(url("deadlines", assignment), GIVEN).status_code == 302
    assert list(assignment.auditors.all()) == []


def test_desk_has_what_waits(assignment, office, auditor):
    here = frozenset({assignment.district_id})
    assert waiting_pile(auditor, here) is None
    (row,) = waiting_pile(office, here).rows
    assert (row.label, "2026-03-10" in row.detail) == ("养老服务 · 甲区", True)
    do(assignment, Act.SUBMIT, office)
    assert (waiting_pile(office, here), waiting_pile(auditor, here).count) == (None, 1)


def test_command_assigns_and_tells(assignment, capsys):
    days = [f"--{name.removesuffix('_due')}={day}" for name, day in GIVEN.items()]
    call_command("items", "assign", "health", "--district=jia", *days)
    call_command("items", "progress", "--json", "--district=jia", "--field=health")

    assert '"field": "health"' in capsys.readouterr().out
    assert Assignment.objects.get(field__code="health").audit_due == dt.date(2026, 5, 10)
