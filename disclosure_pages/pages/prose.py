"""Prose: what authors may write with. Regulated facts are fields and child models; only running text is prose.

Page titles are the first-level heading, so headings in a body start at the second level, and those in a section of a
page that has headings of its own at the third. A picture needs an alternative text unless it is marked as decoration.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, RichTextBlock, StreamBlock, StreamValue, StructBlock
from wagtail.contrib.table_block.blocks import DEFAULT_TABLE_OPTIONS, TableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock

INLINE_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]
SECTION_FEATURES = ["h3", "h4", *INLINE_FEATURES]
BODY_FEATURES = ["h2", "h3", "h4", "blockquote", "hr", *INLINE_FEATURES]
# The table editor brings only its English words along; without a language it would look for Chinese ones and complain.
TABLE_OPTIONS: dict[str, Any] = {
    **DEFAULT_TABLE_OPTIONS,
    "language": "en-US",
    "mergeCells": True,
    "contextMenu": [*DEFAULT_TABLE_OPTIONS["contextMenu"], "---------", "mergeCells", "alignment"],
}


class FigureBlock(StructBlock):
    """A picture with its caption."""

    image = ImageBlock(label=_("Picture"))
    caption = CharBlock(label=_("Caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "disclosure_pages/blocks/figure.html"


class ProseBlock(StreamBlock):
    """Text, tables and pictures in the order in which they are read."""

    text = RichTextBlock(label=_("Text"), features=BODY_FEATURES)
    table = TableBlock(label=_("Table"), table_options=TABLE_OPTIONS, template="disclosure_pages/blocks/table.html")
    figure = FigureBlock()


class ProseField(StreamField):
    """A body of text, tables and pictures. Rich text may be assigned as it is: it becomes one block of text."""

    def to_python(self, value: Any) -> StreamValue:
        if isinstance(value, str) and value.lstrip().startswith("<"):
            value = [{"type": "text", "value": value}]
        return super().to_python(value)


def prose_field(label: Any, **options: Any) -> ProseField:
    """A body of prose; blank in a draft, whatever ``required_header_fields`` asks for at submission."""
    return ProseField(ProseBlock(), verbose_name=label, blank=True, **options)


def section_field(label: Any, **options: Any) -> RichTextField:
    """A short piece of text under a heading of its own."""
    return RichTextField(label, blank=True, features=SECTION_FEATURES, **options)
