"""Forms of the register screens."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.people.enums import Role, Scope
from cms.people.models import Membership, User
from cms.people.rules import SCOPE_OF_ROLE
from cms.registers.domain.members import set_members
from cms.registers.domain.scope import choices_for, roles_to_grant
from cms.registers.sheets import Sheet, read_sheet
from cms.tenancy.models import Unit, UnitCollective


class UploadForm(forms.Form):
    """A table to import; ``cleaned_data["file"]`` is a :class:`~cms.registers.sheets.Sheet`."""

    file = forms.FileField(
        label=_("Table"), help_text=_("XLSX or CSV (UTF-8 or GB18030), at most 2 MB and 2,000 rows.")
    )

    def clean_file(self) -> Sheet:
        """Judge the file by its content. Raises ``FileRefused``."""
        return read_sheet(self.cleaned_data["file"].read())


class RegisterForm(WagtailAdminModelForm):
    """A register's entry; the person may only refer to what the person may use, and keys stay once they are given."""

    # Fields that cannot change once the entry exists: addresses, groups and the history hang on them.
    fixed_fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                field.queryset = choices_for(self.for_user, field.queryset.model, self._meta.model)
            if self.instance.pk and name in self.fixed_fields:
                field.disabled = True
                field.help_text = _("Cannot be changed: addresses and rights rest on it.")


class CityForm(RegisterForm):
    """A city."""

    fixed_fields = ("slug",)


class DistrictForm(RegisterForm):
    """A district."""

    fixed_fields = ("city", "slug")


class UnitForm(RegisterForm):
    """A unit; the district's own units are offered as its superior."""

    fixed_fields = ("district", "code")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            parents = self.fields["parent"]
            parents.queryset = parents.queryset.filter(district=self.instance.district).exclude(pk=self.instance.pk)


class AliasForm(RegisterForm):
    """An alias."""

    fixed_fields = ("unit",)


class MemberForm(RegisterForm):
    """A unit's place in a collective."""

    fixed_fields = ("collective", "unit")


class CollectiveForm(RegisterForm):
    """A collective; once it exists, its members are ticked in the list of the district's units."""

    fixed_fields = ("district",)

    member_units = forms.ModelMultipleChoiceField(
        label=_("units"), queryset=Unit.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    confirmed = forms.BooleanField(
        label=_("These members are confirmed"),
        required=False,
        help_text=_("Takes the mark “sample” from all of them."),
    )

    class Meta:
        model = UnitCollective
        fields = ("district", "name")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["member_units"].queryset = Unit.objects.of_district(self.instance.district)
            self.initial["member_units"] = list(self.instance.units.values_list("pk", flat=True))
        else:
            del self.fields["member_units"], self.fields["confirmed"]

    def save(self, commit: bool = True) -> UnitCollective:
        collective: UnitCollective = super().save(commit=commit)
        if "member_units" in self.cleaned_data:
            set_members(
                collective=collective, units=self.cleaned_data["member_units"], confirmed=self.cleaned_data["confirmed"]
            )
        return collective


class MembershipForm(RegisterForm):
    """A membership; only roles that the person may give, never the own."""

    fixed_fields = ("user",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grantable = roles_to_grant(self.for_user)
        self.fields["role"].choices = [(role, label) for role, label in Role.choices if role in grantable]
        if self.instance.pk:
            self.fields["user"].queryset = User.objects.filter(pk=self.instance.user_id)
        scopes = {SCOPE_OF_ROLE[role] for role in grantable}
        for name in {Scope.UNIT, Scope.DISTRICT, Scope.CITY} - scopes:
            del self.fields[name]

    class Meta:
        model = Membership
        fields = ("user", "role", "unit", "district", "city", "starts_on", "ends_on")


SALT = "gongkai.registers.import"
MAX_AGE = 3_600  # seconds between preview and confirmation


class ConfirmForm(forms.Form):
    """The table of a preview, signed, so that nothing has to be kept on the server in between."""

    state = forms.CharField(widget=forms.HiddenInput)

    def clean_state(self) -> dict[str, Any]:
        """The signed content. Raises ``ValidationError`` when it is too old or not ours."""
        try:
            state: dict[str, Any] = signing.loads(self.cleaned_data["state"], salt=SALT, max_age=MAX_AGE)
        except signing.BadSignature as error:
            raise forms.ValidationError(_("The preview is no longer valid. Upload the table again.")) from error
        return state
