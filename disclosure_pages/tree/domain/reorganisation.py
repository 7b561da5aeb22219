"""Reorganisation (机构改革): units merge or change their names. One reversible act, with a preview.

Content keeps its addresses and its history, people and rights go along, and the old names stay known, so that the
responsibility table in force keeps its meaning. The preview is the act itself, taken back: it cannot say anything else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.people.domain.moves import move_memberships
from cms.people.models import Membership, User
from cms.tenancy.domain.journal import Journal, later_changes, take_back
from cms.tenancy.domain.reorganisation import check_merger, check_rename, merge_in_registers, rename_in_registers
from cms.tenancy.enums import ReorganisationKind
from cms.tenancy.models import Reorganisation, Unit
from disclosure_pages.tree.models import DisclosurePage, Section
from disclosure_pages.tree.signals import content_moved

from .places import recount_columns
from .section_moves import MovedSection, column_of, follow_sections, move_sections, rename_sections

MAX_NAMED = 5

Act = Callable[[], Reorganisation]


class CannotUndo(ValidationError):
    """The reorganisation cannot be taken back without losing what was done since; the messages say what that is."""


@transaction.atomic
def merge_units(
    *, units: Sequence[Unit], into: Unit, day: dt.date, reason: str, by: User | None = None
) -> Reorganisation:
    """Make ``units`` part of ``into`` from ``day`` on (a day in Asia/Shanghai, not in the future).

    Raises ``ValidationError`` when that makes no sense. Registers come last: until then ``unit`` is what it was.
    """
    today = timezone.localdate()
    if not units:
        raise ValidationError(_("Name at least one unit."))
    units, into = [_fresh(unit) for unit in units], _fresh(into)
    for unit in units:
        check_merger(unit=unit, into=into, day=day, today=today)
    journal = Journal(reason=reason)
    effects = [_merge(unit, into, day, reason, journal) for unit in units]
    return _record(
        Reorganisation(kind=ReorganisationKind.MERGE, district=into.district, into=into, day=day, reason=reason, by=by),
        units=units,
        journal=journal,
        summary=_summary(effects),
    )


@transaction.atomic
def rename_unit(
    *, unit: Unit, new_name: str, day: dt.date, reason: str, new_full_name: str = "", by: User | None = None
) -> Reorganisation:
    """Call ``unit`` by ``new_name``; its code, and with it groups and addresses, stay. Raises ``ValidationError``."""
    unit = _fresh(unit)
    check_rename(unit=unit, new_name=new_name, new_full_name=new_full_name, day=day, today=timezone.localdate())
    journal, old_name = Journal(reason=reason), unit.name
    sections = rename_sections(unit=unit, name=new_name, journal=journal)
    done = rename_in_registers(
        unit=unit, new_name=new_name, new_full_name=new_full_name, source=reason, journal=journal
    )
    content = DisclosurePage.objects.of_unit(unit)
    _announce(sections)
    rows = [{"column": column_of(section).numbered_title, "unit": new_name, "how": "renamed"} for section in sections]
    numbers = {"sections": len(sections), "pages": content.count(), "public": content.public().count()}
    return _record(
        Reorganisation(
            kind=ReorganisationKind.RENAME,
            district=unit.district,
            old_name=old_name,
            new_name=new_name,
            new_full_name=new_full_name,
            day=day,
            reason=reason,
            by=by,
        ),
        units=[unit],
        journal=journal,
        summary={"numbers": {**numbers, "aliases": len(done["aliases"])}, "sections": rows, **done},
    )


def preview(act: Act) -> Reorganisation:
    """Carry ``act`` out, take it back, and return what it would have recorded. Raises what the act raises."""
    with transaction.atomic():
        reorganisation = act()
        transaction.set_rollback(True)
    return reorganisation


@transaction.atomic
def undo_reorganisation(*, reorganisation: Reorganisation, by: User | None = None) -> Reorganisation:
    """Bring everything back to what it was before. Raises :class:`CannotUndo` with the reasons, and changes nothing.

    Content that was written, moved or deleted since stays where it is: only the sections around it change hands.
    """
    fresh = Reorganisation.objects.select_for_update().get(pk=reorganisation.pk)
    reasons = [*_why_not(fresh)]
    if reasons:
        raise CannotUndo(reasons)
    sections = _sections_in(fresh.journal)
    take_back(fresh.journal, reason=_("Undone: %s") % fresh.reason)
    _announce(sections)
    fresh.undone_at, fresh.undone_by = timezone.now(), by
    fresh.save(update_fields=["undone_at", "undone_by"])
    _log(fresh, "gongkai.reorganisation.undone", by)
    return fresh


def _fresh(unit: Unit) -> Unit:
    """The unit as it is now, locked. The caller's instance is left alone: a preview must not change it either."""
    return Unit.objects.select_for_update().get(pk=unit.pk)


def _merge(unit: Unit, into: Unit, day: dt.date, reason: str, journal: Journal) -> dict[str, Any]:
    moved = move_sections(unit=unit, into=into, day=day, journal=journal)
    people = [
        {"name": str(membership.user), "role": membership.get_role_display(), "unit": unit.name}
        for membership in move_memberships(unit=unit, into=into, day=day, journal=journal)
    ]
    grants = sum(len(entry["rows"]) for entry in journal.entries if entry["model"].endswith("permission"))
    done = merge_in_registers(unit=unit, into=into, day=day, source=reason, journal=journal)
    _announce({section for move in moved for section in (move.section, move.target)})
    return {"sections": [_section_row(move) for move in moved], "people": people, "grants": grants, **done}


def _section_row(move: MovedSection) -> dict[str, Any]:
    return {
        "column": move.column.numbered_title,
        "unit": move.section.unit.name,
        "how": "joined" if move.is_joined else "handed_over",
        "pages": move.pages,
        "public": move.public,
        "files": move.files,
    }


def _summary(effects: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Lists of everything, and how many of each."""
    lists = {
        name: [row for effect in effects for row in effect[name]]
        for name in ("sections", "people", "collectives", "aliases", "subunits")
    }
    sections = lists["sections"]
    sums = {name: sum(row[name] for row in sections) for name in ("pages", "public", "files")}
    numbers = {**{name: len(rows) for name, rows in lists.items()}, **sums, "grants": effects[-1]["grants"]}
    return {"numbers": numbers, **lists}


def _announce(sections: Iterable[Section]) -> None:
    """Bring what follows from sections in step, and tell those who watch what the public sees."""
    wanted = list(sections)
    recount_columns(column_ids=follow_sections(sections=wanted))
    for section in Section.objects.filter(pk__in=[section.pk for section in wanted]).order_by("path"):
        content_moved.send(sender=Section, page=section)


def _record(
    reorganisation: Reorganisation, *, units: Iterable[Unit], journal: Journal, summary: dict[str, Any]
) -> Reorganisation:
    reorganisation.journal, reorganisation.summary = journal.entries, summary
    reorganisation.save()
    for unit in units:
        reorganisation.places.create(unit=unit)
    _log(reorganisation, f"gongkai.reorganisation.{reorganisation.kind}", reorganisation.by)
    return reorganisation


def _log(reorganisation: Reorganisation, action: str, by: User | None) -> None:
    for place in reorganisation.places.select_related("unit"):
        data = {"reorganisation": reorganisation.pk, "reason": reorganisation.reason}
        log(instance=place.unit, action=action, user=by, data=data)


def _sections_in(journal: Iterable[dict[str, Any]]) -> list[Section]:
    """Every section that the journal touches, also as the former or present parent of a page that moved."""
    keys: set[int] = set()
    paths: set[str] = set()
    for entry in journal:
        if entry["model"] == Section._meta.label_lower:
            keys.update(row[0] for row in entry["rows"])
        if "path" in entry["fields"]:
            position = entry["fields"].index("path")
            values = [value[position] for row in entry["rows"] for value in row[1:]]
            paths.update(path[: -Section.steplen] for path in values)
    return [*Section.objects.filter(pk__in=keys), *Section.objects.filter(path__in=paths)]


def _why_not(reorganisation: Reorganisation) -> Iterable[str]:
    if reorganisation.undone_at is not None:
        yield _("It was undone already.")
        return
    concerned = [*reorganisation.units.all(), *filter(None, [reorganisation.into])]
    later = Reorganisation.objects.filter(pk__gt=reorganisation.pk, undone_at=None)
    for other in later.filter(Q(units__in=concerned) | Q(into__in=concerned)).distinct():
        yield _("A later reorganisation builds on it; undo that one first: %s.") % other
    changed = later_changes(reorganisation.journal)
    for model, key in changed[:MAX_NAMED]:
        yield _("Changed since: %(kind)s “%(name)s”.") % {"kind": model._meta.verbose_name, "name": _name(model, key)}
    if len(changed) > MAX_NAMED:
        yield _("Changed since: %d more.") % (len(changed) - MAX_NAMED)
    if _paths_taken(reorganisation.journal):
        yield _("Other content has taken the former places of the content that moved.")


def _name(model: type, key: Any) -> str:
    row = model._base_manager.filter(pk=key).first()  # type: ignore[attr-defined]  # every entry names a model
    return str(row) if row is not None and model is not Membership else f"{row or ''} #{key}"


def _paths_taken(journal: Iterable[dict[str, Any]]) -> bool:
    moves = [row for entry in journal if entry["fields"] == ["path"] for row in entry["rows"]]
    former = [before[0] for _key, before, _after in moves]
    return DisclosurePage.objects.filter(path__in=former).exclude(pk__in=[row[0] for row in moves]).exists()
