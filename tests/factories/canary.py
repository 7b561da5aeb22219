"""Content that says one word wherever content can say something."""

from __future__ import annotations

from typing import Any

from disclosure_pages.media.texts.keeping import text_of
from disclosure_pages.pages.models import Attachment
from disclosure_pages.tree.models import Section

from .documents import make_document_draft
from .media import make_document

WORD = "金丝雀甲乙丙丁"


def make_marked_draft(section: Section) -> Any:
    """A draft that says the word in every place in which content can say something."""
    file = make_document(section, title=f"{WORD}附件", name=f"{WORD}.txt", content=f"{WORD}正文。".encode())
    text_of(file)
    body = f'<h2>{WORD}</h2><p>{WORD}</p><p><a linktype="document" id="{file.pk}">{WORD}</a></p>'
    fields = {"search_description": WORD, "keywords": WORD, "addressees": WORD, "source": WORD, "stated_basis": WORD}
    draft = make_document_draft(f"关于{WORD}的通知", section=section, body=body, **fields)
    draft.attachments.set([Attachment(document=file, title=WORD)])
    draft.save_revision(user=draft.owner)
    return draft
