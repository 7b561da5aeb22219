"""One letter: written, looked at, approved by a second person, issued."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from plugins.api import ExportFailed
from plugins.contrib.requests.domain.letters import drafting, redrafting
from plugins.contrib.requests.domain.letters.details import missing_details
from plugins.contrib.requests.domain.letters.freshness import outdated_fields, snapshot_of
from plugins.contrib.requests.domain.redacting import content_of
from plugins.contrib.requests.domain.revealing import note_access
from plugins.contrib.requests.enums import LetterState
from plugins.contrib.requests.letters.kinds import label_of
from plugins.contrib.requests.letters.pdf_file import write_pdf
from plugins.contrib.requests.letters.variables import gaps_in
from plugins.contrib.requests.letters.word_file import write_word
from plugins.contrib.requests.models import Letter
from plugins.contrib.requests.protection.files import UnreadableFile, as_attachment
from plugins.contrib.requests.views.desk.base import SPACE

from .base import BUSY, PapersScreen
from .forms import DraftForm

_ACTS: Mapping[str, tuple[Callable[..., Any], Any]] = {
    "fill": (drafting.fill_letter, gettext_lazy("What is known by now is filled in.")),
    "approve": (drafting.approve_letter, gettext_lazy("The letter is approved.")),
    "redraft": (redrafting.redraft_letter, gettext_lazy("The letter is drafted anew; its former text is kept.")),
    "restore": (redrafting.restore_letter, gettext_lazy("The former text is back.")),
    "confirm": (redrafting.confirm_letter, gettext_lazy("The letter is confirmed as it stands.")),
    "reopen": (drafting.reopen_letter, gettext_lazy("The letter is a draft again.")),
    "discard": (drafting.discard_letter, gettext_lazy("The draft is discarded.")),
    "issue": (drafting.issue_letter, gettext_lazy("The letter is issued.")),
}
#: Acts on a text that was read, and what else they are told.
_READ: Mapping[str, tuple[str, ...]] = {
    "approve": ("seen",),
    "redraft": ("seen",),
    "restore": ("seen",),
    "confirm": ("seen", "against", "reason"),
}
_WRITERS = {"docx": write_word, "pdf": write_pdf}
#: In the session: the letter that the person has open, so that what they do with it is no second opening.
_OPEN = "gongkai_requests_open_letter"


class OfLetter(PapersScreen):
    """A screen of one letter of the case."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.letter: Letter = get_object_or_404(self.case.letters.all(), pk=kwargs["letter"])

    def to_letter(self) -> HttpResponse:
        self.request.session[_OPEN] = self.letter.pk
        return redirect(f"{SPACE}:letter", self.case.pk, self.letter.pk)


class LetterScreen(OfLetter):
    """The letter as it will look, and the form while it is a draft; ``POST`` saves it."""

    template_name = "gongkai_requests/papers/letter.html"

    def get_page_title(self) -> str:
        return label_of(self.letter.kind)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.session.pop(_OPEN, None) != self.letter.pk:
            what = f"letter {self.letter.pk}"
            note_access(case=self.case, what=what, purpose=_("Handling of the case"), user=request.user)
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        letter = self.letter
        written = {"organ": letter.organ, "title": letter.title, "body": letter.body}
        is_draft = letter.state == LetterState.DRAFT
        kwargs.setdefault("form", DraftForm(initial=written) if is_draft else None)
        may_approve = is_draft and self.is_office and letter.drafted_by_id != self.request.user.pk
        context = {
            "letter": letter,
            "sheet": drafting.sheet_of(letter),
            "gaps": gaps_in(letter.title + letter.body),
            "missing": missing_details(letter),
            "can_fill": drafting.can_fill(letter),
            "outdated": outdated_fields(letter),
            "against": snapshot_of(letter.case) if is_draft else "",
            "former": redrafting.former_texts(letter),
        }
        return super().get_context_data(may_approve=may_approve, **context, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = DraftForm(request.POST)
        given: dict[str, Any] = {"letter": self.letter, "user": request.user, "seen": request.POST.get("seen")}
        if form.is_valid() and self.attempt(
            lambda: drafting.change_letter(**given, **form.cleaned_data), _("The letter is saved.")
        ):
            return self.to_letter()
        self.letter.refresh_from_db()
        return self.render_to_response(self.get_context_data(form=form))


class LetterActView(OfLetter):
    """``POST`` what is done with a letter."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, act: str, **kwargs: Any) -> HttpResponse:
        if act not in _ACTS or (act == "approve" and not self.is_office):
            raise Http404
        verb, told = _ACTS[act]
        read = {name: request.POST[name] for name in _READ.get(act, ()) if name in request.POST}
        done = self.attempt(lambda: verb(letter=self.letter, user=request.user, **read), told)
        return redirect(self.papers_url) if done and act == "discard" else self.to_letter()


class LetterFile(OfLetter):
    """``POST``: the letter as DOCX or PDF, an issued one as it was issued; it is kept who took it."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, file_format: str, **kwargs: Any) -> HttpResponse:
        if file_format not in _WRITERS:
            raise Http404
        what = f"letter {self.letter.pk} {file_format}"
        note_access(case=self.case, what=what, purpose=_("Handling of the case"), user=request.user)
        try:
            content = self._issued(file_format) or _WRITERS[file_format](drafting.sheet_of(self.letter))
        except ExportFailed:
            messages.error(request, BUSY)
            return self.to_letter()
        return as_attachment(content, name=f"{self.letter.title}.{file_format}")

    def _issued(self, file_format: str) -> bytes:
        """The file that was kept when it was issued; empty before, and where it is lost."""
        kept = self.letter.word if file_format == "docx" else self.letter.pdf
        try:
            return content_of(kept) if kept and kept.file else b""
        except (UnreadableFile, FileNotFoundError):
            return b""
