"""Changes of one document as Atom: its publication, its editions, and what became of its force, up to today."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from disclosure_pages.library.rules import EDITIONS, FEED, FORCE

from .context import DocumentView


@dataclass(frozen=True)
class Event:
    """Something that happened to the document; ``key`` tells it apart for good."""

    key: str
    title: str
    description: str
    at: dt.datetime
    part: str = ""


def document_feed(view: DocumentView) -> str:
    """The feed as XML, newest first. What will happen appears on its day."""
    page, url = view.page, view.url
    feed = Atom1Feed(
        title=_("Changes of “%(title)s”") % {"title": page.title},
        link=url,
        description=page.description,
        language=get_language(),
        author_name=page.issuer,
        feed_url=url + FEED,
        feed_guid=_guid(view, "feed"),
    )
    for event in sorted(events(view), key=lambda event: event.at, reverse=True):
        feed.add_item(
            title=event.title,
            link=url + event.part,
            description=event.description,
            pubdate=event.at,
            updateddate=event.at,
            unique_id=_guid(view, event.key),
        )
    return feed.writeString("utf-8")


def events(view: DocumentView) -> Iterator[Event]:
    """What happened to the document until today, in no particular order."""
    for edition in view.editions:
        if not edition.is_hidden:
            first = edition.number == view.editions[0].number
            changed = _("The text was changed (edition %(number)s)") % {"number": edition.number}
            title = _("Published") if first else changed
            yield Event(f"edition/{edition.number}", title, edition.title, edition.published_at, f"{EDITIONS}/")
    for statement in view.law.statements:
        start = statement.period.starts_on
        if start is not None and start <= view.law.today:
            key = f"force/{start.isoformat()}/{statement.force}"
            yield Event(key, statement.label, statement.sentence, _midnight(start), f"{FORCE}/")


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def _guid(view: DocumentView, key: str) -> str:
    return f"urn:uuid:{uuid.uuid5(view.page.translation_key, key)}"
