"""What is kept of an applicant as a page that they can read: the file for programs says it in codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plugins.contrib.requests.models import Case, Decision

from .given_files import letters_for_applicant
from .telling import told_events, told_text

TEMPLATE = "gongkai_requests/own_data.html"


def own_page(case: Case, *, names: Iterable[str], decision: Decision | None, files: Iterable[str]) -> str:
    """HTML that stands alone: the fields ``names`` of ``case``, a ``decision`` they have, letters, log and files."""
    context: dict[str, Any] = {
        "case": case,
        "rows": list(_rows(case, names)),
        "decision": decision,
        "letters": letters_for_applicant(case),
        "log": [(event.day, event.get_kind_display(), told_text(event)) for event in told_events(case)],
        "files": list(files),
    }
    return render_to_string(TEMPLATE, context)


def _rows(case: Case, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        field: Any = Case._meta.get_field(name)
        said = getattr(case, f"get_{name}_display")() if field.choices else getattr(case, name)
        if said not in (None, ""):
            yield str(field.verbose_name), _as_text(said)


def _as_text(said: Any) -> str:
    if isinstance(said, bool):
        return pgettext("answer", "yes") if said else _("no")
    return f"{timezone.localtime(said):%Y-%m-%d %H:%M}" if hasattr(said, "hour") else str(said)
