import pytest

from cms.demo.plugin_samples import make_plugin_samples
from plugins.activation import is_active
from plugins.registry import implementations_of
from tests.factories.tenancy import make_district
from tests.plugins.sample.hooks import TAKEN


@pytest.mark.django_db
def test_plug_ins_with_samples_are_on_in_the_demo():
    district = make_district()
    TAKEN.clear()

    assert "sample" in make_plugin_samples(district=district)
    assert [is_active(name, district.pk) for name in ("sample", "hostile")] == [True, False]
    assert [-district.pk] == TAKEN


def test_reports_are_counted_once_the_samples_of_others_are_there() -> None:
    names = [name for name, _implementation in implementations_of("demo_content")]
    assert (names[-1], names[:-1]) == ("annual-report", sorted(names[:-1]))
