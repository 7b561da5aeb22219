"""A district's own wording, else its city's, else the standard one."""

import pytest
from django.db import IntegrityError, transaction

from cms.people.enums import Role
from plugins.contrib.requests.domain.letters.wording import (
    approve_standard,
    approve_template,
    approved_kinds,
    beneath,
    drop_template,
    level_of,
    template_of,
    write_template,
)
from plugins.contrib.requests.enums import WordingLevel
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import LetterTemplate
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district

OF_CITY = {"title": "市回执", "basis": "第三十一条", "body": "{{applicant}}：\n收到。"}
OF_DISTRICT = {"title": "区回执", "basis": "第三十一条", "body": "{{applicant}}：\n已收到。"}


@pytest.fixture
def auditors(district):
    return [make_person(Role.CITY_AUDITOR, name, city=district.city) for name in ("first", "second")]


@pytest.fixture
def of_city(district, auditors):
    """Approved by a second auditor."""
    of = {"owner": district.city, "kind": "receipt"}
    write_template(**of, **OF_CITY, user=auditors[0])
    return approve_template(**of, user=auditors[1])


def held(district):
    template = template_of(district, "receipt")
    return template.title, level_of(template, district)


def test_city_wording_holds_where_a_district_has_none(of_city, district):
    assert held(district) == ("市回执", WordingLevel.CITY)
    assert approved_kinds(district) == {"receipt"}


def test_city_wording_is_unknown_in_districts_of_other_cities(of_city):
    other = make_district(city=make_city(name="外市", slug="other-city"), name="丙区", slug="bing")
    assert (held(other)[1], approved_kinds(other)) == (WordingLevel.STANDARD, frozenset())


def test_city_wording_that_waits_does_not_reach_districts(district, auditors):
    of = {"owner": district.city, "kind": "receipt"}
    write_template(**of, **OF_CITY, user=auditors[0])
    with pytest.raises(CaseRefused):
        approve_template(**of, user=auditors[0])
    assert (held(district)[1], approved_kinds(district)) == (WordingLevel.STANDARD, frozenset())


def test_district_overrides_its_city_and_returns(of_city, district, office):
    of = {"owner": district, "kind": "receipt", "user": office}
    write_template(**of, **OF_DISTRICT)
    assert held(district) == ("区回执", WordingLevel.OWN)
    assert level_of(beneath(district, "receipt"), district) == WordingLevel.CITY
    drop_template(**of)
    assert held(district) == ("市回执", WordingLevel.CITY)
    assert LetterTemplate.history.filter(district=district).count() == 2


def test_district_returns_to_the_standard_where_its_city_has_none(district, office):
    of = {"owner": district, "kind": "receipt", "user": office}
    write_template(**of, **OF_DISTRICT)
    assert level_of(drop_template(**of), district) == WordingLevel.STANDARD


def test_standard_that_a_city_approves_may_be_used_by_its_districts(district, auditors):
    approve_standard(owner=district.city, user=auditors[0])
    assert "granted" in approved_kinds(district)


def test_saving_over_the_city_wording_leaves_it_to_the_others(of_city, district, office):
    write_template(owner=district, kind="receipt", **OF_DISTRICT, user=office)
    of_city.refresh_from_db()
    assert (of_city.title, of_city.approved_by_id is None) == ("市回执", False)


def test_wording_has_one_owner(of_city, district):
    with pytest.raises(IntegrityError), transaction.atomic():
        LetterTemplate.objects.filter(pk=of_city.pk).update(district=district)
