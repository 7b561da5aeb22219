"""A difference between the applied table and the database, with a stable code and a remedy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from .changes import ColumnAct, ColumnChange, GrantAct, GrantChange, Plan, SectionAct, SectionChange
from .outline import holder_of
from .titles import SEPARATOR


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """``code`` is a stable slug, ``subject`` what is concerned; ``message`` and ``remedy`` are for people."""

    code: str
    subject: str
    message: str
    remedy: str

    def as_json(self) -> dict[str, str]:
        """The difference as plain JSON values."""
        return asdict(self)


def differences_of(plan: Plan) -> Iterator[Difference]:
    """What applying the last table again would change is what differs from it."""
    for column in plan.columns:
        yield _of_column(column)
    for section in plan.sections:
        yield _of_section(section)
    for grant in plan.grants:
        yield _of_grant(grant)


def _of_column(change: ColumnChange) -> Difference:
    subject = SEPARATOR.join(change.path)
    values = {"column": subject, "before": change.before, "after": change.after}
    code, message = {
        ColumnAct.CREATE: ("column-missing", _("The table has the column “%(column)s”, the tree has not.")),
        ColumnAct.RETIRE: ("column-foreign", _("The tree has the column “%(column)s”, the table has not.")),
        ColumnAct.REVIVE: ("column-retired", _("The column “%(column)s” is retired, but the table has it.")),
        ColumnAct.RENAME: ("column-renamed", _("The column “%(column)s” is called “%(before)s” in the tree.")),
        ColumnAct.MOVE: ("column-moved", _("The column “%(column)s” is at “%(before)s” instead of “%(after)s”.")),
        ColumnAct.RENUMBER: ("column-renumbered", _("“%(column)s” is numbered “%(before)s”, not “%(after)s”.")),
        ColumnAct.ANNOTATE: ("column-note-changed", _("The note of “%(column)s” is “%(before)s”, not “%(after)s”.")),
        ColumnAct.MEND: ("column-damaged", _("The column “%(column)s” is “%(before)s” instead of “%(after)s”.")),
    }[change.act]
    return Difference(code, subject, message % values, _apply_again())


def _of_section(change: SectionChange) -> Difference:
    values = {"column": SEPARATOR.join(change.path), "unit": change.name}
    code, message = {
        SectionAct.CREATE: ("section-missing", _("%(unit)s has no section in “%(column)s”.")),
        SectionAct.CLOSE: ("section-foreign", _("%(unit)s has an open section in “%(column)s” that the table lacks.")),
        SectionAct.REOPEN: ("section-closed", _("The section of %(unit)s in “%(column)s” is closed.")),
        SectionAct.MOVE: ("section-moved", _("The section of %(unit)s in “%(column)s” is somewhere else.")),
        SectionAct.MEND: (
            "section-damaged",
            _("The section of %(unit)s in “%(column)s” is not live, has a wrong address or no collection."),
        ),
    }[change.act]
    return Difference(code, f"{values['column']} · {change.name}", message % values, _apply_again())


def _of_grant(change: GrantChange) -> Difference:
    place = change.place or SEPARATOR.join(change.path)
    values = {"group": holder_of(change), "permission": change.codename, "place": place}
    if change.act is GrantAct.ADD:
        code, message = "grant-missing", _("%(group)s lacks %(permission)s in “%(place)s”.")
    else:
        code, message = (
            "grant-foreign",
            _("%(group)s holds %(permission)s on “%(place)s”, which the table does not give."),
        )
    return Difference(code, f"{change.group} · {change.codename} · {place}", message % values, _apply_again())


def _apply_again() -> str:
    return _("Apply the table again, or apply a new one if the tree is right.")
