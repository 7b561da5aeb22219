"""What is uploaded, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.tenancy.models import District
from disclosure_pages.importing.domain.places import DOCUMENT_COLUMNS, Place
from plugins.contributions.files import FileUse
from plugins.formats import labels_of_formats

MAX_FILES = 10
MAX_LIST_BYTES = 20 * 1024 * 1024


def check_size(file: UploadedFile, limit: int) -> None:
    """Refuse what is too large before it is read into memory."""
    if (file.size or 0) > limit:
        raise ValidationError(
            _("“%(name)s” is larger than %(limit)s."), params={"name": file.name, "limit": filesizeformat(limit)}
        )


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """One or several files."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list) else [data]
        cleaned = [super(SeveralFilesField, self).clean(file, initial) for file in files or [None]]
        if len(cleaned) > MAX_FILES:
            raise ValidationError(_("At most %(limit)d files at once."), params={"limit": MAX_FILES})
        for file in cleaned:
            check_size(file, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
        return cleaned


class PlaceForm(forms.Form):
    """A form with the choice of a place among those that the person may write in."""

    section = forms.TypedChoiceField(
        label=pgettext_lazy("of documents", "Place"), coerce=int, help_text=_("Column and unit of the drafts.")
    )

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._places = {place.section.pk: place for place in places}
        self.fields["section"].choices = [(key, place.label) for key, place in self._places.items()]  # type: ignore[attr-defined]
        suited = (key for key, place in self._places.items() if DOCUMENT_COLUMNS.search(place.column.title))
        self.initial.setdefault("section", next(suited, None))

    def place(self) -> Place:
        """The place that was chosen."""
        return self._places[self.cleaned_data["section"]]


class FilesForm(PlaceForm):
    """Official documents as files. What plug-ins read beside is named where it can go."""

    documents = SeveralFilesField(
        label=pgettext_lazy("to import", "Files"),
        help_text=_("DOCX, PDF with text, or plain text; several at once are looked through in turn."),
    )

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, places=places, **kwargs)
        labels = labels_of_formats(FileUse.DOCUMENT, {place.column.district_id for place in places})
        if labels:
            also = _("Also: %(formats)s.") % {"formats": "、".join(labels)}
            self.fields["documents"].help_text = f"{self.fields['documents'].help_text} {also}"


class ListForm(PlaceForm):
    """A list with an archive of the files that it names."""

    list_file = forms.FileField(label=_("List"), help_text=_("XLSX or CSV with one document a row."))
    archive = forms.FileField(
        label=_("Archive of files"), required=False, help_text=_("A zip with the files that the list names.")
    )
    field_order = ("section", "list_file", "archive")

    def clean_list_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["list_file"]
        check_size(file, MAX_LIST_BYTES)
        return file

    def clean_archive(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["archive"]
        if file is not None:
            check_size(file, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
        return file


class AddressesForm(forms.Form):
    """A file of addresses, and the district that takes over from the old portal."""

    district = forms.ModelChoiceField(label=_("District"), queryset=District.objects.none(), empty_label=None)
    file = forms.FileField(
        label=_("File of addresses"), help_text=_("A text with an address a line, or CSV with the addresses in front.")
    )

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        districts = {place.column.district_id for place in places}
        self.fields["district"].queryset = District.objects.filter(pk__in=districts)  # type: ignore[attr-defined]

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        check_size(file, MAX_LIST_BYTES)
        return file

    def chosen_district(self) -> District:
        """The district that was chosen."""
        found: District = self.cleaned_data["district"]
        return found
