"""A tree of Word elements copied by the list of what is allowed (``allowed.json``)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from lxml import etree

from .appearance import Appearance, is_tiny, is_white, w
from .packages import R, W

_ALLOWED = json.loads(Path(__file__).with_name("allowed.json").read_text())
_KEPT: dict[str, list[str]] = _ALLOWED["kept"]
_OPENED = frozenset(_ALLOWED["opened"])
_PICTURES = frozenset({"pic", "imagedata", "chart", "relIds", "OLEObject"})
_REFERENCES = frozenset({"headerReference", "footerReference"})
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
#: Attributes that hold what people typed, by element: words are looked for in them too.
TYPED = frozenset({"style", "pStyle", "rStyle", "tblStyle", "basedOn", "next", "name", "rFonts", "lvlText"})
PICTURE_NOTE = "［图略］"


class Cleaning:
    """``references``: new keys of headers and footers; ``safe``: what is kept of an attribute that people typed.

    ``appearance`` says what the styles hide. White and tiny letters get the colour and size of the others, so that
    nobody gives what nobody has seen.
    """

    def __init__(self, references: dict[str, str], safe: Callable[[str], str], appearance: Appearance) -> None:
        self._references, self._safe, self._appearance = references, safe, appearance

    def tree(self, root: Any) -> Any:
        """A new tree."""
        mark_page_fields(root)
        kept = etree.Element(f"{{{W}}}{_name(root)}", nsmap={"w": W, "r": R})
        kept.extend(self._children(root))
        return kept

    def _children(self, element: Any) -> list[Any]:
        return [kept for child in element for kept in self._copies(child)]

    def _copies(self, element: Any) -> list[Any]:
        name, is_word = _name(element), etree.QName(element).namespace == W
        if name in _PICTURES:
            return [_text(PICTURE_NOTE)]
        if is_word and (name in _REFERENCES or name == "fldSimple"):
            return self._reference(element, name) if name in _REFERENCES else self._field(element)
        if name == "oMath":
            return [_run("".join(element.itertext()))]
        if name == "AlternateContent":
            return self._children(element[0]) if len(element) else []
        if name in _OPENED:
            return self._children(element)
        return self._kept(element, name) if is_word and name in _KEPT and not self._is_gone(element, name) else []

    def _is_gone(self, element: Any, name: str) -> bool:
        """Hidden text and rows, rows that a tracked change took away, and what makes letters unseen."""
        if name == "r":
            return self._appearance.is_hidden(element)
        value = element.get(w("val"), "")
        if name in {"color", "sz"}:
            return is_white(value) if name == "color" else is_tiny(value)
        return name == "tr" and any(_is_changed(element, "trPr", change) for change in ("del", "hidden"))

    def _kept(self, element: Any, name: str) -> list[Any]:
        copy = etree.Element(w(name), self._attributes(element, name))
        if name == "t":
            copy.text = element.text
            copy.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            return [copy]
        copy.extend(self._children(element))
        if name == "tc" and _is_changed(element, "tcPr", "cellDel"):
            _empty(copy)
        return [copy, *_hoisted(copy)] if name == "p" else [copy]

    def _attributes(self, element: Any, name: str) -> dict[str, str]:
        values = {etree.QName(key).localname: value for key, value in element.attrib.items()}
        kept = {key: values[key] for key in _KEPT[name] if key in values}
        return {w(key): self._safe(value) if name in TYPED else value for key, value in kept.items()}

    def _reference(self, element: Any, name: str) -> list[Any]:
        key = next((value for key, value in element.attrib.items() if etree.QName(key).localname == "id"), "")
        if key not in self._references:
            return []
        kind = next((value for key, value in element.attrib.items() if etree.QName(key).localname == "type"), "default")
        return [etree.Element(w(name), {w("type"): kind, f"{{{R}}}id": self._references[key]})]

    def _field(self, element: Any) -> list[Any]:
        instruction = next((value for key, value in element.attrib.items() if key.endswith("}instr")), "")
        field = page_field(instruction)
        return [field] if field is not None else self._children(element)


def page_field(instruction: str) -> Any:
    """A new field for the number of a page, or None for all other fields."""
    words = instruction.split()
    if not words or words[0].upper() not in _PAGE_FIELDS:
        return None
    field = etree.Element(w("fldSimple"), {w("instr"): words[0].upper()})
    field.append(_run("1"))
    return field


def mark_page_fields(root: Any) -> None:
    """Numbers of pages are written in several runs; they become one element each, so that they go on counting."""
    for paragraph in root.iter(w("p")):
        began: list[Any] = []
        instruction = ""
        for run in list(paragraph.iter(w("r"))):
            kinds = {mark.get(w("fldCharType")) for mark in run.iter(w("fldChar"))}
            if "begin" in kinds:
                began, instruction = [], ""
            if began or "begin" in kinds:
                began.append(run)
                instruction += "".join(text.text or "" for text in run.iter(w("instrText")))
            if "end" in kinds:
                _replace(began, page_field(instruction))
                began = []


def _replace(runs: list[Any], field: Any) -> None:
    if field is not None and runs and (parent := runs[0].getparent()) is not None:
        parent.insert(parent.index(runs[0]), field)
        for run in runs:
            run.getparent().remove(run)


def _name(element: Any) -> str:
    return etree.QName(element).localname


def _is_changed(element: Any, properties: str, change: str) -> bool:
    return element.find(f"{w(properties)}/{w(change)}") is not None


def _empty(cell: Any) -> None:
    for child in list(cell):
        if _name(child) != "tcPr":
            cell.remove(child)
    cell.append(etree.Element(w("p")))


def _hoisted(paragraph: Any) -> Iterable[Any]:
    """Paragraphs of a text box stand after the paragraph that it is fixed to."""
    inner = [child for run in paragraph.iter(w("r")) for child in run if _name(child) in {"p", "tbl"}]
    for child in inner:
        child.getparent().remove(child)
    return inner


def _text(text: str) -> Any:
    element = etree.Element(w("t"))
    element.text = text
    return element


def _run(text: str) -> Any:
    run = etree.Element(w("r"))
    run.append(_text(text))
    return run
