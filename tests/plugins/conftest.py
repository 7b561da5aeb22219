import pytest

from plugins.discovery import Discovery, Installed
from plugins.manifest import Level, Manifest


def make_manifest(name: str = "other", **values) -> Manifest:
    given = {"title": "样例", "description": "样例插件。", "version": "1.0", "compatible": ">=1.0,<2", "app": "tests"}
    return Manifest(name=name, **{**given, **values})


@pytest.fixture
def installed(settings):
    """Let these manifests be what is installed."""

    def install(*manifests: Manifest) -> None:
        settings.PLUGINS = Discovery(tuple(Installed(one, "sample-dist") for one in manifests), ())

    return install


@pytest.fixture
def manifests(installed):
    """Three of a district, one of the installation."""
    made = [make_manifest(name) for name in ("a", "b", "c")] + [make_manifest("whole", level=Level.INSTALLATION)]
    installed(*made)
    return made
