"""The platform that is brought along to try the connection with."""

import threading

import pytest
from django.core.management import CommandError, call_command

from plugins.contrib.item_catalogue.platform import transport
from plugins.contrib.item_catalogue.platform.fetching import fetch_elements
from plugins.contrib.item_catalogue.platform.sample import sample_platform
from plugins.contrib.item_catalogue.platform.transport import PlatformRefused
from plugins.contrib.item_catalogue.samples import read_samples


@pytest.fixture
def sample(settings, monkeypatch, db):
    settings.ITEM_PLATFORM_KEY = "a shared key"
    monkeypatch.setattr(transport, "PAUSE", 0)
    server = sample_platform(read_samples()["platform"], port=0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    settings.ITEM_PLATFORM_URL = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_its_pages_are_fetched_once(sample, field):
    first, again = fetch_elements(field=field), fetch_elements(field=field)

    assert [item["second"] for item in first.copy.items] == ["养老服务政策文件", "养老机构名录", "助餐点名录"]
    assert (first.is_changed, again.is_changed) == (True, False)


def test_question_with_another_key_is_refused(sample, field, monkeypatch):
    headers = {"X-Timestamp": "1", "X-Signature": "nothing"}
    monkeypatch.setattr(transport, "_headers", lambda path, etag: headers)
    with pytest.raises(PlatformRefused, match="401"):
        fetch_elements(field=field)


def test_command_needs_a_key(db, settings):
    settings.ITEM_PLATFORM_KEY = ""
    with pytest.raises(CommandError, match="ITEM_PLATFORM_KEY"):
        call_command("items", "platform")
