"""Tables of interpretations: what they tell and what each form has to have. No database."""

from __future__ import annotations

from .enums import InterpretationForm

#: What an interpretation tells, as headings that a new draft starts with; Chinese, because they are content.
SUGGESTED_HEADINGS = (
    "背景和依据",
    "目的",
    "主要内容",
    "适用范围",
    "执行标准",
    "关键词解释",
    "与以往政策的不同",
)

#: Forms whose text is the prose; the others live in their pictures, recording or questions.
FORMS_OF_PROSE: frozenset[str] = frozenset(
    {
        InterpretationForm.TEXT,
        InterpretationForm.PRESS_CONFERENCE,
        InterpretationForm.EXPERT,
        InterpretationForm.MEDIA,
    }
)


def suggested_body() -> str:
    """Rich text of the suggested headings, each with an empty paragraph below it."""
    return "".join(f"<h2>{heading}</h2><p></p>" for heading in SUGGESTED_HEADINGS)
