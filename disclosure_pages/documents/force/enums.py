"""Words for legal force and for relations between documents, and the table of what each relation does."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LegalForce(models.TextChoices):
    """What a document is worth on a day (有效性)."""

    NOT_YET = "not_yet", pgettext_lazy("legal force", "Not yet in force")
    IN_FORCE = "in_force", pgettext_lazy("legal force", "In force")
    AMENDED = "amended", pgettext_lazy("legal force", "Amended")
    PARTIALLY_REPEALED = "partially_repealed", pgettext_lazy("legal force", "Partially repealed")
    EXPIRED = "expired", pgettext_lazy("legal force", "Expired")
    REPEALED = "repealed", pgettext_lazy("legal force", "Repealed")


#: Forces that count as “in force”: what is amended or partially repealed still binds.
FORCES_IN_FORCE: frozenset[str] = frozenset({LegalForce.IN_FORCE, LegalForce.AMENDED, LegalForce.PARTIALLY_REPEALED})


class RelationKind(models.TextChoices):
    """What one document, the source, says about another, the target."""

    REPEALS = "repeals", pgettext_lazy("relation", "Repeals")
    REPLACES = "replaces", pgettext_lazy("relation", "Replaces")
    PARTIALLY_REPEALS = "partially_repeals", pgettext_lazy("relation", "Partially repeals")
    AMENDS = "amends", pgettext_lazy("relation", "Amends")
    EXTENDS = "extends", pgettext_lazy("relation", "Extends the term of")
    DECLARES_EXPIRED = "declares_expired", pgettext_lazy("relation", "Declares expired")
    IMPLEMENTS = "implements", pgettext_lazy("relation", "Implements")
    IS_BASED_ON = "is_based_on", pgettext_lazy("relation", "Is based on")
    INTERPRETS = "interprets", pgettext_lazy("relation", "Interprets")


#: The force that a relation gives its target from its day on; none: it says nothing about force.
FORCE_BY_KIND: dict[str, LegalForce | None] = {
    RelationKind.REPEALS: LegalForce.REPEALED,
    RelationKind.REPLACES: LegalForce.REPEALED,
    RelationKind.PARTIALLY_REPEALS: LegalForce.PARTIALLY_REPEALED,
    RelationKind.AMENDS: LegalForce.AMENDED,
    RelationKind.EXTENDS: LegalForce.IN_FORCE,
    RelationKind.DECLARES_EXPIRED: LegalForce.EXPIRED,
    RelationKind.IMPLEMENTS: None,
    RelationKind.IS_BASED_ON: None,
    RelationKind.INTERPRETS: None,
}

#: Relations without which the force of their target cannot be told.
KINDS_ABOUT_FORCE: frozenset[str] = frozenset(kind for kind, force in FORCE_BY_KIND.items() if force)

#: Relations after which their target is out of force.
ENDING_KINDS: frozenset[str] = frozenset(
    kind for kind, force in FORCE_BY_KIND.items() if force and force not in FORCES_IN_FORCE
)

#: Relations on which it depends whether their target is in force, and so whether it can act itself.
DECISIVE_KINDS: frozenset[str] = ENDING_KINDS | {RelationKind.EXTENDS}


class CauseKind(models.TextChoices):
    """Why a document has its force."""

    EFFECTIVE = "effective", pgettext_lazy("cause of legal force", "Effective day")
    EXPIRY = "expiry", pgettext_lazy("cause of legal force", "End of term")
    RELATION = "relation", pgettext_lazy("cause of legal force", "Another document")
    ANNULMENT = "annulment", pgettext_lazy("cause of legal force", "Annulment")
    NONE = "none", pgettext_lazy("cause of legal force", "Nothing stated")


class RelationProblem(models.TextChoices):
    """Why a relation is refused, with the remedy."""

    SELF_RELATION = (
        "self_relation",
        _("A document cannot have this relation to itself. Choose the other document."),
    )
    DUPLICATE = (
        "duplicate",
        _("This document already has this relation to that one. Change the existing relation, or lift it first."),
    )
    CYCLE = (
        "cycle",
        _(
            "The other document decides, directly or through others, about the force of this one, so they would decide "
            "about each other. Turn the relation round, or lift the one that is wrong."
        ),
    )
