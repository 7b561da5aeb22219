"""Rows from a file: choose it, say which heading is which column, look at it, take it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from plugins.api import Problem, TableFileField, UnreadableFile, read_file
from plugins.contrib.guide_tables.domain.importing import take_rows
from plugins.contrib.guide_tables.rows import MAX_CHARACTERS, MAX_ROWS
from plugins.contrib.guide_tables.table import sentences
from plugins.contrib.guide_tables.uploads import LEFT_OUT, NEW, Taken, Upload, suggest, take, text_of_file, upload_of

from .admin import TableScreen

#: Rows and problems that are shown.
SHOWN_ROWS, SHOWN_PROBLEMS = 10, 50


class LookForm(forms.Form):
    """What travels from screen to screen: the file as text, the revision that was looked at, how it is taken."""

    text = forms.CharField(max_length=MAX_CHARACTERS + MAX_ROWS, strip=False)
    revision = forms.IntegerField(required=False)
    adds = forms.BooleanField(required=False)
    with_errors = forms.BooleanField(required=False)
    take = forms.BooleanField(required=False)


class ImportView(TableScreen):
    """``GET`` asks for the file; ``POST`` shows what it gives, and takes it when the button was pressed."""

    template_name = "gongkai_tables/import.html"
    page_title = gettext_lazy("Rows from a file")

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        form = LookForm(request.POST)
        if "file" in request.FILES:
            return self._first_look(request)
        if not form.is_valid():
            return self._asked_again(_("Choose the file that holds the rows."))
        asked = form.cleaned_data
        upload = upload_of(asked["text"], self.draft.schema)
        found = take(upload, self.draft.schema, self._meaning(upload))
        hindrance = self._hindrance(asked, found) if asked["take"] else ""
        if asked["take"] and not hindrance:
            return self._take(found, adds=asked["adds"])
        return self._shown(asked, upload, found, hindrance)

    def _first_look(self, request: HttpRequest) -> HttpResponse:
        try:
            text = text_of_file(read_file(TableFileField().clean(request.FILES["file"]).read()))
        except ValidationError as error:
            return self._asked_again(" ".join(error.messages))
        except UnreadableFile as error:
            return self._asked_again(f"{error.problem.message} {error.problem.remedy}")
        upload = upload_of(text, self.draft.schema)
        found = take(upload, self.draft.schema, suggest(upload, self.draft.schema))
        return self._shown({"text": text}, upload, found, "")

    def _meaning(self, upload: Upload) -> list[str]:
        """What the person said of each heading; what is no column is left out."""
        known = {*self.draft.schema.places, NEW}
        said = [self.request.POST.get(f"heading-{place}", LEFT_OUT) for place in range(len(upload.headings))]
        return [meaning if meaning in known else LEFT_OUT for meaning in said]

    def _hindrance(self, asked: dict[str, Any], found: Taken) -> str:
        """Why it cannot be taken now; empty when it can."""
        if self.page.permissions_for_user(self.request.user).page_locked():
            return _("The table is locked, as during a review. Take the rows when it is open again.")
        if asked["revision"] != self.page.latest_revision_id:
            return _("Somebody has changed the table meanwhile. Look at it again, then take the rows.")
        total = len(found.rows) + (len(self.draft.table.rows) if asked["adds"] else 0)
        if not found.rows or total > MAX_ROWS:
            words = {"rows": total, "most": MAX_ROWS}
            return _("The table would have %(rows)d rows; it may have from 1 to %(most)d.") % words
        if found.problems and not asked["with_errors"]:
            return _("Some cells are wrong. Mend the file, or take it all the same and mend them in the editor.")
        return ""

    def _take(self, found: Taken, *, adds: bool) -> HttpResponse:
        width = len(found.schema.columns)
        before = [(*row, *[""] * (width - len(row))) for row in self.draft.table.rows] if adds else []
        take_rows(draft=self.draft, rows=[*before, *found.rows], new_columns=found.new, user=self.request.user)
        count = len(found.rows)
        text = ngettext("%(count)d row is in the draft.", "%(count)d rows are in the draft.", count)
        messages.success(self.request, text % {"count": count} + " " + _("Look at it, then submit it for review."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def _asked_again(self, problem: str) -> HttpResponse:
        return self.render_to_response(self.get_context_data(hindrance=problem), status=422)

    def _shown(self, asked: dict[str, Any], upload: Upload, found: Taken, hindrance: str) -> HttpResponse:
        meaning = self._meaning(upload) if "take" in asked else suggest(upload, self.draft.schema)
        context = {
            **asked,
            "hindrance": hindrance,
            "revision": self.page.latest_revision_id,
            "found": found,
            "headings": [(place, text, meaning[place]) for place, text in enumerate(upload.headings) if text],
            "columns": self.draft.schema.columns,
            "sample": found.rows[:SHOWN_ROWS],
            **problems_shown(found.problems),
        }
        return self.render_to_response(self.get_context_data(**context), status=409 if hindrance else 200)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(page=self.page, new=NEW, **kwargs)


def problems_shown(problems: tuple[Problem, ...]) -> dict[str, Any]:
    """The first of them in words, and how many more there are."""
    more = max(0, len(problems) - SHOWN_PROBLEMS)
    return {"problems": sentences(problems[:SHOWN_PROBLEMS]), "more_problems": more}
