"""Behind the proxy, who asks is who the proxy says."""

import pytest
from axes.helpers import get_client_ip_address
from django.test import RequestFactory

from cms.settings import production


@pytest.mark.parametrize(
    ("forwarded", "client"),
    [
        ({"HTTP_X_FORWARDED_FOR": "203.0.113.9"}, "203.0.113.9"),
        ({"HTTP_X_FORWARDED_FOR": "198.51.100.1, 203.0.113.9"}, "203.0.113.9"),
        ({}, "192.0.2.1"),
    ],
)
def test_client_is_who_the_proxy_says(settings, forwarded, client):
    settings.AXES_IPWARE_META_PRECEDENCE_ORDER = production.AXES_IPWARE_META_PRECEDENCE_ORDER
    settings.AXES_IPWARE_PROXY_ORDER = production.AXES_IPWARE_PROXY_ORDER

    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", **forwarded)

    assert get_client_ip_address(request) == client
