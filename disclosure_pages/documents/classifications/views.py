"""Deleting an entry; one that documents have is taken out of use instead."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet, RestrictedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.registers.views.scoped import MAX_NAMED, ScopedDeleteView
from disclosure_pages.documents.domain.classifying import former_uses, present_uses, take_out_of_use


class ClassificationDeleteView(ScopedDeleteView):
    """What stands in the way is named, former uses are counted, and taking out of use is offered instead."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # Not the register's own way, which loads all that depends on the entry: that may be thousands of documents.
        uses = [(_kind(rows), rows.count(), [str(row) for row in rows[:MAX_NAMED]]) for rows in self.uses]
        return super(ScopedDeleteView, self).get_context_data(
            in_the_way=uses, former_uses=former_uses(self.instance), **kwargs
        )

    @property
    def uses(self) -> list[QuerySet[Any]]:
        """What has it today."""
        return present_uses(self.instance)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Delete, or take out of use."""
        if "out_of_use" not in request.POST:
            return super().post(request, *args, **kwargs)
        take_out_of_use(entry=self.instance)
        messages.success(request, _("“%(name)s” is not in use any more.") % {"name": self.instance})
        return redirect(self.index_url)

    def delete_instance(self) -> None:
        """Refuse also what only versions and histories name: nothing in the database protects it."""
        if self.uses or former_uses(self.instance):
            raise RestrictedError("the entry is in use", {self.instance})
        super().delete_instance()


def _kind(rows: QuerySet[Any]) -> str:
    return capfirst(str(rows.model._meta.verbose_name))
