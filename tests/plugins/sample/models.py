"""One kind of page, with rows that are kept beside it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from plugins.api import ATTACHMENTS, TITLE, Content, prose_field


class NoticePage(Content):
    """A notice for everyday life (便民公告)."""

    where = models.CharField("地点", max_length=100, blank=True)
    body = prose_field("正文")

    template = "sample_plugin/notice_page.html"
    description_field = "body"
    content_panels = [TITLE, FieldPanel("where"), FieldPanel("body"), ATTACHMENTS]
    search_fields: ClassVar = [*Content.search_fields, index.SearchField("where"), index.SearchField("body")]

    class Meta:
        verbose_name = "便民公告"
        verbose_name_plural = "便民公告"


class Point(models.Model):
    """A row of its own, found with the page."""

    notice = models.ForeignKey(NoticePage, on_delete=models.CASCADE, related_name="points")
    text = models.CharField("要点", max_length=200)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text
