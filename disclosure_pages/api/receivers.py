"""Who may hold a token."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models.signals import post_save
from django.dispatch import receiver

from cms.people.domain.groups import role_group_name
from cms.people.enums import Role


@receiver(post_save, sender=Group)
def let_editors_hold_tokens(instance: Group, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Editors make and revoke tokens of their own on Wagtail's screen; a token carries their rights and no more.

    Nobody holds Wagtail's right to change people, so nobody makes a token for somebody else.
    """
    if created and not raw and instance.name == role_group_name(role=Role.EDITOR):
        tokens = Permission.objects.filter(content_type__app_label="wagtailcore", content_type__model="apitoken")
        instance.permissions.add(*tokens)
