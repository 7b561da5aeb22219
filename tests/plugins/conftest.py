import pytest

from plugins import activation, discovery
from plugins.domain import switching
from plugins.manifest import Level, Manifest


def make_manifest(name: str = "sample", **values) -> Manifest:
    given = {"title": "样例", "description": "样例插件。", "version": "1.0", "compatible": ">=1.0,<2", "app": "tests"}
    return Manifest(name=name, **{**given, **values})


@pytest.fixture
def installed(monkeypatch):
    """Let these manifests be what is installed."""

    def install(*manifests: Manifest) -> None:
        found = discovery.Discovery(tuple(discovery.Installed(one, "sample-dist") for one in manifests), ())
        for module in (activation, switching):
            monkeypatch.setattr(module, "discovered", lambda: found)

    return install


@pytest.fixture
def manifests(installed):
    """Three of a district, one of the installation."""
    made = [make_manifest(name) for name in ("a", "b", "c")] + [make_manifest("whole", level=Level.INSTALLATION)]
    installed(*made)
    return made
