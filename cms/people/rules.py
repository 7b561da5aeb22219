"""Tables of roles: no database, only answers."""

from __future__ import annotations

from collections.abc import Collection

from .enums import Role, Scope

SCOPE_OF_ROLE: dict[str, str] = {
    Role.EDITOR: Scope.UNIT,
    Role.MODERATOR: Scope.UNIT,
    Role.REQUEST_OFFICER: Scope.UNIT,
    Role.CONFIDENTIALITY_REVIEWER: Scope.DISTRICT,
    Role.DISCLOSURE_OFFICE: Scope.DISTRICT,
    Role.LEGAL_OFFICE: Scope.DISTRICT,
    Role.THEME_DESIGNER: Scope.DISTRICT,
    Role.CITY_AUDITOR: Scope.CITY,
    Role.OPERATOR: Scope.INSTALLATION,
    Role.SYSTEM_ADMINISTRATOR: Scope.INSTALLATION,
    Role.SECURITY_ADMINISTRATOR: Scope.INSTALLATION,
    Role.AUDIT_ADMINISTRATOR: Scope.INSTALLATION,
}

# 三员分离: system, security and audit administration are never in one account.
SEPARATED_ROLES: frozenset[str] = frozenset(
    {Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR}
)


def roles_of_scope(scope: str) -> list[str]:
    """Roles that are held at ``scope``, in the order of the enumeration."""
    return [role for role in Role.values if SCOPE_OF_ROLE[role] == scope]


def breaks_separation(roles: Collection[str]) -> bool:
    """Whether one account would hold two of the separated administrations."""
    return len(SEPARATED_ROLES.intersection(roles)) > 1
