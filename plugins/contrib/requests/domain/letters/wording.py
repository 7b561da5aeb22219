"""The wording that a district uses for its letters."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import District
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.letters.kinds import LETTER_KINDS
from plugins.contrib.requests.letters.standard import standard_letters
from plugins.contrib.requests.models import LetterTemplate


def templates_of(district: District) -> list[LetterTemplate]:
    """One for each kind of letter, in the order of the kinds; unsaved ones have the standard wording."""
    written = {template.kind: template for template in LetterTemplate.objects.filter(district=district)}
    return [written.get(kind) or standard_template(district, kind) for kind, _label in LETTER_KINDS]


def template_of(district: District, kind: str) -> LetterTemplate:
    """The district's wording, else the standard one, unsaved."""
    found = LetterTemplate.objects.filter(district=district, kind=kind).first()
    return found or standard_template(district, kind)


def standard_template(district: District, kind: str) -> LetterTemplate:
    letter = standard_letters()[kind]
    return LetterTemplate(district=district, kind=kind, title=letter.title, basis=letter.basis, body=letter.body)


def approved_kinds(district: District) -> frozenset[str]:
    """Kinds of letters that the district may write."""
    approved = LetterTemplate.objects.filter(district=district, approved_by__isnull=False)
    return frozenset(approved.values_list("kind", flat=True))


@transaction.atomic
def write_template(*, template: LetterTemplate, title: str, basis: str, body: str, user: Any) -> LetterTemplate:
    """Change the wording; it waits for approval again. Raises ``ValidationError`` that names an unknown variable."""
    template.title, template.basis, template.body = title.strip(), basis.strip(), body.replace("\r\n", "\n").strip()
    template.changed_by, template.approved_by = user, None
    template.full_clean()
    template.save()
    log(template, "gongkai.requests.template_written", user=user)
    return template


@transaction.atomic
def approve_template(*, template: LetterTemplate, user: Any) -> LetterTemplate:
    """The disclosure office lets its district use this wording. One that somebody changed is approved by another."""
    if template.pk and template.changed_by_id == user.pk and not is_standard(template):
        raise CaseRefused(_("You changed this wording; somebody else of the disclosure office approves it."))
    template.approved_by = user
    template.save()
    log(template, "gongkai.requests.template_approved", user=user)
    return template


@transaction.atomic
def approve_standard(*, district: District, user: Any) -> int:
    """Approve every letter that has the standard wording and is not approved yet; answers how many."""
    waiting = [one for one in templates_of(district) if one.approved_by_id is None and is_standard(one)]
    for template in waiting:
        approve_template(template=template, user=user)
    return len(waiting)


def is_standard(template: LetterTemplate) -> bool:
    letter = standard_letters()[template.kind]
    return (template.title, template.basis, template.body) == (letter.title, letter.basis, letter.body)
