"""Tables of review rounds: no database, only answers."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.people.enums import Role
from disclosure_pages.documents.force.enums import RelationKind

from .enums import Proposal, RoundState

#: Who prepares a round, approves in second place, lifts relations and annuls documents.
OFFICE_ROLES: tuple[str, ...] = (Role.DISCLOSURE_OFFICE, Role.LEGAL_OFFICE)
#: Who sees all content of a district that is not disclosed.
SECRECY_ROLES: tuple[str, ...] = (Role.DISCLOSURE_OFFICE, Role.CONFIDENTIALITY_REVIEWER)
#: Who opens and concludes a re-examination, and says whether the catalogue is public.
CAMPAIGN_ROLES: tuple[str, ...] = (Role.DISCLOSURE_OFFICE,)

#: The relation by which a decision becomes a fact; keeping and amending write none.
KIND_OF_PROPOSAL: dict[str, str] = {
    Proposal.REPEAL: RelationKind.REPEALS,
    Proposal.DECLARE_EXPIRED: RelationKind.DECLARES_EXPIRED,
}
#: Proposals that need a reason.
REASONED: frozenset[str] = frozenset({Proposal.AMEND, Proposal.REPEAL, Proposal.DECLARE_EXPIRED})

#: Names of the result lists, in the order in which they are published.
RESULT_LISTS: dict[str, object] = {
    Proposal.KEEP: _("Documents that remain in force"),
    Proposal.AMEND: _("Documents to be amended"),
    Proposal.REPEAL: _("Repealed documents"),
    Proposal.DECLARE_EXPIRED: _("Documents declared expired"),
}

#: States in which units propose and others approve.
WORKING: frozenset[str] = frozenset({RoundState.OPEN, RoundState.DECIDING})
#: States in which a document belongs to this round and to no other.
RUNNING: frozenset[str] = WORKING | {RoundState.PREPARING, RoundState.CONCLUDED}
#: States that can be called off.
CANCELLABLE: frozenset[str] = WORKING | {RoundState.PREPARING}
