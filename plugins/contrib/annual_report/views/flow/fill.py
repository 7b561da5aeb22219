"""The report itself: every table as it is printed, to read or to fill in, with what does not fit together."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from plugins.contrib.annual_report.comparison import means_the_same
from plugins.contrib.annual_report.domain.checking import Findings, findings_if, findings_of
from plugins.contrib.annual_report.domain.city import may_withdraw
from plugins.contrib.annual_report.domain.filling import digest_of, fill_report
from plugins.contrib.annual_report.domain.knowing import Knowledge, knowledge_of
from plugins.contrib.annual_report.domain.people import may_ever_fill
from plugins.contrib.annual_report.domain.publishing import may_publish
from plugins.contrib.annual_report.domain.sources import leaves, scope_of, sources_of
from plugins.contrib.annual_report.domain.values import figures_of, said_before
from plugins.contrib.annual_report.enums import Act, Level
from plugins.contrib.annual_report.frozen import Frozen
from plugins.contrib.annual_report.models import Figure
from plugins.contrib.annual_report.structure import Failure, Key, Value, format_cell, is_sum
from plugins.contrib.annual_report.structure.checks import cell_name

from .base import SPACE, ReportScreen
from .cells import Sheets
from .issuers import unmatched_of
from .marks import findings_shown, wrong_cells
from .merging import Merged, merge, shown_as_text, shown_of_text
from .public import public_url_of
from .starts import starts_address
from .typed import Typed, anchors, name_of, typed_before, typed_in
from .written import written_in

#: What fills the blank cells of a table, by the word of the button.
BLANKS = {"zero": "0", "none": "/"}
#: Buttons that keep what is typed, whatever else they do.
KEEPING = frozenset({"save", Act.COUNT, Act.SUBMIT})


class FillScreen(ReportScreen):
    """The tables. ``POST`` keeps what is typed; ``act=check`` and ``act=zero:TABLE`` show it again and keep nothing.

    Counting and submitting begin with keeping it: who presses “Submit” means what is on the screen.
    """

    template_name = "gongkai_annual/flow/report.html"

    def get_page_title(self) -> str:
        return str(self.report)

    def get_page_subtitle(self) -> str:
        return str(self.report.get_state_display())

    @cached_property
    def figures(self) -> dict[Key, Figure]:
        return figures_of(self.report)

    @cached_property
    def before(self) -> Frozen | None:
        """Last year's report."""
        return said_before(self.report)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        merged: Merged | None = kwargs.pop("merged", None)
        typed = merged.typed if merged else typed_before(self.form, self.figures)
        found = self._findings(typed) if merged else findings_of(self.report)
        failures = found.failures
        context = {
            "report": self.report,
            "acts": self.acts,
            "may_fill": Act.FILL in self.acts,
            "may_publish": self._may_publish(),
            "public_url": public_url_of(self.report, self.request),
            "parts": self._parts(typed, failures),
            **findings_shown(typed, found),
            "before": self.before,
            "overrides": self._overrides(typed),
            "shown": shown_as_text(typed_before(self.form, self.figures)),
            "others": merged.others if merged else [],
            "is_unsaved": bool(merged and merged.mine),
            "explanation": self.request.POST.get("reason", "") or self.report.explanation,
            "knowledge": self._knowledge(),
            "starts_address": starts_address(self.report, self.request.user),
            "unmatched": unmatched_of(self.report, self.request.user),
            "reports_below": reverse(f"{SPACE}:reports") + f"?year={self.report.year}",
        }
        return super().get_context_data(**context, **kwargs)

    def _may_publish(self) -> bool:
        """Whether there is a screen of the page: the city's, too, while readers see what has been returned since."""
        person = self.request.user
        return may_publish(self.report, person) or may_withdraw(self.report, person)

    def _knowledge(self) -> list[Knowledge]:
        """From when on what is counted here is known; a city counts nothing of its own."""
        return knowledge_of(scope_of(self.report)) if self.report.level != Level.CITY else []

    def _findings(self, typed: Typed) -> Findings:
        """What stands against the report if all that is typed were kept."""
        return findings_if(self.report, typed.complete(), self.figures.values())

    def _parts(self, typed: Typed, failures: list[Failure]) -> list[Any]:
        """The six parts, each with its texts and its tables."""
        details = reverse(f"{SPACE}:figure", args=[self.report.pk, "TABLE", "ROW", "COLUMN"])
        sheets = Sheets(
            typed=typed,
            values=typed.complete(),
            earlier=self._earlier(),
            is_rolled_up=self.report.level != Level.UNIT,
            answers=sources_of(self.report),
            wrong=wrong_cells(typed, failures),
            details=details.replace("TABLE/ROW/COLUMN", "{0}/{1}/{2}"),
        )
        tables = self.form.tables_by_code
        return [
            (part, written_in(self.report, part), [sheets.sheet(tables[code]) for code in part.tables])
            for part in self.form.parts
        ]

    def _earlier(self) -> dict[Key, Value]:
        """What last year's report says in cells that mean the same."""
        before = self.before
        if before is None:
            return {}
        return {key: one for key, one in before.values.items() if means_the_same(self.form, before.form, key)}

    def _overrides(self, typed: Typed) -> list[dict[str, Any]]:
        """Counted and entered side by side, with the reason."""
        return [
            {
                "name": name_of(key),
                "reason_name": "r" + name_of(key)[1:],
                "cell": cell_name(self.form, key),
                "counted": format_cell(self.figures[key].counted_value),
                "entered": format_cell(typed.value(key)),
                "reason": typed.reasons.get(key, ""),
                "figure": self.figures[key],
                "address": reverse(f"{SPACE}:figure", args=[self.report.pk, *key]),
            }
            for key in typed.overrides()
        ]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        shown = shown_of_text(request.POST.get("shown", ""))
        merged = merge(typed_in(self.form, self.figures, request.POST), shown)
        if Act.FILL not in self.acts:
            return self._too_late(merged)
        word, _colon, table = request.POST.get("act", "").partition(":")
        if word in KEEPING and self._is_saved(merged, is_asked=word == "save"):
            return self.to_report() if self._is_done(word) else self._refused()
        if word in BLANKS and table in self.form.tables_by_code:
            number = merged.typed.fill_blanks(table, BLANKS[word])
            messages.info(request, _("%(number)d blank cells are filled. Save to keep them.") % {"number": number})
        elif merged.typed.errors:
            messages.error(request, _("Some cells cannot be read; nothing is saved yet. See below."))
        return self.render_to_response(self.get_context_data(merged=merged))

    def _too_late(self, merged: Merged) -> HttpResponse:
        """For who fills the report, but somebody has handed it on meanwhile: what was typed is shown once more."""
        if not may_ever_fill(self.report, self.request.user):
            raise Http404
        told = _("The report is “%(state)s” by now, and cannot be filled in: what you typed is not saved.")
        messages.error(self.request, told % {"state": self.report.get_state_display()})
        unsaved = [
            (cell_name(self.form, key), merged.typed.texts[key]) for key in leaves(self.form) if key in merged.mine
        ]
        return self.render_to_response(self.get_context_data(unsaved=unsaved), status=409)

    def _is_saved(self, merged: Merged, *, is_asked: bool) -> bool:
        if not is_asked and not merged.mine:
            return True
        if merged.conflicts:
            told = _("Somebody else has changed figures meanwhile. Compare them with yours, then save again.")
            messages.error(self.request, told)
            return False
        return not merged.typed.errors and self.attempt(lambda: self._save(merged))

    def _is_done(self, word: str) -> bool:
        """What was asked for beside saving; what is refused leaves what was saved."""
        if word == Act.COUNT:
            return self.attempt(self.count)
        return word != Act.SUBMIT or self.attempt(lambda: self.move(Act.SUBMIT))

    def _refused(self) -> HttpResponse:
        """The screen as it is kept now, with the reason that was given for submitting nonetheless."""
        del self.figures
        return self.render_to_response(self.get_context_data())

    def _save(self, merged: Merged) -> str:
        """What the person changed, and nothing else; what somebody enters at this very moment stops it."""
        seen = digest_of(self.figures.values())
        number = fill_report(report=self.report, entries=merged.entries, user=self.request.user, seen=seen)
        return _("Saved: %(number)d cells have changed.") % {"number": number}


class CheckView(FillScreen):
    """``POST`` of the same fields: sums and failures as JSON, for the script that asks while somebody types."""

    http_method_names = ("post",)
    needed = Act.FILL

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        typed = typed_in(self.form, self.figures, request.POST)
        values = typed.complete()
        found = self._findings(typed)
        failures, overrides = found.failures, self._overrides(typed)
        shown = {**findings_shown(typed, found), "before": self.before}
        reasons = {"overrides": overrides, "may_fill": True}
        sums = {name_of(key): format_cell(value) for key, value in values.items() if is_sum(self.form, key)}
        told = {
            "sums": sums,
            "wrong": anchors(wrong_cells(typed, failures)),
            "overrides": anchors(typed.overrides()),
            "reasons": render_to_string("gongkai_annual/flow/overrides.html", reasons, request=request),
            "html": render_to_string("gongkai_annual/flow/failures.html", shown, request=request),
            "standing": render_to_string("gongkai_annual/flow/standing.html", shown, request=request),
        }
        return JsonResponse(told)
