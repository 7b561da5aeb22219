"""What ``examine`` makes of a probe's answer."""

import pytest

from cms.doctor.probe import Missing, Outcome, Probe, Severity, examine


def _missing() -> str:
    raise Missing("no bread", "bake some")


def _broken() -> str:
    raise OSError("oven is out")


def test_examine_found():
    outcomes = examine([Probe("bread", Severity.REQUIRED, lambda: "rye")])

    assert outcomes == [Outcome("bread", Severity.REQUIRED, ok=True, message="rye")]


def test_examine_not_concerned():
    assert examine([Probe("bread", Severity.REQUIRED, lambda: None)]) == []


def test_examine_missing():
    outcomes = examine([Probe("bread", Severity.REQUIRED, _missing)])

    assert outcomes == [Outcome("bread", Severity.REQUIRED, ok=False, message="no bread", remedy="bake some")]


def test_examine_broken_probe_does_not_stop_the_others():
    broken, found = examine(
        [Probe("oven", Severity.REQUIRED, _broken), Probe("bread", Severity.REQUIRED, lambda: "rye")]
    )

    assert not broken.ok
    assert "oven is out" in broken.message
    assert found.ok


@pytest.mark.parametrize(
    ("severity", "ok", "fails"),
    [
        (Severity.REQUIRED, False, True),
        (Severity.REQUIRED, True, False),
        (Severity.RECOMMENDED, False, False),
    ],
)
def test_outcome_is_failure(severity, ok, fails):
    assert Outcome("bread", severity, ok=ok, message="").is_failure is fails
