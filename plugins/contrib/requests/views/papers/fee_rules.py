"""By which rule a district asks for fees: for its disclosure office."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from plugins.api import District
from plugins.contrib.requests.domain.fee_rules import FIELDS, fee_rule_of, keep_fee_rule
from plugins.contrib.requests.models import FeeNotice, FeeRule
from plugins.contrib.requests.views.desk.district_forms import DistrictForms


class FeeRuleForm(forms.ModelForm):
    """All of it; without a source the rule would be nobody's."""

    class Meta:
        model = FeeRule
        fields = FIELDS


class FeeRuleScreen(DistrictForms):
    """A form for each district of the person, with how many open fees keep the rule under which they began."""

    template_name = "gongkai_requests/papers/fee_rules.html"
    header_icon = "doc-full"
    page_title = gettext_lazy("Rule of fees")
    form_class, url_name = FeeRuleForm, "fee_rules"
    instance_of, keep = staticmethod(fee_rule_of), staticmethod(keep_fee_rule)
    kept = gettext_lazy(
        "The rule of fees of “%(district)s” is saved; it holds for fees that are asked for from now on."
    )

    def beside(self, district: District) -> tuple[int]:
        return (FeeNotice.objects.filter(case__district=district, case__concluded_on=None, paid_on=None).count(),)
