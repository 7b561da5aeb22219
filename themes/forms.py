"""Forms of the screens of looks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from cms.tenancy.models import District

from .domain.drafting import COLOURS
from .enums import TypeSize
from .models import MourningDays, ThemeVersion
from .models.version import is_colour
from .pictures import drawn_anew
from .rules import BANNER_HEIGHT, BANNER_WIDTH, LOGO_HEIGHT, LOGO_WIDTH

_SIZES = {"logo": (LOGO_WIDTH, LOGO_HEIGHT), "banner": (BANNER_WIDTH, BANNER_HEIGHT)}


class AdjustForm(forms.Form):
    """What is adjusted of a theme. A colour that is not ticked is the theme's own."""

    type_size = forms.ChoiceField(label=_("Size of type"), choices=TypeSize.choices)
    logo = forms.FileField(label=_("Logo"), required=False, help_text=_("PNG, JPEG or WebP. It is made small enough."))
    drop_logo = forms.BooleanField(label=_("Take the logo away"), required=False)
    banner = forms.FileField(label=_("Banner"), required=False, help_text=_("A wide picture below the masthead."))
    drop_banner = forms.BooleanField(label=_("Take the banner away"), required=False)
    icp_number = forms.CharField(
        label=_("ICP number"),
        required=False,
        max_length=60,
        help_text=_("Left empty, that of the register of districts stands in the footer."),
    )
    police_number = forms.CharField(label=_("Public security record number"), required=False, max_length=60)

    def __init__(self, *args: Any, version: ThemeVersion, own: dict[str, str], **kwargs: Any) -> None:
        self.version, self.own = version, own
        super().__init__(*args, **kwargs)
        for name in COLOURS:
            self._add_colour(name)
        for name in ("type_size", "icp_number", "police_number"):
            self.fields[name].initial = getattr(version, name)
        for name in _SIZES:
            if not getattr(version, name):
                del self.fields[f"drop_{name}"]

    def _add_colour(self, name: str) -> None:
        chosen = getattr(self.version, name)
        field: Any = ThemeVersion._meta.get_field(name)
        label = field.verbose_name
        self.fields[f"{name}_own"] = forms.BooleanField(label=label, required=False, initial=bool(chosen))
        self.fields[name] = forms.CharField(
            label=label,
            required=False,
            validators=[is_colour],
            initial=chosen or self.own[name],
            widget=forms.TextInput(attrs={"type": "color", "aria-label": label}),
        )

    @property
    def colour_fields(self) -> list[tuple[Any, Any]]:
        """The tick and the colour of each."""
        return [(self[f"{name}_own"], self[name]) for name in COLOURS]

    @property
    def other_fields(self) -> list[Any]:
        colours = {name for colour in COLOURS for name in (colour, f"{colour}_own")}
        return [field for field in self if field.name not in colours]

    def clean(self) -> dict[str, Any]:
        """Pictures are drawn anew; one that cannot be is an error at its field."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name, (width, height) in _SIZES.items():
            if cleaned.get(name):
                try:
                    cleaned[name] = drawn_anew(cleaned[name], width=width, height=height, name=name)
                except ValidationError as error:
                    self.add_error(name, error)
        return cleaned

    def values(self) -> dict[str, Any]:
        """As ``adjust_draft`` takes them."""
        cleaned = self.cleaned_data
        values = {name: cleaned[name] for name in ("type_size", "icp_number", "police_number")}
        values |= colours_of(cleaned)
        for name in _SIZES:
            if cleaned.get(name):
                values[name] = cleaned[name]
            elif cleaned.get(f"drop_{name}"):
                values[name] = ""
        return values


def colours_of(cleaned: Any) -> dict[str, str]:
    """The colours that are ticked; empty for the others."""
    return {name: cleaned.get(name, "") if cleaned.get(f"{name}_own") else "" for name in COLOURS}


class ScheduleForm(forms.Form):
    """When a look goes live."""

    at = forms.DateTimeField(label=_("Live from"), widget=AdminDateTimeInput)

    def clean_at(self) -> Any:
        """A time that lies ahead."""
        at = self.cleaned_data["at"]
        if at <= timezone.now():
            raise ValidationError(_("Choose a time that lies ahead."))
        return at


class MourningForm(forms.ModelForm):
    """Days of mourning of a district that the person designs, or of all where the person may."""

    class Meta:
        model = MourningDays
        fields = ("district", "starts_on", "ends_on", "occasion")
        widgets = {"starts_on": AdminDateInput, "ends_on": AdminDateInput}

    def __init__(self, *args: Any, districts: Any, may_everywhere: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["district"]
        field.queryset = districts if districts is not None else District.objects.none()
        field.required = not may_everywhere
        field.empty_label = _("All districts and the city") if may_everywhere else "---------"
