"""Sound and film: the signature says what they are; players run nothing in them."""

from __future__ import annotations

from typing import BinaryIO

from .kinds import Kind
from .refusals import WrongContent

MP3_FRAMES = tuple(bytes([0xFF, second]) for second in (0xFB, 0xFA, 0xF3, 0xF2))


def check_recording(stream: BinaryIO, kind: Kind) -> None:
    """MP4 has its box ``ftyp`` first; MP3 begins with a tag or with a frame."""
    head = stream.read(12)
    is_mp4 = head[4:8] == b"ftyp"
    is_mp3 = head.startswith((b"ID3", *MP3_FRAMES))
    if not (is_mp4 if kind.content_type == "video/mp4" else is_mp3):
        raise WrongContent
