"""What ends the generations of kept pages: every change of what the public sees, once it is committed."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Site

from cms.tenancy.models import City, District, Unit
from disclosure_pages.responsibility.models import AppliedTable
from disclosure_pages.tree.models import CityHome, Column, DisclosurePage, DistrictHome, Section
from disclosure_pages.tree.signals import content_moved, content_published, content_withdrawn

from .cache.scope import STRUCTURE, end_on_commit, of_district
from .footer import forget_footer_links
from .models import FooterLink

# An applied table writes its pages in bulk, which sends no signal of theirs; its version stands for them.
FRAME = (AppliedTable, City, District, Unit, Site, CityHome, DistrictHome, Column, Section, FooterLink)


@receiver(content_published)
@receiver(content_withdrawn)
def content_changed(page: DisclosurePage, **kwargs: Any) -> None:
    """Pages of the content's district and of the city are made anew."""
    end_on_commit(of_district(page.district_id))


@receiver(content_moved)
def place_changed(page: Any, **kwargs: Any) -> None:
    """A page moved with everything below it; a column or section moves a part of the district's structure."""
    end_on_commit(of_district(page.district_id) if isinstance(page, DisclosurePage) else STRUCTURE)


@receiver([post_save, post_delete])
def frame_changed(sender: type, **kwargs: Any) -> None:
    """Names, columns, hosts and footers stand on every page."""
    if issubclass(sender, FRAME):
        end_on_commit(STRUCTURE)


@receiver([post_save, post_delete], sender=FooterLink)
def footer_changed(**kwargs: Any) -> None:
    """The footer is read anew, now and once others can see the change."""
    forget_footer_links()
    transaction.on_commit(forget_footer_links)
