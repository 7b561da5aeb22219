"""The trade's vocabulary as queryset verbs. Days are calendar days in Asia/Shanghai and always passed in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from plugins.api import City
from plugins.contrib.item_catalogue.owning import columns_of

from .enums import CatalogueState, Column, LinkKind, Option

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from plugins.api import District, Unit

    from .models import Field


class CatalogueQuerySet(models.QuerySet):
    """Versions of catalogues."""

    def of(self, owner: City | District) -> Self:
        """Those of one city itself, or of one district."""
        return self.filter(**columns_of(owner))

    def of_field(self, field: Field) -> Self:
        return self.filter(field=field)

    def drafts(self) -> Self:
        return self.filter(state=CatalogueState.DRAFT)

    def published(self) -> Self:
        """All that were ever published, also those that take effect later."""
        return self.filter(state=CatalogueState.PUBLISHED)

    def in_effect(self, *, on: dt.date) -> Self:
        """The version of each catalogue that holds on the day ``on``: of those that have begun, the last."""
        begun = self.model._default_manager.filter(
            Q(city=OuterRef("city")) | Q(district=OuterRef("district")),
            field=OuterRef("field"),
            state=CatalogueState.PUBLISHED,
            effective_from__lte=on,
        )
        later = begun.filter(effective_from__gt=OuterRef("effective_from"))
        return self.published().filter(effective_from__lte=on).exclude(Exists(later))


class ItemQuerySet(models.QuerySet):
    """Items of catalogues."""

    def in_effect(self, *, on: dt.date) -> Self:
        """Items of the versions that hold on the day ``on``."""
        from .models import Catalogue

        return self.filter(catalogue__in=Catalogue.objects.in_effect(on=on))

    def of_unit(self, unit: Unit) -> Self:
        """Items whose disclosing body is ``unit``."""
        return self.filter(unit=unit)

    def choosing(self, kind: Column, option: Option) -> Self:
        """Items that have ticked an option, for instance those disclosed on the website."""
        return self.filter(choices__kind=kind, choices__option=option, choices__is_chosen=True).distinct()

    def with_details(self) -> Self:
        """With choices and common elements, in two more queries however many items there are."""
        return self.prefetch_related("choices", "common_elements").order_by("catalogue_id", "position", "pk")


class ItemLinkQuerySet(models.QuerySet):
    """What is linked to items."""

    def of_items(self, identities: Iterable[uuid.UUID], *, districts: Iterable[District | int]) -> Self:
        """Links of these items of these districts."""
        return self.filter(district__in=districts, identity__in=identities)

    def of_page(self, page: Any) -> Self:
        """Links of ``page`` itself and of each column or section above it."""
        above = [page.path[:length] for length in range(page.steplen, len(page.path), page.steplen)]
        return self.filter(Q(page=page.pk) | Q(kind=LinkKind.COLUMN, page__path__in=above))
