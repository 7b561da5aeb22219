"""Panels that every kind of page shares."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import CommentPanel, FieldPanel, InlinePanel, MultiFieldPanel

TITLE = FieldPanel("title", help_text=_("In full, as it appears to the public."))
ATTACHMENTS = InlinePanel("attachments", heading=_("Attachments"), label=_("Attachment"))

ADDRESS = [
    FieldPanel(
        "slug",
        heading=pgettext_lazy("of a web page", "Address"),
        help_text=_("Leave it blank: it is made from the title in pinyin. It should not change after publication."),
    ),
    FieldPanel(
        "search_description",
        heading=_("Description"),
        help_text=_("One or two sentences for search engines and lists; left blank, the beginning of the text."),
    ),
]
SCHEDULE = [
    MultiFieldPanel(
        [
            FieldPanel(
                "go_live_at",
                heading=_("Requested time of publication"),
                help_text=_(
                    "Left blank, the content is public as soon as the last review has approved it. The reviews come "
                    "first in any case."
                ),
            )
        ],
        heading=_("Publication"),
    ),
    CommentPanel(),
]
