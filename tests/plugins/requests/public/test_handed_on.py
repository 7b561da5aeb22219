"""An application that another city handles: mail and the old status page lead there, and guesses learn nothing."""

from __future__ import annotations

import pytest
from django.core import mail
from django.utils import timezone

from cms.people.enums import Role
from disclosure_pages.tree.domain.districts import create_city_home
from plugins.contrib.requests.domain.announcing import mail_news
from plugins.contrib.requests.domain.following import case_now
from plugins.contrib.requests.domain.handling.ending import transfer_case
from plugins.contrib.requests.domain.handling.receiving import receive_case
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.protection.tracking import new_code
from plugins.domain.switching import enable
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district
from tests.factories.tree import make_home

from .test_secrecy import without
from .walking import PERSONAL, PHONE, applied, reader

STATUS = "/jia/requests/status/"
THERE = "http://other.example/bing/requests/status/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere(district):
    """A district of another city, with a site of its own."""
    city = make_city(name="外市", slug="other-city")
    create_city_home(city=city, hostname="other.example")
    place = make_district(city=city, name="丙区", slug="bing")
    make_home(place)
    enable("requests", district=place, user=None)
    return place


@pytest.fixture
def code(district) -> str:
    return applied(reader())


def hand_on(district, elsewhere) -> Case:
    today = timezone.localdate()
    office = make_person(Role.DISCLOSURE_OFFICE, district=district)
    case = receive_case(case=Case.objects.get(), user=office, arrived_on=today, confirmed_on=today)
    made = transfer_case(case=case, district=elsewhere, reason="属丙区", user=office)
    assert made is not None
    return made


def test_mail_of_the_transfer_leads_to_where_the_case_is(
    code, district, elsewhere, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        hand_on(district, elsewhere)
    last = mail.outbox[-1]
    assert (THERE in last.body, STATUS in last.body) == (True, False)
    assert [name for name, value in PERSONAL.items() if name != "email" and value in last.body] == []


def test_mail_that_waited_leads_to_where_the_case_is_by_then(code, district, elsewhere) -> None:
    old = Case.objects.get()
    made = hand_on(district, elsewhere)
    assert (case_now(old), case_now(made)) == (made, made)
    mail_news.call(key=old.pk)
    assert THERE in mail.outbox[-1].body


def test_old_address_leads_whoever_knows_code_and_contact(code, district, elsewhere) -> None:
    hand_on(district, elsewhere)
    page = reader().post(STATUS, {"code": code, "contact": PHONE}).content.decode()
    assert (THERE in page, "丙区" in page) == (True, True)
    assert [value for value in (code, *PERSONAL.values()) if value in page] == []
    there = reader().post(THERE, {"code": code, "contact": PHONE}, headers={"host": "other.example"})
    assert "道路维修合同" in there.content.decode()


def test_old_address_tells_guesses_nothing(code, district, elsewhere) -> None:
    before = [(new_code(), PHONE), (code, "13900000000")]
    pages = [reader().post(STATUS, {"code": one, "contact": two}).content.decode() for one, two in before]
    hand_on(district, elsewhere)
    pages += [reader().post(STATUS, {"code": one, "contact": two}).content.decode() for one, two in before]
    assert len({without(page, *typed) for page, typed in zip(pages, before * 2, strict=True)}) == 1
    assert [page for page in pages if "丙区" in page] == []


def test_text_that_was_not_sent_is_shown_on_the_way(code, district, elsewhere) -> None:
    hand_on(district, elsewhere)
    page = reader().post(STATUS, {"code": code, "contact": PHONE, "text": "还要附图"}).content.decode()
    assert ("还要附图" in page, THERE in page) == (True, True)


def test_case_of_another_city_is_not_opened_here(code, district, elsewhere) -> None:
    hand_on(district, elsewhere)
    page = reader().post(STATUS, {"code": code, "contact": PHONE}).content.decode()
    assert ("道路维修合同" in page, 'name="pass"' in page) == (False, False)
