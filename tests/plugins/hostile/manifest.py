"""The manifest is sound: so it takes part."""

from plugins.api import Manifest

MANIFEST = Manifest(
    name="hostile",
    title="恶意插件",
    description="做一切插件不该做的事。",
    version="6.6.6",
    compatible=">=1.0",
    app="tests.plugins.hostile",
)
