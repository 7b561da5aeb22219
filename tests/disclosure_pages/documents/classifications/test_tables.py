"""The lists as tables: out and in again, and what stands against a row, named by row and heading."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cms.people.enums import Role
from cms.registers.domain.importing import plan_import
from cms.registers.domain.plan import Outcome
from cms.registers.sheets import read_sheet
from disclosure_pages.documents.classifications.resources import DocumentKindResource, TopicResource
from disclosure_pages.documents.models import DocumentKind, Topic
from tests.factories.people import make_person

from .conftest import LISTS, address, client_of

pytestmark = pytest.mark.django_db
RESOURCES = {DocumentKind: DocumentKindResource, Topic: TopicResource}
KINDS = "代码,上级代码,名称,法律性质,需要解读,排序,启用\n"


def plan(model: type[Any], text: str) -> Any:
    return plan_import(resource=RESOURCES[model](user=make_person(Role.SYSTEM_ADMINISTRATOR)), sheet=sheet(text))


def sheet(text: str) -> Any:
    return read_sheet(text.encode())


def upload(client: Client, text: str) -> Any:
    return client.post(address(DocumentKind, "import"), {"file": SimpleUploadedFile("kinds.csv", text.encode())})


@pytest.mark.parametrize("model", LISTS)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_export_comes_back_unchanged(keeper: Client, model: Any, form: str) -> None:
    content = keeper.get(f"{address(model)}?export={form}").content
    resource = RESOURCES[model](user=make_person(Role.SYSTEM_ADMINISTRATOR))
    rows = plan_import(resource=resource, sheet=read_sheet(content)).rows
    assert [row.outcome for row in rows] == [Outcome.UNCHANGED] * model.objects.count()


def test_table_is_previewed_and_imported(keeper: Client) -> None:
    text = (
        KINDS + "plans,,规划,其他文件,否,5,是\nplans-long,plans,远景规划,other,是,,是\nnotice,other,告知,other,否,,否\n"
    )
    preview = upload(keeper, text)
    assert (preview.status_code, DocumentKind.objects.filter(code="plans").exists()) == (200, False)
    position = DocumentKind.objects.get(code="notice").position
    [state] = re.findall(r'name="state" value="([^"]+)"', preview.content.decode())
    keeper.post(address(DocumentKind, "import"), {"state": state})
    part, notice = (DocumentKind.objects.get(code=code) for code in ("plans-long", "notice"))
    assert (part.parent.code, part.needs_interpretation, part.history.count()) == ("plans", True, 1)
    assert (notice.name, notice.is_active, notice.position) == ("告知", False, position)


@pytest.mark.parametrize(
    ("row", "heading"),
    [
        ("new,nowhere,新,other,否,1,是", "上级代码"),
        ("new,notice,新,other,否,1,是", "上级代码"),  # a third level
        ("other,rules,其他文件,other,否,1,是", "上级代码"),  # it has parts
        ("other,other,其他文件,other,否,1,是", "上级代码"),
        ("新,other,新,other,否,1,是", "代码"),
        ("new,other,,other,否,1,是", "名称"),
        ("new,other,通知,other,否,1,是", "名称"),
        ("new,other,新,法律,否,1,是", "法律性质"),
        ("new,other,新,other,或许,1,是", "需要解读"),
        ("new,other,新,other,否,-1,是", "排序"),
        ("new,other,新,other,否,99999999999,是", "排序"),
    ],
)
def test_problem_names_row_and_heading(row: str, heading: str) -> None:
    found = plan(DocumentKind, f"{KINDS}rules,,规章,rules,否,10,是\n{row}\n").problems
    assert [(problem.row, problem.heading) for problem in found] == [(3, heading)]
    assert all(problem.message and problem.remedy for problem in found)


def test_problems_can_be_downloaded(keeper: Client) -> None:
    preview = upload(keeper, KINDS + "new,notice,新,other,否,1,是\n")
    [state] = re.findall(r'name="state" value="([^"]+)"', preview.content.decode())
    report = keeper.post(address(DocumentKind, "import"), {"state": state, "report": "1"})
    assert [row.cells[:2] for row in read_sheet(report.content).rows] == [("2", "上级代码")]


@pytest.mark.parametrize("role", [Role.AUDIT_ADMINISTRATOR, Role.DISCLOSURE_OFFICE])
def test_others_import_nothing(role: str, db: None) -> None:
    from tests.factories.tenancy import make_district

    place = {"district": make_district()} if role == Role.DISCLOSURE_OFFICE else {}
    upload(client_of(make_person(role, **place)), KINDS + "plans,,规划,other,否,5,是\n")
    assert not DocumentKind.objects.filter(code="plans").exists()
