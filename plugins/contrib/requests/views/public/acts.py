"""What an applicant does with a case that was opened: add, withdraw, download. Each is a form that carries the pass."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters

from plugins.api import Place, city_screen
from plugins.contrib.requests.domain.given_files import files_for_applicant
from plugins.contrib.requests.domain.handling.correcting import record_correction
from plugins.contrib.requests.domain.handling.ending import withdraw_case
from plugins.contrib.requests.domain.handling.reasons import give_reasons
from plugins.contrib.requests.domain.handling.talking import supplement_case, write_message
from plugins.contrib.requests.domain.own_data import own_data
from plugins.contrib.requests.domain.submitting import GivenFile, add_files
from plugins.contrib.requests.enums import FileKind
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.protection.files import UnreadableFile, as_attachment, check_uploads, good_uploads
from plugins.contrib.requests.protection.once import use_once
from plugins.contrib.requests.protection.pending import PendingFile, forget, has_room, keep, kept_of, signed
from plugins.contrib.requests.protection.receipts import ONCE
from plugins.contrib.requests.views.addresses import key_of

from .passes import LASTS, case_of
from .progress import progress_of
from .screens import districts_of_city, too_many
from .status import CodeForm, ask_for_code, show_case

View = Callable[[HttpRequest, Place, Case], HttpResponse]
LONGEST = 4000
MOST_ADDED = 20
MOST_ONCE = 40
SENT = gettext_lazy("Your text has reached the office.")


def on_own_case(act: View) -> Callable[..., HttpResponse]:
    """``act`` for whoever has a pass; others are asked for code and contact, and so is who comes by an address."""

    @city_screen
    @sensitive_post_parameters()
    @wraps(act)
    def view(request: HttpRequest, place: Place) -> HttpResponse:
        if request.method == "POST" and (refused := too_many(request, place, "act")) is not None:
            return refused
        here = [district.pk for district in districts_of_city(place)]
        case = case_of(request.POST.get("pass", ""), districts=here)
        return act(request, place, case) if case is not None else _ask_anew(request, place)

    return view


@on_own_case
def supplement(request: HttpRequest, place: Place, case: Case) -> HttpResponse:
    """An answer (Art. 30, 35), something of one's own accord, or a message when it is over."""
    text, uploads = _typed(request.POST.get("text", "")), request.FILES.getlist("attachments")
    earlier, dropped = kept_of(request.POST.get("pending", "")), request.POST.getlist("dropped")
    kept = [file for file in earlier if file.key not in dropped]
    try:
        _check_length(text)
        _check_added(case, uploads, kept)
        _check_meant(case, request.POST.get("answer"))
        if not _is_first(request.POST.get(ONCE, "")):
            return show_case(request, place, _anew(case), said=str(SENT))
        _add(case, text, [*kept, *uploads])
    except (CaseRefused, ValidationError) as error:
        wrong = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        kept += keep(good_uploads(uploads, beside=[file.size for file in kept])) if has_room() else []
        return show_case(request, place, case, wrong=wrong, text=text, kept=kept)
    forget(earlier)
    return show_case(request, place, _anew(case), said=str(SENT))


@on_own_case
def withdraw(request: HttpRequest, place: Place, case: Case) -> HttpResponse:
    """For good, so it is asked whether this is meant."""
    if not request.POST.get("sure"):
        return show_case(request, place, case, wrong=_("Tick that you withdraw it; nothing was done."))
    try:
        withdraw_case(case=case, user=None)
    except CaseRefused as error:
        return show_case(request, place, case, wrong=str(error))
    return show_case(request, place, _anew(case), said=_("The application is withdrawn."))


@on_own_case
def file(request: HttpRequest, place: Place, case: Case) -> HttpResponse:
    """A file of the case that its applicant may have; any other is absent."""
    found = files_for_applicant(case).filter(pk=key_of(request.POST.get("file", ""))).first()
    if found is None:
        raise Http404
    try:
        with found.file.open("rb") as stored:
            return as_attachment(stored.read(), name=found.name)
    except (UnreadableFile, FileNotFoundError):
        wrong = _("“%(name)s” cannot be read at present. Please write to the office.") % {"name": found.name}
        return show_case(request, place, case, wrong=wrong)


@on_own_case
def export(request: HttpRequest, place: Place, case: Case) -> HttpResponse:
    """All that is kept of the case, as far as it is the applicant's (Personal Information Protection Law, Art. 45)."""
    return as_attachment(own_data(case, files=files_for_applicant(case)), name=f"{_('application')}-{case.pk}.zip")


def _ask_anew(request: HttpRequest, place: Place) -> HttpResponse:
    """Whoever wrote longer than a pass holds names code and contact once more, and loses nothing of it."""
    said = _("Too much time has passed since your application was opened. Please name code and contact once more.")
    new, earlier = request.FILES.getlist("attachments"), kept_of(request.POST.get("pending", ""))
    if new and has_room() and too_many(request, place, "files") is None:
        earlier += keep(good_uploads(new, beside=[file.size for file in earlier]))
    carried = {"text": request.POST.get("text", ""), "pending": signed(earlier)}
    return ask_for_code(request, place, CodeForm(), said=said if request.method == "POST" else "", **carried)


def _typed(text: str) -> str:
    """Line breaks as one character each, as browsers count them; forms send two."""
    return text.replace("\0", "").replace("\r\n", "\n").strip()


def _check_length(text: str) -> None:
    if len(text) > LONGEST:
        sizes = {"most": LONGEST, "length": len(text)}
        raise ValidationError(_("The text has %(length)d characters; the most is %(most)d. Attach the rest.") % sizes)


def _check_added(case: Case, uploads: list[UploadedFile], kept: list[PendingFile]) -> None:
    """What may be added at once, and to one case in all."""
    check_uploads(uploads, beside=[file.size for file in kept])
    if case.files.filter(kind=FileKind.SUPPLEMENT).count() + len(uploads) + len(kept) > MOST_ADDED:
        raise ValidationError(_("To one application at most %(most)d files can be added.") % {"most": MOST_ADDED})


def _check_meant(case: Case, answer: str | None) -> None:
    """What was typed as one thing is not taken for another, as an addition for the answer to a notice."""
    if answer is not None and answer != progress_of(case).answer:
        raise CaseRefused(_("Your application has moved on meanwhile. Read what stands here now, then send it again."))


def _is_first(once: str) -> bool:
    """Whether the form comes for the first time: its answer is loaded anew, or its button pressed twice."""
    return not once or use_once(f"gongkai.requests.added.{once[:MOST_ONCE]}", seconds=LASTS)


@transaction.atomic
def _add(case: Case, text: str, files: list[UploadedFile | PendingFile]) -> None:
    verbs: dict[Act, Callable[..., object]] = {
        Act.CORRECT: record_correction,
        Act.GIVE_REASONS: give_reasons,
        Act.SUPPLEMENT: supplement_case,
        Act.MESSAGE: write_message,
    }
    say = verbs[progress_of(case).answer]
    say(case=case, text=text, user=None)
    add_files(case=case, kind=FileKind.SUPPLEMENT, files=[GivenFile(one.name or "", one.read()) for one in files])


def _anew(case: Case) -> Case:
    return Case.objects.select_related("district", "unit").get(pk=case.pk)
