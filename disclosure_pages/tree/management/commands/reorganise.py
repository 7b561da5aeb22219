"""``manage.py reorganise merge|rename|undo``: the acts of the admin screen, for scripts and big reforms."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.people.models import User
from cms.tenancy.models import District, Reorganisation, Unit
from disclosure_pages.tree.domain.reorganisation import Act, merge_units, preview, rename_unit, undo_reorganisation


class Command(BaseCommand):
    """Exit 1 with the reasons when it cannot be done; then nothing has changed."""

    help = "Merge units, rename one, or undo either."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        merge = acts.add_parser("merge", help="units become part of another one")
        merge.add_argument("--unit", action="append", required=True, help="code; may be given several times")
        merge.add_argument("--into", required=True, help="code of the unit that goes on")
        rename = acts.add_parser("rename", help="a unit gets a new name; its code stays")
        rename.add_argument("--unit", required=True, help="code")
        rename.add_argument("--name", required=True)
        rename.add_argument("--full-name", default="")
        for act in (merge, rename):
            act.add_argument("--district", required=True, help="slug")
            act.add_argument("--day", type=dt.date.fromisoformat, help="YYYY-MM-DD, not in the future; default: today")
            act.add_argument("--reason", required=True)
        undo = acts.add_parser("undo", help="take a reorganisation back")
        undo.add_argument("number", type=int, help="as the merge or rename printed it")
        for act in (merge, rename, undo):
            act.add_argument("--by", help="user name of the person who is answerable")
            act.add_argument("--dry-run", action="store_true", help="show what would happen and change nothing")
            act.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            act = getattr(self, f"_{options['act']}")(options)
            done = preview(act) if options["dry_run"] else act()
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        self.stdout.write(self._json(done, options) if options["json"] else self._text(done, options))

    def _merge(self, options: dict[str, Any]) -> Act:
        units = [_unit(options["district"], code) for code in options["unit"]]
        into, day = _unit(options["district"], options["into"]), options["day"] or timezone.localdate()
        by = _person(options["by"])
        return lambda: merge_units(units=units, into=into, day=day, reason=options["reason"], by=by)

    def _rename(self, options: dict[str, Any]) -> Act:
        values = {
            "unit": _unit(options["district"], options["unit"]),
            "new_name": options["name"],
            "new_full_name": options["full_name"],
            "day": options["day"] or timezone.localdate(),
            "reason": options["reason"],
            "by": _person(options["by"]),
        }
        return lambda: rename_unit(**values)

    def _undo(self, options: dict[str, Any]) -> Act:
        found = Reorganisation.objects.filter(pk=options["number"]).first()
        if found is None:
            raise CommandError(_("There is no reorganisation %d.") % options["number"])
        by = _person(options["by"])
        return lambda: undo_reorganisation(reorganisation=found, by=by)

    def _json(self, done: Reorganisation, options: dict[str, Any]) -> str:
        number = None if options["dry_run"] and options["act"] != "undo" else done.pk
        report = {
            "number": number,
            "act": options["act"],
            "dry_run": options["dry_run"],
            "day": done.day.isoformat(),
            "undone": done.undone_at is not None,
            **done.summary,
        }
        return json.dumps(report, ensure_ascii=False, indent=2)

    def _text(self, done: Reorganisation, options: dict[str, Any]) -> str:
        heading = _("Would happen:") if options["dry_run"] else _("Reorganisation %d:") % done.pk
        numbers = [f"  {name}: {number}" for name, number in done.summary["numbers"].items()]
        places = [f"  {row['column']} · {row['unit']} · {row['how']}" for row in done.summary["sections"]]
        return "\n".join([heading, *numbers, *places])


def _unit(district: str, code: str) -> Unit:
    if not District.objects.filter(slug=district).exists():
        raise CommandError(_("There is no district with the slug “%s”.") % district)
    unit = Unit.objects.filter(district__slug=district, code=code).first()
    if unit is None:
        raise CommandError(_("There is no unit with the code “%s” in this district.") % code)
    return unit


def _person(username: str | None) -> User | None:
    if username is None:
        return None
    user = User.objects.filter(username=username).first()
    if user is None:
        raise CommandError(_("There is no account “%s”.") % username)
    return user
