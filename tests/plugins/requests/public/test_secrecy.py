"""Nobody who has no case to handle learns anything: not by guessing, from a dump, a disk, a log, a mail or a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plugins.contrib.requests.domain.finding import find_case
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.protection.tracking import new_code, normalised
from tests.canary.crawler import crawl

from .walking import MAIL, PERSONAL, PHONE, applied, check, reader

STATUS = "/jia/requests/status/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
DIGEST = re.compile(r"[0-9a-f]{64}")
ATTACHMENT = "金丝雀附件全文"
pytestmark = pytest.mark.django_db


@pytest.fixture
def code(district) -> str:
    return applied(reader(), attachments=[SimpleUploadedFile("金丝雀证明.txt", ATTACHMENT.encode())])


def wrong(code: str) -> dict[str, tuple[str, str]]:
    """Three ways to be wrong, alike in length."""
    return {"code": (new_code(), PHONE), "contact": (code, "13900000000"), "both": (new_code(), "13900000000")}


def without(html: str, *typed: str) -> str:
    """A page without what the reader typed himself, and without the token of its form."""
    for one in typed:
        html = html.replace(one, "")
    return TOKEN.sub("", html)


def words(code: str) -> list[str]:
    return [*PERSONAL.values(), ATTACHMENT, "金丝雀证明", code, normalised(code), code.lower()]


def everything() -> str:
    """All rows of all tables, as they are stored."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = []
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  (names from the database)
            found += [str(row) for row in cursor.fetchall()]
    return "\n".join(found)


def test_whatever_is_wrong_the_answer_is_the_same(code) -> None:
    tried = wrong(code).values()
    answers = [reader().post(STATUS, {"code": one, "contact": two}) for one, two in tried]
    bodies = [answer.content.decode() for answer in answers]

    assert {answer.status_code for answer in answers} == {200}
    assert len({len(answer.content) for answer in answers}) == 1
    assert len({frozenset(answer.headers) for answer in answers}) == 1
    assert len({without(body, *typed) for body, typed in zip(bodies, tried, strict=True)}) == 1


def test_whatever_is_wrong_the_queries_are_the_same(code) -> None:
    statements: list[str] = []
    for one, two in wrong(code).values():
        with CaptureQueriesContext(connection) as queries:
            assert find_case(code=one, contact=two, districts=[1, 2]) is None
        statements += [DIGEST.sub("", query["sql"]) for query in queries]

    assert len(statements) == 3
    assert len(set(statements)) == 1


@pytest.mark.parametrize("contact", [PHONE, MAIL])
def test_many_guesses_find_nothing(code, contact) -> None:
    districts = [Case.objects.get().district_id]

    assert not any(find_case(code=new_code(), contact=contact, districts=districts) for _each in range(2000))
    assert find_case(code=code, contact=contact, districts=districts)


def test_guessing_is_slowed_down(code) -> None:
    client = reader()
    statuses = [client.post(STATUS, {"code": new_code(), "contact": PHONE}).status_code for _each in range(41)]

    assert statuses == [200] * 40 + [429]
    assert client.post(STATUS, {"code": code, "contact": PHONE}).status_code == 429


def test_dump_of_the_database_tells_nothing(code) -> None:
    dump = everything()

    assert "道路维修合同" in dump  # the dump is one
    assert [word for word in words(code) if word in dump] == []


def test_disk_tells_nothing(code) -> None:
    files = [path for path in Path(settings.DATA_DIR, "requests").rglob("*") if path.is_file()]

    assert files
    assert [path for path in files if any(word.encode() in path.read_bytes() for word in words(code))] == []
    assert [path for path in files if "金丝雀" in str(path)] == []


def test_logs_and_mails_tell_nothing(district, caplog, capfd) -> None:
    client = reader()
    code = applied(client)
    client.post(STATUS, {"code": code, "contact": PHONE})
    check(client, "/jia/requests/apply/", phone="")
    out, err = capfd.readouterr()
    said = "\n".join([out, err, caplog.text, *(str(message.message()) for message in mail.outbox)])

    assert [word for word in words(code) if word in said] == []


def test_public_pages_tell_nothing(code) -> None:
    found = crawl("/jia/requests/", "/requests/")

    assert "/jia/requests/status/" in found.read
    assert {word: found.saying(word) for word in words(code) if found.saying(word)} == {}


def test_names_of_a_case_tell_nothing(code) -> None:
    case = Case.objects.get()
    texts = [str(case), repr(case), *(f"{row}{row!r}" for row in (*case.files.all(), *case.events.all()))]

    assert [word for word in words(code) if any(word in text for text in texts)] == []
