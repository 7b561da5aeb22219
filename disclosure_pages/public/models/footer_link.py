from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel

from cms.tenancy.models import District


class FooterLink(models.Model):
    """A link in the footer that the state or the city asks for, such as “report an error of this site” (找错).

    Its address differs from place to place and changes over the years, so it is data.
    """

    district = models.ForeignKey(
        District,
        verbose_name=_("district"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Left empty, the link stands in the footer of every district and of the city."),
    )
    label = models.CharField(_("label"), max_length=60)
    url = models.URLField(pgettext_lazy("of a web page", "address"), max_length=500)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    panels = [FieldPanel("district"), FieldPanel("label"), FieldPanel("url"), FieldPanel("position")]

    class Meta:
        verbose_name = _("footer link")
        verbose_name_plural = _("footer links")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.label
