from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plugins.api import City, District


class PendingFile(models.Model):
    """An uploaded file of catalogues between upload and taking over, one for each person and owner.

    ``mapping`` is what a person said columns mean (key of a heading → column); ``fields`` which field each catalogue of
    the file is about (its place in the file, from 0, as text → code of the field, or nothing: it is left out).
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+"
    )
    city = models.ForeignKey(
        City, verbose_name=_("city"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    district = models.ForeignKey(
        District, verbose_name=_("district"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    file_name = models.CharField(_("imported file"), max_length=200)
    content = models.BinaryField(_("file"))
    mapping = models.JSONField(_("meaning of columns"), default=dict)
    fields = models.JSONField(_("fields of its catalogues"), default=dict)
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now=True)

    class Meta:
        verbose_name = _("uploaded catalogue")
        verbose_name_plural = _("uploaded catalogues")
        constraints = [
            models.CheckConstraint(
                condition=Q(city=None, district__isnull=False) | Q(city__isnull=False, district=None),
                name="gongkai_items_pending_one_owner",
            ),
            models.UniqueConstraint(fields=["user", "city"], name="gongkai_items_pending_city"),
            models.UniqueConstraint(fields=["user", "district"], name="gongkai_items_pending_district"),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def owner(self) -> City | District:
        """Whose catalogues the file holds."""
        owner = self.city or self.district
        if owner is None:
            raise ValueError("an uploaded file belongs to a city or to a district")
        return owner
