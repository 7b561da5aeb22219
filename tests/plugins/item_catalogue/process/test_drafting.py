"""The district writes its items."""

import pytest
from wagtail.models import ModelLogEntry

from cms.people.enums import Role
from plugins.contrib.item_catalogue.domain.importing import import_catalogue
from plugins.contrib.item_catalogue.domain.process.assigning import assign_field, change_deadlines
from plugins.contrib.item_catalogue.domain.process.drafting import add_item, move_item, remove_item, save_item
from plugins.contrib.item_catalogue.domain.process.holding import ItemChanged
from plugins.contrib.item_catalogue.domain.publishing import publish_version
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Field, Item
from plugins.contrib.item_catalogue.process.states import Act
from plugins.contrib.item_catalogue.structure import Entry
from tests.factories.people import make_person
from tests.factories.tenancy import make_district, make_unit
from tests.plugins.item_catalogue.rows import contents, make_entry, make_sheet

from .conftest import DUE
from .walking import DAY, accept_all, approve_all, do, entry_of, item_of, seen, settle, states


def save(assignment, user, entry, *, before=None):
    given = before or seen(assignment)
    return save_item(assignment=assignment, identity=item_of(assignment).identity, entry=entry, seen=given, user=user)


def names(assignment):
    return [name for name, _content in contents(assignment.catalogue)]


def test_save(assignment, office):
    save(assignment, office, make_entry("甲", content="新要素", basis="《样例法》", choices=()))

    entry = entry_of(assignment)
    assert (entry.content, entry.basis, entry.choices) == ("新要素", "《样例法》", ())
    log = ModelLogEntry.objects.for_instance(item_of(assignment)).get()
    assert (log.action, log.user, log.data["before"]["content"]) == ("gongkai.items.item_edited", office, "要素")


def test_save_what_somebody_else_changed_loses_nothing(assignment, office):
    opened = seen(assignment)
    save(assignment, office, make_entry("甲", content="先"))

    with pytest.raises(ItemChanged):
        save(assignment, office, make_entry("甲", content="后"), before=opened)
    assert entry_of(assignment).content == "先"


def test_save_needs_a_name(assignment, office):
    with pytest.raises(ItemsRefused):
        save(assignment, office, make_entry("", first=""))


def test_submitted_item_is_not_written(assignment, office):
    do(assignment, Act.SUBMIT, office)

    with pytest.raises(ItemsRefused):
        save(assignment, office, make_entry("甲", content="新"))


def test_editor_writes_the_items_of_the_unit(assignment, district, office):
    unit = make_unit(district, name="区养老局")
    editor = make_person(Role.EDITOR, unit=unit)
    with pytest.raises(ItemsRefused):
        save(assignment, editor, make_entry("甲", content="编辑写的"))
    save(assignment, office, make_entry("甲", body="区养老局"))
    save(assignment, editor, make_entry("甲", content="编辑写的", body="区养老局"))

    assert entry_of(assignment).content == "编辑写的"
    assert do(assignment, Act.SUBMIT, editor).done == []


def test_common_elements_cannot_be_written(assignment, office, auditor):
    accept_all(assignment, office, auditor)
    settle(assignment, auditor, Column.CONTENT)
    save(assignment, office, make_entry("丙", content="区的", body="区民政局"))

    entry = entry_of(assignment)
    assert (entry.second, entry.content, entry.body) == ("甲", "要素", "区民政局")


def test_add_stands_at_the_end(assignment, office, auditor):
    added = add_item(assignment=assignment, entry=make_entry("丙"), user=office)

    assert (names(assignment), states(assignment)["丙"]) == (["甲", "乙", "丙"], "draft")
    assert ModelLogEntry.objects.for_instance(added).get().action == "gongkai.items.item_added"
    for user, entry in ((auditor, make_entry("丁")), (office, Entry())):
        with pytest.raises(ItemsRefused):
            add_item(assignment=assignment, entry=entry, user=user)


@pytest.mark.parametrize(
    ("name", "places", "order"),
    [("甲", 1, ["乙", "甲"]), ("乙", -1, ["乙", "甲"]), ("甲", -1, ["甲", "乙"]), ("乙", 5, ["甲", "乙"])],
)
def test_move(assignment, office, name, places, order):
    move_item(assignment=assignment, identity=item_of(assignment, name).identity, places=places, user=office)

    assert names(assignment) == order


def test_remove_keeps_the_texts_in_the_log(assignment, office):
    item = item_of(assignment)
    remove_item(assignment=assignment, identity=item.identity, seen=seen(assignment), user=office)

    assert names(assignment) == ["乙"]
    log = ModelLogEntry.objects.for_instance(assignment).order_by("-pk")[0]
    assert (log.action, log.data["item"], log.data["texts"]["content"]) == ("gongkai.items.item_removed", "甲", "要素")


def test_item_of_the_city_stays(assignment, office, auditor):
    accept_all(assignment, office, auditor)
    settle(assignment, auditor)

    with pytest.raises(ItemsRefused):
        remove_item(assignment=assignment, identity=item_of(assignment).identity, seen=None, user=office)
    assert names(assignment) == ["甲", "乙"]


def test_assign_begins_with_what_is_published(field, district, city):
    sheet = make_sheet(make_entry("旧"))
    publish_version(catalogue=import_catalogue(field=field, owner=district, sheet=sheet).catalogue, effective_from=DAY)
    assignment = assign_field(field=field, district=district, due=DUE)

    assert (names(assignment), states(assignment), assignment.catalogue.version) == (["旧"], {"旧": "draft"}, 2)


def test_assign_twice_is_refused(assignment, office, auditor):
    with pytest.raises(ItemsRefused):
        assign_field(field=assignment.field, district=assignment.district, due=DUE)
    approve_all(assignment, office, auditor)
    publish_version(catalogue=assignment.catalogue, effective_from=DAY, user=office)
    assert assign_field(field=assignment.field, district=assignment.district, due=DUE).pk != assignment.pk


def test_days_are_in_order(assignment):
    wrong = type(DUE)(DUE.draft_due, DUE.adapt_due, DUE.audit_due, DUE.publish_due)

    with pytest.raises(ItemsRefused):
        change_deadlines(assignment=assignment, due=wrong, auditors=[])
    with pytest.raises(ItemsRefused):
        assign_field(field=Field.objects.get(code="health"), district=assignment.district, due=wrong)


def test_auditors_who_are_not_of_the_city_are_not_named(assignment, auditor):
    stranger = make_person(Role.CITY_AUDITOR, "stranger", city=make_district().city)
    given = {"district": assignment.district, "due": DUE, "auditors": [auditor, stranger]}
    with pytest.raises(ItemsRefused, match="stranger"):
        assign_field(field=Field.objects.get(code="health"), **given)
    with pytest.raises(ItemsRefused, match="stranger"):
        change_deadlines(assignment=assignment, due=DUE, auditors=[auditor, stranger])

    assert (Assignment.objects.count(), assignment.auditors.count()) == (1, 0)


def test_every_item_keeps_its_row(assignment, office):
    rows = set(Item.objects.values_list("pk", "identity"))
    save(assignment, office, make_entry("甲", content="新"))
    do(assignment, Act.SUBMIT, office)

    assert set(Item.objects.values_list("pk", "identity")) == rows
