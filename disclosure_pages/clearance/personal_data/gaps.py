"""What could not be checked of a file, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from disclosure_pages.media.models import FileText
from disclosure_pages.media.texts.parts import Reason, Unread

from .places import place_in_file

#: Places with the same reason that are named.
NAMED = 8


def is_incidental(text: FileText) -> bool:
    """Whether a file that was read has pictures in it besides: nobody is asked about each logo."""
    return bool(text.parts) and any(gap.reason == Reason.PICTURE and not gap.where for gap in text.gaps())


def describe_gaps(gaps: Iterable[Unread], text: FileText) -> str:
    """Each reason once, with the places that it concerns."""
    places: dict[Reason, list[str]] = defaultdict(list)
    for gap in gaps:
        places[gap.reason] += [place_in_file(gap.where)] if gap.where else []
    return pgettext("list", "; ").join(_one(reason, where, text) for reason, where in places.items())


def _one(reason: Reason, places: list[str], text: FileText) -> str:
    words = _reason(reason) % {"read": _last_place(text)}
    if not places:
        return words
    named = pgettext("list", ", ").join(places[:NAMED]) + ("…" if len(places) > NAMED else "")
    return _("%(reason)s (%(places)s)") % {"reason": words, "places": named}


def _reason(reason: Reason) -> str:
    return {
        Reason.PICTURE: _("pages or pictures without text"),
        Reason.RECORDING: _("sound or film"),
        Reason.KIND: _("a kind of file that cannot be read"),
        Reason.DAMAGED: _("damaged parts"),
        Reason.LOST: _("the file is missing on the storage"),
        Reason.TIME: _("reading takes too long; read so far: %(read)s"),
        Reason.LENGTH: _("it is too long; read so far: %(read)s"),
    }[reason]


def _last_place(text: FileText) -> str:
    read = list(text.texts())
    if not read:
        return _("nothing")
    return place_in_file(read[-1].where) or _("its beginning")
