from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cms.people.enums import Role
from cms.people.models import User
from cms.tenancy.models import District
from disclosure_pages.responsibility.domain.apply import apply_table
from disclosure_pages.responsibility.domain.samples import sample_table
from disclosure_pages.responsibility.models import AppliedTable, PendingTable
from disclosure_pages.tree.models import Column
from tests.disclosure_pages.responsibility.broken import TABLES, Broken
from tests.factories.people import make_person
from tests.factories.tenancy import make_district

RENAMED = sample_table().replace("(2)教育信息".encode(), "(2)教育公开".encode())
NOT_IN_THE_SAMPLE = {"closed unit", "merged unit", "ambiguous alias", "empty collective"}
SHOWN = [row for row in TABLES if not row.is_warning and row.name not in NOT_IN_THE_SAMPLE][:16]


def url(name: str, district: str = "furong", **kwargs: Any) -> str:
    if name in ("version", "download"):
        kwargs.setdefault("number", 1)
    return reverse(f"gongkai_responsibility:{name}", kwargs={"district": district, **kwargs})


def upload(client: Client, content: bytes, name: str = "table.csv") -> Any:
    return client.post(url("upload"), {"file": SimpleUploadedFile(name, content)})


@pytest.fixture
def applied(furong: District) -> District:
    apply_table(district=furong, content=sample_table(), file_name="table.csv")
    return furong


@pytest.fixture
def office(furong: District) -> User:
    return make_person(Role.DISCLOSURE_OFFICE, district=furong)


@pytest.fixture
def client(office: User) -> Client:
    """A browser in which the district's disclosure office is signed in."""
    client = Client()
    client.force_login(office)
    return client


def test_upload_plan_confirm_result(client: Client, office: User) -> None:
    assert upload(client, sample_table()).url == url("review")
    plan = client.get(url("review"))
    assert plan.status_code == 200
    assert "教育信息" in plan.content.decode()
    assert not Column.objects.exists()

    seen = plan.context["confirm_form"]["seen"].value()
    done = client.post(url("review"), {"seen": seen})

    assert done.headers["Location"] == url("version", number=1)
    assert "区教育局" in client.get(done.headers["Location"]).content.decode()
    version = AppliedTable.objects.get()
    assert (version.applied_by, Column.objects.count(), PendingTable.objects.count()) == (office, 48, 0)


@pytest.mark.parametrize("broken", SHOWN, ids=lambda row: row.name)
def test_broken_upload_shows_its_problem(client: Client, broken: Broken) -> None:
    upload(client, broken.make())

    response = client.get(url("review"))

    assert response.status_code == 422
    (problem,) = [problem for problem in response.context["table"].problems if problem.code == broken.code]
    assert problem.code == broken.code
    assert "confirm_form" not in response.context
    assert not AppliedTable.objects.exists()


def test_applying_a_broken_table_by_hand_is_refused(client: Client) -> None:
    upload(client, b"x")

    assert client.post(url("review"), {"seen": "x"}).status_code == 422
    assert not AppliedTable.objects.exists()


def test_upload_that_is_too_large(client: Client) -> None:
    response = upload(client, b"x" * (10 * 1024 * 1024 + 1))

    assert response.status_code == 400
    assert "file" in response.context["form"].errors
    assert not PendingTable.objects.exists()


def test_upload_without_file(client: Client) -> None:
    assert client.post(url("upload")).status_code == 400


def test_upload_again_replaces_the_pending_file(client: Client) -> None:
    upload(client, b"x")
    upload(client, sample_table(), "better.csv")

    assert PendingTable.objects.get().file_name == "better.csv"
    assert client.get(url("review")).status_code == 200


def test_rename_is_confirmed_by_ticking(applied: District, client: Client) -> None:
    upload(client, RENAMED)
    form = client.get(url("review")).context["confirm_form"]
    ((label, text),) = form.fields["renames"].choices
    assert text == "教育信息 → 教育公开"

    client.post(url("review"), {"seen": form["seen"].value(), "renames": [label]})

    assert AppliedTable.objects.of_district(applied)[0].summary == {"columns.rename": 1}


def test_plan_that_changed_meanwhile_is_shown_again(applied: District, client: Client) -> None:
    upload(client, RENAMED)
    seen = client.get(url("review")).context["confirm_form"]["seen"].value()
    Column.objects.filter(title="医疗信息").update(numbering="(33)")

    response = client.post(url("review"), {"seen": seen})

    assert response.status_code == 409
    assert AppliedTable.objects.count() == 1


def test_confirming_without_having_seen_is_refused(client: Client) -> None:
    upload(client, sample_table())

    assert client.post(url("review")).status_code == 409
    assert not AppliedTable.objects.exists()


def test_review_needs_a_token(office: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(office)

    assert client.post(url("review"), {"seen": "x"}).status_code == 403


def test_versions_are_listed_and_downloaded(applied: District, client: Client) -> None:
    assert "table.csv" in client.get(url("district")).content.decode()

    response = client.get(url("download"))

    assert response.content == sample_table()
    assert response.headers["Content-Disposition"] == 'attachment; filename="table.csv"'
    assert response.headers["Content-Type"] == "application/octet-stream"


def test_drift_screen(applied: District, client: Client) -> None:
    assert client.get(url("drift")).context["differences"] == []
    Column.objects.filter(title="教育信息").update(numbering="(9)")

    (difference,) = client.get(url("drift")).context["differences"]

    assert difference.code == "column-renumbered"


def test_district_without_home_is_told_so(client: Client, office: User) -> None:
    bare = make_district(slug="bare")
    person = make_person(Role.DISCLOSURE_OFFICE, district=bare)
    client.force_login(person)

    assert client.get(url("drift", "bare")).status_code == 200
    assert client.get(url("review", "bare")).status_code == 302
