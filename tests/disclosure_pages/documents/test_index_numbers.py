"""Index numbers are issued once for a page, without gaps, whoever else is writing."""

from __future__ import annotations

import json
import subprocess
import sys
from shutil import copyfile

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from cms.settings.environment import BASE_DIR
from cms.tenancy.models import District
from disclosure_pages.documents.domain.index_numbers import index_prefix, issue_index_number, void_index_number
from disclosure_pages.documents.domain.serials import take_serial
from disclosure_pages.documents.models import IndexNumber, SerialCounter
from plugins.testing.database import prepare_product
from tests.factories.documents import document_section, make_document_draft
from tests.factories.tenancy import make_district, make_unit

WRITERS, PAGES_EACH, SERIALS_EACH = 8, 5, 50


class GivenUp(Exception):
    """A publication that failed."""


@pytest.fixture
def section(db):
    section = document_section()
    District.objects.filter(pk=section.unit.district_id).update(code="430102")
    return section


def _issue(page, *, year=2026) -> str:
    return issue_index_number(page=page, unit=page.unit, year=year).text


def test_numbers_count_by_unit_and_year(section):
    pages = [make_document_draft(section=section) for _ in range(3)]
    code = section.unit.code

    texts = [_issue(pages[0]), _issue(pages[1]), _issue(pages[2], year=2027)]

    assert texts == [f"430102-{code}/2026-00001", f"430102-{code}/2026-00002", f"430102-{code}/2027-00001"]


def test_page_keeps_its_number(section):
    page = make_document_draft(section=section)

    assert [_issue(page), _issue(page), _issue(page, year=2027)] == [_issue(page)] * 3
    assert IndexNumber.objects.count() == 1


def test_number_is_not_used_when_the_publication_fails(section):
    page, other = make_document_draft(section=section), make_document_draft(section=section)

    with pytest.raises(GivenUp), transaction.atomic():
        _issue(page)
        raise GivenUp

    assert _issue(other).endswith("/2026-00001")
    assert not IndexNumber.objects.filter(page=page).exists()


@pytest.mark.parametrize(
    ("code", "district", "prefix"),
    [
        ("zfb", {"code": "430102"}, "430102-zfb"),
        ("zfb", {"slug": "furong"}, "furong-zfb"),
        ("91350100m000100y43", {"code": "430102"}, "91350100M000100Y43"),
    ],
)
@pytest.mark.django_db
def test_prefix_of_a_unit(code, district, prefix):
    assert index_prefix(make_unit(make_district(**district), code=code)) == prefix


@pytest.mark.django_db
def test_longest_prefix_fits():
    unit = make_unit(make_district(slug="a" * 60), code="b" * 32)

    assert len(f"{index_prefix(unit)}/2026-00001") <= IndexNumber._meta.get_field("text").max_length


def test_void_number_stays_and_is_used_by_nobody(section):
    page = make_document_draft(section=section)
    first = _issue(page)

    void_index_number(page=page, reason=" 印错 ")

    void = IndexNumber.objects.get(text=first)
    assert (void.page, void.void_reason, void.voided_at is not None) == (None, "印错", True)
    assert _issue(page) == first.replace("00001", "00002")


def test_deleted_page_leaves_its_number_void(section):
    page = make_document_draft(section=section)
    text = _issue(page)

    page.delete()

    void = IndexNumber.objects.get(text=text)
    assert (void.page_id, bool(void.void_reason), void.voided_at is not None) == (None, True, True)


@pytest.mark.parametrize("reason", ["", "  ", "长" * 301])
def test_void_needs_a_reason_that_fits(section, reason):
    page = make_document_draft(section=section)
    text = _issue(page)

    with pytest.raises(ValidationError) as refused:
        void_index_number(page=page, reason=reason)

    assert list(refused.value.message_dict) == ["void_reason"]
    assert IndexNumber.objects.get(text=text).voided_at is None


def test_void_without_a_number_is_nothing(section):
    assert void_index_number(page=make_document_draft(section=section), reason="印错") is None


@pytest.mark.django_db
def test_scopes_and_years_count_apart():
    taken = [
        take_serial(scope=scope, year=year) for scope, year in [("a", 2026), ("a", 2026), ("b", 2026), ("a", 2027)]
    ]

    assert taken == [1, 2, 1, 1]
    assert SerialCounter.objects.count() == 3


@pytest.mark.django_db
def test_serial_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        take_serial(scope="a", year=2026)


@pytest.mark.django_db(transaction=True)
def test_serial_is_refused_outside_a_transaction():
    assert not connection.in_atomic_block

    with pytest.raises(transaction.TransactionManagementError):
        take_serial(scope="a", year=2026)


def _count_in_parallel(kind: str, data_dir, **variables: str) -> dict:
    """The report of ``counting``, run with 8 writers on a migrated installation without content."""
    environment = {"DJANGO_SETTINGS_MODULE": "cms.settings.dev", "GONGKAI_DATA_DIR": str(data_dir), **variables}
    module = "tests.disclosure_pages.documents.counting"
    command = [sys.executable, "-m", module, kind, str(WRITERS), str(PAGES_EACH)]
    variables = {"PATH": "/usr/bin:/bin", **environment}
    run = subprocess.run(command, capture_output=True, text=True, env=variables, cwd=BASE_DIR, check=False)
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(run.stdout.splitlines()[-1])


def _assert_no_gap_and_no_duplicate(report: dict) -> None:
    pages, others = report["pages"], report["others"]
    assert pages == (WRITERS + 1) * PAGES_EACH
    assert report["of_pages"] == list(range(1, pages + 1))
    assert others == list(range(1, len(others) + 1))
    assert report["counters"] == sorted([pages, len(others)])
    assert 0 < len(others) < WRITERS * SERIALS_EACH  # some were given up, and left no hole
    assert report["given_up"] > WRITERS


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_parallel_writers_on_sqlite(kind, tmp_path):
    copyfile(prepare_product(), tmp_path / "gongkai.sqlite3")
    _assert_no_gap_and_no_duplicate(_count_in_parallel(kind, tmp_path))


@pytest.mark.slow
@pytest.mark.engine("postgresql")
@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_parallel_writers_on_postgresql(kind, postgresql_database, tmp_path):
    _assert_no_gap_and_no_duplicate(_count_in_parallel(kind, tmp_path, DATABASE_URL=postgresql_database))
