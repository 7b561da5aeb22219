"""Which themes are installed. Found by entry points while settings are read, without importing a model.

A theme that cannot be taken is left out and told of (``manage.py themes list``, the gallery); it stops nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from .manifest import BASE, Faulty, Manifest, read_manifest
from .version import CONTRACT

GROUP = "gongkai.themes"
#: Those that come with the product, which is no installed distribution and so has no entry points.
BUNDLED = ("themes.bundled.base", "themes.bundled.furong", "themes.bundled.contrast")

logger = logging.getLogger("gongkai.themes")


class Trouble(StrEnum):
    """Why a theme that is installed cannot be chosen."""

    BROKEN = "broken"  # its package is not there
    FAULTY = "faulty"  # its theme.toml says something impossible
    INCOMPATIBLE = "incompatible"  # it was made for another version of the contract
    TWICE = "twice"  # another one has its name
    NO_PARENT = "no_parent"  # the theme that it builds on is not there, or leads back to it


@dataclass(frozen=True, slots=True)
class Installed:
    """A theme that can be chosen. ``source`` is the distribution that it comes from, empty for a bundled one."""

    manifest: Manifest
    source: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """One that cannot, and why: ``details`` are sentences for who can mend it."""

    name: str
    source: str
    trouble: Trouble
    details: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Discovery:
    """Everything found, in a stable order by name. Two of them are never equal: one is looked for once a process."""

    installed: tuple[Installed, ...]
    rejected: tuple[Rejected, ...]

    @cached_property
    def manifests(self) -> Mapping[str, Manifest]:
        """Those that can be chosen, by name."""
        return {one.manifest.name: one.manifest for one in self.installed}

    @property
    def static_folders(self) -> list[tuple[str, str]]:
        """For ``STATICFILES_DIRS``: each theme's files stand below its own name."""
        return [(one.static_prefix, str(one.static)) for one in self.manifests.values() if one.static.is_dir()]


@cache
def discovered() -> Discovery:
    """What is installed in this environment; looked for once a process."""
    bundled = [EntryPoint(name="", value=value, group=GROUP) for value in BUNDLED]
    return discover([*bundled, *entry_points(group=GROUP)])


def discover(found: Iterable[EntryPoint]) -> Discovery:
    """Read the manifests of ``found``. Of two of one name the first stays: a bundled one, else by distribution."""
    taken: dict[str, Installed] = {}
    rejected: list[Rejected] = []
    for entry_point in sorted(found, key=lambda one: (one.dist is not None, _source(one), one.name, one.value)):
        one = _taken(entry_point)
        if isinstance(one, Installed) and one.manifest.name in taken:
            other = taken[one.manifest.name].source or "the product itself"
            one = Rejected(one.manifest.name, one.source, Trouble.TWICE, (f"{other} has one of that name.",))
        if isinstance(one, Rejected):
            rejected.append(one)
        else:
            taken[one.manifest.name] = one
    orphans = list(_orphans(taken))
    for rejection in (*rejected, *orphans):
        logger.warning("theme left out", extra={"theme": rejection.name, "trouble": rejection.trouble.value})
    left = {name: one for name, one in taken.items() if name not in {orphan.name for orphan in orphans}}
    return Discovery(tuple(left[name] for name in sorted(left)), tuple(sorted([*rejected, *orphans], key=_name)))


def _taken(entry_point: EntryPoint) -> Installed | Rejected:
    name, source = entry_point.name or entry_point.value, _source(entry_point)
    try:
        folder = folder_of(entry_point.value)
        manifest = read_manifest(folder)
    except Faulty as faulty:
        return Rejected(name, source, Trouble.FAULTY, faulty.sentences)
    except (Exception, SystemExit) as error:  # whatever the code of a stranger does
        return Rejected(name, source, Trouble.BROKEN, (f"{entry_point.value}: {type(error).__name__}: {error}",))
    if not manifest.accepts():
        details = f"It was made for {manifest.compatible} of the contract; this is {CONTRACT}."
        return Rejected(manifest.name, source, Trouble.INCOMPATIBLE, (details,))
    return Installed(manifest, source)


def folder_of(package: str) -> Path:
    """Where the package stands. Raises ``ModuleNotFoundError`` when it is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"there is no package {package}")
    return Path(next(iter(spec.submodule_search_locations)))


def _orphans(taken: Mapping[str, Installed]) -> Iterator[Rejected]:
    """Themes whose line of parents does not lead to ``base``."""
    for name, one in taken.items():
        seen, ancestor = [name], one.manifest.parent
        while ancestor and ancestor in taken and ancestor not in seen:
            seen.append(ancestor)
            ancestor = taken[ancestor].manifest.parent
        if seen[-1] != BASE:
            said = "leads back to it" if ancestor in seen else "is not installed"
            yield Rejected(name, one.source, Trouble.NO_PARENT, (f"Its parent “{ancestor}” {said}.",))


def _source(entry_point: EntryPoint) -> str:
    return entry_point.dist.name if entry_point.dist else ""


def _name(one: Rejected) -> str:
    return one.name
