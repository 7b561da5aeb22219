"""Questions that tell people from machines."""

from __future__ import annotations

import re
import time

import pytest
from django.core import signing
from django.core.cache import cache

from plugins.contrib.requests.protection import questions
from plugins.contrib.requests.protection.captcha import (
    LASTS,
    SALT,
    SHORTEST,
    Verdict,
    _sealed,
    new_question,
    question_of,
    verdict_on,
)


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def asked():
    """A sum, its token of a minute ago, and its answer."""
    while True:
        question = new_question(now=time.time() - 60)
        numbers = re.fullmatch(r".*?([一二三四五六七八九十]+)(?:加| plus )([一二三四五六七八九十]+).*", question.text)
        if numbers:
            values = questions._data()["numbers"]
            return question, str(sum(values.index(number) for number in numbers.groups()))


def test_right_answer_counts_once(asked) -> None:
    question, answer = asked

    assert question_of(question.token) == question
    assert [verdict_on(question.token, answer) for _twice in range(2)] == [Verdict.RIGHT, Verdict.USED]
    assert question_of(question.token) is None


def test_wrong_answer_ends_the_question(asked) -> None:
    question, answer = asked

    assert verdict_on(question.token, "0") is Verdict.WRONG
    assert verdict_on(question.token, answer) is Verdict.USED


@pytest.mark.parametrize("harm", [lambda token: "", lambda token: token[:-1], lambda token: token.swapcase()])
def test_token_of_others_is_none(asked, harm) -> None:
    question, answer = asked

    assert verdict_on(harm(question.token), answer) is Verdict.EXPIRED


def test_question_has_its_time(asked) -> None:
    question, answer = asked
    at = signing.loads(question.token, salt=SALT)["at"]

    assert verdict_on(question.token, answer, now=at + LASTS + 1) is Verdict.EXPIRED
    assert verdict_on(question.token, answer, now=at + SHORTEST - 1) is Verdict.TOO_FAST
    assert verdict_on(question.token, answer, now=at + SHORTEST) is Verdict.RIGHT


def test_token_tells_no_answer(asked) -> None:
    question, answer = asked
    payload = signing.loads(question.token, salt=SALT)

    assert sorted(payload) == ["answers", "at", "number", "text"]
    assert answer not in payload["answers"]
    assert len({len(sealed) for sealed in payload["answers"]}) == 1


@pytest.mark.parametrize("kind", questions.KINDS)
def test_questions_are_many_and_hold_no_more_than_they_ask(kind) -> None:
    asked = [kind() for _each in range(200)]

    assert len({one.text for one in asked}) > 30
    assert all(one.answers and all(one.answers) for one in asked)


def test_answers_may_be_typed_as_people_type() -> None:
    assert len({_sealed("n", typed) for typed in ("12", "１２", " 12 ", "12。", "“12”")}) == 1
