"""By which rule a district asks for fees: its own, else the assumption of the clock."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from plugins.api import District
from plugins.contrib.requests.models import FeeRule

FIELDS = ("days", "effect", "basis")


def fee_rule_of(district: District) -> FeeRule:
    """Unsaved, with what is assumed, where the district has set none."""
    found: FeeRule | None = FeeRule.objects.filter(district=district).first()
    return found or FeeRule(district=district)


@transaction.atomic
def keep_fee_rule(*, district: District, user: Any, **given: Any) -> FeeRule:
    """Set it (``days``, ``effect``, ``basis``) for fees that are asked for from now on; the log has both versions."""
    rule = FeeRule.objects.select_for_update().filter(district=district).first()
    before = {name: getattr(rule, name) for name in FIELDS} if rule else None
    rule = rule or FeeRule(district=district)
    for name, value in given.items():
        setattr(rule, name, value)
    rule.full_clean()
    rule.save()
    after = {name: getattr(rule, name) for name in FIELDS}
    log(rule, "gongkai.requests.fee_rule_kept", user=user, data={"before": before, "after": after})
    return rule
