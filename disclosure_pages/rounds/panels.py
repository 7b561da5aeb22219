"""Piles of this room on the desk."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disclosure_pages.dashboard.desk import ROWS, Desk, Pile
from disclosure_pages.dashboard.panels import DeskPanel

from .domain.expiring import as_expiring, expiring_in_view_of
from .models import CatalogueEntry, ExpiryDays, ReexaminationItem, ReviewRound, RoundUnit
from .rules import OFFICE_ROLES, SECRECY_ROLES

CACHE = "_gongkai_round_piles"


class RoundsPanel(DeskPanel):
    """Shared look of the piles of this room. Each is looked up once a request, for its panel and for its count."""

    @property
    def rows_template(self) -> str:
        return f"gongkai_rounds/desk/{self.name}.html"

    def pile(self, desk: Desk) -> Pile | None:
        kept: dict[str, Pile | None] = vars(desk.request).setdefault(CACHE, {})
        if self.name not in kept:
            kept[self.name] = self.look(desk)
        return kept[self.name]

    def look(self, desk: Desk) -> Pile | None:
        """What to show; ``None`` when the panel is not for this person, or empty."""
        raise NotImplementedError


class UnitRoundsPanel(RoundsPanel):
    """Rounds in which one's unit still has to decide."""

    order, name, heading, icon = 25, "rounds", _("Review rounds to decide"), "clipboard-list"
    more_url_name = "gongkai_rounds:index"

    def look(self, desk: Desk) -> Pile | None:
        if not desk.is_author:
            return None
        mine = RoundUnit.objects.decided_by(desk.user).filter(handed_in_at=None)
        own = Q(round__items__unit=F("unit"))
        undecided = Q(round__items__proposal="") | Q(round__items__returned_at__isnull=False)
        counted = mine.annotate(
            total=Count("round__items", filter=own, distinct=True),
            left=Count("round__items", filter=own & undecided, distinct=True),
        )
        return _pile(counted.select_related("round", "unit").order_by("round__due_on"))


class ApprovalPanel(RoundsPanel):
    """Proposals that wait for a second person."""

    order, name, heading, icon = 26, "approvals", _("Review rounds to approve"), "clipboard-list"
    more_url_name = "gongkai_rounds:index"

    def look(self, desk: Desk) -> Pile | None:
        if not desk.holds(OFFICE_ROLES):
            return None
        ready = Q(items__unit__in=F("units__unit"), units__handed_in_at__isnull=False)
        waiting = ready & ~Q(items__proposal="") & Q(items__approved_at=None, items__returned_at=None)
        rounds = ReviewRound.objects.managed_by(desk.user).annotate(
            left=Count("items", filter=waiting & ~Q(items__proposed_by=desk.user.pk), distinct=True)
        )
        return _pile(rounds.filter(left__gt=0).order_by("due_on"))


class ReexaminationPanel(RoundsPanel):
    """Content to look at again; numbers only, the titles stand behind the link."""

    order, name, heading, icon = 27, "reexaminations", _("Not disclosed, to look at again"), "view"
    more_url_name = "gongkai_rounds:reexaminations"

    def look(self, desk: Desk) -> Pile | None:
        if not desk.is_author:
            return None
        mine = ReexaminationItem.objects.decided_by(desk.user).filter(decision="", reexamination__state="open")
        rows = mine.order_by().values(
            "reexamination", "reexamination__year", "reexamination__due_on", "unit", "unit__name"
        )
        return _pile(rows.annotate(left=Count("pk")).order_by("reexamination__due_on", "unit"))


class ExpiringPanel(RoundsPanel):
    """Terms that end soon."""

    order, name, heading, icon = 55, "expiring", _("Documents whose term ends"), "history"
    more_url_name = "gongkai_rounds:expiring"

    def look(self, desk: Desk) -> Pile | None:
        if not (desk.is_author or desk.holds(OFFICE_ROLES)):
            return None
        today, days = timezone.localdate(desk.now), ExpiryDays.load(desk.request)
        pile = _pile(expiring_in_view_of(desk.user, on=today, days=days))
        return pile and Pile(rows=as_expiring(pile.rows, on=today, days=days), count=pile.count)


class CataloguePanel(RoundsPanel):
    """Catalogue entries that nobody has confirmed."""

    order, name, heading, icon = 48, "catalogue", _("Catalogue entries to confirm"), "list-ol"
    more_url_name = "gongkai_rounds:catalogue"

    def look(self, desk: Desk) -> Pile | None:
        if not desk.holds(SECRECY_ROLES):
            return None
        waiting = CatalogueEntry.objects.kept_by(desk.user).unconfirmed()
        return _pile(waiting.filter(district__catalogue_choice__is_shown=True).select_related("unit"))


PANELS: tuple[type[DeskPanel], ...] = (
    UnitRoundsPanel,
    ApprovalPanel,
    ReexaminationPanel,
    CataloguePanel,
    ExpiringPanel,
)


def _pile(rows: Any) -> Pile | None:
    """One query for a pile that fits on the desk."""
    first = list(rows[: ROWS + 1])
    count = len(first) if len(first) <= ROWS else rows.count()
    return Pile(rows=first[:ROWS], count=count) if first else None
