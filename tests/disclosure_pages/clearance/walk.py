"""A random walk of editorial acts by people of every role, lawful and unlawful alike.

Each act either happens or is refused with a refusal that a boundary can show; any other exception ends the walk.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, TaskState

from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.clearance.domain.acts import delete_as_error, force_publication, move_content, withdraw_content
from disclosure_pages.clearance.domain.reviewing import Ruling, approve_review, refusal_for, return_review
from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.pages.models import Article
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.models import Section
from tests.factories.pages import make_draft, proactive_ruling
from tests.factories.people import make_membership, make_person, make_superuser
from tests.factories.tree import make_column, make_section

REFUSALS = (PermissionDenied, ValidationError)
RULINGS = [proactive_ruling(), proactive_ruling(), Ruling(attribute=DisclosureAttribute.ON_REQUEST, basis="第二十七条")]


class Walk:
    """One district with a few units and people, and a seeded source of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.counts: Counter[str] = Counter()
        columns = [make_column()]
        columns.append(make_column(district=columns[0].district))
        self.sections = [make_section(column=columns[0]), make_section(column=columns[0])]
        self.sections.append(make_section(column=columns[1], unit=self.sections[0].unit))
        self.people = [*self._unit_people(), *self._district_people(columns[0].district), make_superuser()]

    def _unit_people(self) -> list[User]:
        people = []
        for section in self.sections[:2]:
            people += [make_person(role, unit=section.unit) for role in (Role.EDITOR, Role.EDITOR, Role.MODERATOR)]
        make_membership(people[0], Role.MODERATOR, unit=self.sections[0].unit)
        return people

    def _district_people(self, district: Any) -> list[User]:
        roles = (Role.CONFIDENTIALITY_REVIEWER, Role.CONFIDENTIALITY_REVIEWER, Role.DISCLOSURE_OFFICE)
        people = [make_person(role, district=district) for role in roles]
        make_membership(people[0], Role.MODERATOR, unit=self.sections[1].unit)
        return people

    def step(self) -> None:
        """Carry out one random act by one random person; count how it ended."""
        act = self.chance.choices(list(ACTS), weights=list(ACTS.values()))[0]
        person = self.chance.choice(self.people)
        page = self.page(public=act in ACTS_ON_PUBLIC_CONTENT)
        if page is None:
            act = create
        try:
            with transaction.atomic():
                act(self, page, person)
            self.counts[f"{act.__name__}: done"] += 1
        except REFUSALS:
            self.counts[f"{act.__name__}: refused"] += 1

    def page(self, *, public: bool) -> Any:
        """A random page; for acts on public content mostly a public one."""
        pages = Article.objects.all()
        if public and self.chance.random() < 0.8 and pages.public().exists():
            pages = pages.public()
        return self.chance.choice(list(pages) or [None])

    def reviewer(self, task_state: TaskState) -> User:
        """Somebody: mostly one of those who may decide this review, if there are any."""
        people = self.chance.sample(self.people, len(self.people))
        if self.chance.random() < 0.25:
            return people[0]
        lawful = (person for person in people if not refusal_for(task_state=task_state, reviewer=person))
        return next(lawful, people[0])

    def section(self) -> Section:
        """A random section, freshly loaded: paths change under a walk."""
        return Section.objects.get(pk=self.chance.choice(self.sections).pk)


def create(walk: Walk, page: Any, person: User) -> None:
    if Article.objects.count() < 40:
        make_draft(section=walk.section(), author=person)


def edit(walk: Walk, page: Any, person: User) -> None:
    if not page.permissions_for_user(person).can_edit() or page.permissions_for_user(person).page_locked():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    draft.title = f"第{walk.chance.randrange(10**6)}稿"
    draft.save_revision(user=person)


def edit_past_the_lock(walk: Walk, page: Any, person: User) -> None:
    draft = page.get_latest_revision_as_object()
    draft.body = f"<p>{walk.chance.randrange(10**6)}</p>"
    draft.save_revision(user=person)


def submit(walk: Walk, page: Any, person: User) -> None:
    state = page.current_workflow_state
    if state is None:
        page.get_workflow().start(page, person)
    elif state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(person)


def decide(walk: Walk, page: Any, person: User) -> None:
    task_state = walk.chance.choice(list(TaskState.objects.filter(status="in_progress")) or [None])
    if task_state is None:
        return
    reviewer = walk.reviewer(task_state)
    if walk.chance.random() < 0.15:
        return_review(task_state=task_state, reviewer=reviewer, reason="请修改")
        return
    is_ruling = task_state.task.specific.stage == ReviewStage.CONFIDENTIALITY
    approve_review(
        task_state=task_state, reviewer=reviewer, ruling=walk.chance.choice(RULINGS) if is_ruling else Ruling()
    )


def approve_at_the_stock_door(walk: Walk, page: Any, person: User) -> None:
    task_state = page.current_workflow_task_state
    if task_state is not None:
        task_state.task.specific.on_action(task_state, person, "approve")


def cancel(walk: Walk, page: Any, person: User) -> None:
    state = page.current_workflow_state
    if state is not None and state.user_can_cancel(person):
        state.cancel(user=person)


def publish_stock(walk: Walk, page: Any, person: User) -> None:
    page.get_latest_revision().publish(user=person)


def publish_old_revision(walk: Walk, page: Any, person: User) -> None:
    revision = walk.chance.choice(list(page.revisions.all()))
    PublishPageRevisionAction(revision, user=person).execute(skip_permission_checks=True)


def publish_on_a_day(walk: Walk, page: Any, person: User) -> None:
    hours = walk.chance.choice([-1, 1])
    page.revisions.filter(pk=page.latest_revision_id).update(
        approved_go_live_at=dt.datetime.now(dt.UTC) + dt.timedelta(hours=hours)
    )
    call_command("publish_scheduled", verbosity=0)
    page.revisions.update(approved_go_live_at=None)


def save_live(walk: Walk, page: Any, person: User) -> None:
    page.live = True
    page.body = walk.chance.choice([page.body, "<p>直接写入</p>"])
    page.save()


def save_base(walk: Walk, page: Any, person: User) -> None:
    base = Page.objects.get(pk=page.pk)
    base.live = walk.chance.random() < 0.5
    base.save()


def unpublish(walk: Walk, page: Any, person: User) -> None:
    UnpublishPageAction(page, user=person).execute(skip_permission_checks=walk.chance.random() < 0.5)


def copy(walk: Walk, page: Any, person: User) -> None:
    if Article.objects.count() < 40:
        slug = f"copy-{walk.chance.randrange(10**9)}"
        keep_live = walk.chance.random() < 0.5
        action = CopyPageAction(page, to=walk.section(), keep_live=keep_live, update_attrs={"slug": slug}, user=person)
        action.execute(skip_permission_checks=True)


def alias(walk: Walk, page: Any, person: User) -> None:
    action = CreatePageAliasAction(page, parent=walk.section(), update_slug="alias", user=person)
    action.execute(skip_permission_checks=True)


def move(walk: Walk, page: Any, person: User) -> None:
    target = walk.section()
    if page.can_move_to(target):
        MovePageAction(page, target, pos="last-child", user=person).execute(skip_permission_checks=True)


def revert(walk: Walk, page: Any, person: User) -> None:
    revision = walk.chance.choice(list(page.revisions.all()))
    RevertToPageRevisionAction(page, revision, user=person).execute(skip_permission_checks=True)


def delete(walk: Walk, page: Any, person: User) -> None:
    page.delete(user=person)


def withdraw(walk: Walk, page: Any, person: User) -> None:
    withdraw_content(page=page, user=person, reason="有误")


def delete_by_act(walk: Walk, page: Any, person: User) -> None:
    delete_as_error(page=page, user=person, reason="误发")


def move_by_act(walk: Walk, page: Any, person: User) -> None:
    move_content(page=page, section=walk.section(), user=person, reason="归类")


def force(walk: Walk, page: Any, person: User) -> None:
    force_publication(page=page, user=person, reason="应急", basis="预案")


def knock_at_an_admin_door(walk: Walk, page: Any, person: User) -> None:
    """POST to one of the doors of Wagtail's admin; whatever it answers, it must not be a server error."""
    client = Client(raise_request_exception=True)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    name = walk.chance.choice(["unpublish", "delete", "edit", "workflow_action"])
    task_state = page.current_workflow_task_state
    if name == "workflow_action" and task_state is None:
        return
    args = [page.pk, "approve", task_state.pk] if name == "workflow_action" else [page.pk]
    url = reverse(f"wagtailadmin_pages:{name}", args=args)
    text = {"title": "从后台写入", "slug": page.slug, "formed_on": "2026-06-01", "body-count": "0"}
    counts = {f"{name}-{count}_FORMS": "0" for name in ("attachments", "comments") for count in ("TOTAL", "INITIAL")}
    response = client.post(url, {**text, **counts, "action-publish": "1"})
    assert response.status_code < 500, (name, response.status_code)


#: Acts and how often each is tried.
ACTS: dict[Callable[[Walk, Any, User], None], int] = {
    create: 8,
    edit: 12,
    edit_past_the_lock: 1,
    submit: 22,
    decide: 60,
    approve_at_the_stock_door: 2,
    cancel: 1,
    publish_stock: 4,
    publish_old_revision: 4,
    publish_on_a_day: 2,
    save_live: 4,
    save_base: 4,
    unpublish: 4,
    copy: 3,
    alias: 2,
    move: 4,
    revert: 3,
    delete: 3,
    withdraw: 7,
    delete_by_act: 2,
    move_by_act: 12,
    force: 6,
    knock_at_an_admin_door: 3,
}

ACTS_ON_PUBLIC_CONTENT = {withdraw, delete_by_act, move_by_act, unpublish, copy, edit, move, save_live, save_base}
