"""From when and until when the document is in force, and what it says about others: found by the proposals."""

from __future__ import annotations

from django.utils.translation import gettext as _

from disclosure_pages.documents.proposals.finding import find_proposals
from disclosure_pages.documents.proposals.proposal import DayRule, Proposal, ProposalKind
from disclosure_pages.documents.proposals.words import term_in_words

from .header import title_of
from .layout import Layout
from .results import Certainty, Field, FromPublication, Recognised, missing


def recognise_force(layout: Layout) -> tuple[Recognised, Recognised, Recognised]:
    """(effective from, valid until, relations). What the text only implies is left to the editor."""
    proposals = find_proposals(_text(layout), formed_on=layout.signature.day, title=title_of(layout))
    by_kind = {kind: [item for item in proposals if item.kind is kind] for kind in ProposalKind}
    return (
        _effective(by_kind[ProposalKind.EFFECTIVE]),
        _expires(by_kind[ProposalKind.EXPIRY], by_kind[ProposalKind.TERM]),
        _relations(by_kind[ProposalKind.RELATION]),
    )


def _text(layout: Layout) -> str:
    """What the document says in sentences: its paragraphs, apart from head, title, signature, notes and foot."""
    left_out = layout.furniture | {*layout.addressees, *layout.signature.indices}
    return "\n\n".join(line.words for line in layout.lines if line.words and line.index not in left_out)


def _effective(found: list[Proposal]) -> Recognised:
    if not found:
        return missing(Field.EFFECTIVE_ON, _("The text does not say from when it is in force."))
    chosen = found[-1]
    remark = ""
    if len({item.statement for item in found}) > 1:
        remark = _("The text says so in several places, and not the same.")
    elif chosen.day_rule is DayRule.FROM_ISSUE:
        remark = _("The text counts from the day on which it was issued.")
    return Recognised(
        field=Field.EFFECTIVE_ON,
        value=chosen.day or FromPublication(chosen.days_after),
        evidence=chosen.sentence,
        certainty=Certainty.LIKELY if remark else Certainty.SURE,
        remark=remark,
    )


def _expires(expiries: list[Proposal], terms: list[Proposal]) -> Recognised:
    if expiries:
        chosen = expiries[-1]
        remark = ""
        if chosen.term is not None:
            remark = _("Counted from the first day in force: %(term)s.") % {"term": term_in_words(chosen.term)}
        is_sure = not remark and len({item.day for item in expiries}) == 1
        certainty = Certainty.SURE if is_sure else Certainty.LIKELY
        return Recognised(Field.EXPIRES_ON, chosen.day, chosen.sentence, certainty, remark)
    if terms and terms[-1].term is not None:
        remark = _("The term is %(term)s, and its first day is not known yet.")
        remark %= {"term": term_in_words(terms[-1].term)}
        return Recognised(Field.EXPIRES_ON, None, terms[-1].sentence, Certainty.MISSING, remark)
    return missing(Field.EXPIRES_ON)


def _relations(found: list[Proposal]) -> Recognised:
    relations = tuple({item.statement: item for item in found}.values())
    if not relations:
        return missing(Field.RELATIONS)
    evidence = " ".join(dict.fromkeys(item.sentence for item in relations))
    return Recognised(Field.RELATIONS, relations, evidence, Certainty.LIKELY)
