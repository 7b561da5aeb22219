"""Review rounds over many documents, brought to each state by the real acts; the documents are written in bulk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from cms.people.enums import Role
from cms.people.models import User
from cms.tenancy.models import District
from disclosure_pages.clearance.models import Clearance
from disclosure_pages.documents.domain.force import refresh_force
from disclosure_pages.documents.models import DocumentKind, DocumentRelation, LegalRecord, PolicyDocument, Topic
from disclosure_pages.rounds.domain.approving import approve_items
from disclosure_pages.rounds.domain.concluding import conclude_round
from disclosure_pages.rounds.domain.preparing import create_round, open_round
from disclosure_pages.rounds.domain.proposing import Proposed, hand_in, record_proposals
from disclosure_pages.rounds.domain.selecting import Selection, add_documents
from disclosure_pages.rounds.enums import Proposal
from disclosure_pages.rounds.models import (
    CatalogueEntry,
    Reexamination,
    ReexaminationItem,
    ReviewRound,
    RoundItem,
    RoundUnit,
)
from disclosure_pages.tree.models import DisclosurePage, Section
from tests.benchmarks.seeding import prose, seed_pages

from .documents import make_document_draft
from .people import make_editor, make_person, make_user
from .tenancy import make_district, make_unit
from .tree import make_column, make_section

EFFECTIVE = dt.date(2018, 1, 1)
#: What is proposed for the first four documents of a unit, over and over.
TURNS: tuple[Proposed, ...] = (
    Proposed(proposal=Proposal.KEEP),
    Proposed(proposal=Proposal.REPEAL, reason="已有新规定"),
    Proposed(proposal=Proposal.AMEND, reason="职责调整", successor="第三条改由区综合执法局负责"),
    Proposed(proposal=Proposal.DECLARE_EXPIRED, reason="任务已经完成"),
)


@dataclass(frozen=True)
class RoundWorld:
    """A district with its two offices, and sections of its units that hold documents."""

    district: District
    office: User
    legal: User
    sections: list[Section]
    editors: list[User]


def make_round_world(*numbers: int) -> RoundWorld:
    """So many public documents for each unit, one unit a number."""
    district = make_district()
    column = make_column(purpose="statutory", district=district)
    sections = [make_section(column=column, unit=make_unit(district)) for _number in numbers]
    for section, number in zip(sections, numbers, strict=True):
        seed_records(section, number)
    return RoundWorld(
        district=district,
        office=make_person(Role.DISCLOSURE_OFFICE, district=district),
        legal=make_person(Role.LEGAL_OFFICE, district=district),
        sections=[Section.objects.get(pk=section.pk) for section in sections],
        editors=[make_editor(section.unit) for section in sections],
    )


def seed_records(
    section: Section, number: int, *, title: str = "关于第{}号工作的通知", **facts: Any
) -> list[LegalRecord]:
    """Public documents in force, written in bulk, without a review behind them."""
    values = {"body": prose("<p>正文。</p>"), "effective_rule": "on_publication", "formed_on": EFFECTIVE}
    section = Section.objects.get(pk=section.pk)  # it counts its children
    before = set(DisclosurePage.objects.of_unit(section.unit).values_list("pk", flat=True))
    seed_pages(PolicyDocument, section, number, title=title, values=values)
    pages = DisclosurePage.objects.of_unit(section.unit).exclude(pk__in=before).order_by("path")
    kind, topic = DocumentKind.objects.get(code="notice"), Topic.objects.get(code="0101")
    records = [
        LegalRecord(
            page_id=page.pk,
            district_id=page.district_id,
            unit_id=page.unit_id,
            title=page.title,
            issuer=section.unit.name,
            number=f"样{section.pk}发〔2018〕{position}号",
            number_key=f"样{section.pk}发2018{position}",
            kind=kind,
            topic=topic,
            is_public=True,
            **{
                "formed_on": EFFECTIVE + dt.timedelta(days=position),
                "issued_on": EFFECTIVE,
                "effective_on": EFFECTIVE,
                **facts,
            },
        )
        for position, page in enumerate(pages, start=len(before) + 1)
    ]
    LegalRecord.objects.bulk_create(records)
    refresh_force(records=[record.pk for record in records])
    return records


def make_round(world: RoundWorld, *, title: str = "规范性文件清理", **days: Any) -> ReviewRound:
    """A round in preparation over every document of the world."""
    review_round = create_round(
        district=world.district,
        user=world.office,
        title=title,
        basis="根据上级关于清理行政规范性文件的要求",
        **{"due_on": timezone.localdate() + dt.timedelta(days=30), **days},
    )
    add_documents(review_round=review_round, user=world.office, selection=Selection(), on=timezone.localdate())
    return review_round


def make_open_round(world: RoundWorld, **values: Any) -> ReviewRound:
    """A round to which the units are invited."""
    review_round = make_round(world, **values)
    open_round(review_round=review_round, user=world.office)
    return review_round


def propose_all(review_round: ReviewRound, world: RoundWorld, *, turns: Sequence[Proposed] = TURNS) -> None:
    """Every unit decides as ``turns`` say, over and over, and hands in."""
    for editor, section in zip(world.editors, world.sections, strict=True):
        part = review_round.units.get(unit=section.unit)
        keys = review_round.items.filter(unit=section.unit).order_by("record").values_list("pk", flat=True)
        said = {key: turns[position % len(turns)] for position, key in enumerate(keys)}
        record_proposals(part=part, user=editor, proposals=said)
        hand_in(part=review_round.units.get(pk=part.pk), user=editor)
    review_round.refresh_from_db()


def approve_all(review_round: ReviewRound, world: RoundWorld) -> None:
    """The legal office agrees with everything."""
    keys = list(review_round.items.values_list("pk", flat=True))
    approve_items(review_round=review_round, user=world.legal, items=keys)


def make_concluded_round(
    world: RoundWorld, *, turns: Sequence[Proposed] = TURNS, **values: Any
) -> tuple[ReviewRound, PolicyDocument]:
    """A round with the draft of its result document, in the section of the first unit."""
    review_round = make_open_round(world, **values)
    propose_all(review_round, world, turns=turns)
    approve_all(review_round, world)
    page = conclude_round(
        review_round=review_round, user=world.office, section=world.sections[0], title="关于公布清理结果的决定"
    )
    return review_round, page


def make_round_objects(section: Section) -> dict[str, int]:
    """One object of every kind of this room around ``section``, as bare rows: kind → key."""
    unit, office = section.unit, make_user()
    draft = make_document_draft(section=section)
    common = {"district": unit.district, "unit": unit}
    record = LegalRecord.objects.create(page=draft, title=draft.title, issuer=unit.name, is_public=True, **common)
    review_round = ReviewRound.objects.create(
        district=unit.district, title="清理", basis="清理要求", due_on=EFFECTIVE, opened_by=office, state="open"
    )
    part = RoundUnit.objects.create(round=review_round, unit=unit)
    RoundItem.objects.create(round=review_round, record=record, unit=unit)
    campaign, _is_new = Reexamination.objects.get_or_create(
        district=unit.district, year=2026, defaults={"due_on": EFFECTIVE, "opened_by": office}
    )
    clearance = Clearance.objects.create(
        page=draft,
        page_title=draft.title,
        unit=unit,
        revision_id=1,
        digest="x",
        attribute="withheld",
        cleared_by=office,
    )
    ReexaminationItem.objects.create(reexamination=campaign, page=draft, clearance=clearance, unit=unit)
    relation = DocumentRelation.objects.create(source=record, kind="repeals", target_title="旧文件")
    entry = CatalogueEntry.objects.create(page=draft, title=draft.title, digest="x", **common)
    found = (review_round, part, record, relation, campaign, entry)
    kinds = ("review round", "round unit", "record", "relation", "re-examination", "catalogue entry")
    return dict(zip(kinds, (row.pk for row in found), strict=True))
