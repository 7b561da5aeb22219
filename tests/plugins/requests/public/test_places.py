"""Where applications go in: a district, its city, and nowhere else."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plugins.api import ColumnPurpose
from plugins.contrib.requests.domain.sweeping import forget_orphans
from plugins.contrib.requests.models import CaseFile
from plugins.contrib.requests.protection.pending import forget_old
from plugins.domain.switching import disable
from tests.factories.tenancy import make_alias, make_unit
from tests.factories.tree import make_column

from .walking import applied, check, reader

pytestmark = pytest.mark.django_db


def html_of(path: str, **query: str) -> str:
    response = reader().get(path, query)
    assert response.status_code == 200
    return response.content.decode()


def test_district_leads_to_form_state_and_units(district, unit) -> None:
    html = html_of("/jia/requests/")

    assert f'href="/jia/requests/apply/?unit={unit.pk}"' in html
    assert ('href="apply/"' in html, 'href="status/"' in html) == (True, True)


def test_city_leads_to_districts_where_it_is_on(district, other, unit) -> None:
    make_unit(other, name="乙区教育局")
    html = html_of("/requests/")

    assert f'href="/jia/requests/apply/?unit={unit.pk}"' in html
    assert "乙区" not in html


def test_home_of_the_city_leads_in_where_a_district_of_it_has_it(district, other) -> None:
    link = 'href="requests/status/"'
    assert [link in html_of(path) for path in ("/", "/jia/", "/yi/")] == [True, False, False]
    disable("requests", district=district, user=None)
    assert link not in html_of("/")


def test_units_are_found_by_name_and_alias(district, unit) -> None:
    make_alias(make_unit(district, name="区交通运输局"), name="区交通局")

    assert [words for words in ("教育", "交通局", "甲区教育") if "?unit=" in html_of("/requests/", q=words)] == [
        "教育",
        "交通局",
        "甲区教育",
    ]
    assert "?unit=" not in html_of("/requests/", q="卫生")


@pytest.mark.parametrize("path", ["", "apply/", "status/"])
def test_absent_where_it_is_off(district, other, path) -> None:
    statuses = [reader().get(f"/{slug}/requests/{path}").status_code for slug in ("jia", "yi")]
    disable("requests", district=district, user=None)
    after = [reader().get(f"{where}requests/{path}").status_code for where in ("/jia/", "/")]

    assert (statuses, after) == ([200, 404], [404, 404])


def test_city_has_no_form_of_its_own(district) -> None:
    assert reader().get("/requests/apply/").status_code == 404
    assert reader().get("/requests/status/").status_code == 200


def test_column_for_it_leads_to_the_form(district) -> None:
    here = make_column("依申请公开", district=district, purpose=ColumnPurpose.ON_REQUEST)
    elsewhere = make_column("政策", district=district)
    html, other = html_of(here.url), html_of(elsewhere.url)

    assert 'href="../requests/apply/"' in html
    assert "requests/apply/" not in other


def test_job_forgets_uploads_that_went_nowhere(district, settings, tmp_path) -> None:
    settings.DATA_DIR = tmp_path
    check(reader(), "/jia/requests/apply/", attachments=[SimpleUploadedFile("证明.txt", b"abc")])
    (path,) = (tmp_path / "requests" / "pending").iterdir()
    kept = forget_old()
    os.utime(path, (time.time() - 4 * 3600,) * 2)

    assert (kept, forget_old()) == (0, 1)
    assert not path.exists()


def test_job_forgets_files_that_no_case_has(district) -> None:
    applied(reader(), attachments=[SimpleUploadedFile("证明.txt", b"abc")])
    kept = Path(CaseFile.objects.get().file.path)
    orphan, young = kept.with_name("orphan"), kept.with_name("young")
    for path in (orphan, young):
        path.write_bytes(b"")
    for path in (kept, orphan):
        os.utime(path, (time.time() - 4 * 3600,) * 2)

    assert (forget_orphans(), forget_orphans()) == (1, 0)
    assert [path.exists() for path in (kept, orphan, young)] == [True, False, True]
