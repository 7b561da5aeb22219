"""Personal data goes when its time is over (Personal Information Protection Law, Art. 47); the figures stay.

What was counted stays countable: days, outcome, kind of applicant. Whatever is encrypted is emptied, in every model
that belongs to a case, and files are deleted.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Collection
from functools import partial
from typing import Any, Final

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import District
from plugins.contrib.requests.enums import CaseState, EventKind
from plugins.contrib.requests.models import Case, CaseEvent, Remedy, RetentionRule
from plugins.contrib.requests.protection.encryption import EncryptedTextField
from plugins.contrib.requests.querysets import CaseQuerySet

#: A case is over in these; decided and served ones are still at work.
OVER = (CaseState.CLOSED, CaseState.WITHDRAWN, CaseState.ABANDONED, CaseState.TRANSFERRED)
#: Not encrypted, but written by hand, so it may name somebody.
WRITTEN: Final = {
    "Decision": ("basis",),
    "Remedy": ("reference",),
    "Letter": ("title",),
}
#: Such as name an organ, and stay unless somebody wrote the applicant into them.
ORGANS: Final = {"Letter": ("organ",), "Remedy": ("organ",)}


def rule_of(district: District) -> RetentionRule:
    """The rule of ``district``, or the proposal that is not confirmed."""
    found: RetentionRule | None = RetentionRule.objects.filter(district=district).first()
    return found or RetentionRule(district=district)


def cases_to_erase(district: District, *, today: dt.date, years: int | None = None) -> CaseQuerySet:
    """Cases of which all ended longer ago than the rule says: what was asked, its desk's work, and every remedy.

    ``years`` are those of a rule that is not kept yet.
    """
    ended = Case.objects.filter(district=district, state__in=OVER, erased_at=None)
    before = _years_before(today, rule_of(district).years if years is None else years)
    old = ended.filter(concluded_on__lt=before).exclude(closed_on__gte=before)
    fresh = Remedy.objects.filter(Q(concluded_on=None) | Q(concluded_on__gte=before))
    found: CaseQuerySet = old.exclude(pk__in=fresh.values("case"))
    return found


@transaction.atomic
def erase_case(*, case: Case) -> Case:
    """Empty what is personal of one case; files go when the transaction is through."""
    Case.objects.select_for_update().get(pk=case.pk)
    row: Case = Case.objects.get(pk=case.pk)
    said = [row.name, row.representative]
    for name in _encrypted(row):
        setattr(row, name, "")
    row.title, row.document_number = _("(erased)"), ""
    row.tracking_digest = secrets.token_hex(32)
    row.mail_tracking_digest = row.contact_digest = row.applicant_digest = ""
    row.erased_at = timezone.now()
    row.save()
    for relation in Case._meta.related_objects:
        for part in relation.related_model._default_manager.filter(**{relation.field.name: row}):
            _erase_part(part, said)
    CaseEvent.objects.create(case=row, kind=EventKind.ERASED, day=timezone.localdate(), state_after=row.state)
    log(row, "gongkai.requests.erased")
    return row


def erase_old(*, district: District, today: dt.date) -> int:
    """All that the confirmed rule of ``district`` says; nothing while it is not confirmed."""
    if not rule_of(district).is_confirmed:
        return 0
    return sum(_erase_if_still_old(case, today) for case in cases_to_erase(district, today=today))


@transaction.atomic
def _erase_if_still_old(case: Case, today: dt.date) -> bool:
    """Asked again under the lock: a remedy may have been recorded since, and nothing brings back what is erased."""
    Case.objects.select_for_update().get(pk=case.pk)
    if not cases_to_erase(case.district, today=today).filter(pk=case.pk).exists():
        return False
    erase_case(case=case)
    return True


def _erase_part(part: models.Model, said: Collection[str]) -> None:
    names = [field.name for field in part._meta.fields if isinstance(field, models.FileField)]
    for file in filter(None, (getattr(part, name) for name in names)):
        transaction.on_commit(partial(file.storage.delete, file.name))
    names += [*_encrypted(part), *WRITTEN.get(type(part).__name__, ()), *_naming(part, said)]
    for name in names:
        setattr(part, name, "")
    if names:
        part.save(update_fields=names)


def _naming(part: models.Model, said: Collection[str]) -> list[str]:
    """Fields for organs that hold what the applicant ``said`` of who they are."""
    names = ORGANS.get(type(part).__name__, ())
    return [name for name in names if any(one and one in getattr(part, name) for one in said)]


def _encrypted(part: models.Model) -> list[str]:
    return [field.name for field in part._meta.fields if isinstance(field, EncryptedTextField)]


def _years_before(day: dt.date, years: int) -> dt.date:
    year = max(day.year - years, 1)
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28)


def keep_rule(*, district: District, years: int, is_confirmed: bool, user: Any) -> RetentionRule:
    """Say for how long ``district`` keeps personal data."""
    given = {"years": years, "is_confirmed": is_confirmed}
    rule, _is_new = RetentionRule.objects.update_or_create(district=district, defaults=given)
    log(rule, "gongkai.requests.rule_kept", user=user, data=given)
    return rule
