"""The texts of a report: parts one, five and six, and the evaluations of part one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.contrib.annual_report.enums import Act
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Evaluation, Report

from .holding import hold

TEXTS = ("overview", "problems", "other")


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Who evaluated, and what they found."""

    kind: str
    evaluator: str
    result: str


def texts_digest(report: Report) -> str:
    """A short text that changes when somebody writes something else."""
    kept = Report.objects.values_list(*TEXTS).get(pk=report.pk)
    rows = report.evaluations.values_list("kind", "evaluator", "result")
    return hashlib.sha256(repr((kept, list(rows))).encode()).hexdigest()[:16]


@transaction.atomic
def write_texts(
    *,
    report: Report,
    texts: Mapping[str, str],
    evaluations: Sequence[Evaluated] | None = None,
    user: Any,
    seen: str | None = None,
) -> Report:
    """Write the texts (``overview``, ``problems``, ``other``) and all evaluations; what is not given stays.

    Raises :class:`ReportRefused`, also when somebody else wrote something since ``seen``, see :func:`texts_digest`.
    """
    held, _transition = hold(report, Act.FILL, user)
    if seen is not None and seen != texts_digest(held):
        raise ReportRefused(
            _("Somebody else has changed the texts meanwhile. Compare them with yours, then save again.")
        )
    for name in TEXTS:
        setattr(held, name, texts.get(name, getattr(held, name)).strip())
    held.save(update_fields=TEXTS)
    if evaluations is not None:
        _replace(held, evaluations)
    log(held, "gongkai.annual.texts_changed", user=user)
    return held


def _replace(report: Report, evaluations: Sequence[Evaluated]) -> None:
    report.evaluations.all().delete()
    rows = [
        Evaluation(report=report, position=place, kind=one.kind, evaluator=one.evaluator, result=one.result)
        for place, one in enumerate(evaluations)
    ]
    Evaluation.objects.bulk_create(rows)
