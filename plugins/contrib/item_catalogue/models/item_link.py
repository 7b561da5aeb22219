from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plugins.api import District
from plugins.contrib.item_catalogue.enums import LinkKind
from plugins.contrib.item_catalogue.querysets import ItemLinkQuerySet

OF_A_PAGE = (LinkKind.CONTENT, LinkKind.COLUMN)


class ItemLink(models.Model):
    """What makes an item live: content, a column with all below it, or a service, linked to an item of a district.

    The item is named by its ``identity``, so that the link outlives versions of the catalogue.
    """

    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="+")
    identity = models.UUIDField(_("identity of the item"))
    kind = models.CharField(_("kind of link"), max_length=10, choices=LinkKind.choices)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("linked page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    title = models.CharField(_("title of the service"), max_length=200, blank=True)
    url = models.URLField(_("address of the service"), max_length=500, blank=True)
    linked_at = models.DateTimeField(_("linked at"), auto_now_add=True)
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("linked by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ItemLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to a disclosure item")
        verbose_name_plural = _("links to disclosure items")
        ordering = ["district", "identity", "kind", "pk"]
        indexes = [models.Index(fields=["district", "identity"], name="gongkai_items_link_of_item")]
        constraints = [
            models.UniqueConstraint(fields=["district", "identity", "page"], name="gongkai_items_page_linked_once"),
            models.UniqueConstraint(
                fields=["district", "identity", "url"],
                condition=Q(kind=LinkKind.SERVICE),
                name="gongkai_items_service_linked_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=OF_A_PAGE, page__isnull=False, url="")
                | (Q(kind=LinkKind.SERVICE, page=None) & ~Q(url="") & ~Q(title="")),
                name="gongkai_items_link_has_target",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.page)
