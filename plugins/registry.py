"""Who takes part: the pluggy manager and the isolated call of gates."""

from __future__ import annotations

import logging
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


def gate_findings(request: GateRequest) -> list[Finding]:
    """Ask every gate, each on its own, in a stable order by name of the plug-in.

    A gate that raises or answers something else than findings is logged and counts as a blocking finding.
    """
    findings: list[Finding] = []
    for implementation in sorted(manager.hook.publication_gate.get_hookimpls(), key=lambda impl: impl.plugin_name):
        try:
            given: Any = implementation.function(request=request)
            answer = list(given or ())
            if not all(isinstance(finding, Finding) for finding in answer):
                raise TypeError("a gate answers with Finding objects only")
        except Exception:
            logger.exception("gate failed", extra={"plugin": implementation.plugin_name})
            answer = [_failed_gate(implementation.plugin_name)]
        findings.extend(answer)
    return findings


def _failed_gate(plugin_name: str) -> Finding:
    return Finding(
        code="gongkai.gate.failed",
        message=_("The check “%(name)s” could not be carried out.") % {"name": plugin_name},
        remedy=_("Tell the operator; nothing is published until the check works again."),
        severity=Severity.BLOCK,
    )
