from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField
from wagtail.models import PageManager
from wagtail.search import index

from cms.tenancy.models import Unit
from disclosure_pages.interpretations.enums import InterpretationForm
from disclosure_pages.interpretations.forms import EditorForm
from disclosure_pages.interpretations.panels import CONTENT_PANELS
from disclosure_pages.interpretations.querysets import InterpretationQuerySet
from disclosure_pages.media.models import DisclosureDocument
from disclosure_pages.pages.models import Content
from disclosure_pages.pages.prose import prose_field, section_field
from disclosure_pages.pages.text import plain_text, shorten
from disclosure_pages.pages.validators import validate_link
from disclosure_pages.tree.enums import ColumnPurpose

OWN_FIELDS = (
    "form",
    "interpreter_unit",
    "interpreter_name",
    "publish_together",
    "body",
    "video_file",
    "video_link",
    "transcript",
    "documents",
    "charts",
    "questions",
)


class Interpretation(Content):
    """An interpretation (解读) of one or several policy documents, in one form.

    Whoever drafts a document interprets it. While a document is not public its interpretation is not either; with
    ``publish_together`` neither becomes public without the other.
    """

    form = models.CharField(
        _("form"), max_length=20, choices=InterpretationForm.choices, default=InterpretationForm.TEXT
    )
    interpreter_unit = models.ForeignKey(
        Unit,
        verbose_name=_("interpreting unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The unit that drafted the document; left blank, the unit that publishes the interpretation."),
    )
    interpreter_name = models.CharField(
        _("interpreter"), max_length=120, blank=True, help_text=_("The expert, the speaker or the medium, by name.")
    )
    publish_together = models.BooleanField(
        _("published together with its documents"),
        default=True,
        help_text=_("A document that is not public yet then waits until this interpretation is cleared too."),
    )
    body = prose_field(_("body"))
    video_file = models.ForeignKey(
        DisclosureDocument,
        verbose_name=_("video file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    video_link = models.CharField(_("link to the video"), max_length=500, blank=True, validators=[validate_link])
    transcript = section_field(
        _("transcript"), help_text=_("What is said and shown, for those who cannot see or hear it.")
    )

    objects: ClassVar[Any] = PageManager.from_queryset(InterpretationQuerySet)()

    template = "disclosure_pages/interpretation.html"
    base_form_class = EditorForm
    purposes: ClassVar[frozenset[str]] = frozenset({ColumnPurpose.SYSTEM, ColumnPurpose.STATUTORY, ColumnPurpose.OTHER})
    required_children: ClassVar[tuple[str, ...]] = ("documents",)
    description_field: ClassVar[str] = "body"
    internal_fields: ClassVar[frozenset[str]] = frozenset({"publish_together"})
    content_panels = CONTENT_PANELS
    search_fields: ClassVar[list[Any]] = [
        *Content.search_fields,
        index.SearchField("interpreter_name"),
        index.SearchField("body"),
        index.SearchField("transcript"),
        index.FilterField("form"),
        index.RelatedFields("questions", [index.SearchField("question"), index.SearchField("answer")]),
    ]
    api_fields: ClassVar[list[APIField]] = [
        *Content.api_fields,
        *(APIField(name, writable=True) for name in OWN_FIELDS),
    ]

    class Meta:
        verbose_name = _("interpretation")
        verbose_name_plural = _("interpretations")

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Keep in a table which documents the latest draft explains: drafts themselves cannot be asked."""
        from disclosure_pages.interpretations.domain.pairing import sync_pairings  # stands on models

        revision = super().save_revision(*args, **kwargs)
        sync_pairings(interpretation=self)
        return revision

    @property
    def interpreter(self) -> str:
        """Who explains the document, as readers see it."""
        unit = self.interpreter_unit or self.unit
        name = unit.full_name or unit.name
        return f"{name} {self.interpreter_name}".strip()

    @property
    def description(self) -> str:
        """What :class:`Content` says; without prose, the first answer or the transcript."""
        first = self.questions.first()
        return super().description or shorten(plain_text(first.answer if first else self.transcript))
