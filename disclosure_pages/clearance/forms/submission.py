"""What the editor's form says before content is handed in, and what a copy may carry along."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import CopyForm, WagtailAdminPageForm

#: Buttons of Wagtail's editor that hand the content in.
SUBMITTING_BUTTONS = ("action-submit", "action-restart-workflow")


class SubmissionForm(WagtailAdminPageForm):
    """The base of every content form: whoever submits gets the gates' findings at the fields concerned.

    The workflow refuses blocked content anyway; asked here, nothing that was typed is lost. Content has no day of
    expiry: legal force rests on the document's own days, and whatever leaves the public side does so by an act.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("expire_at", None)
        self._gates_asked = False

    @property
    def is_submitting(self) -> bool:
        """Whether a button was pressed that hands the content in."""
        return self.is_bound and any(self.data.get(name) for name in SUBMITTING_BUTTONS)

    def is_valid(self) -> bool:
        """Ask the gates once the fields and the child objects are valid by themselves."""
        valid: bool = super().is_valid()
        if valid and self.is_submitting and not self._gates_asked:
            self._gates_asked = True
            self._ask_gates()
        return valid and not self.errors

    def _ask_gates(self) -> None:
        from disclosure_pages.clearance.domain.submitting import blocking_findings  # page types load this module

        page = self.save(commit=False)  # in memory only: fields and child objects as they would be handed in
        if page._state.adding and self.parent_page is not None:
            page.take_place(section=self.parent_page.specific)
        for finding in blocking_findings(page=page):
            where = finding.field if finding.field in self.fields else NON_FIELD_ERRORS
            text = {"problem": finding.message, "remedy": finding.remedy}
            self.add_error(where, _("%(problem)s %(remedy)s") % text)


class ContentCopyForm(CopyForm):
    """A copy starts as a draft of its own: it is neither live nor an alias, as nobody has reviewed it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
