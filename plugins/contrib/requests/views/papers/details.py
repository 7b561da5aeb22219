"""What the letters of a district print besides the case: for its disclosure office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from plugins.api import District, validate_phone
from plugins.contrib.requests.domain.letters.details import details_of, keep_details
from plugins.contrib.requests.letters.variables import DETAILS
from plugins.contrib.requests.models import LetterDetails
from plugins.contrib.requests.process.transitions import OFFICE
from plugins.contrib.requests.views.desk.base import SPACE, DeskScreen


class DetailsForm(forms.ModelForm):
    """All of them; an empty one is a gap in the letters that print it."""

    class Meta:
        model = LetterDetails
        fields = DETAILS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].validators.append(validate_phone)

    @property
    def empty(self) -> list[str]:
        """Labels of what is not said yet."""
        return [str(self.fields[name].label) for name in DETAILS if not getattr(self.instance, name)]


class DetailsScreen(DeskScreen):
    """A form for each district of the person."""

    template_name = "gongkai_requests/papers/details.html"
    roles = OFFICE
    header_icon = "doc-full"
    page_title = gettext_lazy("Letter details")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bound: dict[int, DetailsForm] = kwargs.pop("bound", {})
        rows = [(one, bound.get(one.pk) or self._form(one)) for one in self.districts]
        return super().get_context_data(rows=rows, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = next((one for one in self.districts if one.slug == request.POST.get("district")), None)
        if asked is None:
            raise Http404
        form = self._form(asked, request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(bound={asked.pk: form}))
        keep_details(district=asked, user=request.user, **form.cleaned_data)
        messages.success(request, _("The letter details of “%(district)s” are saved.") % {"district": asked})
        return redirect(f"{SPACE}:letter_details")

    def _form(self, district: District, data: Any = None) -> DetailsForm:
        return DetailsForm(data, instance=details_of(district), auto_id=f"id_{district.pk}_%s")
