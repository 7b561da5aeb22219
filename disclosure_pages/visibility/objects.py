"""Kinds of object that an address may name, and the question whether a person may see one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Model
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import APIToken, Collection, Page, Site, Task, UploadedFile, Workflow
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail.users.utils import get_manageable_token_owners

from cms.people.domain.roles import Person
from cms.people.models import User
from disclosure_pages.media.models import DisclosureDocument, DisclosureImage
from disclosure_pages.tree.models import Section

from .pages import is_in_admin, pages_to_link

Sees = Callable[[Person, str], bool]
ANY_RIGHT = ("add", "change", "delete", "view")


def _page(user: Person, key: str) -> bool:
    return is_in_admin(user, key)


def _section(user: Person, key: str) -> bool:
    return _page(user, key) and Section.objects.filter(pk=key).exists()


def _link_target(user: Person, key: str) -> bool:
    return pages_to_link(user, Page.objects.filter(pk=key)).exists()


def _document(user: Person, key: str) -> bool:
    return DisclosureDocument.objects.visible_to(user).filter(pk=key).exists()


def _image(user: Person, key: str) -> bool:
    return DisclosureImage.objects.visible_to(user).filter(pk=key).exists()


def _upload(user: Person, key: str) -> bool:
    return UploadedFile.objects.filter(uploaded_by_user_id=user.pk, pk=key).exists()


def _token(user: Person, key: str) -> bool:
    owners = get_manageable_token_owners(user)
    return user.has_perm("wagtailcore.view_apitoken") and APIToken.objects.filter(user__in=owners, pk=key).exists()


def _by_policy(model: type[Model]) -> Sees:
    """Objects of Wagtail's administration: they are there for whoever holds any right on them."""

    def seen(user: Person, key: str) -> bool:
        policy = policy_registry.get_by_type(model)
        return bool(policy.instances_user_has_any_permission_for(user, ANY_RIGHT).filter(pk=key).exists())

    return seen


KINDS: dict[str, Sees] = {
    "page": _page,
    "section": _section,
    "link target": _link_target,
    "document": _document,
    "image": _image,
    "upload": _upload,
    "token": _token,
    "collection": _by_policy(Collection),
    "group": _by_policy(Group),
    "redirect": _by_policy(Redirect),
    "site": _by_policy(Site),
    "task": _by_policy(Task),
    "user": _by_policy(User),
    "workflow": _by_policy(Workflow),
}
#: Kinds of the models that addresses name in words (bulk actions, editing sessions).
KIND_OF_MODEL: dict[str, str] = {
    "wagtailcore.page": "page",
    "gongkai_media.disclosuredocument": "document",
    "gongkai_media.disclosureimage": "image",
}


def sees(user: Person, kind: str, key: Any) -> bool:
    """Whether the object of ``kind`` with ``key`` exists for ``user``. A key that is no number names nothing.

    A kind that is not in the table is the label of a snippet's model.
    """
    text = str(key)
    return text.isdecimal() and len(text) < 19 and (KINDS.get(kind) or _by_policy(_snippet(kind)))(user, text)


def _snippet(label: str) -> type[Model]:
    return next(model for model in get_snippet_models() if model._meta.label_lower == label)
