"""The whole extension contract: every point at which something outside the core may take part.

Implement a hook with :data:`hookimpl` in a module and register that module with ``plugins.registry.register``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .findings import Finding, GateRequest

PROJECT = "gongkai"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def publication_gate(request: GateRequest) -> Iterable[Finding]:
    """Say what stands in the way of publishing ``request.page``, as findings; return nothing when all is well.

    Called when content is submitted, on the review screen, at each decision and right before publication. A gate that
    raises counts as a blocking finding: gates fail closed.
    """
    raise NotImplementedError
