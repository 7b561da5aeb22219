"""The editor's panels of an interpretation, and of its plan on a policy document."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from disclosure_pages.pages.panels import ATTACHMENTS, TITLE

from .pair_panel import PairPanel

CONTENT_PANELS = [
    TITLE,
    PairPanel(),
    InlinePanel("documents", heading=_("Interpreted documents"), label=_("Document"), min_num=1),
    MultiFieldPanel(
        [
            FieldPanel("form"),
            FieldRowPanel([FieldPanel("interpreter_unit"), FieldPanel("interpreter_name")]),
            FieldPanel("publish_together"),
        ],
        heading=_("Header"),
    ),
    FieldPanel("body"),
    InlinePanel("charts", heading=_("Charts"), label=_("Chart")),
    InlinePanel("questions", heading=_("Questions and answers"), label=_("Question")),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("video_file"), FieldPanel("video_link")]), FieldPanel("transcript")],
        heading=_("Video"),
    ),
    ATTACHMENTS,
]

PLAN_PANEL = InlinePanel(
    "interpretation_plans",
    heading=_("Plan of interpretation"),
    label=_("Planned interpretation"),
    help_text=_("Reviewed together with the document; readers never see it."),
)
