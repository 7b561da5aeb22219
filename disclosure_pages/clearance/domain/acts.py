"""Acts on public content that no workflow covers: withdraw, delete as an error, move, force.

Each needs a right of its own and a reason, is logged and leaves a row that is listed.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Revision, WorkflowState

from cms.people.domain.roles import districts_of, units_of
from disclosure_pages.clearance.digest import content_digest
from disclosure_pages.clearance.enums import WithdrawalKind
from disclosure_pages.clearance.models import Clearance, HeldPublication, Withdrawal
from disclosure_pages.clearance.rules import OFFICE_ROLES, WITHDRAWING_ROLES
from disclosure_pages.clearance.signals import schedule_recalled
from disclosure_pages.tree.acts import editorial_act
from disclosure_pages.tree.domain.addresses import record_former_address
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.models import DisclosurePage, GoneAddress, Section

from .clearing import publish_cleared
from .holding import release
from .reviewing import people_involved

if TYPE_CHECKING:
    from cms.people.models import User


def holds_role_for(*, page: DisclosurePage, user: User, roles: Collection[str]) -> bool:
    """Whether ``user`` holds one of ``roles`` in the page's unit or in its district."""
    return (
        units_of(user, roles).filter(pk=page.unit_id).exists()
        or districts_of(user, roles).filter(pk=page.district_id).exists()
    )


def may_withdraw(*, page: DisclosurePage, user: User) -> bool:
    """Whether ``user`` may take this public content down."""
    return page.live and holds_role_for(page=page, user=user, roles=WITHDRAWING_ROLES)


def may_act_as_office(*, page: DisclosurePage, user: User) -> bool:
    """Whether ``user`` acts for the disclosure office of the page's district."""
    return holds_role_for(page=page, user=user, roles=OFFICE_ROLES)


@transaction.atomic
def withdraw_content(*, page: DisclosurePage, user: User, reason: str, note: str = "") -> Withdrawal:
    """Take public content down; its address answers 410 with ``reason``.

    Its clearances are revoked: to be public again it is reviewed anew. Schedules and running workflows end.
    """
    _require(may_withdraw(page=page, user=user))
    _require_reason(reason)
    withdrawal = _record(page=page, user=user, kind=WithdrawalKind.WITHDRAWN, reason=reason, note=note)
    Clearance.objects.of(page).valid().update(revoked_at=timezone.now())
    release(page_id=page.pk)
    _end_workflow(page=page, user=user)
    with editorial_act("withdraw"):
        _take_down(page=page, user=user, log_action="gongkai.clearance.withdraw")
    return withdrawal


@transaction.atomic
def delete_as_error(*, page: DisclosurePage, user: User, reason: str, note: str = "") -> Withdrawal:
    """Delete content that should never have been there; address and reason stay, the text is gone.

    Raises ``ValidationError`` while other content refers to it, which would change behind its own clearance.
    """
    _require(may_act_as_office(page=page, user=user))
    _require_reason(reason)
    withdrawal = _record(page=page, user=user, kind=WithdrawalKind.DELETED, reason=reason, note=note)
    log(instance=page, action="gongkai.clearance.delete", user=user, data={"reason": reason})
    with editorial_act("delete"):
        if page.live:
            _take_down(page=page, user=user, log_action="gongkai.clearance.withdraw")
        _delete(page=page, user=user)
    withdrawal.refresh_from_db()
    return withdrawal


@transaction.atomic
def move_content(*, page: DisclosurePage, section: Section, user: User, reason: str) -> DisclosurePage:
    """Move content to another section of the same district; its former address leads to the new one."""
    _require(may_act_as_office(page=page, user=user))
    _require_reason(reason)
    column = section.get_parent().specific
    if column.district_id != page.district_id:
        raise PermissionDenied(_("Content stays within its district."))
    if not section.is_open or not type(page).can_create_at(section):
        raise ValidationError(_("This section does not take this kind of page."))
    if column.pk != page.column_id and (
        DisclosurePage.objects.of_column(column).filter(slug=page.slug).exists()
        or column.get_children().filter(slug=page.slug).exists()
    ):
        raise ValidationError(_("The target column already has a page at this address."))
    before = page.url_path
    with editorial_act("move"):
        MovePageAction(page, section, pos="last-child", user=user).execute(skip_permission_checks=True)
    moved = page.specific_class.objects.get(pk=page.pk)
    record_former_address(page=moved, url_path=before)
    log(instance=moved, action="gongkai.clearance.move", user=user, data={"reason": reason, "from": before})
    return moved


@transaction.atomic
def force_publication(
    *, page: DisclosurePage, user: User, reason: str, basis: str, overrides: dict[str, str] | None = None
) -> Clearance:
    """Publish the latest draft without the reviews, in an emergency; the reason is kept and the act listed.

    Findings of the gates still stand in the way if they block, or if ``overrides`` (key of the finding → reason) says
    nothing about them. Whoever wrote the content may not force it.
    """
    _require(may_act_as_office(page=page, user=user))
    _require_reason(reason)
    if user.pk in people_involved(page):
        raise PermissionDenied(_("Four eyes: nobody publishes what they wrote or submitted."))
    revision = _revision_for_now(page)
    draft = revision.as_object()
    clearance = Clearance.objects.create(
        page_id=page.pk,
        page_title=draft.title,
        unit_id=draft.unit_id,
        revision_id=revision.pk,
        digest=content_digest(draft),
        attribute=DisclosureAttribute.PROACTIVE,
        basis=basis,
        is_forced=True,
        reason=reason,
        cleared_by=user,
    )
    _end_workflow(page=page, user=user)
    release(page_id=page.pk)
    publish_cleared(clearance=clearance, revision=revision, user=user, overrides=overrides)
    data = {"reason": reason, "basis": basis, "overrides": overrides or {}}
    log(instance=draft, action="gongkai.clearance.force", user=user, data=data)
    return clearance


def _revision_for_now(page: DisclosurePage) -> Revision:
    """The latest draft; a day that its author asked for does not hold back an emergency."""
    revision = page.get_latest_revision() or page.save_revision(user=None)
    draft = revision.as_object()
    if draft.go_live_at is None or draft.go_live_at <= timezone.now():
        return revision
    draft.go_live_at = None
    return draft.save_revision(user=None)


def may_recall_schedule(*, page: DisclosurePage, user: User) -> bool:
    """Whether ``user`` may stop the publication of a version that waits for its day, or for others."""
    waits = page.scheduled_revision is not None or HeldPublication.objects.filter(page=page).exists()
    return waits and holds_role_for(page=page, user=user, roles=WITHDRAWING_ROLES)


@transaction.atomic
def recall_schedule(*, page: DisclosurePage, user: User, reason: str) -> None:
    """Stop a publication that waits for its day, or for others to be published together with it.

    Its clearance ends, and the page can be edited and reviewed anew. What it was to be published with waits on.
    """
    _require(may_recall_schedule(page=page, user=user))
    _require_reason(reason)
    waiting = page.revisions.filter(approved_go_live_at__isnull=False)
    held = HeldPublication.objects.filter(page=page)
    numbers = [*waiting.values_list("pk", flat=True), *held.values_list("revision_id", flat=True)]
    Clearance.objects.of(page).valid().filter(revision_id__in=numbers).update(revoked_at=timezone.now())
    waiting.update(approved_go_live_at=None)
    release(page_id=page.pk)
    log(instance=page, action="gongkai.clearance.recall", user=user, data={"reason": reason})
    schedule_recalled.send(sender=type(page), page=page, user=user, reason=reason)


def _require(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied(_("You do not have the right to do this here."))


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise ValidationError({"reason": _("A reason is needed; it is recorded.")})


def _record(*, page: DisclosurePage, user: User, kind: str, reason: str, note: str) -> Withdrawal:
    if page.live:
        GoneAddress.objects.update_or_create(
            url_path=page.url_path, defaults={"page_id": page.pk, "reason": reason, "by": user}
        )
    return Withdrawal.objects.create(
        page_id=page.pk,
        page_title=page.title,
        url_path=page.url_path,
        unit_id=page.unit_id,
        kind=kind,
        reason=reason,
        note=note,
        by=user,
    )


def _take_down(*, page: DisclosurePage, user: User, log_action: str) -> None:
    """The rights of our own acts were checked; Wagtail's publish right, which nobody holds, is not asked for."""
    UnpublishPageAction(page, user=user, log_action=log_action).execute(skip_permission_checks=True)


def _delete(*, page: DisclosurePage, user: User) -> None:
    try:
        DeletePageAction(page, user=user).execute(skip_permission_checks=True)
    except ProtectedError as error:
        names = ", ".join(sorted({str(item) for item in error.protected_objects}))
        raise ValidationError(
            _("Other content refers to it; correct that first: %(names)s.") % {"names": names}
        ) from error


def _end_workflow(*, page: DisclosurePage, user: User) -> None:
    state: WorkflowState | None = page.current_workflow_state
    if state is not None:
        state.cancel(user=user)
