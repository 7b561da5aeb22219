"""Which wording holds for the letters of a district: its own, else its city's, else the standard one."""

from __future__ import annotations

from typing import Any, TypeAlias

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import City, District
from plugins.contrib.requests.enums import WordingLevel
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.letters.kinds import LETTER_KINDS
from plugins.contrib.requests.letters.standard import standard_letters
from plugins.contrib.requests.models import LetterTemplate

Owner: TypeAlias = "City | District"


def templates_of(owner: Owner) -> list[LetterTemplate]:
    """The wording that holds, one for each kind in the order of the kinds; unsaved ones have the standard wording.

    What a city has not approved yet does not reach its districts.
    """
    found = {}
    if isinstance(owner, District):
        approved = LetterTemplate.objects.filter(city=owner.city_id, approved_by__isnull=False)
        found = {template.kind: template for template in approved}
    found |= {template.kind: template for template in LetterTemplate.objects.filter(**_owned(owner))}
    return [found.get(kind) or standard_template(owner, kind) for kind, _label in LETTER_KINDS]


def template_of(owner: Owner, kind: str) -> LetterTemplate:
    """The wording of ``kind`` that holds; unsaved where nobody wrote any."""
    return next(template for template in templates_of(owner) if template.kind == kind)


def beneath(owner: Owner, kind: str) -> LetterTemplate:
    """What would hold if ``owner`` had no wording of its own: the city's, else the standard one."""
    upper = isinstance(owner, District) and template_of(owner.city, kind)
    return upper if upper and upper.approved_by_id else standard_template(owner, kind)


def level_of(template: LetterTemplate, owner: Owner) -> WordingLevel:
    """Where ``template``, which holds for ``owner``, comes from."""
    if template.city_id and isinstance(owner, District):
        return WordingLevel.CITY
    return WordingLevel.STANDARD if is_standard(template) else WordingLevel.OWN


def standard_template(owner: Owner, kind: str) -> LetterTemplate:
    letter = standard_letters()[kind]
    return LetterTemplate(kind=kind, title=letter.title, basis=letter.basis, body=letter.body, **_owned(owner))


def approved_kinds(district: District) -> frozenset[str]:
    """Kinds of letters that the district may write."""
    return frozenset(template.kind for template in templates_of(district) if template.approved_by_id)


@transaction.atomic
def write_template(*, owner: Owner, kind: str, title: str, basis: str, body: str, user: Any) -> LetterTemplate:
    """Change the wording; it waits for approval again. Raises ``ValidationError`` that names an unknown variable."""
    template = _own(owner, kind)
    template.title, template.basis, template.body = title.strip(), basis.strip(), body.replace("\r\n", "\n").strip()
    template.changed_by, template.approved_by = user, None
    template.full_clean(exclude=["city", "district"])
    template.save()
    log(template, "gongkai.requests.template_written", user=user)
    return template


@transaction.atomic
def approve_template(*, owner: Owner, kind: str, user: Any, seen: str | None = None) -> LetterTemplate:
    """Let ``owner`` use its wording, or the standard one. Wording that somebody changed is approved by another.

    ``seen`` is the ``version`` that was read: raises :class:`CaseRefused` for one that was changed since, or given up.
    """
    template = _own(owner, kind)
    if seen is not None and seen != template.version:
        raise CaseRefused(_("The wording was changed meanwhile. Read it as it is now, then approve it."))
    if template.pk and template.changed_by_id == user.pk and not is_standard(template):
        raise CaseRefused(_("You changed this wording; somebody else approves it."))
    template.approved_by = user
    template.save()
    log(template, "gongkai.requests.template_approved", user=user)
    return template


@transaction.atomic
def approve_standard(*, owner: Owner, user: Any) -> int:
    """Approve every letter that has the standard wording and is not approved yet; answers how many.

    Raises :class:`CaseRefused` for one that somebody changes meanwhile.
    """
    waiting = [one for one in templates_of(owner) if one.approved_by_id is None and is_standard(one)]
    for template in waiting:
        approve_template(owner=owner, kind=template.kind, user=user, seen=template.version)
    return len(waiting)


@transaction.atomic
def drop_template(*, owner: Owner, kind: str, user: Any) -> LetterTemplate:
    """Give up the owner's wording for the one beneath, which is answered; the versions are kept."""
    template = _own(owner, kind)
    if template.pk:
        log(template, "gongkai.requests.template_dropped", user=user)
        template.delete()
    return template_of(owner, kind)


def is_standard(template: LetterTemplate) -> bool:
    letter = standard_letters()[template.kind]
    return (template.title, template.basis, template.body) == (letter.title, letter.basis, letter.body)


def _own(owner: Owner, kind: str) -> LetterTemplate:
    """The row of ``owner``, locked; unsaved with the standard wording where there is none."""
    found = LetterTemplate.objects.select_for_update().filter(kind=kind, **_owned(owner)).first()
    return found or standard_template(owner, kind)


def _owned(owner: Owner) -> dict[str, Any]:
    return {"district" if isinstance(owner, District) else "city": owner}
