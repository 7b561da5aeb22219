"""What a district says for its letters: nothing is guessed, and a letter without it goes nowhere."""

import pytest

from plugins.contrib.requests.domain.letters.details import details_of, keep_details, missing_details
from plugins.contrib.requests.domain.letters.drafting import (
    approve_letter,
    can_fill,
    change_letter,
    draft_letter,
    fill_letter,
)
from plugins.contrib.requests.exceptions import DetailsMissing
from plugins.contrib.requests.models import Letter, LetterDetails
from tests.factories.cases import make_case
from tests.plugins.requests.conftest import DAY

from .conftest import GIVEN


@pytest.fixture
def letter(wording, received, officer):
    """Of a district that has said nothing."""
    return draft_letter(case=received, kind="receipt", user=officer)


def test_district_has_said_nothing_before_somebody_does(district):
    assert (details_of(district).court, LetterDetails.objects.count()) == ("", 0)


def test_letter_prints_the_details_of_its_district(wording, details, received, officer):
    body = draft_letter(case=received, kind="granted", user=officer).body
    assert ("向甲区人民政府申请行政复议" in body, "向甲区人民法院提起" in body) == (True, True)


def test_details_of_another_district_are_not_printed(letter, district, office):
    from tests.factories.tenancy import make_district

    keep_details(district=make_district(city=district.city, name="乙区", slug="yi"), user=office, **GIVEN)
    assert missing_details(letter) == ["联系电话"]


def test_missing_detail_stops_the_approval_and_is_named(letter, office):
    with pytest.raises(DetailsMissing) as refused:
        approve_letter(letter=letter, user=office)
    assert str(refused.value) == "文书需要印出甲区“文书信息”中尚未填写的内容：联系电话。"


def test_detail_that_is_said_later_is_filled_in_and_the_drafter_stays(letter, district, office, officer):
    assert not can_fill(letter)
    keep_details(district=district, user=office, **GIVEN)
    assert can_fill(letter)
    filled = fill_letter(letter=letter, user=office)
    assert ("0731-88880000" in filled.body, filled.drafted_by) == (True, officer)
    assert approve_letter(letter=filled, user=office).approved_by == office


def test_variable_that_there_is_not_stays_when_gaps_are_filled(letter, details, officer):
    change_letter(letter=letter, organ="o", title="t", body="{{nummer}} {{phone}}", user=officer)
    assert fill_letter(letter=Letter.objects.get(), user=officer).body == "{{nummer}} 0731-88880000"


def test_unit_signs_itself_and_the_district_for_the_rest(wording, details, district, received, officer):
    case = make_case(district, on=DAY)
    organs = [draft_letter(case=one, kind="withdrawn", user=officer).organ for one in (received, case)]
    assert organs == ["甲局", "甲区人民政府办公室"]


def test_nobody_reviews_their_own_decision(wording, details, district, office):
    keep_details(district=district, user=office, **{**GIVEN, "organ": "甲区人民政府"})
    body = draft_letter(case=make_case(district, on=DAY), kind="granted", user=office).body
    assert "向{{reconsideration_organ}}申请行政复议" in body
