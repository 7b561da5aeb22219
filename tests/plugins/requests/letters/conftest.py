import pytest

from plugins.contrib.requests.domain.letters.details import keep_details
from plugins.contrib.requests.domain.letters.wording import approve_standard

GIVEN = {
    "organ": "甲区人民政府办公室",
    "contact": "甲区政务公开办公室",
    "phone": "0731-88880000",
    "address": "样例市甲区样例路1号",
    "reconsideration_organ": "甲区人民政府",
    "court": "甲区人民法院",
}


@pytest.fixture
def details(district, office):
    """All that letters of the district print."""
    return keep_details(district=district, user=office, **GIVEN)


@pytest.fixture
def wording(district, office):
    """The standard wording, approved."""
    approve_standard(owner=district, user=office)
