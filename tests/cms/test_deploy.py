"""Files for deployment name only what exists."""

import re

import pytest
import yaml
from django.core.management import get_commands

from cms.deploy.ask_health import is_well
from cms.settings.environment import BASE_DIR

FOLDER = BASE_DIR / "cms" / "deploy"
OTHERS_VARIABLES = {"DJANGO_SETTINGS_MODULE", "POSTGRES_PASSWORD", "TLS_FOLDER"}


def _compose():
    return yaml.safe_load((FOLDER / "compose.yaml").read_text())["services"]


def test_variables_of_the_example_are_read():
    named = set(re.findall(r"^#?([A-Z_]+)=", (FOLDER / "environment.example").read_text(), re.MULTILINE))
    read = set(re.findall(r'"([A-Z_]+)"', (BASE_DIR / "cms/settings/environment.py").read_text()))

    assert named - read - OTHERS_VARIABLES == set()


@pytest.mark.parametrize("path", [FOLDER / "compose.yaml", *sorted((FOLDER / "systemd").glob("*.service"))])
def test_commands_exist(path):
    named = set(re.findall(r"manage\.py\"?,? \"?(\w+)", path.read_text()))

    assert named - set(get_commands()) == set()


def test_services_of_the_application_share_one_image_without_privileges():
    ours = {name: service for name, service in _compose().items() if service["image"] == "gongkai"}

    assert set(ours) == {"release", "web", "worker", "search", "scheduler"}
    assert {(*service["cap_drop"], service["read_only"]) for service in ours.values()} == {("ALL", True)}


def test_only_the_proxy_is_reachable_from_outside():
    assert [name for name, service in _compose().items() if "ports" in service] == ["proxy"]


def test_files_mounted_into_the_proxy_exist():
    mounts = [volume.partition(":")[0] for volume in _compose()["proxy"]["volumes"] if volume.startswith("./")]

    assert [mount for mount in mounts if not (FOLDER / mount).exists()] == []


def test_is_well(live_server):
    host, _, port = live_server.url.removeprefix("http://").partition(":")

    assert is_well(host, int(port), name="localhost") is True


def test_is_well_without_a_server(unused_port):
    assert is_well("127.0.0.1", unused_port, name="localhost") is False
