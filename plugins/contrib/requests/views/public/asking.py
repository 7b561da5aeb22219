"""The question for people below a form, and what is said of its answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from plugins.contrib.requests.protection.captcha import (
    Question,
    Verdict,
    new_question,
    question_of,
    verdict_on,
)

TRAP = "homepage"


@dataclass(frozen=True)
class Asking:
    """A question as a form shows it, with what was wrong about the last answer."""

    question: Question
    answer: str = ""
    error: str = ""

    @classmethod
    def anew(cls, error: str = "") -> Asking:
        """Another question."""
        return cls(new_question(), error=error)

    @classmethod
    def answered(cls, sent: QueryDict) -> Asking:
        """Judge what was sent; without an ``error`` the question is used up, and the act may be done once."""
        token, answer = sent.get("question", ""), sent.get("answer", "")[:40]
        verdict = verdict_on(token, answer)
        if sent.get(TRAP):
            return cls.anew(_("A field that people do not see was filled in. Please leave it empty and answer again."))
        if verdict is Verdict.TOO_FAST:
            same = question_of(token) or new_question()
            return cls(same, answer, _("That was faster than people read. Wait a moment and send it again."))
        if verdict is Verdict.RIGHT:
            return cls(Question("", token), answer)
        if verdict is Verdict.WRONG:
            return cls.anew(_("That is not the answer. Here is another question."))
        return cls.anew(_("The question was too old or answered before. If you have a receipt, it has been sent."))
