"""Findings of the gates as a screen shows them: by code, each with the field in which it may be overridden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from disclosure_pages.clearance.forms.reviews import OverridesMixin
from disclosure_pages.clearance.models import Review
from plugins.findings import Finding, Severity


@dataclass(frozen=True, kw_only=True)
class FindingRow:
    """Findings of one code. ``field`` is where they may be overridden, if at all; ``earlier`` reviews did so."""

    findings: list[Finding]
    field: Any
    earlier: list[Review]

    @property
    def remedy(self) -> str:
        """How to mend it: the same for all of them."""
        return self.findings[0].remedy

    @property
    def is_blocking(self) -> bool:
        """Whether nobody can override it."""
        return self.findings[0].severity == Severity.BLOCK


def group_findings(
    findings: Sequence[Finding], *, form: OverridesMixin, reviews: Sequence[Review] = ()
) -> list[FindingRow]:
    """Rows in the order of the findings; ``reviews`` are earlier decisions on the same content."""
    rows = []
    for code in dict.fromkeys(finding.code for finding in findings):
        name = form.override_fields.get(code)
        rows.append(
            FindingRow(
                findings=[finding for finding in findings if finding.code == code],
                field=form[name] if name else None,
                earlier=[review for review in reviews if review.overrides.get(code)],
            )
        )
    return rows
