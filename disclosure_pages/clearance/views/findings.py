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
    """Findings of one code. ``field`` is where they may be overridden, if at all; ``earlier`` reviews overrode all."""

    findings: list[Finding]
    field: Any
    earlier: list[Review]

    @property
    def remedy(self) -> str:
        """How to mend it: the same for all of them."""
        return self.findings[0].remedy

    @property
    def keys(self) -> list[str]:
        """What a reason given beside them covers."""
        return [finding.key for finding in self.findings]

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
        alike = [finding for finding in findings if finding.code == code]
        rows.append(
            FindingRow(
                findings=alike,
                field=form[name] if name else None,
                earlier=[review for review in reviews if all(review.overrides.get(item.key) for item in alike)],
            )
        )
    return rows
