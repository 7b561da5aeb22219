"""Forms of the offices: begin a round, choose its documents, approve, conclude."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.widgets import AdminDateInput

from cms.tenancy.models import District, Unit
from disclosure_pages.documents.enums import LegalClass
from disclosure_pages.documents.force.enums import LegalForce
from disclosure_pages.documents.models import DocumentKind, LegalRecord
from disclosure_pages.pages.models import Content
from disclosure_pages.rounds.domain.drafting import sections_of_district
from disclosure_pages.rounds.domain.selecting import Selection
from disclosure_pages.rounds.enums import ItemState, Proposal
from disclosure_pages.rounds.models import ReviewRound
from disclosure_pages.tree.models import Section

ANY = ("", "---------")


class RoundForm(forms.ModelForm):
    """A new round of one of the person's districts; with one district there is nothing to choose."""

    class Meta:
        model = ReviewRound
        fields = ["district", "title", "basis", "due_on", "takes_effect_on"]
        widgets = {"due_on": AdminDateInput, "takes_effect_on": AdminDateInput}

    def __init__(self, *args: Any, districts: QuerySet[District], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["district"]
        field.queryset = districts
        if districts.count() == 1:
            field.initial = districts.get()
            field.widget = forms.HiddenInput()

    def clean_due_on(self) -> Any:
        day = self.cleaned_data["due_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed; the units need time."))
        return day


class SelectionForm(forms.Form):
    """Which documents to add. Everything left blank, all of the district that are in force."""

    units = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Units"), queryset=Unit.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    formed_before = forms.DateField(
        label=gettext_lazy("Formed before"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("This day not counted."),
    )
    expires_until = forms.DateField(
        label=gettext_lazy("Term ends until"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Extensions are counted; documents without a term are left out."),
    )
    legal_class = forms.ChoiceField(label=gettext_lazy("In law"), choices=[ANY, *LegalClass.choices], required=False)
    kind = forms.ModelChoiceField(
        label=gettext_lazy("Kind of document"), queryset=DocumentKind.objects.none(), required=False
    )
    force = forms.ChoiceField(
        label=gettext_lazy("Legal force today"),
        choices=[("", pgettext_lazy("choice of a list", "In force")), *LegalForce.choices],
        required=False,
    )

    def __init__(self, *args: Any, review_round: ReviewRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        having = LegalRecord.objects.public().of_district(review_round.district).values("unit")
        units: Any = self.fields["units"]
        units.queryset = Unit.objects.filter(pk__in=having).order_by("code")
        kinds: Any = self.fields["kind"]
        kinds.queryset = DocumentKind.objects.offered().select_related("parent")

    @property
    def selection(self) -> Selection:
        """What is asked for."""
        data, kind = self.cleaned_data, self.cleaned_data["kind"]
        parts = DocumentKind.objects.filter(parent=kind).values_list("pk", flat=True) if kind else ()
        return Selection(
            units=tuple(unit.pk for unit in data["units"]),
            kinds=(kind.pk, *parts) if kind else (),
            legal_class=data["legal_class"],
            force=data["force"],
            formed_before=data["formed_before"],
            expires_until=data["expires_until"],
        )


class ApprovalFilterForm(forms.Form):
    """Narrows the list of proposals."""

    unit = forms.ModelChoiceField(label=gettext_lazy("Unit"), queryset=Unit.objects.none(), required=False)
    proposal = forms.ChoiceField(
        label=pgettext_lazy("review round", "Decision"), choices=[ANY, *Proposal.choices], required=False
    )
    state = forms.ChoiceField(label=gettext_lazy("State"), choices=[ANY, *ItemState.choices], required=False)

    def __init__(self, *args: Any, review_round: ReviewRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["unit"]
        field.queryset = Unit.objects.filter(pk__in=review_round.units.values("unit")).order_by("code")


class ConcludeForm(forms.Form):
    """Where the result is drafted, and under which title."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=255)
    section = forms.ModelChoiceField(
        label=pgettext_lazy("of a draft", "Place"),
        queryset=Section.objects.none(),
        help_text=gettext_lazy("Editors of this unit finish the draft and submit it; it passes the ordinary reviews."),
    )

    def __init__(self, *args: Any, district: District, page_type: type[Content], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = sections_of_district(district=district, kind=page_type)
        field: Any = self.fields["section"]
        field.queryset = Section.objects.filter(pk__in=[section.pk for group in places.values() for section in group])
        field.choices = [ANY] + [
            (title, [(section.pk, section.title) for section in group]) for title, group in places.items()
        ]
