"""The pile of documents without an interpretation, on the desk of those who write it and of those who oversee them."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disclosure_pages.dashboard.desk import ROWS, Desk, Pile
from disclosure_pages.dashboard.panels import DeskPanel

from .domain.needing import Clock
from .models import InterpretationDays
from .unpaired import unpaired_in_view_of, with_due_days


class DueInterpretationsPanel(DeskPanel):
    """Documents of one's units, or of one's districts, that are public and not interpreted yet."""

    order, name, heading, icon = 55, "interpretations", _("Documents without an interpretation"), "openquote"
    more_url_name = "gongkai_interpretations:report_unpaired"
    rows_template = "gongkai_interpretations/rows/unpaired.html"

    def pile(self, desk: Desk) -> Pile | None:
        if not (desk.is_author or desk.is_overseer):
            return None
        cached: Pile | None = getattr(desk, "_unpaired", None)
        if cached is None:
            cached = self._look_up(desk)
            desk._unpaired = cached  # type: ignore[attr-defined]  # the desk is one request's
        return cached if cached.count else None

    def _look_up(self, desk: Desk) -> Pile:
        days = InterpretationDays.load(desk.request)
        documents = unpaired_in_view_of(desk.user, days=days)
        rows = list(documents[:ROWS])
        if not rows:
            return Pile(rows=[], count=0)
        clock = Clock(days=days, today=timezone.localdate(desk.now))
        return Pile(rows=with_due_days(rows, clock=clock), count=documents.count())
