"""After a case has gone its whole way, no table and no file says anything of its applicant in the clear."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils import timezone

from plugins.contrib.requests.domain.fees import ask_fee, record_payment
from plugins.contrib.requests.domain.handling.consulting import ask_opinion, record_answer
from plugins.contrib.requests.domain.handling.deciding import draft_decision
from plugins.contrib.requests.domain.handling.extending import extend_deadline
from plugins.contrib.requests.domain.handling.receiving import accept_case, receive_case
from plugins.contrib.requests.domain.handling.remedies import conclude_remedy, record_remedy
from plugins.contrib.requests.domain.handling.talking import supplement_case, write_message, write_note
from plugins.contrib.requests.domain.letters.drafting import change_letter, draft_letter
from plugins.contrib.requests.domain.letters.wording import approve_standard
from plugins.contrib.requests.domain.redacting import redact_file
from plugins.contrib.requests.domain.revealing import note_access
from plugins.contrib.requests.domain.submitting import GivenFile, add_files, submit_case
from plugins.contrib.requests.enums import ConsultationKind, FileKind, Outcome, Position, RemedyKind, RemedyResult
from plugins.contrib.requests.fees import fee_by_pages
from plugins.contrib.requests.models import CaseEvent, DataAccess, Remedy
from plugins.contrib.requests.redaction import WordMark
from tests.plugins.requests.public.walking import APPLICATION, PERSONAL

WORDS = {**PERSONAL, "attachment": "金丝雀附件全文", "third party": "金丝雀第三方公司"}
SAID = f"{WORDS['name']}，{WORDS['phone']}，{WORDS['email']}，{WORDS['address']}，{WORDS['identity_number']}"
MIGRATION = import_module("plugins.contrib.requests.migrations.0015_encrypt_hand_written")


def dump():
    """All rows of all tables as they are stored, with what JSON writes as escapes."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  (names from the database)
            found += [str(row) for row in cursor.fetchall()]
    plain = "\n".join(found)
    return plain + re.sub(r"\\+u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), plain)


@pytest.fixture
def came(district, unit, officer):
    file = GivenFile("金丝雀证明.txt", f"{WORDS['attachment']}：{SAID}".encode())
    case = submit_case(
        district=district, unit=unit, answers={**APPLICATION, "asks_fee_reduction": True}, files=[file]
    ).case
    today = timezone.localdate()
    case = receive_case(case=case, arrived_on=today, confirmed_on=today, user=officer)
    return accept_case(case=case, user=officer)


@pytest.fixture
def whole(came, officer, office):
    """Everybody writes the applicant's name wherever something can be written."""
    today = timezone.localdate()
    for write in (write_note, write_message, supplement_case):
        write(case=came, text=SAID, user=officer)
    asked = ask_opinion(case=came, kind=ConsultationKind.THIRD_PARTY, name=WORDS["third party"], user=officer)
    record_answer(case=came, consultation=asked.pk, position=Position.AGREES, reason=SAID, user=officer)
    extend_deadline(case=came, days=5, reason=SAID, user=office)
    notice = ask_fee(case=came, fee=fee_by_pages(pages=40), quantity=40, user=officer)
    record_payment(notice=notice, user=officer)
    approve_standard(owner=came.district, user=office)
    letter = draft_letter(case=came, kind="granted", user=officer)
    change_letter(letter=letter, organ=letter.organ, title=letter.title, body=SAID, user=officer)
    source = add_files(case=came, kind=FileKind.SOURCE, files=[GivenFile("金丝雀.txt", SAID.encode())], by=officer)[0]
    redact_file(source=source, marks=[WordMark(WORDS["name"], "refused_third_party")], user=officer)
    draft_decision(case=came, outcome=Outcome.GRANTED, reasons=SAID, basis="第三十六条", user=officer)
    note_access(case=came, what="identity_number", purpose=f"核对{WORDS['name']}", user=officer)
    remedy = record_remedy(
        case=came, kind=RemedyKind.RECONSIDERATION, organ="市政府", filed_on=today, note=SAID, user=officer
    )
    conclude_remedy(remedy=remedy, result=RemedyResult.UPHELD, concluded_on=today, note=SAID, user=officer)
    return came


def test_no_table_holds_a_word_of_the_applicant(whole):
    tables = dump()
    assert ("道路维修合同" in tables, f"{whole.number}" in tables, "refused_third_party" in tables) == (True,) * 3
    assert {what: word for what, word in WORDS.items() if word in tables} == {}
    assert "金丝雀" not in tables


def test_officers_read_all_of_it(whole):
    """Else the dump would be empty of words because nothing was kept."""
    texts = set(CaseEvent.objects.filter(case=whole).values_list("text", flat=True))
    assert SAID in texts
    assert (Remedy.objects.get().note, DataAccess.objects.get().purpose) == (f"{SAID}\n{SAID}", "核对金丝雀刘小明")


def test_no_file_of_the_case_holds_a_word_of_the_applicant(whole):
    files = [path for path in Path(settings.DATA_DIR, "requests").rglob("*") if path.is_file()]
    assert len(files) >= whole.files.count() == 3
    assert [path for path in files for word in WORDS.values() if word.encode() in path.read_bytes()] == []


def test_former_hand_writing_becomes_tokens_and_can_go_back(whole):
    before = Remedy.objects.get().note
    schema = type("Schema", (), {"connection": connection})()

    MIGRATION.decrypt(apps, schema)
    assert "金丝雀" in dump()
    MIGRATION.encrypt(apps, schema)
    assert "金丝雀" not in dump()
    assert Remedy.objects.get().note == before
