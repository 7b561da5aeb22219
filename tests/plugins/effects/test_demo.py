import pytest

from cms.demo.plugin_samples import make_plugin_samples
from plugins.activation import is_active
from tests.factories.tenancy import make_district
from tests.plugins.sample.hooks import TAKEN


@pytest.mark.django_db
def test_plug_ins_with_samples_are_on_in_the_demo():
    district = make_district()
    TAKEN.clear()

    assert "sample" in make_plugin_samples(district=district)
    assert [is_active(name, district.pk) for name in ("sample", "hostile")] == [True, False]
    assert [-district.pk] == TAKEN
