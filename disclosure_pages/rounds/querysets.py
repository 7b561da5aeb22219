"""Rounds, re-examinations and catalogue entries as queryset verbs. Who may see what is a queryset, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Q

from cms.people.domain.roles import Person, districts_of, units_of
from cms.people.enums import Role
from disclosure_pages.tree.querysets import UNIT_ROLES

from .enums import Proposal, RoundState
from .rules import CAMPAIGN_ROLES, OFFICE_ROLES, RUNNING, SECRECY_ROLES, WORKING

if TYPE_CHECKING:
    from cms.tenancy.models import District

UNDECIDED = Q(proposal="")
APPROVED = Q(approved_at__isnull=False)
RETURNED = Q(returned_at__isnull=False)
WAITING = ~UNDECIDED & Q(approved_at=None, returned_at=None)


class ReviewRoundQuerySet(models.QuerySet[Any]):
    """Review rounds."""

    def running(self) -> Self:
        """Rounds whose documents are not free for another one."""
        return self.filter(state__in=RUNNING)

    def managed_by(self, user: Person) -> Self:
        """Rounds that ``user`` prepares and decides."""
        return self.filter(district__in=districts_of(user, OFFICE_ROLES))

    def visible_to(self, user: Person) -> Self:
        """Rounds that ``user`` may look at: those of one's district, and those to which one's unit is invited."""
        invited = self.model.units.rel.related_model.objects.filter(unit__in=units_of(user, UNIT_ROLES))
        return self.filter(
            Q(district__in=districts_of(user, (*OFFICE_ROLES, Role.CITY_AUDITOR)))
            | (~Q(state=RoundState.PREPARING) & Q(pk__in=invited.values("round")))
        )


class RoundUnitQuerySet(models.QuerySet[Any]):
    """Units that take part in rounds."""

    def visible_to(self, user: Person) -> Self:
        """Parts that ``user`` may look at: those of one's units once they are invited, and of one's district."""
        return self.filter(
            Q(round__district__in=districts_of(user, (*OFFICE_ROLES, Role.CITY_AUDITOR)))
            | (~Q(round__state=RoundState.PREPARING) & Q(unit__in=units_of(user, UNIT_ROLES)))
        )

    def decided_by(self, user: Person) -> Self:
        """Parts in which ``user`` may propose now."""
        return self.filter(round__state__in=WORKING, unit__in=units_of(user, UNIT_ROLES))


class RoundItemQuerySet(models.QuerySet[Any]):
    """Documents of rounds."""

    def undecided(self) -> Self:
        """Documents about which the unit still has to say something: nothing said yet, or returned."""
        return self.filter(UNDECIDED | RETURNED)

    def waiting(self) -> Self:
        """Documents with a proposal that nobody has approved or returned."""
        return self.filter(WAITING)

    def approved(self) -> Self:
        """Documents whose proposal was approved by another person."""
        return self.filter(APPROVED)

    def counts(self) -> dict[str, int]:
        """How many documents there are, and how many in each state and for each proposal."""
        named = {proposal.value: Count("pk", filter=Q(proposal=proposal.value)) for proposal in Proposal}
        found: dict[str, int] = self.aggregate(
            total=Count("pk"),
            undecided=Count("pk", filter=UNDECIDED | RETURNED),
            waiting=Count("pk", filter=WAITING),
            returned=Count("pk", filter=RETURNED),
            approved=Count("pk", filter=APPROVED),
            **named,
        )
        return found


class ReexaminationQuerySet(models.QuerySet[Any]):
    """Yearly re-examinations. What they list is not disclosed, so only the people concerned see it."""

    def managed_by(self, user: Person) -> Self:
        """Re-examinations that ``user`` opens and concludes."""
        return self.filter(district__in=districts_of(user, CAMPAIGN_ROLES))

    def visible_to(self, user: Person) -> Self:
        """Re-examinations of one's district, and those in which one's unit has content."""
        items = self.model.items.rel.related_model.objects.filter(unit__in=units_of(user, UNIT_ROLES))
        return self.filter(Q(district__in=districts_of(user, SECRECY_ROLES)) | Q(pk__in=items.values("reexamination")))


class ReexaminationItemQuerySet(models.QuerySet[Any]):
    """Content that is not disclosed, to be looked at again."""

    def visible_to(self, user: Person) -> Self:
        """That of one's units, and of one's district for the disclosure office and the confidentiality reviewers."""
        return self.filter(
            Q(unit__in=units_of(user, UNIT_ROLES)) | Q(reexamination__district__in=districts_of(user, SECRECY_ROLES))
        )

    def decided_by(self, user: Person) -> Self:
        """Content about which ``user`` decides: that of one's own units."""
        return self.filter(unit__in=units_of(user, UNIT_ROLES))


class CatalogueEntryQuerySet(models.QuerySet[Any]):
    """Catalogue entries of documents that are disclosed on request."""

    def public(self) -> Self:
        """Entries that everybody may read: confirmed, in a district that shows its catalogue."""
        return self.filter(confirmed_at__isnull=False, district__catalogue_choice__is_shown=True)

    def of_districts(self, districts: list[int]) -> Self:
        """Entries of these districts (keys)."""
        return self.filter(district__in=districts)

    def unconfirmed(self) -> Self:
        """Entries that nobody has confirmed yet."""
        return self.filter(confirmed_at=None)

    def kept_by(self, user: Person) -> Self:
        """Entries that ``user`` confirms and takes off."""
        return self.filter(district__in=districts_of(user, SECRECY_ROLES))

    def of_district(self, district: District) -> Self:
        """Entries of one district."""
        return self.filter(district=district)
