"""Renditions without the metadata of the camera: a photo of a citizen's door would tell where the door is."""

from __future__ import annotations

from typing import Any

from wagtail.images.image_operations import FilterOperation
from wagtail.images.models import Filter

METADATA = ("exif", "xmp", "comment", "photoshop")


class DropMetadata(FilterOperation):
    """Forget what was stored beside the pixels; Willow would write it into the rendition."""

    def construct(self) -> None:
        """No parameters."""

    def run(self, willow: Any, image: Any, env: dict[str, Any]) -> Any:
        """Take the metadata off; the orientation was applied to the pixels before."""
        info = getattr(getattr(willow, "image", None), "info", {})
        for name in METADATA:
            info.pop(name, None)
        return willow


class BareFilter(Filter):
    """A filter of Wagtail with one more operation at its end."""

    @property
    def filter_operations(self) -> list[FilterOperation]:
        return [*super().filter_operations, DropMetadata("drop-metadata")]
