"""Wagtail's rights on collections at a cost that does not grow with the number of grants.

Like pages, stock Wagtail joins one condition a granted collection, and SQLite refuses the expression at 300.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from disclosure_pages.tree.permission_policies import below_any

from .freezing import is_needed
from .models import DisclosureDocument, DisclosureImage


class FilePermissionPolicy(CollectionOwnershipPermissionPolicy):
    """The same answers as Wagtail's policy, and nobody deletes a file that content needs."""

    def _collections_with_perm(self, user: Any, actions: Iterable[str]) -> QuerySet[Collection]:
        grants = self._get_user_permission_objects_for_actions(user, actions)
        return below_any(Collection.objects.all(), {grant.collection.path for grant in grants})

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Any) -> bool:
        asked = set(actions)
        if "delete" in asked and instance.pk and is_needed(instance):
            asked.discard("delete")
        return bool(asked) and super().user_has_any_permission_for_instance(user, asked, instance)


DOCUMENT_POLICY = FilePermissionPolicy(
    DisclosureDocument, auth_model="wagtaildocs.Document", owner_field_name="uploaded_by_user"
)
IMAGE_POLICY = FilePermissionPolicy(
    DisclosureImage, auth_model="wagtailimages.Image", owner_field_name="uploaded_by_user"
)
