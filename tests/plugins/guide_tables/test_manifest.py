"""What the plug-in says of itself."""

from plugins.contrib.guide_tables.manifest import MANIFEST
from plugins.discovery import discovered
from plugins.manifest import faults_of


def test_manifest_is_taken():
    assert list(faults_of(MANIFEST)) == []
    assert [one.source for one in discovered().installed if one.manifest is MANIFEST] == [""]
