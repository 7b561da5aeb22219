"""The parts of a DOCX that have text, found by their relations, and a new package with nothing but such parts."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree

from plugins.contrib.requests.redaction.refusals import RedactionRefused

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CAREFUL: dict[str, Any] = {"resolve_entities": False, "no_network": True, "remove_comments": True, "remove_pis": True}
MAX_BYTES = 64 * 1024 * 1024  # of one part
#: Parts that are copied, by the last word of their relation, and the names of which there may be several.
COPIED = ("styles", "numbering", "footnotes", "endnotes", "header", "footer")
_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the copied kinds: ``relation`` is its key in the main part."""

    kind: str
    relation: str
    tree: Any


#: What zipfile and lxml raise about files that are broken or locked.
_BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, StopIteration, RuntimeError, etree.XMLSyntaxError, OSError)


def read_parts(content: bytes) -> list[Part]:
    """The main part first. Raises :class:`RedactionRefused`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            main = next(target for kind, _key, target in _relations(archive, "") if kind == "officeDocument")
            return [Part("document", "", _tree(archive, main)), *_copied(archive, main)]
    except _BROKEN as error:
        raise RedactionRefused(_("This DOCX is broken or locked. Save it anew, without a password.")) from error


def _copied(archive: zipfile.ZipFile, main: str) -> Iterator[Part]:
    for kind, key, target in _relations(archive, main):
        if kind in COPIED:
            yield Part(kind, key, _tree(archive, target))


def _relations(archive: zipfile.ZipFile, source: str) -> list[tuple[str, str, str]]:
    folder, name = posixpath.split(source)
    where = posixpath.join(folder, "_rels", f"{name}.rels")
    if where not in archive.namelist():
        return []
    found = []
    for relation in _tree(archive, where):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            found.append((relation.get("Type", "").rpartition("/")[2], relation.get("Id", ""), target))
    return found


def _tree(archive: zipfile.ZipFile, name: str) -> Any:
    if archive.getinfo(name).file_size > MAX_BYTES:
        raise RedactionRefused(_("This DOCX is too large. Split it first."))
    tree = etree.fromstring(archive.read(name), etree.XMLParser(**_CAREFUL))
    for element in tree.iter(f"{{{_STRICT}}}*"):
        _make_common(element)
    return tree


def _make_common(element: Any) -> None:
    """Strict files have another name for the same elements: it is made the common one."""
    element.tag = element.tag.replace(_STRICT, W)
    for key, value in list(element.attrib.items()):
        del element.attrib[key]
        element.set(key.replace(_STRICT, W), value)


def write_package(parts: Mapping[str, tuple[str, Any]]) -> bytes:
    """``parts`` by relation key: kind and tree; the main part has the key ''."""
    names = {key: f"word/{kind}{number}.xml" for number, (key, (kind, _tree)) in enumerate(parts.items()) if key}
    names[""] = _MAIN
    types = "".join(
        f'<Override PartName="/{names[key]}" ContentType="{_WORD_TYPE}.{kind}{".main" if not key else ""}+xml"/>'
        for key, (kind, _tree) in parts.items()
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, "[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{_DEFAULTS}{types}</Types>')
        _write(archive, "_rels/.rels", _relations_text({"main": ("officeDocument", _MAIN)}))
        below = {key: (kind, posixpath.basename(names[key])) for key, (kind, _tree) in parts.items() if key}
        _write(archive, "word/_rels/document.xml.rels", _relations_text(below))
        for key, (_kind, tree) in parts.items():
            _write(archive, names[key], etree.tostring(tree, encoding="unicode"))
    return file.getvalue()


_DEFAULTS = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
)


def _relations_text(relations: Mapping[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{to}"/>' for key, (kind, to) in relations.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _write(archive: zipfile.ZipFile, name: str, text: str) -> None:
    """All files of a package have one and the same time: the copy does not tell when its source was made."""
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')
