"""For how long a district keeps personal data: for its disclosure office."""

from __future__ import annotations

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy

from plugins.api import District
from plugins.contrib.requests.domain.erasing import cases_to_erase, keep_rule, rule_of
from plugins.contrib.requests.models import RetentionRule

from .district_forms import DistrictForms


class RuleForm(forms.ModelForm):
    """The years, and whether they are settled."""

    class Meta:
        model = RetentionRule
        fields = ("years", "is_confirmed")
        help_texts = {"is_confirmed": gettext_lazy("Nothing is erased before the number is confirmed.")}


class KeepingScreen(DistrictForms):
    """A form for each district of the person, with how many cases it would erase today."""

    template_name = "gongkai_requests/desk/keeping.html"
    page_title = gettext_lazy("Keeping of personal data")
    form_class, url_name = RuleForm, "keeping"
    instance_of, keep = staticmethod(rule_of), staticmethod(keep_rule)
    kept = gettext_lazy("The rule of “%(district)s” is kept.")

    def beside(self, district: District) -> tuple[int]:
        return (cases_to_erase(district, today=timezone.localdate()).count(),)
