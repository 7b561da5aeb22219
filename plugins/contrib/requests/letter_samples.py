"""Samples for the demo: what letters print, letters in each state, and a file of which a part is taken out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from plugins.api import District, Role, people_with_role

from .domain.letters import drafting, wording
from .domain.letters.details import details_of, keep_details
from .domain.redacting import add_source, redact_file
from .enums import FileKind, LetterState
from .models import Case
from .redaction import WordMark

_SAMPLES = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))


def prepare_letters(district: District, officer: Any, office: Any) -> None:
    """What letters print, and their wording: one of the city, the standard for the rest."""
    if details_of(district).pk is None:
        names = {"district": district.name, "city": district.city.name}
        details = {name: text.format(**names) for name, text in _SAMPLES["details"].items()}
        keep_details(district=district, user=office, **details)
    of_city = _SAMPLES["city_wording"]
    if wording.template_of(district.city, of_city["kind"]).pk is None:
        wording.write_template(owner=district.city, user=officer, **of_city)
        auditor = people_with_role(Role.CITY_AUDITOR, city=district.city).first()
        wording.approve_template(owner=district.city, kind=of_city["kind"], user=auditor or office)
    wording.approve_standard(owner=district, user=office)


@transaction.atomic
def make_letter_samples(*, district: District) -> None:
    """Make them with the cases of ``samples``, each once."""
    officer = people_with_role(Role.REQUEST_OFFICER).filter(memberships__unit__district=district).first()
    office = people_with_role(Role.DISCLOSURE_OFFICE, district=district).first()
    cases = {case.title: case for case in Case.objects.filter(district=district)}
    case = cases.get(_SAMPLES["source"]["case"])
    if case and not case.files.filter(kind=FileKind.REDACTED).exists():
        _redact(case, _SAMPLES["source"], officer)
    for sample in _SAMPLES["letters"]:
        if (case := cases.get(sample["case"])) and not case.letters.filter(kind=sample["kind"]).exists():
            _write(case, sample, officer, office)


def _redact(case: Case, sample: Mapping[str, Any], officer: Any) -> None:
    upload = ContentFile(sample["text"].encode(), name=sample["name"])
    source = add_source(case=case, upload=upload, user=officer)
    marks = [WordMark(words, reason) for words, reason in sample["marks"].items()]
    redact_file(source=source, marks=marks, user=officer)


def _write(case: Case, sample: Mapping[str, Any], officer: Any, office: Any) -> None:
    """Up to the state ``until``."""
    letter = drafting.draft_letter(case=case, kind=sample["kind"], user=officer)
    if sample["until"] != LetterState.DRAFT:
        letter = drafting.approve_letter(letter=letter, user=office)
    if sample["until"] == LetterState.ISSUED:
        drafting.issue_letter(letter=letter, user=officer)
