"""A figure of part four opens the remedies that it counts, and a case for who handles it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from cms.people.enums import Role
from plugins.api import FigureScope
from plugins.contrib.requests.enums import RemedyKind, RemedyResult
from plugins.contrib.requests.models import Remedy
from plugins.contrib.requests.sources import SOURCES
from tests.factories.cases import make_case
from tests.factories.people import make_person
from tests.factories.tenancy import make_unit

DAY = dt.date(2025, 5, 6)
ROW, COLUMN = "reconsideration", "corrected"


@pytest.fixture
def remedy(district, unit):
    """Two of the same year and kind, of which one has ended otherwise, and one of the figure."""
    ended = {"kind": RemedyKind.RECONSIDERATION, "filed_on": DAY, "concluded_on": DAY}
    for result, organ in ((RemedyResult.UPHELD, "甲政府"), (RemedyResult.CORRECTED, "乙政府")):
        made = Remedy.objects.create(case=make_case(district, unit), organ=organ, result=result, **ended)
    return made


def _shown(person, scope, column=COLUMN):
    client = Client()
    client.force_login(person)
    return client.get(SOURCES[1].address(scope, ROW, column))


def test_list_has_the_remedies_of_the_figure_with_result_and_day(remedy, district, office):
    body = _shown(office, FigureScope(district, 2025)).content.decode()
    assert ("乙政府" in body, "甲政府" in body, "2025-05-06" in body, "结果纠正" in body) == (True, False, True, True)
    assert f"/admin/plug-ins/requests/{remedy.case_id}/" in body


def test_sum_lists_every_result(remedy, district, office):
    assert _shown(office, FigureScope(district, 2025), "total").context["total"] == 2


def test_case_is_no_link_for_who_does_not_handle_it(remedy, district, unit):
    editor = make_person(Role.EDITOR, "editor", unit=unit)
    body = _shown(editor, FigureScope(district, 2025, unit)).content.decode()
    assert "乙政府" in body
    assert (remedy.case.title in body, f"requests/{remedy.case_id}/" in body) == (False, False)


def test_list_is_absent_for_other_units_and_of_the_whole_district(remedy, district, unit):
    other = make_unit(district)
    person = make_person(Role.REQUEST_OFFICER, "elsewhere", unit=other)
    scopes = [FigureScope(district, 2025, unit), FigureScope(district, 2025), FigureScope(district, 2025, other)]
    assert [_shown(person, scope).status_code for scope in scopes] == [404, 404, 200]
