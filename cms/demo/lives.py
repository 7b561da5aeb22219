"""Bring drafts to each state of their life, by the acts of the people whose work that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils import timezone
from wagtail.models import TaskState

from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.clearance.domain.acts import force_publication, move_content, withdraw_content
from disclosure_pages.clearance.domain.reviewing import Ruling, approve_review, return_review
from disclosure_pages.clearance.enums import ChecklistItem, LegalityItem, ReviewStage, WithheldGround
from disclosure_pages.clearance.rules import ROLE_OF_STAGE
from disclosure_pages.interpretations.domain.waiving import waive_interpretation
from disclosure_pages.pages.models import Content
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.models import DisclosurePage

from .history import History
from .people import holder_of, staff_of
from .prose import blocks_of, html_of
from .reading import Text
from .writing import Desk, interpreted_by, write_change, write_draft

BASIS = "《政府信息公开条例》第二十条"
LAWFUL = Ruling(opinion="主体适格，未超越职权，程序完备，内容合法。", checklist=list(LegalityItem.values))
PUBLIC = Ruling(attribute=DisclosureAttribute.PROACTIVE, basis=BASIS, checklist=list(ChecklistItem.values))


@dataclass(frozen=True)
class Case:
    """A draft with the people around it."""

    text: Text
    page: Content
    author: User
    moderator: User
    desk: Desk
    history: History

    def turn(self, *, days: int) -> None:
        """What comes next happened so many days after the first publication."""
        self.history.turn(self.page.pk, self.text.published_on + dt.timedelta(days=days))

    def fresh(self) -> Content:
        """The page as it is in the database now."""
        return type(self.page).objects.get(pk=self.page.pk)

    def open_review(self) -> TaskState:
        """The review that is waiting."""
        return self.fresh().current_workflow_state.current_task_state

    @property
    def stage(self) -> str | None:
        """The stage of the review that is waiting; ``None`` when there is none."""
        is_waiting = self.fresh().current_workflow_state is not None
        return self.open_review().task.specific.stage if is_waiting else None


def live(text: Text, *, desk: Desk, history: History) -> None:
    """Write ``text`` and lead it through its life."""
    section = desk.section(text.column, text.unit)
    author, moderator = staff_of(section.unit)
    begun = timezone.now()
    page = write_draft(text, section=section, author=author)
    history.turn(page.pk, text.published_on, at=begun)
    if text.life not in NEVER_PUBLIC:
        DisclosurePage.objects.filter(pk=page.pk).update(published_on=text.published_on)
    if text.waiver:
        waive_interpretation(page=page, user=holder_of(Role.DISCLOSURE_OFFICE), reason=text.waiver)
    LIVES[text.life](Case(text, page, author, moderator, desk, history))


def _submit(case: Case) -> None:
    page = case.fresh()
    page.get_workflow().start(page, case.author)


def _past_unit(case: Case) -> None:
    _submit(case)
    approve_review(task_state=case.open_review(), reviewer=case.moderator, ruling=Ruling(comment="内容属实，同意。"))


def _to_secrecy(case: Case) -> None:
    _past_unit(case)
    if case.stage == ReviewStage.LEGALITY:
        approve_review(task_state=case.open_review(), reviewer=holder_of(Role.LEGAL_OFFICE), ruling=LAWFUL)


def _decide(case: Case, ruling: Ruling) -> None:
    _to_secrecy(case)
    approve_review(task_state=case.open_review(), reviewer=holder_of(Role.CONFIDENTIALITY_REVIEWER), ruling=ruling)


def _publish(case: Case) -> None:
    _decide(case, PUBLIC)
    ruling = Ruling(former_number=case.text.fields.get("former_number", ""))
    while (stage := case.stage) is not None:
        reviewer = holder_of(Role(ROLE_OF_STAGE[stage]))
        approve_review(task_state=case.open_review(), reviewer=reviewer, ruling=ruling)


def _return(case: Case) -> None:
    _submit(case)
    return_review(task_state=case.open_review(), reviewer=case.moderator, reason=case.text.reason)


def _return_by_secrecy(case: Case) -> None:
    _to_secrecy(case)
    reviewer = holder_of(Role.CONFIDENTIALITY_REVIEWER)
    return_review(task_state=case.open_review(), reviewer=reviewer, reason=case.text.reason)


def _return_by_law(case: Case) -> None:
    _past_unit(case)
    return_review(task_state=case.open_review(), reviewer=holder_of(Role.LEGAL_OFFICE), reason=case.text.reason)


def _amend(case: Case) -> None:
    """A second edition that is public too."""
    _publish(case)
    case.turn(days=case.text.turn_after)
    write_change(case.fresh(), author=case.author, body=blocks_of(case.text.later, table={}, figure=None))
    _publish(case)


def _schedule(case: Case) -> None:
    """Cleared now, public in three days at nine in the morning."""
    morning = timezone.localtime().replace(hour=9, minute=0, second=0, microsecond=0)
    write_change(case.page, author=case.author, go_live_at=morning + dt.timedelta(days=3))
    _publish(case)


def _change(case: Case) -> None:
    _publish(case)
    case.turn(days=case.text.turn_after)
    write_change(case.fresh(), author=case.author, body=html_of(case.text.later))
    _submit(case)


def _rename(case: Case) -> None:
    _publish(case)
    case.turn(days=case.text.turn_after)
    write_change(case.fresh(), author=case.author, slug=case.text.new_slug, body=html_of(case.text.later))
    _publish(case)


def _withdraw(case: Case) -> None:
    _publish(case)
    case.turn(days=case.text.turn_after)
    withdraw_content(page=case.fresh(), user=case.moderator, reason=case.text.reason)


def _force(case: Case) -> None:
    office = holder_of(Role.DISCLOSURE_OFFICE)
    force_publication(page=case.fresh(), user=office, reason=case.text.reason, basis=BASIS)


def _move(case: Case) -> None:
    _publish(case)
    case.turn(days=case.text.turn_after)
    target = case.desk.section(case.text.to_column, case.text.unit)
    office = holder_of(Role.DISCLOSURE_OFFICE)
    move_content(page=case.fresh(), section=target, user=office, reason=case.text.reason)


def _on_request(case: Case) -> None:
    _decide(case, Ruling(attribute=DisclosureAttribute.ON_REQUEST, basis=case.text.reason))


def _withhold(case: Case) -> None:
    ground = WithheldGround.PROCESS
    _decide(case, Ruling(attribute=DisclosureAttribute.WITHHELD, basis=case.text.reason, ground=ground))


def _lead_documents(case: Case) -> None:
    """Through every review; what waits for its interpretation is then held."""
    for document in interpreted_by(case.text):
        DisclosurePage.objects.filter(pk=document.pk).update(published_on=case.text.published_on)
        _publish(replace(case, page=document))


def _together(case: Case) -> None:
    _lead_documents(case)
    _publish(case)


def _awaited(case: Case) -> None:
    """Its document is cleared and waits; the interpretation is in its first review."""
    _lead_documents(case)
    _submit(case)


LIVES: dict[str, Callable[[Case], object]] = {
    "published": _publish,
    "former_column": _publish,
    "draft": lambda case: case,
    "unit_review": _submit,
    "legality": _past_unit,
    "confidentiality": _to_secrecy,
    "office": lambda case: _decide(case, PUBLIC),
    "registration": lambda case: _decide(case, PUBLIC),
    "returned": _return,
    "returned_by_secrecy": _return_by_secrecy,
    "returned_by_law": _return_by_law,
    "scheduled": _schedule,
    "changed": _change,
    "amended": _amend,
    "renamed": _rename,
    "withdrawn": _withdraw,
    "forced": _force,
    "moved": _move,
    "on_request": _on_request,
    "withheld": _withhold,
    "together": _together,
    "awaited": _awaited,
    "late": _lead_documents,
}
NEVER_PUBLIC = frozenset(
    {
        "draft", "unit_review", "legality", "confidentiality", "office", "registration", "returned",
        "returned_by_secrecy", "returned_by_law", "scheduled", "on_request", "withheld", "awaited", "late",
    }
)  # fmt: skip
