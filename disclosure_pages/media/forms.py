"""Forms of documents and images: what is frozen says so at the field."""

from __future__ import annotations

from typing import Any

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from .freezing import FROZEN_FIELDS, FROZEN_MESSAGE, is_frozen


class FrozenFieldsMixin:
    """A form of a file; fields that are frozen explain why they cannot be changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.frozen = is_frozen(self.instance)  # type: ignore[attr-defined]  # of the form it is mixed into
        if self.frozen:
            for name in self._frozen_names():
                self.fields[name].help_text = FROZEN_MESSAGE  # type: ignore[attr-defined]

    def clean(self) -> Any:
        """Refuse changes of frozen fields."""
        cleaned = super().clean()  # type: ignore[misc]
        if self.frozen:
            for name in self._frozen_names():
                if name in self.changed_data:  # type: ignore[attr-defined]
                    self.add_error(name, FROZEN_MESSAGE)  # type: ignore[attr-defined]
        return cleaned

    def _frozen_names(self) -> list[str]:
        frozen = FROZEN_FIELDS[type(self.instance)]  # type: ignore[attr-defined]
        return [name for name in frozen if name in self.fields]  # type: ignore[attr-defined]


class DisclosureDocumentForm(FrozenFieldsMixin, BaseDocumentForm):
    """A document."""


class DisclosureImageForm(FrozenFieldsMixin, BaseImageForm):
    """An image."""
