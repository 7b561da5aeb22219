"""All papers of a case, and the beginnings of new ones."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.contrib.requests.domain.handling.possible import acts_now
from plugins.contrib.requests.domain.letters.drafting import draft_letter
from plugins.contrib.requests.domain.letters.wording import approved_kinds
from plugins.contrib.requests.domain.redacting import add_source
from plugins.contrib.requests.enums import FileKind
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import CaseFile
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.views.desk.base import SPACE

from .base import PapersScreen
from .forms import KindForm, SourceForm

#: What can be redacted, and what is made here and never is: of a redacted copy it is the source that is redacted anew.
READABLE, MADE = (".pdf", ".docx", ".txt"), (FileKind.LETTER, FileKind.REDACTED)
NOT_APPROVED = gettext_lazy("The disclosure office has not approved the wording of this letter yet.")


class Papers(PapersScreen):
    """Files with what can be done with them, and letters with their states."""

    template_name = "gongkai_requests/papers/papers.html"
    page_title = gettext_lazy("Letters and files")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        self.above = self.above[:1]
        return super().get_breadcrumbs_items()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        files = self.case.files.select_related("redaction")
        notices = list(self.case.fee_notices.all())
        context = {
            "files": [(one, _can_redact(one)) for one in files],
            "letters": self.case.letters.select_related("drafted_by", "approved_by"),
            "notices": notices,
            "is_unpaid": any(one.paid_on is None for one in notices),
            "can_record": Act.RECORD_PAYMENT in acts_now(self.case, self.held),
            "source_form": SourceForm(),
            "kind_form": self.kind_form(),
        }
        return super().get_context_data(**{**context, **kwargs})

    def kind_form(self, data: Any = None) -> KindForm:
        """Only letters whose wording the office has approved are offered."""
        form = KindForm(data)
        approved = approved_kinds(self.case.district)
        kinds = [(kind, label) for kind, label in form.fields["kind"].choices if kind in approved]  # type: ignore[attr-defined]
        form.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        form.fields["kind"].error_messages["invalid_choice"] = NOT_APPROVED
        return form


def _can_redact(file: CaseFile) -> bool:
    return file.kind not in MADE and file.name.lower().endswith(READABLE)


class SourceView(Papers):
    """``POST`` a file."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = SourceForm(request.POST, request.FILES)
        if form.is_valid():
            given = {"case": self.case, "user": request.user, "upload": form.cleaned_data["source"]}
            given["kind"] = form.cleaned_data["kind"] or FileKind.SOURCE
            if self.attempt(lambda: add_source(**given), _("The file is with the case.")):
                return redirect(self.papers_url)
        return self.render_to_response(self.get_context_data(source_form=form))


class DraftView(Papers):
    """``POST`` the kind of a new letter."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = self.kind_form(request.POST)
        if form.is_valid():
            try:
                letter = draft_letter(case=self.case, kind=form.cleaned_data["kind"], user=request.user)
            except CaseRefused as error:
                form.add_error(None, str(error))
            else:
                return redirect(f"{SPACE}:letter", self.case.pk, letter.pk)
        return self.render_to_response(self.get_context_data(kind_form=form))
