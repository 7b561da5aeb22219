"""Documents whose issuer names no unit are in no report, and the district's office is told which they are."""

from __future__ import annotations

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from cms.people.enums import Role
from disclosure_pages.documents.force.enums import LegalForce
from disclosure_pages.documents.models import PolicyDocument
from plugins.api import FigureScope
from plugins.contrib.annual_report.counting import count_documents
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.models import OutsideIssuer
from plugins.contrib.annual_report.unmatched import unmatched_issuers, unmatched_records, unmatched_sentence
from plugins.domain.switching import enable
from tests.factories.pages import make_draft
from tests.factories.people import make_person
from tests.factories.tenancy import make_district, make_unit

from .conftest import TODAY, YEAR
from .test_counting import IN_FORCE, make_record

D = dt.date
STRANGE, STATE = "区教育委员会", "国务院办公厅"


@pytest.fixture
def library(unit):
    """Three documents of nobody that the year would count, and four that it would not, or that have their unit."""
    repealed = [(D(2020, 1, 1), LegalForce.IN_FORCE), (D(2025, 9, 1), LegalForce.REPEALED)]
    make_record(unit, "今年", issuer=STRANGE, issued_on=D(2025, 3, 1), periods=IN_FORCE)
    make_record(unit, "今年废止", issuer=STRANGE, issued_on=D(2020, 1, 1), periods=repealed)
    make_record(unit, "转载", issuer=STATE, issued_on=D(2020, 3, 1), periods=IN_FORCE)
    make_record(unit, "通知", issuer=STRANGE, kind="notice", issued_on=D(2025, 3, 1), periods=IN_FORCE)
    make_record(unit, "明年", issuer=STRANGE, issued_on=D(2026, 1, 5), periods=[(D(2026, 1, 5), LegalForce.IN_FORCE)])
    make_record(unit, "自己的", issued_on=D(2025, 3, 1), periods=IN_FORCE)
    page = make_draft("联合", unit=unit, kind=PolicyDocument, issuing_unit=unit, issuer_name=STRANGE)
    make_record(unit, "联合", page=page, issuer=STRANGE, issued_on=D(2025, 3, 2), periods=IN_FORCE)


@pytest.fixture
def address(district):
    return f"{reverse('annual-report-admin:issuers', args=[district.slug])}?year={YEAR}"


SQL = """
SELECT COUNT(DISTINCT record.id) FROM gongkai_documents_legalrecord record
JOIN gongkai_documents_documentkind kind ON kind.id = record.kind_id AND kind.legal_class IN ('rules', 'normative')
LEFT JOIN gongkai_documents_policydocument page ON page.disclosurepage_ptr_id = record.page_id
LEFT JOIN gongkai_documents_forceperiod period ON period.record_id = record.id
WHERE record.district_id = %s AND record.voided_at IS NULL AND page.issuing_unit_id IS NULL
AND record.issuer IN (%s, %s) AND (record.issued_on BETWEEN '2025-01-01' AND '2025-12-31'
OR (period.is_in_force AND '2025-12-31' BETWEEN period.starts_on AND period.ends_on)
OR (period.force = 'repealed' AND period.starts_on BETWEEN '2025-01-01' AND '2025-12-31'))
"""


def counted_by_sql(district):
    with connection.cursor() as cursor:
        cursor.execute(SQL, [district.pk, STRANGE, STATE])
        return cursor.fetchone()[0]


def test_number_is_what_plain_sql_counts(library, district):
    assert unmatched_records(district, year=YEAR).count() == counted_by_sql(district) == 3


def test_command_names_the_issuers_that_the_screen_lists(library, district):
    begin_report(owner=district, year=YEAR, today=TODAY)
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("reports", "check", "--district", district.slug, "--year", str(YEAR), stdout=out)
    assert out.getvalue().splitlines()[-3:] == [unmatched_sentence(3), f"    {STRANGE} · 2", f"    {STATE} · 1"]


def test_matched_and_unmatched_are_all_that_there_is(library, unit):
    with_alias = count_documents(FigureScope(unit.district, YEAR))["documents", "made"]
    unit.aliases.create(name=STRANGE)
    assert count_documents(FigureScope(unit.district, YEAR))["documents", "made"] == with_alias + 1


def test_issuers_are_listed_with_the_unit_that_is_most_alike(library, unit):
    found = unmatched_issuers(unit.district, year=YEAR)
    assert [(one.issuer, one.number, one.nearest) for one in found] == [(STRANGE, 2, unit), (STATE, 1, None)]


def test_bureau_of_the_city_is_not_taken_for_the_district_s(unit):
    make_record(unit, "市的", issuer="样例市甲县教育局", issued_on=D(2025, 3, 1), periods=IN_FORCE)
    make_record(unit, "市的", issuer="样例市教育局", issued_on=D(2025, 3, 1), periods=IN_FORCE)
    assert {one.nearest for one in unmatched_issuers(unit.district, year=YEAR)} == {None}


def test_older_form_leaves_nothing_out(library, district):
    assert unmatched_records(district, year=2020).count() == 0


def test_report_of_the_district_says_how_many_and_where(library, district, office, client, address):
    client.force_login(office)
    report = begin_report(owner=district, year=YEAR, today=TODAY)
    answer = client.get(reverse("annual-report-admin:report", args=[report.pk]))
    assert answer.context["unmatched"] == {"sentence": unmatched_sentence(3), "address": address}
    assert "<strong>3</strong> 份" in client.get(address).content.decode()


def test_report_of_a_unit_says_nothing_of_what_others_keep(library, report, officer, client):
    client.force_login(officer)
    assert client.get(reverse("annual-report-admin:report", args=[report.pk])).context["unmatched"] is None


def test_documents_of_one_issuer_are_listed(library, office, client, address):
    client.force_login(office)
    found = client.get(f"{address}&issuer={STRANGE}").context["documents"]
    assert [one.title for one in found] == ["今年", "今年废止"]


def test_issuer_becomes_the_alias_of_a_unit(library, unit, office, client, address):
    client.force_login(office)
    client.post(address, {"issuer": STRANGE, "act": "unit", "unit": "没有的局"})
    assert unit.aliases.count() == 0
    client.post(address, {"issuer": STRANGE, "act": "unit", "unit": unit.name})
    assert [one.name for one in unit.aliases.all()] == [STRANGE]
    assert unmatched_records(unit.district, year=YEAR).count() == 1


def test_name_of_another_unit_is_refused(library, unit, office, client, address):
    other = make_unit(unit.district, name="区司法局")
    make_record(unit, "重名", issuer="区司法局办公室", issued_on=D(2025, 3, 1), periods=IN_FORCE)
    client.force_login(office)
    assert client.post(address, {"issuer": "区司法局", "act": "unit", "unit": unit.name}).status_code == 404
    client.post(address, {"issuer": "区司法局办公室", "act": "unit", "unit": other.name})
    assert (unit.aliases.count(), other.aliases.count()) == (0, 1)


def test_issuer_of_others_is_set_aside_and_listed_again(library, district, office, client, address):
    client.force_login(office)
    client.post(address, {"issuer": STATE, "act": "outside"})
    assert ([one.issuer for one in client.get(address).context["outside"]]) == [STATE]
    assert unmatched_records(district, year=YEAR).count() == 2
    client.post(address, {"issuer": STATE, "act": "inside"})
    assert (unmatched_records(district, year=YEAR).count(), OutsideIssuer.history.count()) == (3, 2)


def test_auditor_looks_and_decides_nothing(library, auditor, client, address):
    client.force_login(auditor)
    answer = client.get(address)
    assert (answer.status_code, answer.context["may_decide"]) == (200, False)
    client.post(address, {"issuer": STATE, "act": "outside"})
    assert OutsideIssuer.objects.count() == 0


def test_list_is_absent_for_people_of_a_unit_and_of_another_district(library, unit, officer, city, client, address):
    other = make_district(city=city, name="乙区", slug="yi")
    enable("annual-report", district=other, user=None)
    for person in (officer, make_person(Role.DISCLOSURE_OFFICE, "other", district=other)):
        client.force_login(person)
        assert (client.get(address).status_code, client.post(address, {"issuer": STATE}).status_code) == (404, 404)
