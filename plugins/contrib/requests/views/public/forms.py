"""The application, as Art. 29 of the Regulations on Open Government Information lists its parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from plugins.api import Unit
from plugins.contrib.requests.enums import ApplicantKind, Delivery, WantedForm
from plugins.contrib.requests.identity import IdentityKind, clean_identity
from plugins.contrib.requests.protection.files import LARGEST, MOST, check_uploads, good_uploads
from plugins.contrib.requests.protection.pending import PendingFile, forget, has_room, keep, kept_of

from .fields import ManyFilesField, PhoneField, ask_for_the_missing

#: Headings of the form and the fields below each; what a summary of the application follows as well.
PARTS = (
    (
        gettext_lazy("Who applies"),
        (
            *("applicant_kind", "name", "representative", "identity_kind", "identity_number"),
            *("phone", "email", "fax", "address"),
        ),
    ),
    (gettext_lazy("What information"), ("unit", "title", "document_number", "features")),
    (gettext_lazy("How you want it"), ("wanted_form", "delivery", "asks_fee_reduction", "fee_reason")),
)
#: The other document is for organisations that have no such code, as those of other countries.
OF_ORGANISATIONS = frozenset({IdentityKind.CREDIT_CODE, IdentityKind.OTHER})
LIMITS = gettext_lazy("At most %(most)d files of %(size)d MB: PDF, Word, Excel, text, pictures.")
NEEDED_BY_DELIVERY = {Delivery.EMAIL: "email", Delivery.POST: "address", Delivery.FAX: "fax"}


def carried_on(form: ApplicationForm) -> list[PendingFile]:
    """Files of this step and of those before, for the next one; what is not wanted any more is deleted."""
    kept = form.kept
    forget(file for file in form.earlier if file not in kept)
    return [*kept, *keep(form.good_uploads)]


class ApplicationForm(forms.Form):
    """Everything but the question for people, which stands below the summary."""

    applicant_kind = forms.ChoiceField(
        label=gettext_lazy("You apply as"),
        choices=ApplicantKind.choices,
        initial=ApplicantKind.NATURAL,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=120,
        help_text=gettext_lazy("As in the document; of an organisation its full name."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    representative = forms.CharField(
        label=gettext_lazy("Who acts for the organisation"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Name of the person whom we can ask; organisations only."),
    )
    identity_kind = forms.ChoiceField(label=gettext_lazy("Document of identity"), choices=IdentityKind.choices)
    identity_number = forms.CharField(
        label=gettext_lazy("Number of the document"),
        max_length=60,
        help_text=gettext_lazy("Kept encrypted, and seen by those only who handle the application."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    phone = PhoneField(
        label=pgettext_lazy("of an applicant", "Phone"),
        max_length=40,
        help_text=gettext_lazy("With it, or the mail address, and your tracking code you look the application up."),
    )
    email = forms.EmailField(
        label=gettext_lazy("Mail address"),
        max_length=200,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    fax = PhoneField(
        label=pgettext_lazy("of an applicant", "Fax number"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Only if you want the answer by fax; with the area code."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    address = forms.CharField(
        label=gettext_lazy("Postal address"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Where letters reach you, with the post code."),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    unit = forms.ModelChoiceField(
        label=gettext_lazy("Unit that may have the information"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=gettext_lazy("Not sure: the disclosure office passes it on"),
    )
    title = forms.CharField(label=gettext_lazy("Name of the information"), max_length=200)
    document_number = forms.CharField(
        label=gettext_lazy("Document number, if you know it"), max_length=100, required=False
    )
    features = forms.CharField(
        label=gettext_lazy("Description of the information"),
        max_length=4000,
        help_text=gettext_lazy("What it is about, from when, for which place: so much that it can be found."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    wanted_form = forms.ChoiceField(label=gettext_lazy("Form of the information"), choices=WantedForm.choices)
    delivery = forms.ChoiceField(label=gettext_lazy("Way to get it"), choices=Delivery.choices)
    asks_fee_reduction = forms.BooleanField(
        label=gettext_lazy("I ask for fees to be reduced or waived"),
        required=False,
        help_text=gettext_lazy("Fees are due for unusually many applications or pages only."),
    )
    fee_reason = forms.CharField(
        label=gettext_lazy("Reason for it"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    attachments = ManyFilesField(label=gettext_lazy("Files to send along"), required=False)
    pending = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, district: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.good_uploads: list[UploadedFile] = []
        self.label_suffix = ""
        ask_for_the_missing(self)
        fields: dict[str, Any] = self.fields
        fields["unit"].queryset = Unit.objects.active(on=timezone.localdate()).filter(district=district)
        limits = {"most": MOST, "size": LARGEST // 1024 // 1024}
        fields["attachments"].help_text = LIMITS % limits

    @property
    def kept(self) -> list[PendingFile]:
        """Files of an earlier step, but those that are not wanted any more."""
        dropped = set(self._sent.getlist("dropped"))
        return [file for file in self.earlier if file.key not in dropped]

    @property
    def earlier(self) -> list[PendingFile]:
        """All files of an earlier step."""
        return kept_of(self._sent.get("pending", ""))

    def parts(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """Headings with their fields."""
        for heading, names in PARTS:
            yield str(heading), [self[name] for name in names]

    @property
    def _sent(self) -> QueryDict:
        return self.data if isinstance(self.data, QueryDict) else QueryDict()

    def clean(self) -> dict[str, Any]:
        """What one answer asks of another."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        self._clean_applicant(found)
        self._clean_identity(found)
        needed = NEEDED_BY_DELIVERY.get(found.get("delivery", ""))
        if needed and not found.get(needed) and needed not in self.errors:
            self.add_error(needed, _("The way to get the information that you chose needs this."))
        if found.get("asks_fee_reduction") and not found.get("fee_reason"):
            self.add_error("fee_reason", _("Say why fees should be reduced."))
        return found

    def clean_attachments(self) -> Any:
        """Together with those that were sent before."""
        uploads, beside = self.cleaned_data["attachments"], [file.size for file in self.kept]
        if uploads and not has_room():
            raise ValidationError(_("No files can be taken at present. Send the application; add them to it later."))
        self.good_uploads = good_uploads(uploads, beside=beside)
        check_uploads(uploads, beside=beside)
        return uploads

    def _clean_applicant(self, found: dict[str, Any]) -> None:
        is_person = found.get("applicant_kind") == ApplicantKind.NATURAL
        if found.get("applicant_kind") and not is_person and not found.get("representative"):
            self.add_error("representative", _("Name the person who acts for the organisation."))
        kind = found.get("identity_kind")
        if kind and is_person and kind == IdentityKind.CREDIT_CODE:
            self.add_error("identity_kind", _("A person has no unified social credit code; choose another document."))
        if kind and found.get("applicant_kind") and not is_person and kind not in OF_ORGANISATIONS:
            self.add_error("identity_kind", _("Organisations are known by their unified social credit code."))

    def _clean_identity(self, found: dict[str, Any]) -> None:
        kind, number = found.get("identity_kind"), found.get("identity_number")
        if not (kind and number):
            return
        try:
            found["identity_number"] = clean_identity(kind, number, today=timezone.localdate())
        except ValidationError as error:
            self.add_error("identity_number", error)
