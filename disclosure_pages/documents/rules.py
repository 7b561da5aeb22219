"""Who keeps the register of normative documents, and who reads it: no database, only answers."""

from __future__ import annotations

from cms.people.enums import Role

#: The district's legal office enters documents and decides how its numbers look.
KEEPING_ROLES: tuple[str, ...] = (Role.LEGAL_OFFICE,)
REGISTER_ROLES: tuple[str, ...] = (
    *KEEPING_ROLES,
    Role.DISCLOSURE_OFFICE,
    Role.CITY_AUDITOR,
    Role.AUDIT_ADMINISTRATOR,
)
