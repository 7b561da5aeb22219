"""A new PDF: pages, pictures and one font. It has no metadata, outline, annotation, attachment or structure."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from .drawing import DrawnPage
from .pictures import Packed, pack
from .text_layer import Alphabet, text_operators


class Writing:
    """Takes one page after the other, so that no more than one picture is in memory as pixels."""

    def __init__(self) -> None:
        self._writer, self._alphabet = PdfWriter(), Alphabet()
        self._font = DictionaryObject()
        self._font_place = self._writer._add_object(self._font)

    def add(self, page: DrawnPage) -> None:
        blank = self._writer.add_blank_page(page.width, page.height)
        picture = self._writer._add_object(_picture(pack(page.picture), *page.picture.size))
        blank[NameObject("/Resources")] = _dictionary(
            {"/XObject": _dictionary({"/P": picture}), "/Font": _dictionary({"/T": self._font_place})}
        )
        drawn = f"q {page.width:.2f} 0 0 {page.height:.2f} 0 0 cm /P Do Q\n".encode()
        blank[NameObject("/Contents")] = self._writer._add_object(_stream(drawn + text_operators(page, self._alphabet)))

    def finished(self) -> bytes:
        self._font.update(self._font_entries())
        self._writer.metadata = None
        file = io.BytesIO()
        self._writer.write(file)
        return file.getvalue()

    def _font_entries(self) -> DictionaryObject:
        system = {"/Registry": TextStringObject("Adobe"), "/Ordering": TextStringObject("Identity")}
        numbers = {"/Flags": 4, "/ItalicAngle": 0, "/Ascent": 880, "/Descent": -120, "/CapHeight": 880, "/StemV": 80}
        name, box = NameObject("/Unseen"), ArrayObject(map(NumberObject, (0, -120, 1000, 880)))
        described = _dictionary({"/Type": NameObject("/FontDescriptor"), "/FontName": name, "/FontBBox": box})
        described.update(_dictionary({key: NumberObject(number) for key, number in numbers.items()}))
        below = {
            "/Type": NameObject("/Font"),
            "/Subtype": NameObject("/CIDFontType2"),
            "/BaseFont": name,
            "/CIDSystemInfo": _dictionary({**system, "/Supplement": NumberObject(0)}),
            "/FontDescriptor": self._writer._add_object(described),
            "/DW": NumberObject(1000),
        }
        return _dictionary(
            {
                "/Type": NameObject("/Font"),
                "/Subtype": NameObject("/Type0"),
                "/BaseFont": name,
                "/Encoding": NameObject("/Identity-H"),
                "/DescendantFonts": ArrayObject([self._writer._add_object(_dictionary(below))]),
                "/ToUnicode": self._writer._add_object(_stream(self._alphabet.to_unicode())),
            }
        )


def _dictionary(entries: dict[str, Any]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def _stream(data: bytes) -> StreamObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return stream.flate_encode()


def _picture(packed: Packed, width: int, height: int) -> StreamObject:
    colours: Any = NameObject(packed.colours)
    if packed.palette:
        last = NumberObject(len(packed.palette) // 3 - 1)
        colours = ArrayObject([colours, NameObject("/DeviceRGB"), last, ByteStringObject(packed.palette)])
    stream = StreamObject()
    stream._data = packed.data
    stream.update(
        _dictionary(
            {
                "/Type": NameObject("/XObject"),
                "/Subtype": NameObject("/Image"),
                "/Width": NumberObject(width),
                "/Height": NumberObject(height),
                "/BitsPerComponent": NumberObject(8),
                "/ColorSpace": colours,
                "/Filter": NameObject(packed.filter),
            }
        )
    )
    return stream
