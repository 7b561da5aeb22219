from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.library.querysets import EditionQuerySet


class Edition(models.Model):
    """One text of a document that was public, as readers saw it: written at publication and never changed.

    ``lines`` is the text, one paragraph a line; ``header`` maps names of header fields to what was shown. An edition is
    hidden when the document is withdrawn, or by an act of the disclosure office: that there was one is still told, what
    it said is not.
    """

    page = models.ForeignKey(
        PolicyDocument, verbose_name=_("document"), on_delete=models.CASCADE, related_name="editions"
    )
    number = models.PositiveIntegerField(_("number of the edition"))
    published_at = models.DateTimeField(_("public since"), default=timezone.now)
    digest = models.CharField(_("digest"), max_length=64)
    title = models.CharField(_("title"), max_length=255)
    header = models.JSONField(_("header"), default=dict)
    lines = models.JSONField(_("text"), default=list)
    hidden_at = models.DateTimeField(_("hidden since"), null=True, blank=True)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("hidden by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    hiding_reason = models.CharField(_("reason for hiding it"), max_length=300, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["page", "number"]
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="gongkai_edition_number_once_per_document"),
            models.CheckConstraint(
                condition=Q(hidden_at=None) | ~Q(hiding_reason=""), name="gongkai_hidden_edition_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} · {self.number}"

    @property
    def is_hidden(self) -> bool:
        """Whether its text is not shown any more."""
        return self.hidden_at is not None

    @property
    def is_withdrawn(self) -> bool:
        """Whether a withdrawal of the document hid it, for good, and not somebody's decision about this edition."""
        return self.is_hidden and self.hidden_by_id is None
