"""The isolated call of gates. They guard publishing, so one that cannot be asked is an obstacle: they fail closed."""

from __future__ import annotations

import logging
from typing import Any

from django.utils.translation import gettext as _

from .discovery import discovered
from .findings import Finding, GateRequest, Severity
from .models import Activation
from .registry import implementations_of

HOOK = "publication_gate"
logger = logging.getLogger("gongkai.plugins")


def gate_findings(request: GateRequest) -> list[Finding]:
    """Ask the gates of the core and of the plug-ins that are on in the page's district, each on its own, by name.

    A gate that raises or answers something else than findings is logged and counts as a blocking finding, as does that
    of a plug-in which is on and is broken or gone.
    """
    on = Activation.objects.on().holding_in(getattr(request.page, "district_id", None))
    active, gates = {row.plugin: row for row in on}, implementations_of(HOOK)
    of_plugins = discovered().names
    findings: list[Finding] = []
    for name, gate in gates:
        if name in active or name not in of_plugins:
            findings.extend(_answer(name, gate, request))
    present = {name for name, _gate in gates}
    findings.extend(_absent(row) for name, row in active.items() if row.guards and name not in present)
    return findings


def _answer(name: str, gate: Any, request: GateRequest) -> list[Finding]:
    try:
        answer = list(gate(request=request) or ())
        if not all(isinstance(finding, Finding) for finding in answer):
            raise TypeError("a gate answers with Finding objects only")
    except Exception:
        logger.exception("gate failed", extra={"plugin": name})
        return [_failed(name)]
    return answer


def _failed(name: str) -> Finding:
    return Finding(
        code="gongkai.gate.failed",
        message=_("The check “%(name)s” could not be carried out.") % {"name": name},
        remedy=_("Tell the operator; nothing is published until the check works again."),
        severity=Severity.BLOCK,
    )


def _absent(row: Activation) -> Finding:
    return Finding(
        code="gongkai.gate.absent",
        message=_("The plug-in “%(name)s” checks what is published here, and is broken or gone.") % {"name": row.title},
        remedy=_("Tell the operator; nothing is published until the plug-in works again or is switched off."),
        severity=Severity.BLOCK,
    )
