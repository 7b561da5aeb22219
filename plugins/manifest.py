"""What a plug-in says of itself. Read before settings are: nothing here or in a manifest's module imports a model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

from .version import CONTRACT

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Lazy

    Text = str | Lazy

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LONGEST_NAME = 60


class Level(StrEnum):
    """Whether a plug-in is switched on for the whole installation, or by each district."""

    INSTALLATION = "installation"
    DISTRICT = "district"


class WhenOff(StrEnum):
    """What the public sees of pages whose kinds a plug-in brought, while it is off."""

    PLAIN = "plain"  # the text stays readable, without what the plug-in adds
    HIDDEN = "hidden"  # 404


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A plug-in's name and nature, for people who decide whether to switch it on.

    ``name`` is what references to it are stored as, so it never changes: small letters, digits and hyphens.
    ``compatible`` is a range of versions of the contract, as in ``>=1.0,<2`` (PEP 440). ``app`` is the Django app that
    is installed for it. ``screens`` and ``data`` name what it adds to the admin and what it keeps, in sentences that
    an administrator understands; both are shown before it is switched on.
    """

    name: str
    title: Text
    description: Text
    version: str
    compatible: str
    app: str
    level: Level = Level.DISTRICT
    when_off: WhenOff = WhenOff.PLAIN
    author: str = ""
    homepage: str = ""
    screens: tuple[Text, ...] = ()
    data: tuple[Text, ...] = ()

    @property
    def package(self) -> str:
        """The dotted name of its Django app, whether ``app`` names that or its configuration."""
        return self.app.partition(".apps.")[0]

    @property
    def hooks_module(self) -> str:
        """Where its hooks are, if it has any."""
        return f"{self.package}.hooks"

    def accepts(self, contract: str = CONTRACT) -> bool:
        """Whether it was made for the version ``contract`` of the contract."""
        return Version(contract) in SpecifierSet(self.compatible)

    def is_for_newer(self, contract: str = CONTRACT) -> bool:
        """Whether all it accepts is newer than ``contract``: then the product is too old, else the plug-in is."""
        return any(
            one.operator in {">", ">=", "==", "~=", "==="} and Version(one.version.rstrip(".*")) > Version(contract)
            for one in SpecifierSet(self.compatible)
        )


def faults_of(manifest: Any) -> Iterator[str]:
    """What is wrong with a manifest, each as a sentence that its author understands (English: authors read it)."""
    if not isinstance(manifest, Manifest):
        yield f"The entry point leads to {type(manifest).__name__}, not to a plugins.api.Manifest."
        return
    name: Any = manifest.name  # whatever its author wrote
    if not (isinstance(name, str) and _NAME.fullmatch(name) and len(name) <= LONGEST_NAME):
        yield f"The name {name!r} is not made of small letters, digits and hyphens, {LONGEST_NAME} at most."
    for field in ("title", "description", "app"):
        text = getattr(manifest, field)
        # A lazy text cannot be looked at yet: translations need the apps, which need the settings.
        if not isinstance(text, Promise) and not str(text or "").strip():
            yield f"“{field}” is empty."
    if not isinstance(manifest.level, Level):
        yield f"“level” is {manifest.level!r}, not one of Level."
    if not isinstance(manifest.when_off, WhenOff):
        yield f"“when_off” is {manifest.when_off!r}, not one of WhenOff."
    yield from _faults_of_versions(manifest)


def _faults_of_versions(manifest: Manifest) -> Iterator[str]:
    try:
        Version(manifest.version)
    except (InvalidVersion, TypeError):
        yield f"“version” is {manifest.version!r}, which is no version (PEP 440), such as 1.2.0."
    try:
        if not len(SpecifierSet(manifest.compatible)):
            yield "“compatible” names no version of the contract; write for example >=1.0,<2."
    except (InvalidSpecifier, TypeError, AttributeError):
        yield f"“compatible” is {manifest.compatible!r}, which is no range of versions, such as >=1.0,<2."
