"""Office Open XML: the right main part, no macros, nothing loaded from elsewhere."""

from __future__ import annotations

import zipfile
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from .archives import open_zip, read_member
from .kinds import KINDS, Container, Kind
from .refusals import FileRefused, WrongContent

CONTENT_TYPES = "[Content_Types].xml"
MAX_XML = 8 * 1024 * 1024
#: Relations that make Word, Excel or PowerPoint fetch something when the file is opened.
FETCHED_RELATIONS = ("attachedTemplate", "oleObject", "frame", "externalLinkPath", "subDocument", "control")
ACTING_PARTS = ("vbaproject.bin", "vbadata.xml", "activex")


def check_office(stream: BinaryIO, kind: Kind) -> None:
    """A .docx that is a .docm inside, or that runs or fetches anything, is refused."""
    with open_zip(stream) as archive:
        names = archive.namelist()
        if CONTENT_TYPES not in names:
            raise WrongContent("zip")
        _check_types(_xml(archive, CONTENT_TYPES), kind)
        if any(part in name.lower() for name in names for part in ACTING_PARTS):
            raise FileRefused("macro")
        for name in names:
            if name.endswith(".rels"):
                _check_relations(_xml(archive, name))


def _xml(archive: zipfile.ZipFile, name: str) -> Element:
    if archive.getinfo(name).file_size > MAX_XML:
        raise FileRefused("damaged")
    try:
        return fromstring(read_member(archive, name), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise FileRefused("damaged") from error


def _check_types(root: Element, kind: Kind) -> None:
    types = {element.get("ContentType", "") for element in root}
    if any("macroenabled" in name.lower() or "vbaproject" in name.lower() for name in types):
        raise FileRefused("macro")
    if kind.main_part not in types:
        raise WrongContent(_found(types))


def _found(types: set[str]) -> str:
    """The Office kind that the parts make, for the message; a plain archive where they make none."""
    office = {kind.main_part: extension for extension, kind in KINDS.items() if kind.container == Container.OFFICE}
    return next((office[name] for name in sorted(types & office.keys())), "zip")


def _check_relations(root: Element) -> None:
    for relation in root:
        fetched = relation.get("Type", "").rpartition("/")[2]
        if relation.get("TargetMode") == "External" and fetched in FETCHED_RELATIONS:
            raise FileRefused("external", found=fetched)
