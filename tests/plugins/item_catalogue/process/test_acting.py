"""Items change hands: one, or several at once."""

import pytest
from wagtail.models import ModelLogEntry

from cms.people.enums import Role
from plugins.contrib.item_catalogue.domain.process.acting import perform
from plugins.contrib.item_catalogue.domain.process.drafting import save_item
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.process.states import Act
from tests.factories.people import make_person
from tests.factories.tenancy import make_district, make_unit
from tests.plugins.item_catalogue.rows import make_entry

from .conftest import GONE
from .walking import do, entry_of, item_of, seen, states


def test_way_there_and_back(assignment, office, auditor):
    do(assignment, Act.SUBMIT, office, "甲")
    assert states(assignment) == {"甲": "submitted", "乙": "draft"}
    do(assignment, Act.RETURN, auditor, "甲", reason="缺依据")
    assert (states(assignment)["甲"], item_of(assignment).progress.reason) == ("returned", "缺依据")
    do(assignment, Act.SUBMIT, office, "甲")
    do(assignment, Act.ACCEPT, auditor, "甲")
    assert (states(assignment)["甲"], item_of(assignment).progress.reason) == ("accepted", "")


def test_batch_stops_at_no_item(assignment, office, auditor):
    do(assignment, Act.SUBMIT, office, "甲")
    outcome = do(assignment, Act.ACCEPT, auditor)

    assert [str(item) for item in outcome.done] == ["甲"]
    ((name, why),) = outcome.refused
    assert (name, "起草" in why) == ("乙", True)
    assert states(assignment) == {"甲": "accepted", "乙": "draft"}


def test_each_act_is_logged_with_who(assignment, office, auditor):
    do(assignment, Act.SUBMIT, office, "甲")
    do(assignment, Act.RETURN, auditor, "甲", reason="缺依据")

    entries = ModelLogEntry.objects.for_instance(item_of(assignment)).order_by("pk")
    found = [(entry.action, entry.user, entry.data) for entry in entries]
    assert found == [
        ("gongkai.items.item_submitted", office, {}),
        ("gongkai.items.item_returned", auditor, {"reason": "缺依据"}),
    ]


@pytest.mark.parametrize("reason", ["", "  "])
def test_return_needs_a_reason(assignment, office, auditor, reason):
    do(assignment, Act.SUBMIT, office)

    with pytest.raises(ItemsRefused):
        do(assignment, Act.RETURN, auditor, reason=reason)


def test_incomplete_item_is_not_submitted(assignment, office):
    entry = make_entry("甲", content="", limit="")
    save_item(
        assignment=assignment, identity=item_of(assignment).identity, entry=entry, seen=seen(assignment), user=office
    )
    outcome = do(assignment, Act.SUBMIT, office)

    ((name, why),) = outcome.refused
    assert (name, "公开时限" in why, "公开主体" in why) == ("甲", True, False)


def test_act_is_about_what_was_seen(assignment, office, auditor):
    before, identity = seen(assignment), item_of(assignment).identity
    do(assignment, Act.SUBMIT, office, "甲")
    do(assignment, Act.TAKE_BACK, office, "甲")
    entry = make_entry("甲", content="改过的要素")
    save_item(assignment=assignment, identity=identity, entry=entry, seen=before, user=office)
    do(assignment, Act.SUBMIT, office, "甲")

    outcome = perform(assignment=assignment, act=Act.ACCEPT, seen={identity: before}, user=auditor)

    assert (len(outcome.refused), states(assignment)["甲"]) == (1, "submitted")
    outcome = perform(assignment=assignment, act=Act.ACCEPT, seen={identity: seen(assignment)}, user=auditor)
    assert (len(outcome.done), entry_of(assignment).content) == (1, "改过的要素")


def test_item_that_is_gone_is_told(assignment, office):
    identity = item_of(assignment).identity
    item_of(assignment).delete()

    outcome = perform(assignment=assignment, act=Act.SUBMIT, seen={identity: None}, user=office)
    assert len(outcome.refused) == 1


def test_strangers_do_nothing(assignment, office, city):
    do(assignment, Act.SUBMIT, office)
    strangers = [
        make_person(Role.DISCLOSURE_OFFICE, district=make_district(city=city)),
        make_person(Role.CITY_AUDITOR, city=make_district().city),
        make_person(Role.EDITOR, unit=make_unit(assignment.district)),
        make_person(Role.SYSTEM_ADMINISTRATOR),
    ]
    for person in strangers:
        for act in (Act.TAKE_BACK, Act.ACCEPT):
            assert do(assignment, act, person).done == []


def test_named_auditors_audit_alone(assignment, office, auditor, city):
    other = make_person(Role.CITY_AUDITOR, city=city)
    assignment.auditors.set([other])
    do(assignment, Act.SUBMIT, office)

    assert do(assignment, Act.ACCEPT, auditor).done == []
    assert len(do(assignment, Act.ACCEPT, other).done) == 2


def test_named_auditors_who_left_or_are_elsewhere_lock_nothing(assignment, office, auditor, city):
    gone = make_person(Role.CITY_AUDITOR, city=city, starts_on=GONE, ends_on=GONE)
    assignment.auditors.set([gone, make_person(Role.CITY_AUDITOR, city=make_district().city)])
    do(assignment, Act.SUBMIT, office)

    assert do(assignment, Act.ACCEPT, gone).done == []
    assert len(do(assignment, Act.ACCEPT, auditor).done) == 2


def test_reason_that_nobody_can_read_is_none(assignment, office, auditor):
    do(assignment, Act.SUBMIT, office)

    with pytest.raises(ItemsRefused):
        do(assignment, Act.RETURN, auditor, reason="\x00 ")
    (item,) = do(assignment, Act.RETURN, auditor, "甲", reason="缺\x00依据").done
    assert item_of(assignment, item.second).progress.reason == "缺依据"


@pytest.mark.parametrize("act", [Act.EDIT, Act.ADOPT, Act.PUBLISH])
def test_other_acts_are_not_done_in_batches(assignment, office, act):
    with pytest.raises(ItemsRefused):
        do(assignment, act, office)
