"""The gate: a finding for each number, and for each file that could not be checked. Both can be overridden."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from disclosure_pages.media.models import DisclosureDocument, FileText
from disclosure_pages.media.tasks import has_worker, read_document
from disclosure_pages.media.texts.keeping import REQUEST_SECONDS
from disclosure_pages.media.texts.parts import Reason, Unread
from plugins.findings import Finding, GateRequest, Severity, Stage

from .gaps import describe_gaps, is_incidental
from .hits import Hit
from .scanning import documents_of, pictures_of, scan_documents, scan_fields, scan_words_of_files

#: Numbers of one kind that are listed one by one; a list of a thousand people is one decision.
LISTED_ONE_BY_ONE = 30
#: Places of one number that are named.
NAMED_PLACES = 3
#: Stages at which somebody looks at the pictures, which no check looks into.
LOOKING_STAGES = frozenset({Stage.UNIT_REVIEW, Stage.CONFIDENTIALITY_REVIEW})


def personal_data_findings(request: GateRequest) -> list[Finding]:
    """What stands in text, files and their names. At submission it is only said; afterwards it needs a reason.

    Files are read within ``REQUEST_SECONDS`` in all. At submission nobody waits for them.
    """
    page = request.page
    severity = Severity.NOTICE if request.stage == Stage.SUBMIT else Severity.OVERRIDABLE
    hits, pictures = [*scan_fields(page), *scan_words_of_files(page)], len(pictures_of(page))
    gaps: list[Finding] = []
    seconds = 0 if request.stage == Stage.SUBMIT else REQUEST_SECONDS
    for document, text, found in scan_documents(documents_of(page), seconds=seconds):
        hits += found
        pictures += is_incidental(text)
        gaps += _gaps(document, text) if seconds else ()
    notices = _pictures(pictures) if request.stage in LOOKING_STAGES else ()
    return [*_numbers(hits, severity), *gaps, *notices]


def _numbers(hits: Iterable[Hit], severity: Severity) -> Iterator[Finding]:
    """One finding for each number, wherever it stands; beyond a bound, one for all others of its kind."""
    by_number: dict[tuple[str, str], list[Hit]] = defaultdict(list)
    for hit in hits:
        by_number[hit.kind, hit.fingerprint].append(hit)
    by_kind: dict[str, list[list[Hit]]] = defaultdict(list)
    for (kind, _fingerprint), same in by_number.items():
        by_kind[kind].append(same)
    for numbers in by_kind.values():
        yield from (_number(same, severity) for same in numbers[:LISTED_ONE_BY_ONE])
        if others := numbers[LISTED_ONE_BY_ONE:]:
            yield _others(others, severity)


def _number(same: list[Hit], severity: Severity) -> Finding:
    hit = same[0]
    return Finding(
        code=f"gongkai.personal_data.{hit.kind}",
        subject=hit.fingerprint,
        severity=severity,
        field=hit.field,
        excerpt=hit.masked,
        message=_("Possible personal data (%(kind)s): %(masked)s in %(places)s")
        % {"kind": hit.label, "masked": hit.masked, "places": _places(same)},
        remedy=_remedy(),
    )


def _places(hits: Iterable[Hit]) -> str:
    places = list(dict.fromkeys(hit.place for hit in hits))
    named = pgettext("list", "; ").join(places[:NAMED_PLACES])
    more = len(places) - NAMED_PLACES
    if more <= 0:
        return named
    text = ngettext("%(places)s and %(count)d more place", "%(places)s and %(count)d more places", more)
    return text % {"places": named, "count": more}


def _others(numbers: list[list[Hit]], severity: Severity) -> Finding:
    hit, fingerprints = numbers[0][0], sorted(same[0].fingerprint for same in numbers)
    message = ngettext(
        "Possible personal data (%(kind)s): %(count)d more number in %(places)s",
        "Possible personal data (%(kind)s): %(count)d more numbers in %(places)s",
        len(numbers),
    )
    places = _places(hit for same in numbers for hit in same)
    return Finding(
        code=f"gongkai.personal_data.{hit.kind}",
        subject=hashlib.sha256("".join(fingerprints).encode()).hexdigest()[:12],
        severity=severity,
        field=hit.field,
        message=message % {"kind": hit.label, "count": len(numbers), "places": places},
        remedy=_remedy(),
    )


def _remedy() -> str:
    return _("Remove or mask it; a confidentiality reviewer may record why it has to be public.")


def _gaps(document: DisclosureDocument, text: FileText) -> Iterator[Finding]:
    """What of a file nobody has checked; the rest of one that takes long is read by the worker."""
    gaps = [gap for gap in text.gaps() if not (gap.reason == Reason.PICTURE and not gap.where and text.parts)]
    if not gaps:
        return
    is_late = text.stopped_by == Reason.TIME
    if is_late and has_worker():
        read_document.enqueue(document_id=document.pk)
    words = {"name": document.filename, "gaps": describe_gaps(gaps, text)}
    yield Finding(
        code="gongkai.personal_data.unchecked",
        subject=_fingerprint(text, gaps),
        severity=Severity.OVERRIDABLE,
        message=_("“%(name)s” could not be checked for personal data: %(gaps)s") % words,
        remedy=_("The rest is being read: look again in some minutes, or look through the file yourself and say so.")
        if is_late and has_worker()
        else _("Look through the file yourself and say so, or attach one whose text can be read."),
    )


def _fingerprint(text: FileText, gaps: list[Unread]) -> str:
    """The same for the same bytes and gaps, just read or read long ago."""
    known = sorted((str(gap.reason.value), repr([(str(kind), str(name)) for kind, name in gap.where])) for gap in gaps)
    return hashlib.sha256(f"{text.content_hash}{known}".encode()).hexdigest()[:12]


def _pictures(count: int) -> Iterator[Finding]:
    if count:
        text = ngettext(
            "The check for personal data does not look into pictures; there is %(count)d.",
            "The check for personal data does not look into pictures; there are %(count)d.",
            count,
        )
        yield Finding(
            code="gongkai.personal_data.pictures",
            severity=Severity.NOTICE,
            message=text % {"count": count},
            remedy=_("Look at them."),
        )
