"""The admin screens and the command of reorganisations."""

import json
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from cms.people.enums import Role
from cms.tenancy.models import Reorganisation, Unit
from tests.factories.people import make_editor, make_person, make_superuser
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db
HERE = "/admin/registers/reorganisations/"


@pytest.fixture
def units():
    """Two units of a district, with a section each in one column."""
    district = make_district(slug="jia")
    column = make_column(district=district)
    first, second = make_unit(district, name="甲局", code="a1"), make_unit(district, name="乙局", code="b1")
    for unit in (first, second):
        make_section(column=column, unit=unit)
    make_editor(first)
    return first, second


@pytest.fixture
def office(units):
    return make_person(Role.DISCLOSURE_OFFICE, "office", district=units[0].district)


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


def merge_data(pair, **changes):
    first, second = pair
    day = timezone.localdate().isoformat()
    return {"units": [first.pk], "into": second.pk, "day": day, "reason": "方案", **changes}


def confirmed(client, data, screen="merge/"):
    shown = client.post(HERE + screen, data)
    [digest] = re.findall(r'name="confirm" value="(\w+)"', shown.content.decode())
    return client.post(HERE + screen, {**data, "confirm": digest})


def test_merge_is_shown_then_carried_out_then_undone(units, office):
    client = client_of(office)
    shown = client.post(HERE + "merge/", merge_data(units)).content.decode()
    assert "甲局" in shown
    assert not Reorganisation.objects.exists()
    done = confirmed(client, merge_data(units))
    assert Unit.objects.get(pk=units[0].pk).merged_into == units[1]
    assert client.get(HERE).status_code == client.get(done.url).status_code == 200
    client.post(done.url)
    assert Unit.objects.get(pk=units[0].pk).merged_into is None


def test_rename_is_carried_out(units, office):
    day = timezone.localdate().isoformat()
    data = {"unit": units[0].pk, "new_name": "新局", "day": day, "reason": "方案"}
    confirmed(client_of(office), data, "rename/")
    assert Unit.objects.get(pk=units[0].pk).name == "新局"


def test_merge_is_shown_anew_when_something_changed_since(units, office):
    client = client_of(office)
    shown = client.post(HERE + "merge/", merge_data(units))
    [digest] = re.findall(r'name="confirm" value="(\w+)"', shown.content.decode())
    make_editor(units[0])
    response = client.post(HERE + "merge/", {**merge_data(units), "confirm": digest})
    assert response.status_code == 200
    assert not Reorganisation.objects.exists()


@pytest.mark.parametrize("changes", [{"day": "2999-01-01"}, {"units": []}, {"reason": ""}, {"day": "x"}])
def test_bad_form_answers_400(units, office, changes):
    assert client_of(office).post(HERE + "merge/", merge_data(units, **changes)).status_code == 400


def test_merge_into_itself_answers_400(units, office):
    data = merge_data(units, into=units[0].pk)
    assert client_of(office).post(HERE + "merge/", data).status_code == 400


def test_undo_that_is_refused_answers_409_with_the_reason(units, office):
    client = client_of(office)
    done = confirmed(client, merge_data(units))
    Unit.objects.filter(pk=units[0].pk).update(merged_into=None)
    response = client.post(done.url)
    assert (response.status_code, "甲局" in response.content.decode()) == (409, True)


def test_other_districts_units_are_out_of_reach(units, office):
    stranger = make_person(Role.DISCLOSURE_OFFICE, district=make_unit(name="丙局").district)
    done = confirmed(client_of(office), merge_data(units))
    client = client_of(stranger)
    assert client.get(done.url).status_code == client.post(done.url).status_code == 404
    assert "甲局" not in client.get(HERE).content.decode()
    assert "甲局" not in client.get(HERE + "merge/").content.decode()
    assert client.get(HERE + "merge/?district=jia").status_code == 404
    assert client.post(HERE + "merge/", merge_data(units)).status_code == 400


@pytest.mark.parametrize("screen", ["", "merge/", "rename/"])
def test_editors_have_no_such_screens(units, screen):
    assert client_of(make_editor(units[0])).get(HERE + screen).status_code == 302


def test_auditor_sees_acts_and_carries_none_out(units, office):
    done = confirmed(client_of(office), merge_data(units))
    client = client_of(make_person(Role.AUDIT_ADMINISTRATOR))
    assert client.get(HERE).status_code == client.get(done.url).status_code == 200
    assert client.get(HERE + "merge/").status_code == 302
    client.post(done.url)
    assert Reorganisation.objects.get().undone_at is None


def test_screens_of_an_installation_without_units_say_so():
    client = client_of(make_superuser())
    assert client.get(HERE).status_code == 200
    assert client.get(HERE + "merge/", follow=True).status_code == 200


# --- command ------------------------------------------------------------------------------------------------------


def run(*args):
    out = StringIO()
    call_command("reorganise", *args, stdout=out)
    return out.getvalue()


MERGE = ["merge", "--district", "jia", "--unit", "a1", "--into", "b1", "--reason", "方案"]


def test_command_shows_carries_out_and_undoes(units):
    shown = json.loads(run(*MERGE, "--dry-run", "--json"))
    assert (shown["number"], shown["numbers"]["sections"], Reorganisation.objects.count()) == (None, 1, 0)
    done = json.loads(run(*MERGE, "--json"))
    assert done["numbers"] == shown["numbers"]
    run("undo", str(done["number"]), "--dry-run")
    assert Reorganisation.objects.get().undone_at is None
    run("undo", str(done["number"]))
    assert Unit.objects.get(code="a1").merged_into is None


def test_command_renames(units):
    root = make_superuser()
    run("rename", "--district", "jia", "--unit", "a1", "--name", "新局", "--reason", "方案", "--by", root.username)
    assert (Unit.objects.get(code="a1").name, Reorganisation.objects.get().by) == ("新局", root)


@pytest.mark.parametrize(
    "args",
    [
        ["merge", "--district", "yi", "--unit", "a1", "--into", "b1", "--reason", "x"],
        ["merge", "--district", "jia", "--unit", "zz", "--into", "b1", "--reason", "x"],
        ["merge", "--district", "jia", "--unit", "a1", "--into", "a1", "--reason", "x"],
        ["undo", "99"],
        [*MERGE, "--by", "nobody"],
    ],
)
def test_command_refuses_with_a_message(units, args):
    with pytest.raises(CommandError):
        run(*args)
