"""Pictures of pages, as small as they can be without losing a stroke."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass

from PIL import Image, ImageChops

_GREY_LEVELS, _COLOURS, _QUALITY = 16, 64, 80
_TINT = 24  # of 255: what differs less between its colours is grey


@dataclass(frozen=True, slots=True)
class Packed:
    """A picture as a PDF holds it: the stream, its filter, and the colours (``palette`` of RGB, or none)."""

    data: bytes
    filter: str
    colours: str
    palette: bytes = b""


def pack(picture: Image.Image) -> Packed:
    """Text keeps its edges in few colours; scans and photographs are smaller as JPEG."""
    plain = picture.convert("L") if is_grey(picture) else picture
    few = plain.convert("RGB").quantize(_GREY_LEVELS if plain.mode == "L" else _COLOURS, dither=Image.Dither.NONE)
    flat = zlib.compress(few.tobytes(), 9)
    photo = io.BytesIO()
    plain.save(photo, "JPEG", quality=_QUALITY, optimize=True)
    if len(flat) <= photo.tell():
        return Packed(flat, "/FlateDecode", "/Indexed", bytes(few.getpalette("RGB") or b""))
    return Packed(photo.getvalue(), "/DCTDecode", "/DeviceGray" if plain.mode == "L" else "/DeviceRGB")


def is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    return not any(any(ImageChops.difference(red, other).histogram()[_TINT:]) for other in (green, blue))
