"""What the screens of papers share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from plugins.api import ExportFailed, Role
from plugins.contrib.requests.exceptions import CaseRefused, DetailsMissing
from plugins.contrib.requests.views.desk.base import SPACE, CaseScreen

BUSY = _("The file cannot be made now; try again in a minute.")


class PapersScreen(CaseScreen):
    """A screen of a case's papers."""

    header_icon = "doc-full"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        papers = {"url": self.papers_url, "label": _("Letters and files")}
        self.above = ({"url": self.case_url, "label": str(self.case)}, papers)

    @property
    def papers_url(self) -> str:
        return reverse(f"{SPACE}:papers", args=[self.case.pk])

    @cached_property
    def is_office(self) -> bool:
        return Role.DISCLOSURE_OFFICE in self.held

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(case=self.case, is_office=self.is_office, **kwargs)

    def attempt(self, act: Callable[[], Any], told: Any) -> bool:
        """Do it and tell so; what is refused is told instead."""
        try:
            act()
        except (CaseRefused, ExportFailed) as error:
            told = str(error) if isinstance(error, CaseRefused) else BUSY
            messages.error(self.request, told, buttons=self._remedies(error))
            return False
        messages.success(self.request, told)
        return True

    def _remedies(self, error: Exception) -> list[Any]:
        """The way to where what is missing is said, for those who may say it."""
        if not (isinstance(error, DetailsMissing) and self.is_office):
            return []
        return [messages.button(reverse(f"{SPACE}:letter_details"), _("Letter details"))]
