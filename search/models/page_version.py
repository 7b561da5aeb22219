from __future__ import annotations

import time

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class PageVersion(models.Model):
    """What an index has to know about a page: its version, and whether it is public.

    ``key`` is the page's id and no foreign key, because the row outlives the page: it is then what makes tombstones.
    Versions are given out by :class:`VersionClock`, each once, so that one number says how far an index is.
    """

    key = models.BigIntegerField(_("page"), primary_key=True)
    version = models.BigIntegerField(_("version"), unique=True)
    is_public = models.BooleanField(_("public"))
    changed_at = models.DateTimeField(_("changed at"))

    class Meta:
        verbose_name = _("version of a page in the index")
        verbose_name_plural = _("versions of pages in the index")

    def __str__(self) -> str:
        return f"{self.key}@{self.version}"


class VersionClock(models.Model):
    """The last version that was given out; one row.

    Versions follow the time in microseconds, so that they go on rising above those that an engine has seen even when
    the database is brought back from a backup.
    """

    last = models.BigIntegerField(_("last version"), default=0)

    class Meta:
        verbose_name = _("clock of versions")
        verbose_name_plural = _("clocks of versions")

    def __str__(self) -> str:
        return str(self.last)

    @classmethod
    def locked(cls) -> VersionClock:
        """The clock, which nobody else turns until the transaction ends: versions become visible in their order."""
        if not transaction.get_connection().in_atomic_block:
            raise transaction.TransactionManagementError("Versions are taken inside the transaction that uses them.")
        cls.objects.get_or_create(pk=1)
        return cls.objects.select_for_update().get(pk=1)

    def take(self, number: int) -> range:
        """The next ``number`` versions."""
        first = max(self.last + 1, time.time_ns() // 1000)
        self.last = first + number
        self.save(update_fields=["last"])
        return range(first, first + number)
