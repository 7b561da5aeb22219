"""Settings of the engines: each mistake is found, and those that work are left in peace."""

import pytest

from search import checks

RIGHT = {
    "urls": ["https://a.example:9200", "https://b.example:9200"],
    "api_key": "",
    "user": "gongkai",
    "password": "secret",
    "ca_file": "",
    "timeout": 5.0,
    "retries": 2,
    "index": "gongkai-changsha",
    "shards": 1,
    "replicas": 1,
}


@pytest.fixture(autouse=True)
def _cluster(settings):
    settings.SEARCH_ENGINE, settings.SEARCH_FALLBACK_ENGINE = "elasticsearch", "embedded"
    settings.ELASTICSEARCH = RIGHT


def _found(check) -> list[str]:
    return [f"{message.id} {message.msg}" for message in check()]


def test_settings_that_work():
    assert _found(checks.check_engine_names) == []
    assert _found(checks.check_elasticsearch) == []
    assert _found(checks.check_elasticsearch_is_encrypted) == []


@pytest.mark.parametrize(
    ("wrong", "variable"),
    [
        ({"urls": []}, "ELASTICSEARCH_URLS"),
        ({"urls": ["a.example:9200"]}, "ELASTICSEARCH_URLS"),
        ({"urls": ["https://a.example"]}, "ELASTICSEARCH_URLS"),
        ({"urls": ["https://a.example:x"]}, "ELASTICSEARCH_URLS"),
        ({"api_key": "k"}, "ELASTICSEARCH_API_KEY"),
        ({"password": ""}, "ELASTICSEARCH_PASSWORD"),
        ({"user": ""}, "ELASTICSEARCH_USER"),
        ({"ca_file": "/none/ca.pem"}, "ELASTICSEARCH_CA_FILE"),
        ({"index": "公开"}, "ELASTICSEARCH_INDEX"),
        ({"index": "a~b"}, "ELASTICSEARCH_INDEX"),
        ({"timeout": 0.0}, "ELASTICSEARCH_TIMEOUT"),
        ({"retries": -1}, "ELASTICSEARCH_RETRIES"),
        ({"shards": 0}, "ELASTICSEARCH_SHARDS"),
        ({"replicas": -1}, "ELASTICSEARCH_REPLICAS"),
    ],
)
def test_cluster_that_cannot_work(settings, wrong, variable):
    settings.ELASTICSEARCH = RIGHT | wrong

    (found,) = _found(checks.check_elasticsearch)

    assert found.startswith("gongkai.E012")
    assert variable in found


def test_cluster_that_nobody_asks(settings):
    settings.SEARCH_ENGINE = "embedded"
    settings.ELASTICSEARCH = RIGHT | {"urls": []}

    assert _found(checks.check_elasticsearch) == []


def test_engine_that_nobody_knows(settings):
    settings.SEARCH_FALLBACK_ENGINE = "solr"

    assert [message.id for message in checks.check_engine_names()] == ["gongkai.E011"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"urls": ["http://a.example:9200"]}, ["gongkai.W005"]),
        ({"urls": ["http://a.example:9200"], "user": "", "password": "", "api_key": "k"}, ["gongkai.W005"]),
        ({"urls": ["http://a.example:9200"], "user": "", "password": ""}, []),
        ({"urls": ["http://127.0.0.1:9200"]}, []),
    ],
)
def test_secret_on_the_network(settings, given, expected):
    settings.ELASTICSEARCH = RIGHT | given

    assert [message.id for message in checks.check_elasticsearch_is_encrypted()] == expected
