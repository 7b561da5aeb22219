"""How often one address may ask."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from plugins.contrib.requests.protection.throttling import RATES, seconds_to_wait


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


def ask(address: str, purpose: str = "send", times: int = 1) -> list[bool]:
    request = RequestFactory().post("/", REMOTE_ADDR=address)
    return [seconds_to_wait(request, purpose) > 0 for _each in range(times)]


def test_limit_is_by_address_and_purpose() -> None:
    most = int(RATES["send"].split("/")[0])

    assert ask("192.0.2.1", times=most + 1) == [False] * most + [True]
    assert (ask("192.0.2.2"), ask("192.0.2.1", "status")) == ([False], [False])


def test_addresses_of_one_network_are_one() -> None:
    most = int(RATES["send"].split("/")[0])
    found = [ask(f"2001:db8::{each:x}")[0] for each in range(most + 1)]

    assert found == [False] * most + [True]
    assert ask("2001:db8:0:1::1") == [False]


def test_waiting_time_is_that_of_the_oldest_request() -> None:
    request = RequestFactory().post("/", REMOTE_ADDR="192.0.2.1")
    waits = [seconds_to_wait(request, "send") for _each in range(21)]

    assert 3590 < waits[-1] <= 3600
