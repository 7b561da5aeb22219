"""Who takes part: the pluggy manager and the isolated call of gates."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

import pluggy
from django.utils.translation import gettext as _

from . import hookspecs
from .findings import Finding, GateRequest, Severity

logger = logging.getLogger("gongkai.plugins")

manager = pluggy.PluginManager(hookspecs.PROJECT)
manager.add_hookspecs(hookspecs)


def register(module: ModuleType, *, name: str) -> None:
    """Let ``module`` take part under ``name``; registering the same name again does nothing."""
    if not manager.has_plugin(name):
        manager.register(module, name=name)


def implementations_of(hook: str) -> list[tuple[str, Callable[..., Any]]]:
    """Who implements ``hook``, by name, in a stable order. Raises ``AttributeError`` if there is no such hook."""
    found = getattr(manager.hook, hook).get_hookimpls()
    return sorted(((one.plugin_name, partial(_call, one)) for one in found), key=lambda pair: pair[0])


def _call(implementation: pluggy.HookImpl, **arguments: Any) -> Any:
    """An implementation takes those arguments that it names, as with every pluggy hook."""
    return implementation.function(**{name: arguments[name] for name in implementation.argnames})


def gate_findings(request: GateRequest) -> list[Finding]:
    """Ask every gate, each on its own, in a stable order by name of the plug-in.

    A gate that raises or answers something else than findings is logged and counts as a blocking finding.
    """
    findings: list[Finding] = []
    for name, implementation in implementations_of("publication_gate"):
        try:
            given: Any = implementation(request=request)
            answer = list(given or ())
            if not all(isinstance(finding, Finding) for finding in answer):
                raise TypeError("a gate answers with Finding objects only")
        except Exception:
            logger.exception("gate failed", extra={"plugin": name})
            answer = [_failed_gate(name)]
        findings.extend(answer)
    return findings


def _failed_gate(plugin_name: str) -> Finding:
    return Finding(
        code="gongkai.gate.failed",
        message=_("The check “%(name)s” could not be carried out.") % {"name": plugin_name},
        remedy=_("Tell the operator; nothing is published until the check works again."),
        severity=Severity.BLOCK,
    )
