"""The samples of the demo."""

from collections import Counter

from cms.people.enums import Role
from plugins.contrib.item_catalogue.domain.process.holding import state_of
from plugins.contrib.item_catalogue.models import Assignment, Catalogue, Item, ItemLink
from plugins.contrib.item_catalogue.process.states import ItemState
from plugins.contrib.item_catalogue.samples import make_samples
from tests.factories.pages import make_published
from tests.factories.people import make_person
from tests.factories.tenancy import make_unit
from tests.factories.tree import make_column, make_section


def test_samples_are_in_effect_and_made_once(on):
    make_samples(district=on)
    figures = Catalogue.objects.of(on).published().count(), Item.objects.count()
    make_samples(district=on)

    assert (Catalogue.objects.count(), Item.objects.count()) == figures == (2, 9)
    assert Item.objects.filter(limit_kind="").count() == 0


def test_field_is_in_work_and_an_item_leads_to_what_is_published(on):
    make_person(Role.DISCLOSURE_OFFICE, district=on)
    make_person(Role.CITY_AUDITOR, city=on.city)
    page = make_published(
        "义务教育学校名录（演示）", section=make_section(column=make_column(district=on), unit=make_unit(on))
    )

    make_samples(district=on)

    assert list(ItemLink.objects.values_list("page", flat=True)) == [page.pk]
    assignment = Assignment.objects.get()
    states = Counter(state_of(assignment, item) for item in assignment.catalogue.items.select_related("progress"))
    wanted = {ItemState.SUBMITTED: 2, ItemState.ACCEPTED: 1, ItemState.RETURNED: 1, ItemState.DRAFT: 1}
    assert states == wanted
