"""How often one address may ask for the same: counted in the cache, as the public API counts (``PUBLIC_API_RATE``)."""

from __future__ import annotations

import ipaddress
import math
from typing import Final

from django.http import HttpRequest
from ninja.throttling import AnonRateThrottle

#: By purpose. An office or a library reads through one address, so people are not in each other's way below these.
RATES: Final = {"check": "60/h", "files": "15/h", "send": "20/h", "status": "40/10m", "act": "40/h"}
#: Networks of this size are one customer's (RFC 6177), who changes addresses within them at will.
IPV6_PREFIX: Final = 64


class PurposeThrottle(AnonRateThrottle):
    """Counts one purpose; ``NINJA_NUM_PROXIES`` says whose word about the address counts."""

    def __init__(self, purpose: str) -> None:
        self.scope = f"requests_{purpose}"
        super().__init__(RATES[purpose])

    def get_ident(self, request: HttpRequest) -> str:
        """The address, or the network of one customer."""
        given = super().get_ident(request) or ""
        try:
            address = ipaddress.ip_address(given)
        except ValueError:
            return given
        if address.version == 4:
            return str(address)
        return str(ipaddress.ip_network((int(address), IPV6_PREFIX), strict=False).network_address)


def seconds_to_wait(request: HttpRequest, purpose: str) -> int:
    """Count this request; 0 when it may go on, else after how many seconds to come again."""
    throttle = PurposeThrottle(purpose)
    if throttle.allow_request(request):
        return 0
    oldest: float = throttle.history[-1]
    return max(1, math.ceil(oldest + (throttle.duration or 0) - throttle.now))
