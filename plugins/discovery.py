"""Which plug-ins are installed. Found by entry points while settings are read, without importing a model.

A plug-in that cannot be taken is left out and told of (``manage.py plugins doctor``, system checks); it stops nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec

from django.conf import settings

from .manifest import Manifest, faults_of
from .version import CONTRACT

GROUP = "gongkai.plugins"
#: Those that come with the product, which is no installed distribution and so has no entry points.
BUNDLED: tuple[str, ...] = (
    "plugins.contrib.annual_report.manifest:MANIFEST",
    "plugins.contrib.guide_tables.manifest:MANIFEST",
    "plugins.contrib.item_catalogue.manifest:MANIFEST",
    "plugins.contrib.requests.manifest:MANIFEST",
)
LEFT_OUT = "PLUGINS_LEFT_OUT names it."

logger = logging.getLogger("gongkai.plugins")


class Trouble(StrEnum):
    """Why a plug-in that is installed cannot take part."""

    BROKEN = "broken"  # its manifest cannot be imported
    FAULTY = "faulty"  # its manifest says something impossible
    PRODUCT_TOO_OLD = "product_too_old"
    PLUGIN_TOO_OLD = "plugin_too_old"
    TWICE = "twice"  # another one has its name
    NO_APP = "no_app"  # its Django app is not there
    LEFT_OUT = "left_out"  # the operator starts without it


@dataclass(frozen=True, slots=True)
class Installed:
    """A plug-in that takes part. ``source`` is the distribution that it comes from, empty for a bundled one."""

    manifest: Manifest
    source: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """One that does not, and why: ``details`` are sentences for who can mend it."""

    name: str
    source: str
    trouble: Trouble
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discovery:
    """Everything found, in a stable order by name."""

    installed: tuple[Installed, ...]
    rejected: tuple[Rejected, ...]

    @property
    def apps(self) -> list[str]:
        """For ``INSTALLED_APPS``."""
        return [one.manifest.app for one in self.installed]

    @property
    def names(self) -> frozenset[str]:
        """Names of those that take part."""
        return frozenset(one.manifest.name for one in self.installed)

    def named(self, name: str) -> Installed | None:
        """The plug-in called ``name``, if it takes part."""
        return next((one for one in self.installed if one.manifest.name == name), None)


def find_plugins(*, left_out: Collection[str] = (), more: Iterable[str] = ()) -> Discovery:
    """What is installed in this environment, for the setting ``PLUGINS``.

    ``left_out`` are names of plug-ins that the operator wants to start without, ``more`` manifests (``module:NAME``)
    that have no entry point.
    """
    known = [EntryPoint(name="", value=value, group=GROUP) for value in (*BUNDLED, *more)]
    return discover([*known, *entry_points(group=GROUP)], left_out=left_out)


def discovered() -> Discovery:
    """What was found when the settings were read."""
    found: Discovery = settings.PLUGINS
    return found


def discover(found: Iterable[EntryPoint], *, left_out: Collection[str] = ()) -> Discovery:
    """Load the manifests of ``found``. Of two of one name the first stays: a bundled one, else by distribution."""
    installed: dict[str, Installed] = {}
    rejected: list[Rejected] = []
    for entry_point in sorted(found, key=lambda one: (one.dist is not None, _source(one), one.name, one.value)):
        taken = _taken(entry_point, left_out)
        if isinstance(taken, Installed) and taken.manifest.name in installed:
            other = installed[taken.manifest.name].source or "the product itself"
            taken = Rejected(taken.manifest.name, taken.source, Trouble.TWICE, (f"{other} has one of that name.",))
        if isinstance(taken, Rejected):
            logger.warning("plug-in left out", extra={"plugin": taken.name, "trouble": taken.trouble.value})
            rejected.append(taken)
        else:
            installed[taken.manifest.name] = taken
    return Discovery(tuple(installed[name] for name in sorted(installed)), tuple(sorted(rejected, key=_name)))


def _taken(entry_point: EntryPoint, left_out: Collection[str]) -> Installed | Rejected:
    name, source = entry_point.name or entry_point.value, _source(entry_point)
    if name in left_out:  # before its code is touched
        return Rejected(name, source, Trouble.LEFT_OUT, (LEFT_OUT,))
    try:
        manifest = entry_point.load()
    except (Exception, SystemExit) as error:  # whatever the code of a stranger does
        return Rejected(name, source, Trouble.BROKEN, (f"{entry_point.value}: {type(error).__name__}: {error}",))
    faults = tuple(faults_of(manifest))
    if faults:
        return Rejected(name, source, Trouble.FAULTY, faults)
    if manifest.name in left_out:
        return Rejected(manifest.name, source, Trouble.LEFT_OUT, (LEFT_OUT,))
    return _obstacle(manifest, source) or Installed(manifest, source)


def _obstacle(manifest: Manifest, source: str) -> Rejected | None:
    if not manifest.accepts():
        trouble = Trouble.PRODUCT_TOO_OLD if manifest.is_for_newer() else Trouble.PLUGIN_TOO_OLD
        details = f"It was made for {manifest.compatible} of the contract; this is {CONTRACT}."
    elif find_spec(manifest.app.partition(".")[0]) is None:
        trouble, details = Trouble.NO_APP, f"There is no Django app {manifest.app}."
    else:
        return None
    return Rejected(manifest.name, source, trouble, (details,))


def _source(entry_point: EntryPoint) -> str:
    return entry_point.dist.name if entry_point.dist else ""


def _name(one: Rejected) -> str:
    return one.name
