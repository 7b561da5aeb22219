"""A draft for everybody, from an answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.api import ColumnPurpose, Section
from plugins.contrib.requests.domain.handling.publishing import draft_answer, sections_of
from plugins.contrib.requests.process.acts import Act

from .base import ActForm, text_field


class SectionField(forms.ModelChoiceField):
    """Sections by the columns in which they are."""

    def label_from_instance(self, obj: Any) -> str:
        """The column's title."""
        return str(obj.get_parent().title)


class PublishForm(ActForm):
    """Nothing of the applicant; the reviews decide as about every page."""

    act = Act.PUBLISH
    advice = _(
        "Leave out whatever tells who applied. The draft waits in the column for the editors of the unit, who submit "
        "it; it goes through all reviews before anybody reads it."
    )
    section = SectionField(Section.objects.none(), label=pgettext_lazy("of a disclosed answer", "column"))
    title = forms.CharField(label=pgettext_lazy("of a disclosed answer", "title"), max_length=200)
    question = text_field(pgettext_lazy("of a disclosed answer", "what was asked"))
    answer = text_field(pgettext_lazy("of a disclosed answer", "what was answered"), rows=5)

    def prepare(self) -> None:
        sections = sections_of(self.case)
        self.choose_from("section", queryset=sections)
        self.fields["section"].initial = next(filter(_is_for_requests, sections), None)
        self.fields["title"].initial = self.case.title
        self.fields["answer"].initial = getattr(getattr(self.case, "decision", None), "given", "")

    def perform(self, user: Any) -> None:
        draft_answer(case=self.case, user=user, **self.cleaned_data)


def _is_for_requests(section: Section) -> bool:
    return getattr(section.get_parent().specific, "purpose", None) == ColumnPurpose.ON_REQUEST
