"""What the letters of a district print besides the case: for its disclosure office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from plugins.api import validate_phone
from plugins.contrib.requests.domain.letters.details import details_of, keep_details
from plugins.contrib.requests.letters.variables import DETAILS
from plugins.contrib.requests.models import LetterDetails
from plugins.contrib.requests.views.desk.district_forms import DistrictForms


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


class DetailsScreen(DistrictForms):
    """A form for each district of the person."""

    template_name = "gongkai_requests/papers/details.html"
    header_icon = "doc-full"
    page_title = gettext_lazy("Letter details")
    form_class, url_name = DetailsForm, "letter_details"
    instance_of, keep = staticmethod(details_of), staticmethod(keep_details)
    kept = gettext_lazy("The letter details of “%(district)s” are saved.")
