"""The texts of a report: parts one, five and six, and the evaluations of part one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from plugins.contrib.annual_report.enums import Act
from plugins.contrib.annual_report.models import Evaluation, Report

from .holding import hold

TEXTS = ("overview", "problems", "other")


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Who evaluated, and what they found."""

    kind: str
    evaluator: str
    result: str


@transaction.atomic
def write_texts(*, report: Report, texts: Mapping[str, str], evaluations: Sequence[Evaluated], user: Any) -> Report:
    """Write the texts (``overview``, ``problems``, ``other``) and all evaluations; raises :class:`ReportRefused`."""
    held, _transition = hold(report, Act.FILL, user)
    for name in TEXTS:
        setattr(held, name, texts.get(name, "").strip())
    held.save(update_fields=TEXTS)
    held.evaluations.all().delete()
    rows = [
        Evaluation(report=held, position=place, kind=one.kind, evaluator=one.evaluator, result=one.result)
        for place, one in enumerate(evaluations)
    ]
    Evaluation.objects.bulk_create(rows)
    log(held, "gongkai.annual.texts_changed", user=user)
    return held
