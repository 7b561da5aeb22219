"""Keep rights in step with memberships."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from .domain.groups import sync_rights
from .models import Membership, User


@receiver([post_save, post_delete], sender=Membership)
def refresh_rights(instance: Membership, **kwargs: Any) -> None:
    """A saved or deleted membership counts at once."""
    if kwargs.get("raw"):
        return
    user = User.objects.filter(pk=instance.user_id).first()
    if user is not None:
        sync_rights(user=user)


@receiver(user_logged_in)
def refresh_rights_at_login(user: User, **kwargs: Any) -> None:
    """Start every session from the memberships of the day."""
    sync_rights(user=user)
