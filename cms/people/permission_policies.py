"""Who keeps accounts. Rights inside the platform come from memberships; an account only lets a person in."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.permission_policies.base import BasePermissionPolicy

from .domain.roles import Person, roles_of
from .enums import Role
from .models import Membership, User

# Nobody deletes an account, as reviews and histories name it: it is switched off.
KEPT_BY_SECURITY = frozenset({"add", "change", "view"})


class AccountPolicy(BasePermissionPolicy):
    """Security administrators keep the accounts of everybody but superusers; superusers keep all."""

    def user_has_permission(self, user: Person, action: str) -> bool:
        if action not in KEPT_BY_SECURITY or not user.is_active:
            return False
        return bool(user.is_superuser) or Role.SECURITY_ADMINISTRATOR in roles_of(user)

    def user_has_permission_for_instance(self, user: Person, action: str, instance: User) -> bool:
        return self.user_has_permission(user, action) and (user.is_superuser or not instance.is_superuser)

    def instances_user_has_any_permission_for(self, user: Person, actions: Collection[str]) -> QuerySet[User]:
        if not self.user_has_any_permission(user, actions):
            return User.objects.none()
        return User.objects.all() if user.is_superuser else User.objects.filter(is_superuser=False)

    def users_with_any_permission(self, actions: Collection[str]) -> QuerySet[User]:
        if not KEPT_BY_SECURITY.intersection(actions):
            return User.objects.none()
        keepers = Membership.objects.valid(on=timezone.localdate()).with_role(Role.SECURITY_ADMINISTRATOR)
        return User.objects.filter(Q(is_superuser=True) | Q(pk__in=keepers.values("user_id")), is_active=True)

    def users_with_any_permission_for_instance(self, actions: Collection[str], instance: User) -> QuerySet[User]:
        users: Any = self.users_with_any_permission(actions)
        return users.filter(is_superuser=True) if instance.is_superuser else users
