"""Which role works on which register: no database, only answers. Registers are named by model, in lower case.

System, security and audit administration check one another (三员分离): the system administrator keeps the registers but
hands out none of the three, the security administrator hands out roles, the audit administrator only reads.
"""

from __future__ import annotations

from cms.people.enums import Role
from cms.people.rules import SEPARATED_ROLES, roles_of_scope

REGISTERS = ("city", "district", "unit", "unitalias", "unitcollective", "collectivemember", "membership", "calendarday")

# The path from a register's row to the district that it belongs to; a register without one is the installation's.
DISTRICT_PATH: dict[str, str] = {
    "district": "id",
    "unit": "district",
    "unitalias": "unit__district",
    "unitcollective": "district",
    "collectivemember": "collective__district",
    "membership": "unit__district",
}

EDITED_EVERYWHERE: dict[str, frozenset[str]] = {
    **{register: frozenset({Role.SYSTEM_ADMINISTRATOR}) for register in REGISTERS},
    "membership": frozenset({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR}),
}
READ_EVERYWHERE: dict[str, frozenset[str]] = {
    register: EDITED_EVERYWHERE[register] | {Role.AUDIT_ADMINISTRATOR} for register in REGISTERS
}
EDITED_IN_DISTRICT: dict[str, frozenset[str]] = {
    register: frozenset({Role.DISCLOSURE_OFFICE}) for register in DISTRICT_PATH if register != "district"
}
# A city's auditors read what its districts are made of; who holds which role is no matter of theirs.
READ_IN_DISTRICT: dict[str, frozenset[str]] = {
    register: EDITED_IN_DISTRICT.get(register, frozenset())
    | (frozenset() if register in ("city", "membership", "calendarday") else {Role.CITY_AUDITOR})
    for register in REGISTERS
}

ROLES_BY_DISTRICT = frozenset(roles_of_scope("unit"))


def add_register(
    register: str, *, kept_by: frozenset[str] = frozenset(), read_by: frozenset[str] = frozenset(), district: str = ""
) -> None:
    """Let a room above have a register: the system administrator keeps it, the audit administrator reads it.

    ``kept_by`` and ``read_by`` are further roles that do so everywhere. ``district`` is the path from its rows to their
    district: the rows of a district are then kept by its disclosure office, too, and read by its city's auditors.
    Called when the process starts. ``REGISTERS`` names those of this package only.
    """
    EDITED_EVERYWHERE[register] = kept_by | {Role.SYSTEM_ADMINISTRATOR}
    READ_EVERYWHERE[register] = EDITED_EVERYWHERE[register] | read_by | {Role.AUDIT_ADMINISTRATOR}
    if district:
        DISTRICT_PATH[register] = district
        EDITED_IN_DISTRICT[register] = frozenset({Role.DISCLOSURE_OFFICE})
        READ_IN_DISTRICT[register] = EDITED_IN_DISTRICT[register] | {Role.CITY_AUDITOR}


def grantable_roles(*, held: set[str], is_superuser: bool) -> set[str]:
    """Roles that somebody who holds ``held`` may give to others."""
    if is_superuser or Role.SECURITY_ADMINISTRATOR in held:
        return set(Role.values)
    if Role.SYSTEM_ADMINISTRATOR in held:
        return set(Role.values) - SEPARATED_ROLES
    return set(ROLES_BY_DISTRICT) if Role.DISCLOSURE_OFFICE in held else set()
