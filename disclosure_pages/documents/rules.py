"""Who keeps the register of normative documents, and who reads it: no database, only answers."""

from __future__ import annotations

from cms.people.enums import Role

#: Roles that read the register; the legal office enters what it has registered, nobody changes what is there.
REGISTER_ROLES: tuple[str, ...] = (
    Role.LEGAL_OFFICE,
    Role.DISCLOSURE_OFFICE,
    Role.CITY_AUDITOR,
    Role.AUDIT_ADMINISTRATOR,
)
#: Roles that decide how the numbers of a district look.
NUMBERING_ROLES: tuple[str, ...] = (Role.LEGAL_OFFICE, Role.SYSTEM_ADMINISTRATOR)
