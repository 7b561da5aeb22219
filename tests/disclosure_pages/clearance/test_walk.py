"""live ⇔ public ⇔ cleared, whatever people of whatever role try in whatever order."""

from __future__ import annotations

import pytest

from disclosure_pages.clearance.domain.verifying import find_breaches
from disclosure_pages.clearance.models import Clearance
from disclosure_pages.tree.models import ColumnTally, DisclosurePage

from .walk import Walk

WALKS = 8
STEPS = 1_250  # 8 × 1,250 = 10,000 acts


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(WALKS))
def test_invariant_holds_after_a_random_walk(seed: int, request: pytest.FixtureRequest) -> None:
    if seed and request.config.getoption("--engines") != "all":
        pytest.skip("one walk is enough between two edits; --engines=all takes all of them")
    walk = Walk(seed)
    for number in range(STEPS):
        walk.step()
        if number % 50 == 0:
            assert not list(find_breaches()), walk.counts
    assert not list(find_breaches())
    assert sum(ColumnTally.objects.values_list("total", flat=True)) == DisclosurePage.objects.public().count()
    assert {"decide: done", "withdraw: done", "move_by_act: done"} <= set(walk.counts), walk.counts
    assert Clearance.objects.filter(is_forced=False).count() > 20, walk.counts
