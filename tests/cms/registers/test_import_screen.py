"""Upload → preview → confirm over HTTP."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cms.people.enums import Role
from cms.registers.sheets import read_sheet
from cms.tenancy.models import Unit
from tests.factories.people import make_person, make_superuser
from tests.factories.tenancy import make_unit

from .conftest import address, client_of

TABLE = "区县标识,单位代码,单位名称\njia,c1,丙局\n"


@pytest.fixture
def client(jia):
    return client_of(make_person(Role.DISCLOSURE_OFFICE, "office", district=jia["district"]))


def upload(client, content, name="units.csv", register="unit"):
    data = content if isinstance(content, bytes) else content.encode()
    return client.post(address(register, "import"), {"file": SimpleUploadedFile(name, data)})


def state_of(response):
    [state] = re.findall(r'name="state" value="([^"]+)"', response.content.decode())
    return state


def test_preview_then_confirm_imports(client):
    preview = upload(client, TABLE)
    assert (preview.status_code, Unit.objects.filter(code="c1").exists()) == (200, False)
    response = client.post(address("unit", "import"), {"state": state_of(preview)})
    assert response.url == address("unit")
    unit = Unit.objects.get(code="c1")
    assert (unit.name, unit.history.get().history_user.username) == ("丙局", "office")


def test_gb18030_table_is_imported(client):
    preview = upload(client, TABLE.encode("gb18030"))
    client.post(address("unit", "import"), {"state": state_of(preview)})
    assert Unit.objects.get(code="c1").name == "丙局"


def test_errors_are_shown_and_can_be_downloaded(client):
    preview = upload(client, "区县标识,单位代码,单位名称\nyi,c1,丙局\njia,c2,\n")
    assert preview.status_code == 400
    report = client.post(address("unit", "import"), {"state": state_of(preview), "report": "1"})
    assert [row.cells[:2] for row in read_sheet(report.content).rows] == [("2", "区县标识"), ("3", "单位名称")]


def test_table_with_errors_is_never_applied(client):
    preview = upload(client, "区县标识,单位代码,单位名称\njia,c1,丙局\njia,c2,\n")
    client.post(address("unit", "import"), {"state": state_of(preview)})
    assert not Unit.objects.filter(code="c1").exists()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04", "标题,别的\n1,2\n".encode(), b"\x00" * 10])
def test_bad_file_answers_400_with_a_message(client, content):
    response = upload(client, content, "units.xlsx")
    assert response.status_code == 400
    assert "error-message" in response.content.decode() or "w-field__errors" in response.content.decode()


def test_register_that_changed_since_the_preview_is_left_alone(client, jia):
    preview = upload(client, TABLE)
    make_unit(jia["district"], code="c1", name="别的局")
    response = client.post(address("unit", "import"), {"state": state_of(preview)})
    assert response.status_code == 200
    assert Unit.objects.get(code="c1").name == "别的局"


def test_preview_of_another_person_or_register_is_not_taken(client):
    state = state_of(upload(client_of(make_superuser()), TABLE))
    mine = state_of(upload(client, TABLE))
    for register, value in (("unit", state), ("unitalias", mine), ("unit", mine + "x"), ("unit", "")):
        assert client.post(address(register, "import"), {"state": value}).status_code == 400
    assert not Unit.objects.filter(code="c1").exists()
