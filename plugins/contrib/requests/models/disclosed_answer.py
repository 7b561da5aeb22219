from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.search import index

from plugins.api import ATTACHMENTS, TITLE, Content, prose_field


class DisclosedAnswer(Content):
    """What was answered to an application, for everybody to read (Art. 44): nothing tells who applied.

    It is written from a case and goes through all reviews; which case it was is in the log of the case, not here.
    """

    question = models.TextField(pgettext_lazy("of a disclosed answer", "what was asked"), blank=True)
    answer = prose_field(pgettext_lazy("of a disclosed answer", "what was answered"))

    template = "gongkai_requests/disclosed_answer.html"
    required_header_fields: ClassVar[tuple[str, ...]] = ("question", "answer")
    description_field: ClassVar[str] = "question"

    content_panels = [TITLE, FieldPanel("question"), FieldPanel("answer"), ATTACHMENTS]
    search_fields: ClassVar[list[Any]] = [
        *Content.search_fields,
        index.SearchField("question"),
        index.SearchField("answer"),
    ]
    api_fields: ClassVar[list[APIField]] = [
        *Content.api_fields,
        APIField("question", writable=True),
        APIField("answer", writable=True),
    ]

    class Meta:
        verbose_name = _("disclosed answer")
        verbose_name_plural = _("disclosed answers")
