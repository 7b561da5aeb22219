"""Import by screen: upload, what is recognised and what would change, taking over."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from plugins.api import AdminScreen
from plugins.contrib.item_catalogue.domain.pending import Offered, keep_file, offered, say_of_file, take_over
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.forms import ReviewForm, UploadForm
from plugins.contrib.item_catalogue.models import PendingFile

from .owners import ROLES, owners_of

UNPROCESSABLE, CONFLICT = 422, 409


class ImportScreen(AdminScreen):
    """A screen of the import: for the office of a district its catalogues, for auditors those of their city."""

    page_title = gettext_lazy("Import of item catalogues")
    header_icon = "upload"
    roles = ROLES

    @property
    def person(self) -> Any:
        """Whoever looks; nobody comes this far without an account."""
        return self.request.user

    def answer(self, status: int = 200, **context: Any) -> HttpResponse:
        """The screen with ``context``; 4xx when it tells of something that the person must mend."""
        return self.render_to_response(self.get_context_data(**context), status=status)


class UploadScreen(ImportScreen):
    """Upload a file; files that wait."""

    template_name = "gongkai_items/import.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", UploadForm(owners=owners_of(self)))
        waiting = PendingFile.objects.filter(user=self.person).select_related("city", "district").defer("content")
        return super().get_context_data(waiting=waiting.order_by("-uploaded_at"), **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES, owners=owners_of(self))
        if not form.is_valid():
            return self.answer(UNPROCESSABLE, form=form)
        upload = form.cleaned_data["file"]
        owner = form.cleaned_data["owner"]
        file = keep_file(owner=owner, user=self.person, content=upload.read(), file_name=upload.name)
        return redirect("item-catalogue-admin:review", key=file.pk)


class ReviewScreen(ImportScreen):
    """What a file says: catalogues with their fields, columns with their meaning, problems, changes."""

    template_name = "gongkai_items/review.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        file = PendingFile.objects.filter(pk=kwargs["key"], user=self.person).first()
        if file is None or file.owner not in owners_of(self):
            raise Http404
        self.file = file

    def get_page_subtitle(self) -> str:
        return f"{self.file} · {self.file.owner}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": reverse("item-catalogue-admin:import"), "label": self.page_title}
        return [*self.breadcrumbs_items, here, {"url": "", "label": str(self.file)}]

    def get(self, request: HttpRequest, key: int) -> HttpResponse:
        return self.review(offered(self.file))

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        """``act``: ``read`` again with what was said, ``take`` over what was seen, ``drop`` the file."""
        act = request.POST.get("act", "read")
        if act == "drop":
            self.file.delete()
            return redirect("item-catalogue-admin:import")
        found = offered(self.file)
        form = ReviewForm(request.POST, found=found)
        if not form.is_valid():
            return self.review(found, form=form, status=UNPROCESSABLE)
        say_of_file(file=self.file, mapping=form.mapping, fields=form.fields_said)
        return self._take() if act == "take" else redirect("item-catalogue-admin:review", key=key)

    def _take(self) -> HttpResponse:
        try:
            done = take_over(file=self.file, seen=self.request.POST.get("seen", ""), user=self.person)
        except ItemsRefused as error:
            messages.error(self.request, str(error))
            return self.review(offered(self.file), status=CONFLICT)
        changed = [str(one.catalogue) for one in done if one.is_changed]
        if changed:
            messages.success(self.request, _("As in the file now: %(names)s") % {"names": "、".join(changed)})
        else:
            messages.success(self.request, _("The file says what the catalogues say already: nothing has changed."))
        return redirect("item-catalogue-admin:catalogues")

    def review(self, found: Offered, *, form: ReviewForm | None = None, status: int = 200) -> HttpResponse:
        """The screen; problems of single catalogues are shown beside them."""
        form = form or ReviewForm(found=found)
        offers = [(offer, form.field_of(offer.number)) for offer in found.offers]
        return self.answer(status, file=self.file, found=found, form=form, offers=offers)
