from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from disclosure_pages.media.bare_pictures import BareFilter
from disclosure_pages.media.hashing import content_hash, sha256_of
from disclosure_pages.media.names import storage_name
from disclosure_pages.media.querysets import ImageQuerySet


class DisclosureImage(AbstractImage):
    """A picture in content, public under the same rule as a document. Only its renditions are ever served."""

    file_hash = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True, editable=False, db_index=True)

    objects = ImageQuerySet.as_manager()
    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", _("Can choose image"))]

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> Any:  # noqa: A002  (Wagtail's name)
        """Without the camera's metadata."""
        self._generated = super().generate_rendition_file(BareFilter(filter.spec), source=source)
        return self._generated

    def create_rendition(self, filter: Any) -> DisclosureRendition:  # noqa: A002
        """Wagtail leaves the file in which it makes a rendition open."""
        rendition: DisclosureRendition = super().create_rendition(filter)
        self.__dict__.pop("_generated").close()  # the image goes into a cache along with its rendition
        return rendition

    def create_renditions(self, *filters: Any) -> dict[Any, Any]:
        """One by one: Wagtail's bulk path skips ``save``, which binds a rendition to its source."""
        return {item: self.create_rendition(item) for item in filters}

    def get_upload_to(self, filename: str) -> str:
        return storage_name("original_images", filename)

    def _set_file_hash(self) -> None:
        with self.open_file() as stream:
            self.file_hash = sha256_of(stream)

    def get_file_hash(self) -> str:
        """SHA-256 of the bytes as they are now; empty if they are lost."""
        return content_hash(self.file)


class DisclosureRendition(AbstractRendition):
    """A picture in one size, with the hash of the bytes that it was made from and of its own."""

    image = models.ForeignKey(DisclosureImage, on_delete=models.CASCADE, related_name="renditions")
    source_hash = models.CharField(max_length=64, blank=True, editable=False)
    file_hash = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="gongkai_rendition_once")
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Bind a new rendition to its source and to its own bytes."""
        if self._state.adding:
            self.source_hash = self.image.get_file_hash()
        super().save(*args, **kwargs)
        if not self.file_hash:
            self.file_hash = content_hash(self.file)
            super().save(update_fields=["file_hash"])

    @property
    def is_faithful(self) -> bool:
        """Whether it was made from the bytes that its image has now, and is itself unchanged."""
        return (
            bool(self.source_hash)
            and self.source_hash == self.image.get_file_hash()
            and self.file_hash == content_hash(self.file)
        )

    @property
    def url(self) -> str:
        """Through the view that knows who may see it; there is no address on the storage."""
        return reverse("gongkai_media_rendition", args=[self.pk, self.file.name.rpartition("/")[2]])
