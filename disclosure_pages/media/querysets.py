"""Files as queryset verbs: who may see and who may use which documents and images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db.models import Q
from wagtail.documents.models import DocumentQuerySet as WagtailDocumentQuerySet
from wagtail.images.models import ImageQuerySet as WagtailImageQuerySet
from wagtail.permissions import policy_registry

from cms.people.domain.roles import Person, districts_of, units_of
from disclosure_pages.tree.models import Section
from disclosure_pages.tree.querysets import READING_ROLES, UNIT_ROLES

if TYPE_CHECKING:
    from django.db.models import QuerySet

    Base = QuerySet[Any]
else:
    Base = object


class FileQuerySetMixin(Base):
    """What documents and images have in common."""

    def public(self) -> Self:
        """Files that public content uses. Whether the bytes are still the cleared ones is asked when one is served."""
        published = self.model._meta.get_field("publications").related_model
        return self.filter(pk__in=published.objects.public_keys(self.model))

    def visible_to(self, user: Person) -> Self:
        """What ``user`` may see: public files, those of one's units, districts and reviews, and what one may choose."""
        if not user.is_authenticated:
            return self.public()
        if user.is_active and user.is_superuser:
            return self.all()
        sections = Section.objects.filter(
            Q(unit__in=units_of(user, UNIT_ROLES)) | Q(unit__district__in=districts_of(user, READING_ROLES))
        )
        reviewed = self.model._meta.get_field("showings").related_model.objects
        return self.filter(
            Q(pk__in=self.model.objects.public().values("pk"))
            | Q(pk__in=reviewed.keys_for(user, self.model))
            | Q(collection__in=sections.values("collection"))
            | Q(pk__in=_granted(user, self.model, ("choose", "change")).values("pk"))
        )

    def usable_by(self, user: Person) -> Self:
        """What ``user`` may put into content: what one may choose, and what is public anyway."""
        return self.filter(
            Q(pk__in=self.model.objects.public().values("pk"))
            | Q(pk__in=_granted(user, self.model, ("choose",)).values("pk"))
        )


def _granted(user: Person, model: Any, actions: tuple[str, ...]) -> QuerySet[Any]:
    """Files in collections on which the person's groups hold one of ``actions``."""
    policy = policy_registry.get_by_type(model)
    return policy.instances_user_has_any_permission_for(user, actions)


class DocumentQuerySet(FileQuerySetMixin, WagtailDocumentQuerySet):
    """Documents."""


class ImageQuerySet(FileQuerySetMixin, WagtailImageQuerySet):
    """Images."""
