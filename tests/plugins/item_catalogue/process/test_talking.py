"""Suggested wordings and comments."""

import pytest

from plugins.contrib.item_catalogue.domain.process.talking import answer_suggestion, comment_on, suggest_wording
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Comment, Suggestion
from plugins.contrib.item_catalogue.process.states import Act, Answer

from .walking import accept_all, do, entry_of, item_of, seen, settle, states


@pytest.fixture
def submitted(assignment, office):
    do(assignment, Act.SUBMIT, office)
    return assignment


def suggest(assignment, user, text="3个工作日内", column=Column.LIMIT):
    return suggest_wording(
        assignment=assignment, identity=item_of(assignment).identity, column=column, text=text, user=user
    )


def answer(assignment, suggestion, user, *, is_taken):
    given = {"is_taken": is_taken, "user": user, "seen": seen(assignment)}
    return answer_suggestion(assignment=assignment, number=suggestion.pk, **given)


@pytest.mark.parametrize(
    ("is_taken", "limit", "kept"), [(True, "3个工作日内", Answer.TAKEN), (False, "20个工作日内", Answer.DECLINED)]
)
def test_answer(submitted, office, auditor, is_taken, limit, kept):
    suggestion = suggest(submitted, auditor)
    answer(submitted, suggestion, office, is_taken=is_taken)

    suggestion.refresh_from_db()
    assert (entry_of(submitted).limit, suggestion.answer, states(submitted)["甲"]) == (limit, kept, "submitted")
    with pytest.raises(ItemsRefused):
        answer(submitted, suggestion, office, is_taken=True)


def test_taken_wording_is_read_anew(submitted, office, auditor):
    answer(submitted, suggest(submitted, auditor), office, is_taken=True)

    assert item_of(submitted).limit_number == 3


def test_second_suggestion_replaces_the_first(submitted, auditor):
    suggest(submitted, auditor, "一")
    suggest(submitted, auditor, "二")

    assert list(Suggestion.objects.values_list("text", "answer")) == [("二", Answer.OPEN)]


def test_accepting_ends_open_suggestions(submitted, auditor):
    suggest(submitted, auditor)
    do(submitted, Act.ACCEPT, auditor)

    assert Suggestion.objects.get().answer == Answer.DROPPED


@pytest.mark.parametrize(
    ("column", "text"), [(Column.LIMIT, "20个工作日内"), (Column.LIMIT, " "), (Column.CHANNEL, "政府网站")]
)
def test_suggestion_without_sense(submitted, auditor, column, text):
    with pytest.raises(ItemsRefused):
        suggest(submitted, auditor, text, column)


@pytest.mark.parametrize(
    ("column", "longest"), [(Column.NUMBER, 40), (Column.FIRST, 300), (Column.SECOND, 300), (Column.CONTENT, 10_000)]
)
def test_suggestion_fits_in(submitted, office, auditor, column, longest):
    with pytest.raises(ItemsRefused, match=str(longest)):
        suggest(submitted, auditor, "长" * (longest + 1), column)
    made = suggest(submitted, auditor, "长" * longest, column)
    Suggestion.objects.update(text="长" * (longest + 1))

    with pytest.raises(ItemsRefused, match=str(longest)):
        answer(submitted, made, office, is_taken=True)


def test_suggested_name_is_one_line(submitted, auditor):
    assert suggest(submitted, auditor, "养老\n机构", Column.SECOND).text == "养老机构"


def test_common_element_is_not_suggested_to_the_district(submitted, office, auditor):
    accept_all(submitted, office, auditor)
    settle(submitted, auditor, Column.CONTENT)

    with pytest.raises(ItemsRefused):
        suggest(submitted, auditor, "别的", Column.CONTENT)
    assert suggest(submitted, auditor, "5个工作日内").pk


def test_each_side_keeps_to_its_part(submitted, office, auditor):
    with pytest.raises(ItemsRefused):
        suggest(submitted, office)
    suggestion = suggest(submitted, auditor)
    with pytest.raises(ItemsRefused):
        answer(submitted, suggestion, auditor, is_taken=True)


def test_both_sides_comment(assignment, office, auditor):
    for user, text in ((auditor, "请补充\x00依据"), (office, "已补充")):
        comment_on(assignment=assignment, identity=item_of(assignment).identity, text=text, user=user)

    assert list(Comment.objects.values_list("by", "text")) == [(auditor.pk, "请补充依据"), (office.pk, "已补充")]
    for blank in (" ", "\x00"):
        with pytest.raises(ItemsRefused):
            comment_on(assignment=assignment, identity=item_of(assignment).identity, text=blank, user=office)
