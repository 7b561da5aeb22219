"""Every fault of a theme, each as a sentence for its author."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from themes.discovery import discovered
from themes.manifest import Faulty, Manifest, read_manifest
from themes.resolution import chain_of
from themes.tokens import faults_of_contrast, merged
from themes.version import CONTRACT

from .files import faults_of_files
from .templates import faults_of_templates


def faults_of_theme(name: str) -> list[str]:
    """Those of the installed theme called ``name``; one sentence when it is not installed or cannot be taken."""
    found = discovered()
    if name in found.manifests:
        return list(_faults(found.manifests[name], found.manifests))
    details = next((one.details for one in found.rejected if one.name == name), ())
    return list(details) or [f"No theme is called “{name}”. Install its package, and look at “manage.py themes list”."]


def faults_of_folder(folder: Path) -> list[str]:
    """Those of the theme in ``folder``, which need not be installed; its parent is."""
    try:
        manifest = read_manifest(folder)
    except Faulty as faulty:
        return list(faulty.sentences)
    installed = {**discovered().manifests, manifest.name: manifest}
    if not manifest.accepts():
        return [f"It was made for {manifest.compatible} of the contract; this is {CONTRACT}."]
    if manifest.parent not in installed:
        return [f"Its parent “{manifest.parent}” is not installed."]
    return list(_faults(manifest, installed))


def _faults(manifest: Manifest, installed: Mapping[str, Manifest]) -> Iterator[str]:
    chain = chain_of(manifest.name, installed=installed)
    yield from faults_of_contrast(merged(*(installed[name].tokens for name in reversed(chain))))
    yield from faults_of_files(manifest)
    yield from faults_of_templates(manifest, chain, installed)
