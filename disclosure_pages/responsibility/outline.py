"""A plan as an outline that people read: columns as a tree, units and rights below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.people.enums import Role

from .changes import ColumnAct, ColumnChange, GrantAct, GrantChange, Plan, SectionAct

_COLUMN_ACTS = {
    ColumnAct.CREATE: gettext_lazy("create"),
    ColumnAct.RENAME: gettext_lazy("rename"),
    ColumnAct.MOVE: gettext_lazy("move"),
    ColumnAct.RENUMBER: gettext_lazy("renumber"),
    ColumnAct.ANNOTATE: gettext_lazy("change the note"),
    ColumnAct.RETIRE: gettext_lazy("retire"),
    ColumnAct.REVIVE: gettext_lazy("revive"),
    ColumnAct.MEND: gettext_lazy("mend"),
}
_SECTION_ACTS = {
    SectionAct.CREATE: gettext_lazy("Sections to create"),
    SectionAct.MOVE: gettext_lazy("Sections to bring back"),
    SectionAct.CLOSE: gettext_lazy("Sections to close"),
    SectionAct.REOPEN: gettext_lazy("Sections to reopen"),
    SectionAct.MEND: gettext_lazy("Sections to mend"),
}
_COUNTS = {
    "columns": {act.value: label for act, label in _COLUMN_ACTS.items()},
    "sections": {act.value: label for act, label in _SECTION_ACTS.items()},
}


@dataclass
class OutlineNode:
    """A column with what happens to it (``acts``) and in it (``notes``), and the columns below."""

    title: str
    acts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    children: dict[str, OutlineNode] = field(default_factory=dict)

    def below(self, path: tuple[str, ...]) -> OutlineNode:
        """The node at ``path``, made when it is not there yet."""
        node = self
        for title in path:
            node = node.children.setdefault(title, OutlineNode(title))
        return node

    def lines(self, depth: int = 0) -> Iterator[str]:
        """The tree as indented lines of text."""
        for child in self.children.values():
            acts = f"  [{'; '.join(child.acts)}]" if child.acts else ""
            yield f"{'  ' * depth}{child.title}{acts}"
            yield from (f"{'  ' * depth}    {note}" for note in child.notes)
            yield from child.lines(depth + 1)


def outline_of(plan: Plan) -> OutlineNode:
    """The plan as a tree; its root has no title. Rights to remove are not in it: see :func:`removals_of`."""
    root = OutlineNode("")
    for change in plan.columns:
        root.below(change.path).acts.append(_act(change))
    units: dict[tuple[tuple[str, ...], SectionAct], list[str]] = {}
    for section in plan.sections:
        units.setdefault((section.path, section.act), []).append(section.name)
    for (path, act), names in units.items():
        label = _("%(act)s (%(number)d): %(units)s")
        root.below(path or (_("Outside the tree"),)).notes.append(
            label % {"act": _SECTION_ACTS[act], "number": len(names), "units": "、".join(names)}
        )
    for path, number in _count_by_path(plan.grants, GrantAct.ADD).items():
        note = ngettext("%(number)d right to give", "%(number)d rights to give", number)
        root.below(path).notes.append(note % {"number": number})
    for path, number in _count_by_path(plan.grants, GrantAct.REMOVE).items():
        note = ngettext("%(number)d right to remove", "%(number)d rights to remove", number)
        root.below(path).notes.append(note % {"number": number})
    return root


def removals_of(plan: Plan) -> list[str]:
    """Rights to remove that do not go with a section: somebody gave them by hand. A line for each holder and place."""
    found: dict[tuple[str, str], list[str]] = {}
    for grant in plan.grants:
        if grant.act is GrantAct.REMOVE and not grant.path:
            found.setdefault((holder_of(grant), grant.place), []).append(grant.codename)
    return [f"{holder} · {place}: {', '.join(codenames)}" for (holder, place), codenames in found.items()]


def holder_of(grant: GrantChange) -> str:
    """Who holds a right: a unit and the role in it, or the name of a strange group."""
    return f"{grant.holder} ({Role(grant.role).label})" if grant.role else grant.holder


def summary_of(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Counts of a plan or of an applied version, in words; takes ``Plan.counts()``."""
    return [(_count_label(kind), number) for kind, number in counts.items()]


def _count_label(kind: str) -> str:
    what, _dot, act = kind.partition(".")
    if what == "columns":
        return _("Columns: %(act)s") % {"act": _COUNTS["columns"].get(act, act)}
    if what == "sections":
        return str(_COUNTS["sections"].get(act, act))
    return _("Rights to give") if act == GrantAct.ADD else _("Rights to remove")


def _act(change: ColumnChange) -> str:
    label = str(_COLUMN_ACTS[change.act])
    if change.act is ColumnAct.CREATE or not (change.before or change.after):
        return label
    return f"{label}: {change.before or '–'} → {change.after or '–'}"


def _count_by_path(grants: Iterable[GrantChange], act: GrantAct) -> Counter[tuple[str, ...]]:
    return Counter(grant.path for grant in grants if grant.act is act and grant.path)
