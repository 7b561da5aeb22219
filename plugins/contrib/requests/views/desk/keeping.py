"""For how long a district keeps personal data: for its disclosure office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from plugins.api import District
from plugins.contrib.requests.domain.erasing import cases_to_erase, keep_rule, rule_of
from plugins.contrib.requests.models import RetentionRule

from .district_forms import DistrictForms


class RuleForm(forms.ModelForm):
    """The years, and whether they are settled. What would erase cases at once is kept when it is sent once more."""

    agreed = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = RetentionRule
        fields = ("years", "is_confirmed")
        help_texts = {"is_confirmed": gettext_lazy("Nothing is erased before the number is confirmed.")}

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        years, agreed = found.get("years"), found.pop("agreed", None)
        is_changed = {"years", "is_confirmed"} & set(self.changed_data)
        if years and found.get("is_confirmed") and is_changed and agreed != years:
            self._tell_what_goes(years)
        return found

    def _tell_what_goes(self, years: int) -> None:
        district = self.instance.district
        number = cases_to_erase(district, today=timezone.localdate(), years=years).count()
        if not number:
            return
        self.data = {**dict(self.data.items()), "agreed": years}
        sentence = ngettext(
            "With %(years)d years, personal data of %(number)d case is erased at the next run, for good. If that is "
            "meant, save once more; nothing was kept yet.",
            "With %(years)d years, personal data of %(number)d cases is erased at the next run, for good. If that is "
            "meant, save once more; nothing was kept yet.",
            number,
        )
        self.add_error("years", sentence % {"years": years, "number": number})


class KeepingScreen(DistrictForms):
    """A form for each district of the person, with how many cases it would erase today."""

    template_name = "gongkai_requests/desk/keeping.html"
    page_title = gettext_lazy("Keeping of personal data")
    form_class, url_name = RuleForm, "keeping"
    instance_of, keep = staticmethod(rule_of), staticmethod(keep_rule)
    kept = gettext_lazy("The rule of “%(district)s” is kept.")

    def beside(self, district: District) -> tuple[int]:
        return (cases_to_erase(district, today=timezone.localdate()).count(),)
