"""All that a plug-in may import of the product, and no more: whatever else there is may change without a word.

The version of this contract is ``CONTRACT``. A name that is to go is announced in ``DEPRECATED`` with what to use
instead, warns whoever uses it, and goes with the next major version. Names are looked up when they are used, so that a
manifest can be read before the settings are.
"""

from __future__ import annotations

import warnings
from importlib import import_module
from typing import Any, Final

_HOMES: Final = {
    "cms.calendar.domain.working_days": ("WorkingCalendar", "working_calendar"),
    "cms.demo.samples": ("publish_sample",),
    "cms.people.domain.roles": ("districts_of", "people_with_role", "roles_of", "units_of"),
    "cms.people.enums": ("Role",),
    "cms.registers.admin.base": ("RegisterAdmin",),
    "cms.registers.resources": ("RegisterColumn", "RegisterResource"),
    "cms.registers.forms": ("RegisterForm",),
    "cms.registers.rules": ("add_register",),
    "cms.registers.wagtail_hooks": ("show_register",),
    "cms.registers.sheets": ("SHEET_TYPES", "write_sheet"),
    "cms.registers.sheets.cells": ("restore_cell",),
    "cms.steps.command": ("StepCommand",),
    "cms.steps.report": ("Refused", "Report"),
    "cms.tenancy.models": ("City", "District", "Unit"),
    "disclosure_pages.clearance.held_roles": ("held_roles",),
    "disclosure_pages.documents.days": ("iso_day", "read_day"),
    "disclosure_pages.documents.domain.serials": ("take_serial",),
    "disclosure_pages.documents.enums": ("LegalClass",),
    "disclosure_pages.documents.force.enums": ("LegalForce",),
    "disclosure_pages.documents.models": ("LegalRecord", "PolicyDocument"),
    "disclosure_pages.importing.reading": ("UnreadableDocument", "read_document"),
    "disclosure_pages.library.documents.blocks": ("blocks_of",),
    "disclosure_pages.library.documents.citing": ("qr_svg",),
    "disclosure_pages.library.documents.exports.characters": ("writable", "writable_html"),
    "disclosure_pages.library.documents.exports.pdf": ("ExportFailed", "make_pdf"),
    "disclosure_pages.library.documents.exports.pictures": ("with_pictures",),
    "disclosure_pages.library.documents.exports.store": ("forget_files", "kept_file"),
    "disclosure_pages.library.documents.exports.views": ("answer_file", "answer_pdf"),
    "disclosure_pages.library.documents.exports.word": ("add_blocks", "set_fonts"),
    "disclosure_pages.library.documents.exports.word_pictures": ("Pictures", "published_pictures"),
    "disclosure_pages.library.lists.tables": ("csv_lines_of", "workbook_of"),
    "disclosure_pages.media.inspection.inspect": ("inspect_file",),
    "disclosure_pages.media.inspection.kinds": ("content_type_of",),
    "disclosure_pages.media.names": ("safe_file_name",),
    "disclosure_pages.pages.forms": ("ContentForm",),
    "disclosure_pages.pages.models": ("Article", "Content", "InstitutionProfile"),
    "disclosure_pages.pages.panels": ("ATTACHMENTS", "TITLE"),
    "disclosure_pages.pages.prose": ("prose_field",),
    "disclosure_pages.pages.validators": ("validate_phone",),
    "disclosure_pages.public.listings.paging": ("Paged",),
    "disclosure_pages.public.listings.choices": ("FilterChoice",),
    "disclosure_pages.public.links": ("Links",),
    "disclosure_pages.public.place": ("Place",),
    "disclosure_pages.public.skeleton": ("Crumb", "skeleton"),
    "disclosure_pages.responsibility.domain.registers": ("register_of",),
    "disclosure_pages.responsibility.enums": ("FileFormat", "ProblemSeverity"),
    "disclosure_pages.responsibility.forms": ("TableFileField",),
    "disclosure_pages.responsibility.problems": ("Problem", "UnreadableFile", "has_errors"),
    "disclosure_pages.responsibility.reading": ("RawFile", "read_file"),
    "disclosure_pages.responsibility.reading.raw": ("Cell", "RawRow", "RawTable"),
    "disclosure_pages.responsibility.titles": ("clean_words", "words_identity"),
    "disclosure_pages.rounds.domain.drafting": ("begin_draft", "sections_of_district"),
    "disclosure_pages.rounds.exceptions": ("RoundRefused",),
    "disclosure_pages.tree.enums": ("ColumnPurpose", "DisclosureAttribute"),
    "disclosure_pages.tree.models": ("Column", "DisclosurePage", "Section"),
    "disclosure_pages.tree.presentation": ("install_part",),
    "disclosure_pages.tree.slugs": ("ascii_slug",),
    "disclosure_pages.api.public.contents": ("LARGEST_KEY",),
    "disclosure_pages.api.public.schemas": ("ProblemSchema",),
    "search.domain.answering": ("SearchRests",),
    "search.domain.finding": ("find_published",),
    "search.domain.reader_query": ("ReaderQuery",),
    "plugins.activation": ("active_districts", "is_active"),
    "plugins.contributions.admin": ("DeskPanel", "DeskPile", "DeskRow", "Menu", "MenuEntry", "PageButton"),
    "plugins.contributions.columns": ("ColumnPreset",),
    "plugins.contributions.figures": ("FigureScope", "FigureSource"),
    "plugins.contributions.files": ("BrokenFile", "ExportFormat", "ExportTable", "FileUse", "ImportFormat"),
    "plugins.contributions.searching": ("SearchFacet",),
    "plugins.contributions.slots": ("Fragment", "Slot", "SlotContext", "SlotPart", "Varies"),
    "plugins.contributions.work": ("Channel", "Job", "Measure", "Publication", "SearchText"),
    "plugins.effects.mailing": ("OVERDUE", "mail_notices", "nearest_notice"),
    "plugins.effects.places": ("place_called",),
    "plugins.effects.renewing": ("pages_anew", "search_anew"),
    "plugins.effects.reporting": ("Counted", "counted_figures", "figure_sources"),
    "plugins.effects.screens.offered": ("AdminScreen", "city_screen", "public_screen"),
    "plugins.findings": ("Finding", "GateRequest", "Severity", "Stage"),
    "plugins.hookspecs": ("hookimpl",),
    "plugins.manifest": ("Level", "Manifest", "WhenOff"),
    "plugins.version": ("CONTRACT",),
}
_HOME_OF: Final = {name: home for home, names in _HOMES.items() for name in names}
#: What is called otherwise at home, because it says too little out of its room.
_AT_HOME: Final = {
    "ProblemSeverity": "Severity",
    "FilterChoice": "Choice",
    "RegisterColumn": "Column",
    "kept_file": "kept",
    "forget_files": "forget",
    "SHEET_TYPES": "CONTENT_TYPES",
    "LARGEST_KEY": "MAX_KEY",
    "find_published": "find",
    "UnreadableDocument": "Unreadable",
    "clean_words": "clean",
    "restore_cell": "restore",
    "words_identity": "identity",
}
#: Former names: what to use instead, and the version of the contract that will not have them.
DEPRECATED: Final[dict[str, tuple[str, str]]] = {}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605 (made of the table above)


def __getattr__(name: str) -> Any:
    if name in DEPRECATED:
        instead, version = DEPRECATED[name]
        message = f"plugins.api.{name} will not be in version {version} of the contract; use {instead}."
        warnings.warn(message, DeprecationWarning, stacklevel=2)
        name = instead
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"plugins.api has no {name}; what it has is in its __all__.")
    return getattr(import_module(home), _AT_HOME.get(name, name))


def __dir__() -> list[str]:
    return list(__all__)
