"""Reorganisations in the admin: what → preview → confirm, the list of what was done, and undoing."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, FormView, ListView
from wagtail.admin import messages

from cms.people.models import User
from cms.registers.domain.scope import can_add_to_register, can_view_register, editable_by, visible_to
from cms.tenancy.models import District, Reorganisation, Unit
from disclosure_pages.tree.domain.reorganisation import CannotUndo, preview, undo_reorganisation
from disclosure_pages.tree.reorganisation_forms import MergeForm, RenameForm, ReorganisationForm

TEMPLATES = "gongkai_tree/reorganisation"


def visible_reorganisations(request: HttpRequest) -> QuerySet[Reorganisation]:
    """Acts on units that the person sees. Raises ``PermissionDenied`` for people without the register of units."""
    if not can_view_register(request.user, Unit):
        raise PermissionDenied
    acts = Reorganisation.objects.filter(units__in=visible_to(request.user, Unit)).distinct()
    return acts.select_related("district", "into", "by", "undone_by")


def may_undo(user: Any, reorganisation: Reorganisation) -> bool:
    """Whether the person keeps every unit concerned."""
    concerned = {*reorganisation.units.values_list("pk", flat=True), reorganisation.into_id} - {None}
    return editable_by(user, Unit).filter(pk__in=concerned).count() == len(concerned)


class ReorganisationList(ListView):
    """Every act, the latest first."""

    template_name = f"{TEMPLATES}/index.html"
    context_object_name = "reorganisations"
    paginate_by = 50

    def get_queryset(self) -> QuerySet[Reorganisation]:
        return visible_reorganisations(self.request).prefetch_related("units")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(may_act=can_add_to_register(self.request.user, Unit), **kwargs)


class ReorganisationDetail(DetailView):
    """One act: what it did, and the button that takes it back."""

    template_name = f"{TEMPLATES}/detail.html"
    context_object_name = "reorganisation"

    def get_queryset(self) -> QuerySet[Reorganisation]:
        return visible_reorganisations(self.request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        can_undo = self.object.undone_at is None and may_undo(self.request.user, self.object)
        return super().get_context_data(can_undo=can_undo, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Undo."""
        self.object = self.get_object()
        if not may_undo(request.user, self.object):
            raise PermissionDenied
        try:
            undo_reorganisation(reorganisation=self.object, by=_person(request))
        except CannotUndo as error:
            context = self.get_context_data(reasons=error.messages)
            return self.render_to_response(context, status=409)
        messages.success(request, _("The reorganisation was undone."))
        return redirect("gongkai_reorganisations:detail", pk=self.object.pk)


class ReorganiseView(FormView):
    """Form → preview → confirm. What is confirmed is what was shown, or it is shown anew."""

    template_name = f"{TEMPLATES}/form.html"
    page_title: Any = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for people who keep units; the district is theirs, or one that they choose."""
        if not can_add_to_register(request.user, Unit):
            raise PermissionDenied
        units = editable_by(request.user, Unit)
        self.districts = District.objects.filter(pk__in=units.order_by().values("district"))
        chosen = request.GET.get("district")
        self.district = get_object_or_404(self.districts, slug=chosen) if chosen else self.districts.first()
        if self.district is None:
            messages.warning(request, _("There is no unit to reorganise."))
            return redirect("gongkai_reorganisations:index")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user, "district": self.district}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            page_title=self.page_title, district=self.district, districts=self.districts, **kwargs
        )

    def form_valid(self, form: ReorganisationForm) -> HttpResponse:
        """Show what would happen, or do it when exactly that was confirmed."""
        confirmed = self.request.POST.get("confirm")
        try:
            return self._carry_out(form, confirmed) if confirmed else self._show(form)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)

    def form_invalid(self, form: ReorganisationForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)

    def _show(self, form: ReorganisationForm) -> HttpResponse:
        shown = preview(form.act(by=_person(self.request)))
        context = self.get_context_data(form=form, reorganisation=shown, digest=_digest(shown))
        return self.render_to_response(context)

    def _carry_out(self, form: ReorganisationForm, confirmed: str) -> HttpResponse:
        with transaction.atomic():
            done = form.act(by=_person(self.request))()
            if _digest(done) == confirmed:
                messages.success(self.request, _("The reorganisation was carried out."))
                return redirect("gongkai_reorganisations:detail", pk=done.pk)
            transaction.set_rollback(True)
        messages.warning(self.request, _("Something has changed since the preview. Look at it again."))
        return self._show(form)


class MergeView(ReorganiseView):
    """Units become part of another one."""

    form_class = MergeForm
    page_title = gettext_lazy("Merge units")


class RenameView(ReorganiseView):
    """A unit gets a new name."""

    form_class = RenameForm
    page_title = gettext_lazy("Rename a unit")


def _person(request: HttpRequest) -> User:
    """The person who is signed in: the admin lets in nobody else."""
    assert isinstance(request.user, User)  # noqa: S101
    return request.user


def _digest(reorganisation: Reorganisation) -> str:
    return hashlib.sha256(json.dumps(reorganisation.summary, sort_keys=True).encode()).hexdigest()
