import pytest
from django.test import RequestFactory
from wagtail.models import ModelLogEntry

from cms.people.enums import Role
from plugins.activation import active_plugins, is_active
from plugins.domain.switching import CannotSwitch, disable, enable, may_switch
from plugins.models import Activation
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("manifests")]


@pytest.fixture
def districts():
    city = make_city()
    return [make_district(city=city) for _ in range(2)]


def test_plug_in_is_on_where_it_was_switched_on(districts):
    here, there = districts

    assert (enable("a", district=here, user=None), enable("a", district=here, user=None)) == (True, False)
    assert [active_plugins(place) for place in (here.pk, there.pk, None)] == [{"a"}, frozenset(), frozenset()]


def test_one_of_the_installation_is_on_everywhere(districts):
    enable("whole", district=None, user=None)

    assert [active_plugins(place) for place in (districts[0].pk, None)] == [{"whole"}, {"whole"}]


def test_off_is_remembered_and_the_row_kept(districts):
    enable("a", district=districts[0], user=None)
    assert (disable("a", district=districts[0], user=None), disable("b", district=districts[0], user=None)) == (
        True,
        False,
    )
    assert active_plugins(districts[0].pk) == frozenset()
    assert list(Activation.objects.values_list("plugin", "title", "is_on")) == [("a", "样例", False)]


def test_one_that_is_gone_is_off_and_its_title_is_known(districts, installed):
    enable("a", district=districts[0], user=None)
    installed()

    assert active_plugins(districts[0].pk) == frozenset()
    assert str(Activation.objects.get()) == f"样例 ({districts[0]})"


@pytest.mark.parametrize(("name", "everywhere"), [("a", True), ("whole", False), ("missing", True)])
def test_what_cannot_be_switched_is_refused(districts, name, everywhere):
    with pytest.raises(CannotSwitch):
        enable(name, district=None if everywhere else districts[0], user=None)
    assert Activation.objects.count() == 0


def test_act_is_logged(districts):
    person = make_person(Role.DISCLOSURE_OFFICE, district=districts[0])
    enable("a", district=districts[0], user=person)

    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.user, entry.data) == (
        "gongkai.plugin.enable",
        person,
        {"district": districts[0].slug},
    )


def test_who_may_switch(districts):
    here, there = districts
    office, system = make_person(Role.DISCLOSURE_OFFICE, district=here), make_person(Role.SYSTEM_ADMINISTRATOR)
    editor = make_person(Role.OPERATOR)

    assert [may_switch(user=office, district=place) for place in (here, there, None)] == [True, False, False]
    assert [may_switch(user=system, district=place) for place in (here, there, None)] == [True, True, True]
    assert [may_switch(user=editor, district=place) for place in (here, None)] == [False, False]


def test_request_asks_once(districts, django_assert_num_queries):
    enable("a", district=districts[0], user=None)
    request = RequestFactory().get("/")

    with django_assert_num_queries(1):
        answers = [is_active(name, districts[0].pk, request=request) for name in ("a", "b", "c")]
    assert answers == [True, False, False]
