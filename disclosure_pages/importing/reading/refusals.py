"""Why a file cannot be read as a document, and what its owner should do."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from disclosure_pages.media.inspection.refusals import FileRefused

_SAVE_AS_DOCX = _("Open it in Word or WPS, save it as .docx and import that file.")

#: code → (what is the matter, what to do)
REFUSALS: dict[str, tuple[Promise, Promise]] = {
    "empty": (_("The file is empty."), _("Choose the file that holds the document.")),
    "too-large": (
        _("The file is larger than any document that is read here."),
        _("Import the text without its pictures, and attach the full file to the draft."),
    ),
    "ofd": (
        _("The file is an OFD document, whose text is not read here."),
        _("Import the document as .docx or PDF, and attach the OFD file to the draft."),
    ),
    "old-word": (
        _("The file is in the format of Word 97–2003 or WPS Writer."),
        _SAVE_AS_DOCX,
    ),
    "spreadsheet": (
        _("The file is a workbook, not a document."),
        _("A list of documents goes to the bulk import; a single document is imported as .docx, PDF or text."),
    ),
    "presentation": (_("The file is a presentation, not a document."), _("Import the document that it presents.")),
    "open-document": (_("The file is an OpenDocument text, which is not read here."), _SAVE_AS_DOCX),
    "archive": (
        _("The file is an archive of other files."),
        _("Unpack it and import its documents, or use the bulk import with a list."),
    ),
    "rich-text": (_("The file is Rich Text (RTF), whatever its name says."), _SAVE_AS_DOCX),
    "web-page": (_("The file is a web page or XML, whatever its name says."), _SAVE_AS_DOCX),
    "picture": (
        _("The file is a picture, so it has no text."),
        _("Let a program recognise its text, check it, and import it as .docx or text."),
    ),
    "scanned": (
        _("The PDF consists of pictures of its pages and has no text."),
        _("Let a program recognise its text, check it, and import it as .docx or text; attach the PDF to the draft."),
    ),
    "unreadable-fonts": (
        _("The PDF does not say which characters its shapes stand for, so its text cannot be read."),
        _("Import the file from which the PDF was made, and attach the PDF to the draft."),
    ),
    "encrypted": (
        _("The file is protected by a password."),
        _("Remove the password in the program that made the file, save it and import it again."),
    ),
    "damaged": (
        _("The file is damaged or incomplete."),
        _("Open it in the program that made it, save it again and import the new file."),
    ),
    "wrong-encoding": (_("The text is neither UTF-8 nor GB18030."), _("Save it as UTF-8 text, or as .docx.")),
    "no-text": (_("The file holds no text."), _("Choose the file that holds the document.")),
    "unknown": (
        _("The content of the file is no document that is read here, whatever its name says."),
        _("Import the document as .docx, PDF with text, or plain text."),
    ),
    "not-converted": (
        _("The file is in the format “%(label)s”, and the plug-in that reads it failed."),
        _("Save it as .docx, PDF with text, or plain text; or tell who operates this site, and try again."),
    ),
    "disguised": (
        _("The name of the file and its content do not fit: the content is .%(format)s."),
        _("Give the file the extension .%(format)s, or choose the right file."),
    ),
}


class Unreadable(Exception):
    """The file is refused. ``code`` is stable; ``message`` and ``remedy`` are in the active language."""

    def __init__(self, code: str, message: str = "", remedy: str = "", **params: object) -> None:
        known_message, known_remedy = REFUSALS.get(code, REFUSALS["damaged"])
        self.code = code
        self.message = message or str(known_message) % params
        self.remedy = remedy or str(known_remedy) % params
        super().__init__(self.message)


_REMEDIES = {
    "macro": _SAVE_AS_DOCX,
    "script": _("Save the document without scripts and actions and import the new file."),
    "external": _SAVE_AS_DOCX,
    "bomb": REFUSALS["too-large"][1],
    "entries": REFUSALS["too-large"][1],
    "path": REFUSALS["damaged"][1],
    "kind": REFUSALS["unknown"][1],
}


def from_inspection(refused: FileRefused) -> Unreadable:
    """The verdict on an upload in the words of an import: the inspection's own sentence, and what to do about it."""
    code = str(refused.code)
    if code in {"encrypted", "damaged", "empty"}:
        return Unreadable(code)
    return Unreadable(code, " ".join(refused.messages), str(_REMEDIES.get(code, REFUSALS["damaged"][1])))
