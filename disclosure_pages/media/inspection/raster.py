"""Pictures: Pillow opens them as what their name says, within bounds."""

from __future__ import annotations

import warnings
from typing import BinaryIO

from django.conf import settings
from PIL import Image, UnidentifiedImageError

from .kinds import KINDS, Container, Kind
from .refusals import FileRefused, WrongContent

FORMATS = sorted({kind.main_part for kind in KINDS.values() if kind.container == Container.RASTER})


def check_raster(stream: BinaryIO, kind: Kind) -> None:
    """The format inside decides; the number of pixels is read from the header before anything is unpacked."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(stream, formats=FORMATS) as picture:
                width, height = picture.size
                if width * height * getattr(picture, "n_frames", 1) > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
                    raise FileRefused("pixels")
                if picture.format != kind.main_part:
                    raise WrongContent
                picture.verify()
        except UnidentifiedImageError as error:
            raise WrongContent from error
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise FileRefused("pixels") from error
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise FileRefused("damaged") from error
