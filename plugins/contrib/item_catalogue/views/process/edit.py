"""The district writes an item."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.contrib.item_catalogue.domain.keeping import record_of
from plugins.contrib.item_catalogue.domain.process.drafting import add_item, fixed_columns, save_item, withheld_columns
from plugins.contrib.item_catalogue.domain.process.holding import ItemChanged, digest_of, state_of
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Item
from plugins.contrib.item_catalogue.process.states import Act
from plugins.contrib.item_catalogue.process.transitions import possible_acts
from plugins.contrib.item_catalogue.records import Record
from plugins.contrib.item_catalogue.structure import Entry

from .base import SPACE, AssignmentScreen, ItemOfAssignment
from .item import lines_of
from .item_form import ItemForm, offered_in


class EditScreen(ItemOfAssignment):
    """All that can be written of an item. What somebody else wrote meanwhile is shown, and nothing typed is lost."""

    template_name = "gongkai_items/process/edit.html"
    needed = Act.EDIT

    def get_page_title(self) -> str:
        return _("Edit “%(item)s”") % {"item": self.item}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if Act.EDIT not in possible_acts(state_of(self.assignment, self.item), self.actor.roles_at(self.item)):
            return self.to_item()
        record = record_of(self.item)
        return self._show(self._form(record), digest_of(record.entry))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        record = record_of(self.item)
        form, seen = self._form(record, request.POST), request.POST.get("seen", "")
        if not form.is_valid():
            return self._show(form, seen)
        try:
            self._save(form, seen)
        except ItemChanged as error:
            form.add_error(
                None, _("%(error)s Yours is below, theirs beside it; saving again keeps yours.") % {"error": error}
            )
            now = record_of(Item.objects.with_details().get(pk=self.item.pk))
            return self._show(form, digest_of(now.entry), theirs=lines_of(now, []))
        except ItemsRefused as error:
            form.add_error(None, str(error))
            return self._show(form, seen)
        return self.to_item()

    def _form(self, record: Record, data: Any = None) -> ItemForm:
        return ItemForm(
            data,
            entry=record.entry,
            offered=offered_in(self.assignment.catalogue),
            fixed=fixed_columns(record),
            withheld=withheld_columns(self.actor.roles),
        )

    def _save(self, form: ItemForm, seen: str) -> None:
        given = {"entry": form.entry(), "seen": seen, "user": self.request.user}
        save_item(assignment=self.assignment, identity=self.item.identity, **given)

    def _show(self, form: ItemForm, seen: str, theirs: Any = ()) -> HttpResponse:
        context = self.get_context_data(
            form=form, digest=seen, item=self.item, assignment=self.assignment, theirs=theirs
        )
        return self.render_to_response(context)


class NewScreen(AssignmentScreen):
    """A new item, at the end of the catalogue."""

    template_name = "gongkai_items/process/edit.html"
    needed = Act.SUBMIT
    page_title = gettext_lazy("Add an item")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", self._form())
        return super().get_context_data(assignment=self.assignment, **kwargs)

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        form = self._form(request.POST)
        if form.is_valid():
            try:
                item = add_item(assignment=self.assignment, entry=form.entry(), user=request.user)
            except ItemsRefused as error:
                form.add_error(None, str(error))
            else:
                return redirect(f"{SPACE}:work", self.assignment.pk, item.identity)
        return self.render_to_response(self.get_context_data(form=form))

    def _form(self, data: Any = None) -> ItemForm:
        return ItemForm(data, entry=Entry(), offered=offered_in(self.assignment.catalogue))
