from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Q
from modelcluster.models import get_all_child_relations
from wagtail.api import APIField
from wagtail.search import index

from disclosure_pages.pages.forms import ContentForm
from disclosure_pages.pages.panels import ADDRESS, SCHEDULE
from disclosure_pages.pages.text import first_text, shorten
from disclosure_pages.tree.models import Column, DisclosurePage

from .attachment import Attachment

#: Child rows of Wagtail's own.
HOUSEKEEPING_CHILDREN = frozenset({"wagtail_admin_comments"})


class Content(DisclosurePage):
    """What every kind of page has in common in the editor, in search and in the API."""

    base_form_class = ContentForm
    promote_panels = ADDRESS
    settings_panels = SCHEDULE
    api_fields: ClassVar[list[APIField]] = [
        APIField("published_on"),
        APIField("attribute"),
        APIField("attachments", writable=True),
    ]
    search_fields: ClassVar[list[Any]] = [
        *DisclosurePage.search_fields,
        index.SearchField("search_description"),
        index.FilterField("district"),
        index.FilterField("unit"),
        index.FilterField("column"),
        index.FilterField("is_public"),
        index.FilterField("published_on"),
    ]
    #: Fields without which the content cannot be submitted.
    required_header_fields: ClassVar[tuple[str, ...]] = ()
    #: Child rows of which at least one must be there.
    required_children: ClassVar[tuple[str, ...]] = ()
    #: The prose from which a description is taken when nobody wrote one.
    description_field: ClassVar[str] = ""

    class Meta:
        abstract = True

    @property
    def description(self) -> str:
        """One or two sentences about the content, in plain text; may be empty."""
        written: str = self.search_description
        return written or shorten(first_text(getattr(self, self.description_field)))

    @property
    def attachment_list(self) -> list[Attachment]:
        """Attachments in the authors' order, with their files at hand."""
        return list(self.attachments.select_related("document"))

    @classmethod
    def child_relations(cls) -> list[Any]:
        """Relations to the child rows that authors fill in."""
        return [relation for relation in get_all_child_relations(cls) if relation.name not in HOUSEKEEPING_CHILDREN]

    def has_rival(self) -> bool:
        """Whether another page, or a column, at the same place has this page's address."""
        others = DisclosurePage.objects.filter(column=self.column_id).exclude(pk=self.pk)
        return (
            others.filter(Q(column_slug=self.slug) | Q(slug=self.slug)).exists()
            # By the column, not by the page's own path: a page that is being created has none yet.
            or Column.objects.child_of(self.column).filter(slug=self.slug).exists()
        )
