"""In the editor: what the text states and the fields do not say yet."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class OfferPanel(Panel):
    """Lists what was found in the draft as it was last saved; taking over has a screen of its own."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Found in the text"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "gongkai_documents/offer_panel.html"

        class Media:
            css = {"all": ["gongkai_documents/offers.css"]}

        def is_shown(self) -> bool:
            """A page that was never saved has no text yet."""
            return self.instance.pk is not None and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            from .domain.offers import OfferState, offers_of  # the panels are read while models load
            from .offer_words import words_of

            offers = [offer for offer in offers_of(self.instance) if offer.state != OfferState.STATED]
            return {
                **super().get_context_data(parent_context),
                "offers": [(offer, words_of(offer)) for offer in offers],
                "open_count": sum(offer.state == OfferState.OPEN for offer in offers),
                "url": reverse("gongkai_documents:offers", args=[self.instance.pk]),
            }
