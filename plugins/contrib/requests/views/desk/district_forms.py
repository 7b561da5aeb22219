"""What each district of the person says for itself, a form each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from plugins.api import District
from plugins.contrib.requests.process.transitions import OFFICE

from .base import SPACE, DeskScreen


class DistrictForms(DeskScreen):
    """``rows`` for the template: a district, its form, and what :meth:`beside` adds."""

    roles = OFFICE
    form_class: ClassVar[type[forms.ModelForm]]
    #: What a form is of, and what keeps it: ``keep(district=…, user=…, **cleaned)``.
    instance_of: Callable[[District], Any]
    keep: Callable[..., Any]
    #: Said afterwards, with ``%(district)s``.
    kept: ClassVar[Any]
    url_name: ClassVar[str]

    def beside(self, district: District) -> tuple[Any, ...]:
        """What the template shows beside the form."""
        return ()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bound: dict[int, forms.ModelForm] = kwargs.pop("bound", {})
        rows = [(one, bound.get(one.pk) or self._form(one), *self.beside(one)) for one in self.districts]
        return super().get_context_data(rows=rows, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = next((one for one in self.districts if one.slug == request.POST.get("district")), None)
        if asked is None:
            raise Http404
        form = self._form(asked, request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(bound={asked.pk: form}))
        self.keep(district=asked, user=request.user, **form.cleaned_data)
        messages.success(request, self.kept % {"district": asked})
        return redirect(f"{SPACE}:{self.url_name}")

    def _form(self, district: District, data: Any = None) -> forms.ModelForm:
        return self.form_class(data, instance=self.instance_of(district), auto_id=f"id_{district.pk}_%s")
