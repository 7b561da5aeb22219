"""Rights rest on policies that Wagtail's registry may quietly replace, depending on what is imported first."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from wagtail.models import Page
from wagtail.permissions import policy_registry

from disclosure_pages.media.models import DisclosureDocument, DisclosureImage
from disclosure_pages.media.permission_policies import FilePermissionPolicy
from disclosure_pages.tree.permission_policies import TreePermissionPolicy

EXPECTED: dict[Any, type] = {
    Page: TreePermissionPolicy,
    DisclosureDocument: FilePermissionPolicy,
    DisclosureImage: FilePermissionPolicy,
}


@register(Tags.security)
def check_policies(**kwargs: Any) -> list[CheckMessage]:
    """With Wagtail's own policies a person with many sections gets errors instead of pages and files."""
    replaced = [
        model._meta.label
        for model, policy in EXPECTED.items()
        if not isinstance(policy_registry.get_by_type(model), policy)
    ]
    if not replaced:
        return []
    hint = "Another app registers a permission policy for these models; register none for them."
    return [Error(f"Other permission policies are in use for {', '.join(replaced)}.", hint=hint, id="gongkai.E010")]
