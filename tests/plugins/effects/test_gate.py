"""Gates of plug-ins: asked where the plug-in is on, and closed when it cannot be asked."""

import pytest

from plugins.discovery import Discovery
from plugins.domain.switching import disable
from plugins.findings import GateRequest, Stage
from plugins.gates import gate_findings
from plugins.models import Activation
from plugins.registry import manager
from tests.plugins.sample.hooks import FORBIDDEN


def codes(page) -> list[str]:
    found = gate_findings(GateRequest(page=page, stage=Stage.PUBLISH))
    return [finding.code for finding in found if "sample" in finding.code or "gate" in finding.code]


@pytest.fixture
def pages(two):
    for page in two.notices.values():
        page.title = FORBIDDEN
    return [two.notice(place) for place in (two.here, two.there)]


def test_gate_is_asked_where_the_plug_in_is_on(pages):
    assert [codes(page) for page in pages] == [["sample.forbidden"], []]


def test_gate_that_is_gone_is_closed_until_it_is_switched_off(two, pages, settings, monkeypatch):
    settings.PLUGINS = Discovery((), ())
    module = manager.get_plugin("sample")
    manager.unregister(name="sample")
    try:
        assert Activation.objects.get(district=two.here).guards
        assert [codes(page) for page in pages] == [["gongkai.gate.absent"], []]
        assert disable("sample", district=two.here, user=None)
        assert codes(pages[0]) == []
    finally:
        manager.register(module, name="sample")
