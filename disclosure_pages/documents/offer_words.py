"""What is offered to an editor, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .domain.offers import Offer, OfferState, follows_publication
from .force.enums import KINDS_ABOUT_FORCE, RelationKind
from .proposals.proposal import DayRule, Proposal, ProposalKind
from .proposals.words import term_in_words


@dataclass(frozen=True, kw_only=True)
class OfferWords:
    """``heading`` says what would be taken over, ``details`` from when, until when, and what is missing."""

    heading: str
    details: list[str]


def words_of(offer: Offer) -> OfferWords:
    """An offer as a screen shows it."""
    proposal = offer.proposal
    if proposal.kind == ProposalKind.RELATION:
        return OfferWords(heading=_relation(proposal), details=_details(offer))
    return OfferWords(heading=_day(proposal), details=_remarks(offer))


def _relation(proposal: Proposal) -> str:
    text = _("%(relation)s: “%(title)s” (%(number)s)")
    if not proposal.target_number:
        text = _("%(relation)s: “%(title)s”")
    elif not proposal.target_title:
        text = _("%(relation)s: %(number)s")
    return text % {
        "relation": RelationKind(proposal.relation or "").label,
        "title": proposal.target_title,
        "number": proposal.target_number,
    }


def _details(offer: Offer) -> list[str]:
    proposal, details = offer.proposal, []
    if proposal.provisions:
        details.append(_("Provisions: %(provisions)s") % {"provisions": proposal.provisions})
    if proposal.relation in KINDS_ABOUT_FORCE:
        details.append(
            _("From %(day)s") % {"day": date_format(proposal.day, "Y-m-d")}
            if proposal.day
            else _("From the day on which this document takes effect")
        )
    if offer.new_expiry:
        details.append(_("Extended until %(day)s") % {"day": date_format(offer.new_expiry, "Y-m-d")})
    elif proposal.term:
        details.append(_("Extended by %(term)s") % {"term": term_in_words(proposal.term)})
    return details


def _day(proposal: Proposal) -> str:
    if proposal.kind == ProposalKind.TERM and proposal.term:
        return _("In force for %(term)s") % {"term": term_in_words(proposal.term)}
    day = date_format(proposal.day, "Y-m-d") if proposal.day else ""
    if proposal.kind == ProposalKind.EXPIRY:
        return _("Valid until %(day)s") % {"day": day}
    if follows_publication(proposal):
        return _("In force from the day of its publication")
    if day:
        return _("In force from %(day)s") % {"day": day}
    if proposal.day_rule == DayRule.FROM_ISSUE:
        return _("In force from the day on which it was signed")
    text = ngettext(
        "In force %(count)d day after its publication",
        "In force %(count)d days after its publication",
        proposal.days_after,
    )
    return text % {"count": proposal.days_after}


def _remarks(offer: Offer) -> list[str]:
    proposal = offer.proposal
    if offer.state == OfferState.LATER:
        if proposal.day_rule == DayRule.FROM_ISSUE:
            return [_("Fill in the day below the signature first; then the day can be told.")]
        return [_("The day can be told when the day of publication is known. Fill it in then.")]
    if proposal.kind == ProposalKind.EXPIRY and proposal.term:
        return [_("Counted from the first day in force: %(term)s") % {"term": term_in_words(proposal.term)}]
    return []
