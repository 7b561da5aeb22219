"""A draft of a letter tells the decision as it is, or says that it does not."""

import pytest
from wagtail.models import ModelLogEntry

from plugins.contrib.requests.domain.erasing import erase_case
from plugins.contrib.requests.domain.handling.deciding import draft_decision
from plugins.contrib.requests.domain.letters.drafting import approve_letter, change_letter, draft_letter, fill_letter
from plugins.contrib.requests.domain.letters.freshness import outdated_fields, snapshot_of
from plugins.contrib.requests.domain.letters.redrafting import (
    confirm_letter,
    former_texts,
    redraft_letter,
    restore_letter,
)
from plugins.contrib.requests.enums import EventKind, LetterState, Outcome
from plugins.contrib.requests.exceptions import CaseRefused

FORMER, NEW = "涉及甲公司的报价", "涉及乙公司的报价"


def decide(case, user, **said):
    given = {"outcome": Outcome.REFUSED_THIRD_PARTY, "reasons": FORMER, "basis": "第十五条", **said}
    return draft_decision(case=case, user=user, **given)


@pytest.fixture
def letter(wording, details, accepted, officer):
    decide(accepted, officer)
    return draft_letter(case=accepted, kind="refused_third_party", user=officer)


@pytest.fixture
def outdated(letter, officer):
    decide(letter.case, officer, reasons=NEW, basis="第十五条第一款")
    return letter


def test_letter_of_the_decision_as_it_is_passes(letter, office, officer):
    assert outdated_fields(letter) == []
    decide(letter.case, officer)  # the same once more
    assert approve_letter(letter=letter, user=office).state == LetterState.APPROVED


def test_letter_of_a_former_decision_names_what_is_otherwise_and_is_not_approved(outdated, office):
    assert outdated_fields(outdated) == ["决定理由", "法律依据"]
    with pytest.raises(CaseRefused, match="决定理由、法律依据"):
        approve_letter(letter=outdated, user=office)
    outdated.refresh_from_db()
    assert outdated.state == LetterState.DRAFT


def test_letter_drafted_anew_tells_the_new_decision_and_keeps_its_former_text(outdated, office, officer):
    former = outdated.body
    redrafted = redraft_letter(letter=outdated, user=officer, seen=outdated.version)
    assert (NEW in redrafted.body, FORMER in redrafted.body, outdated_fields(redrafted)) == (True, False, [])
    assert [text["body"] for text in former_texts(redrafted)] == [former]
    assert approve_letter(letter=redrafted, user=office).approved_by == office


def test_former_text_comes_back_and_is_out_of_date_again(outdated, officer):
    written = change_letter(letter=outdated, organ="甲局", title="答复", body="手写的一段", user=officer)
    redrafted = redraft_letter(letter=written, user=officer)
    restored = restore_letter(letter=redrafted, user=officer)
    assert (restored.body, outdated_fields(restored)) == ("手写的一段", ["决定理由", "法律依据"])
    assert [text["body"] for text in former_texts(restored)] == [redrafted.body]


def test_whoever_drafts_it_anew_does_not_approve_it(outdated, office, other_office):
    redrafted = redraft_letter(letter=outdated, user=office)
    with pytest.raises(CaseRefused):
        approve_letter(letter=redrafted, user=office)
    assert approve_letter(letter=redrafted, user=other_office).approved_by == other_office


def test_letter_is_confirmed_with_a_reason_for_the_log_of_the_case(outdated, office):
    confirm_letter(letter=outdated, reason="只改了引用的条款", user=office, against=snapshot_of(outdated.case))
    assert approve_letter(letter=outdated, user=office).state == LetterState.APPROVED
    note = outdated.case.events.filter(kind=EventKind.NOTE).get()
    assert ("只改了引用的条款" in note.text, note.by) == (True, office)
    lines = ModelLogEntry.objects.filter(action__startswith="gongkai.requests.")
    assert [line for line in lines if "只改了引用的条款" in str(line.data)] == []


@pytest.mark.parametrize(("said", "message"), [({"reason": " "}, "理由"), ({"reason": "x", "against": "{}"}, "重新拟")])
def test_letter_is_not_confirmed_without_a_reason_or_against_another_decision(outdated, office, said, message):
    with pytest.raises(CaseRefused, match=message):
        confirm_letter(letter=outdated, user=office, **said)
    assert outdated_fields(outdated) == ["决定理由", "法律依据"]


def test_letter_of_another_outcome_is_not_confirmed_and_becomes_its_letter(letter, office, officer):
    decide(letter.case, officer, outcome=Outcome.GRANTED, given="见附件")
    with pytest.raises(CaseRefused, match="重新起草"):
        confirm_letter(letter=letter, reason="x", user=office)
    redrafted = redraft_letter(letter=letter, user=officer)
    assert (redrafted.kind, "见附件" in redrafted.body) == ("granted", True)
    assert (restore_letter(letter=redrafted, user=officer).kind) == "refused_third_party"


def test_letter_that_was_read_otherwise_is_not_drafted_anew(outdated, officer):
    seen = outdated.version
    change_letter(letter=outdated, organ="甲局", title="答复", body="别人写的", user=officer)
    with pytest.raises(CaseRefused):
        redraft_letter(letter=outdated, user=officer, seen=seen)
    outdated.refresh_from_db()
    assert outdated.body == "别人写的"


def test_letter_begun_before_the_decision_tells_it_once_it_is_filled_in(wording, details, accepted, officer):
    begun = draft_letter(case=accepted, kind="refused_third_party", user=officer)
    decide(accepted, officer)
    assert outdated_fields(begun) == ["处理结果", "决定理由", "法律依据", "提供的内容或公开的位置"]
    filled = fill_letter(letter=begun, user=officer)
    assert (FORMER in filled.body, outdated_fields(filled)) == (True, [])


def test_letter_of_the_course_and_older_ones_are_never_out_of_date(letter, wording, officer):
    receipt = draft_letter(case=letter.case, kind="receipt", user=officer)
    letter.decision_told = ""
    letter.save()
    decide(letter.case, officer, reasons=NEW)
    assert (outdated_fields(receipt), outdated_fields(letter)) == ([], [])


def test_erased_case_keeps_no_former_text(outdated, officer):
    redraft_letter(letter=outdated, user=officer)
    erase_case(case=outdated.case)
    outdated.refresh_from_db()
    assert (outdated.former, outdated.decision_told, outdated.body) == ("", "", "")
