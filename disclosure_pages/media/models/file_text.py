from __future__ import annotations

from collections.abc import Iterator

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disclosure_pages.media.texts.bounded import Reading
from disclosure_pages.media.texts.parts import Part, Reason, Unread, from_json, to_json


class FileText(models.Model):
    """What was read of the bytes of a file, whichever documents have these bytes.

    ``parts`` and ``unread`` are lists of what ``texts/parts.py`` describes. ``seconds`` is how long reading was allowed
    to take; when that did not suffice, ``stopped_by`` says so, and who has more time may try again.
    """

    content_hash = models.CharField(_("SHA-256 of the file"), max_length=64)
    extension = models.CharField(_("extension"), max_length=10)
    parts = models.JSONField(_("pieces of text"), default=list)
    unread = models.JSONField(_("not read"), default=list)
    stopped_by = models.CharField(_("reading was stopped by"), max_length=10, blank=True)
    seconds = models.PositiveIntegerField(_("seconds allowed"), default=0)
    read_at = models.DateTimeField(_("read at"), default=timezone.now)

    class Meta:
        verbose_name = _("text of a file")
        verbose_name_plural = _("texts of files")
        constraints = [models.UniqueConstraint(fields=["content_hash", "extension"], name="gongkai_file_text_once")]

    def __str__(self) -> str:
        return f"{self.content_hash[:12]}.{self.extension}"

    @property
    def text(self) -> str:
        """All that was read, a line or more for each part."""
        return "\n".join(part.text for part in self.texts())

    def texts(self) -> Iterator[Part]:
        """What was read, piece by piece."""
        yield from (part for part in map(from_json, self.parts) if isinstance(part, Part))

    def gaps(self) -> Iterator[Unread]:
        """What was not read, and why; a file that was read to its end without trouble has none."""
        yield from (gap for gap in map(from_json, self.unread) if isinstance(gap, Unread))
        if self.stopped_by:
            yield Unread(Reason(self.stopped_by))

    def take(self, reading: Reading, *, seconds: int) -> None:
        """Keep what was read within ``seconds``."""
        self.parts = [to_json(part) for part in reading.parts]
        self.unread = [to_json(gap) for gap in reading.unread]
        self.stopped_by = reading.stopped_by or ""
        self.seconds = seconds
        self.read_at = timezone.now()
