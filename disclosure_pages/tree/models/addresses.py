from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerAddress(models.Model):
    """An address that a page (with everything below it) had before it moved or was renamed.

    One row stands for the whole subtree: the longest former prefix of a requested address wins. Wagtail's automatic
    redirects write a row for each page and fail on SQLite from about 1,100 live pages on.
    """

    url_path = models.CharField(_("former path"), max_length=700, unique=True)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="former_addresses")
    left_at = models.DateTimeField(_("left at"), auto_now=True)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.url_path


class GoneAddress(models.Model):
    """The address of content that was withdrawn or deleted as an error: it answers 410 with the reason."""

    url_path = models.CharField(_("path"), max_length=700, unique=True)
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="gone_addresses")
    reason = models.TextField(_("reason shown to the public"))
    gone_at = models.DateTimeField(_("gone at"), auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("gone address")
        verbose_name_plural = _("gone addresses")

    def __str__(self) -> str:
        return self.url_path
