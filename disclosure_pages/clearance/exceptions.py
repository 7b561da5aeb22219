"""Refusals of clearance; each carries a message for the person who acts."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from plugins.findings import Finding


class ReviewRefused(PermissionDenied):
    """This person may not decide here, or what is being decided is not what was submitted."""


class ContentChanged(ReviewRefused):
    """What would be decided is not what was submitted, or not what the reviewer saw."""


class FindingsOpen(PermissionDenied):
    """Findings stand in the way; they are in ``findings``."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = list(findings)
        super().__init__(_("Open findings: %(list)s") % {"list": " ".join(finding.message for finding in findings)})
