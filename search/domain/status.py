"""How fresh the search is: what waits, which index answers, what fails."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.utils import timezone

from disclosure_pages.tree.models import DisclosurePage
from search.engines.contract import EngineAway, IndexState
from search.engines.registry import configured_engines, engine_named
from search.models import EngineState, FailedDelivery, IndexBuild, IndexPosition, OutboxEvent
from search.outbox.delivering import NoIndex, position_of

FAILURES_SHOWN = 20


@dataclass(slots=True, kw_only=True)
class EngineStatus:
    """One engine. ``waiting`` pages have changed since it was told anything, the first of them at ``behind_since``.

    ``problem`` says why it cannot answer now; empty: it can. ``needs_index``: because nothing was built for it.
    """

    name: str
    problem: str = ""
    index: str = ""
    indexes: list[IndexState] = field(default_factory=list)
    waiting: int = 0
    behind_since: dt.datetime | None = None
    delivered_at: dt.datetime | None = None
    failing_since: dt.datetime | None = None
    next_try_at: dt.datetime | None = None
    last_error: str = ""
    failures: list[FailedDelivery] = field(default_factory=list)
    number_of_failures: int = 0
    build: IndexBuild | None = None
    needs_index: bool = False


@dataclass(frozen=True, slots=True)
class SearchStatus:
    """The whole of it; ``events`` are changes that nobody has looked at yet."""

    public_pages: int
    events: int
    events_since: dt.datetime | None
    failed_events: list[OutboxEvent]
    engines: list[EngineStatus]

    @property
    def lag(self) -> dt.timedelta:
        """For how long the change that has waited longest has been waiting."""
        moments = [self.events_since, *(engine.behind_since for engine in self.engines)]
        known = [moment for moment in moments if moment is not None]
        return timezone.now() - min(known) if known else dt.timedelta(0)

    @property
    def is_fine(self) -> bool:
        """Whether every engine answers and nothing fails; what merely waits is no trouble."""
        return not self.failed_events and not any(one.problem or one.number_of_failures for one in self.engines)


def search_status() -> SearchStatus:
    """Ask the database and every configured engine. Nothing is raised: an engine that is away is a finding."""
    oldest = OutboxEvent.objects.order_by("recorded_at").values_list("recorded_at", flat=True).first()
    return SearchStatus(
        public_pages=DisclosurePage.objects.public().count(),
        events=OutboxEvent.objects.count(),
        events_since=oldest,
        failed_events=list(OutboxEvent.objects.filter(attempts__gt=0)[:FAILURES_SHOWN]),
        engines=[_engine_status(name) for name in configured_engines()],
    )


def _engine_status(name: str) -> EngineStatus:
    status = EngineStatus(name=name, build=IndexBuild.objects.filter(engine=name).first())
    state = EngineState.objects.filter(engine=name).first()
    if state is not None:
        status.delivered_at, status.failing_since = state.delivered_at, state.failing_since
        status.next_try_at, status.last_error = state.next_try_at, state.last_error
    try:
        engine = engine_named(name)
        status.indexes = engine.indexes()
        _measure(status, position_of(name, engine))
    except EngineAway as error:
        status.problem = str(error) or type(error).__name__
        status.needs_index = isinstance(error, NoIndex)
        if not status.needs_index:
            _measure_last_known(status)
    return status


def _measure(status: EngineStatus, position: IndexPosition) -> None:
    waiting = position.waiting()
    status.index, status.waiting = position.index, waiting.count()
    status.behind_since = waiting.order_by("changed_at").values_list("changed_at", flat=True).first()
    status.number_of_failures = position.failures.count()
    status.failures = list(position.failures.order_by("failing_since")[:FAILURES_SHOWN])


def _measure_last_known(status: EngineStatus) -> None:
    """Which index answers cannot be asked; the one that was told the most is the best guess."""
    position = IndexPosition.objects.filter(engine=status.name).order_by("-version").first()
    if position is not None:
        _measure(status, position)
