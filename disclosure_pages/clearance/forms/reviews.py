"""The reviewer's form. Gates are asked by the domain; their findings come back to the field that they concern."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput

from disclosure_pages.clearance.domain.reviewing import Ruling
from disclosure_pages.clearance.enums import (
    ChecklistItem,
    LegalityItem,
    ReviewDecision,
    ReviewStage,
    WithheldGround,
)
from disclosure_pages.tree.enums import DisclosureAttribute
from plugins.findings import Finding, Severity

ATTRIBUTES = [choice for choice in DisclosureAttribute.choices if choice[0] != DisclosureAttribute.NOT_STATED]


class OverridesMixin(forms.Form):
    """A field for the reason why findings do not stand in the way, one for each code.

    The reason is recorded for each finding that the person was shown beside the field (``shown`` of the request), so it
    covers no other finding of this code, such as one that the checks have found since.
    """

    def __init__(self, *args: Any, findings: Iterable[Finding] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.override_fields: dict[str, str] = {}
        self._keys: dict[str, list[str]] = defaultdict(list)
        for finding in findings:
            if finding.severity != Severity.OVERRIDABLE:
                continue
            self._keys[finding.code].append(finding.key)
            if finding.code not in self.override_fields:
                name = f"override-{finding.code}"
                self.override_fields[finding.code] = name
                self.fields[name] = forms.CharField(
                    label=_("Why it may be public all the same"),
                    help_text=_("Your reason is recorded with your name."),
                    required=False,
                    max_length=500,
                )

    @property
    def overrides(self) -> dict[str, str]:
        """Key of a finding → the reason given."""
        given = {code: self.cleaned_data.get(name, "").strip() for code, name in self.override_fields.items()}
        return {key: reason for code, reason in given.items() if reason for key in self._shown_keys(code)}

    def _shown_keys(self, code: str) -> list[str]:
        data: Any = self.data
        shown = set(data.getlist("shown")) if hasattr(data, "getlist") else set()
        return [key for key in self._keys[code] if not shown or key in shown]

    def add_findings(self, findings: Iterable[Finding]) -> None:
        """Put findings that stand in the way at the fields with which they are answered."""
        for finding in findings:
            name = self.override_fields.get(finding.code, finding.field)
            where = name if name in self.fields else NON_FIELD_ERRORS
            self.add_error(where, f"{finding.message} {finding.remedy}")


class ReviewForm(OverridesMixin):
    """Approve, or return with a reason."""

    digest = forms.CharField(widget=forms.HiddenInput, required=False)
    decision = forms.ChoiceField(choices=ReviewDecision.choices, widget=forms.HiddenInput)
    comment = forms.CharField(
        label=gettext_lazy("Comment, or the reason why you return it"),
        widget=AdminAutoHeightTextInput(attrs={"rows": 3}),
        required=False,
        max_length=2000,
    )

    @property
    def ruling(self) -> Ruling:
        """What the reviewer filled in."""
        return Ruling(comment=self.cleaned_data["comment"], overrides=self.overrides)

    def clean(self) -> dict[str, Any]:
        """A return without a reason leaves its author with nothing to work on."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("decision") == ReviewDecision.RETURNED and not data.get("comment"):
            self.add_error("comment", _("Say why you return it: the author needs a reason to work on."))
        return data

    def show_digest(self, digest: str) -> None:
        """Let the form stand for another content than the one that it was sent with."""
        data: Any = self.data  # a QueryDict, as it came with the request
        self.data = data.copy()
        self.data["digest"] = digest  # type: ignore[index]  # the copy is mutable

    def ruling_fields(self) -> Iterator[forms.BoundField]:
        """Fields that only this stage fills in; none in general."""
        return iter(())


class ConfidentialityForm(ReviewForm):
    """The confidentiality review (保密审查) decides the disclosure attribute (Regulations, Art. 17)."""

    attribute = forms.ChoiceField(
        label=gettext_lazy("Disclosure attribute"), choices=ATTRIBUTES, widget=forms.RadioSelect, required=False
    )
    basis = forms.CharField(
        label=gettext_lazy("Basis"),
        help_text=gettext_lazy("The article or the decision on which the attribute rests."),
        required=False,
        max_length=300,
    )
    ground = forms.ChoiceField(
        label=gettext_lazy("Ground for not disclosing it"),
        help_text=gettext_lazy("Only for content that is not disclosed."),
        choices=[("", "—"), *WithheldGround.choices],
        required=False,
    )
    checklist = forms.MultipleChoiceField(
        label=gettext_lazy("Confirmed for content that is disclosed proactively"),
        choices=ChecklistItem.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @property
    def ruling(self) -> Ruling:
        data = self.cleaned_data
        return Ruling(
            comment=data["comment"],
            attribute=data["attribute"],
            basis=data["basis"].strip(),
            ground=data["ground"] if data["attribute"] == DisclosureAttribute.WITHHELD else "",
            checklist=data["checklist"],
            overrides=self.overrides,
        )

    def ruling_fields(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in ("attribute", "basis", "ground", "checklist"))


class LegalityForm(ReviewForm):
    """The legality review (合法性审核): an opinion, and what was looked at."""

    opinion = forms.CharField(
        label=gettext_lazy("Legality opinion"),
        help_text=gettext_lazy("Needed to approve; it stays with the registration and is not published."),
        widget=AdminAutoHeightTextInput(attrs={"rows": 4}),
        required=False,
        max_length=5000,
    )
    checklist = forms.MultipleChoiceField(
        label=gettext_lazy("Reviewed and found in order"),
        choices=LegalityItem.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @property
    def ruling(self) -> Ruling:
        data = self.cleaned_data
        return Ruling(
            comment=data["comment"],
            opinion=data["opinion"].strip(),
            checklist=data["checklist"],
            overrides=self.overrides,
        )

    def ruling_fields(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in ("opinion", "checklist"))


class RegistrationForm(ReviewForm):
    """The registration (登记): the number is issued; one that the document already has is kept."""

    former_number = forms.CharField(
        label=gettext_lazy("Registration number that it already has"),
        help_text=gettext_lazy("Only for a document that was registered before this register began."),
        required=False,
        max_length=60,
    )

    @property
    def ruling(self) -> Ruling:
        data = self.cleaned_data
        return Ruling(comment=data["comment"], former_number=data["former_number"].strip(), overrides=self.overrides)

    def ruling_fields(self) -> Iterator[forms.BoundField]:
        return iter((self["former_number"],))


FORMS: dict[str, type[ReviewForm]] = {
    ReviewStage.LEGALITY: LegalityForm,
    ReviewStage.CONFIDENTIALITY: ConfidentialityForm,
    ReviewStage.REGISTRATION: RegistrationForm,
}


def review_form_class(stage: str) -> type[ReviewForm]:
    """The form of a stage."""
    return FORMS.get(stage, ReviewForm)
