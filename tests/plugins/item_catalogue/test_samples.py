"""The samples of the demo."""

from plugins.contrib.item_catalogue.models import Catalogue, Item
from plugins.contrib.item_catalogue.samples import make_samples


def test_samples_are_in_effect_and_made_once(district):
    make_samples(district=district)
    figures = Catalogue.objects.of(district).published().count(), Item.objects.count()
    make_samples(district=district)

    assert (Catalogue.objects.count(), Item.objects.count()) == figures == (2, 9)
    assert Item.objects.filter(limit_kind="").count() == 0
