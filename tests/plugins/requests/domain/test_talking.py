import datetime as dt

import pytest
from wagtail.models import ModelLogEntry

from plugins.contrib.requests.domain.handling.remedies import conclude_remedy, record_remedy
from plugins.contrib.requests.domain.handling.talking import supplement_case, write_message, write_note
from plugins.contrib.requests.enums import EventKind, RemedyKind, RemedyResult
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import CaseEvent

DAY = dt.date(2026, 3, 2)


def test_notes_are_for_the_desk(accepted, officer):
    assert write_note(case=accepted, text="电话联系过", user=officer).text == "电话联系过"
    with pytest.raises(CaseRefused):
        write_note(case=accepted, text="我来写", user=None)


def test_both_sides_write(accepted, officer):
    write_message(case=accepted, text="请问进度？", user=None)
    write_message(case=accepted, text="正在办理。", user=officer)
    supplement_case(case=accepted, text="只要2025年的", user=None)

    said = CaseEvent.objects.filter(case=accepted, kind__in=(EventKind.MESSAGE, EventKind.SUPPLEMENTED)).order_by("pk")
    assert [(one.text, one.by) for one in said] == [
        ("请问进度？", None),
        ("正在办理。", officer),
        ("只要2025年的", None),
    ]


def test_log_names_acts_and_no_texts(accepted, officer):
    write_note(case=accepted, text="申请人住某街道", user=officer)

    entry = ModelLogEntry.objects.filter(action="gongkai.requests.note").get()
    assert (entry.label, entry.user, entry.data) == (accepted.number, officer, {"state": "accepted"})


def test_remedy_is_recorded_and_concluded(accepted, officer):
    given = {"kind": RemedyKind.RECONSIDERATION, "organ": "市政府", "filed_on": DAY}
    made = record_remedy(case=accepted, user=officer, reference=" 长政复〔2026〕9号", **given)
    assert (made.reference, made.result, made.concluded_on) == ("长政复〔2026〕9号", RemedyResult.PENDING, None)

    result = {"result": RemedyResult.CORRECTED, "concluded_on": dt.date(2026, 4, 1)}
    assert conclude_remedy(remedy=made, user=officer, **result).result == RemedyResult.CORRECTED
    with pytest.raises(CaseRefused):
        conclude_remedy(remedy=made, user=officer, **result)


def test_remedy_ends_after_it_began(accepted, officer):
    made = record_remedy(case=accepted, user=officer, kind=RemedyKind.LITIGATION_DIRECT, organ="法院", filed_on=DAY)
    with pytest.raises(CaseRefused):
        conclude_remedy(remedy=made, result=RemedyResult.UPHELD, concluded_on=dt.date(2026, 3, 1), user=officer)
    with pytest.raises(CaseRefused):
        conclude_remedy(remedy=made, result=RemedyResult.PENDING, concluded_on=DAY, user=officer)
