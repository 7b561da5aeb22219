import pytest

from search.domain.labels import labels_of
from search.engines.contract import FacetName
from tests.factories.tenancy import make_district, make_unit

pytestmark = pytest.mark.django_db


def test_units_have_the_names_of_their_own_district():
    furong, yuhua = make_district(slug="furong"), make_district(slug="yuhua")
    make_unit(furong, name="区教育局", code="jyj")
    make_unit(yuhua, name="雨花区教育局", code="jyj")

    assert labels_of(FacetName.UNIT, ["yuhua/jyj"]) == {"yuhua/jyj": "雨花区教育局"}


@pytest.mark.parametrize(
    ("facet", "value", "label"),
    [
        (FacetName.COLUMN, "重大民生信息 / 教育", "教育"),
        (FacetName.YEAR, "2026", "2026"),
        (FacetName.FORCE, "repealed", "废止"),
        (FacetName.TYPE, "policydocument", "政策文件"),
        (FacetName.ATTRIBUTE, "proactive", "主动公开"),
        (FacetName.KIND, "notice", "通知"),
        (FacetName.TOPIC, "no such topic", "no such topic"),
    ],
)
def test_value_is_called_by_its_name(facet, value, label):
    assert labels_of(facet, [value]) == {value: label}


def test_districts_are_called_by_name():
    make_district(slug="furong", name="芙蓉区")

    assert labels_of(FacetName.DISTRICT, ["furong", "gone"]) == {"furong": "芙蓉区", "gone": "gone"}
