"""A case whose personal data is gone is read, and nothing else."""

from __future__ import annotations

from django.utils.translation import gettext as _

from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case


def refuse_erased(case: Case) -> None:
    """Raise :class:`CaseRefused` for a case that was erased."""
    if case.erased_at:
        raise CaseRefused(_("The personal data of this case is erased; nothing is done with it any more."))
