"""What never reaches ``DisclosurePage.save``: moves, deletions and writes through the base ``Page``.

Also keeps addresses and tallies in step. Every receiver runs inside the transaction of the change it watches.
"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move, pre_page_move

from .acts import current_act, is_structural_change
from .domain.addresses import record_former_address
from .domain.places import recount, recount_columns, refresh_places
from .exceptions import ActRequired, NotCleared, StructureLocked
from .models import Column, ColumnTally, DisclosurePage, Section
from .models.content import writes_content
from .signals import content_moved, content_published, content_withdrawn


def is_structural(page: Page) -> bool:
    """Whether the page's type is one that the responsibility table makes."""
    return getattr(page.specific_class, "is_structural", False)


def is_content(page: Page) -> bool:
    """Whether the page's type is a kind of content."""
    return page.specific_class is not None and issubclass(page.specific_class, DisclosurePage)


def is_live_in_database(page: Page) -> bool:
    """Whether the page is live as it is saved; the instance at hand may have been changed in memory."""
    return Page.objects.filter(pk=page.pk, live=True).exists()


@receiver(pre_save, sender=Page)
def guard_base_save(instance: Page, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    """Refuse to change, through the base ``Page``, whether content is live, or its title and slug while it is."""
    if raw or instance.pk is None or not writes_content(update_fields):
        return
    if is_structural(instance):
        before = Page.objects.filter(pk=instance.pk).values_list("live", "title", "slug").first()
        if before != (instance.live, instance.title, instance.slug) and not is_structural_change():
            raise StructureLocked(_("This page follows from the responsibility table; change the table and apply it."))
        return
    if is_content(instance):
        _guard_content(instance)


def _guard_content(instance: Page) -> None:
    before = Page.objects.filter(pk=instance.pk).values_list("live", "title", "slug").first()
    if before is None:
        return
    live, title, slug = before
    if live and not instance.live:
        raise ActRequired(_("Public content leaves the public side only by an act that records why."))
    if instance.live and (not live or (title, slug) != (instance.title, instance.slug)):
        raise NotCleared(_("This content has no clearance."))


@receiver(pre_delete, sender=Page)
def guard_deletion(instance: Page, **kwargs: Any) -> None:
    """Public content is deleted by the act that leaves a reason; structure by nothing but its own change."""
    if is_structural_change():
        return
    if is_structural(instance):
        raise StructureLocked(_("This page follows from the responsibility table; change the table and apply it."))
    if is_content(instance) and is_live_in_database(instance) and not current_act():
        raise ActRequired(_("Public content is deleted only by an act that records why."))


@receiver(pre_page_move)
def guard_move(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """Structure moves only when the table is applied; public content only by the act that records it."""
    if is_structural_change():
        return
    if is_structural(instance):
        raise StructureLocked(_("This page follows from the responsibility table; change the table and apply it."))
    if not is_content(instance) or parent_page_before.pk == parent_page_after.pk:
        return
    if parent_page_after.specific_class is not Section:
        raise StructureLocked(_("Content belongs below a section."))
    if is_live_in_database(instance) and not current_act():
        raise ActRequired(_("Public content is moved only by an act that records why."))


@receiver(post_page_move)
def follow_move(instance: Page, url_path_before: str, **kwargs: Any) -> None:
    """Work out places, addresses and tallies below a page that moved, and remember its former address.

    A column that moves takes its sections and content along with the one update of ``url_path`` that Wagtail makes;
    only a section or a page of content changes what the rows below it say.
    """
    if not issubclass(instance.specific_class or Page, Column):
        content = DisclosurePage.objects.filter(path__startswith=instance.path)
        columns = set(content.values_list("column_id", flat=True))
        refresh_places(below_path=instance.path)
        columns.update(content.values_list("column_id", flat=True))
        recount_columns(column_ids=columns)
        instance.refresh_from_db(fields=["url_path"])
    record_former_address(page=instance, url_path=url_path_before)
    content_moved.send(sender=type(instance), page=instance)


@receiver(page_slug_changed)
def follow_rename(instance: Page, instance_before: Page, **kwargs: Any) -> None:
    """Remember the address that a page had before its slug changed."""
    if isinstance(instance, DisclosurePage | Column) and instance_before.live:
        record_former_address(page=instance, url_path=instance_before.url_path)


@receiver(content_published)
def count_published(page: DisclosurePage, **kwargs: Any) -> None:
    """Count the cell of a page that became public."""
    if page.published_on is not None:
        recount(column_id=page.column_id, unit_id=page.unit_id, year=page.published_on.year)


@receiver(content_withdrawn)
def count_withdrawn(page: DisclosurePage, **kwargs: Any) -> None:
    """Count the cell of a page that left the public side."""
    if page.published_on is not None and ColumnTally.objects.filter(column_id=page.column_id).exists():
        recount(column_id=page.column_id, unit_id=page.unit_id, year=page.published_on.year)
