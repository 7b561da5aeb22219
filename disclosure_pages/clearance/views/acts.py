"""The acts on content as screens: what will happen, why, and a deliberate yes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from disclosure_pages.clearance.domain import acts
from disclosure_pages.clearance.domain.reviewing import people_involved
from disclosure_pages.clearance.exceptions import FindingsOpen
from disclosure_pages.clearance.forms.acts import ActForm, ForceForm, MoveForm, WithdrawForm
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.models import DisclosurePage
from plugins.findings import Finding, GateRequest, Stage
from plugins.gates import gate_findings

from .findings import group_findings
from .found import signed_in
from .offers import offered_acts


class ActView(WagtailAdminTemplateMixin, FormView):
    """One act on one page; whoever is not offered it gets 404."""

    template_name = "gongkai_clearance/act.html"
    form_class: type[ActForm] = ActForm
    act: ClassVar[str]
    perform: ClassVar[Callable[..., Any]]
    explanation: ClassVar[Any]
    done: ClassVar[Any]
    is_serious: ClassVar[bool] = False

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Answer 404 before anything else happens."""
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(DisclosurePage, pk=kwargs["page_id"]).specific
        if self.act not in offered_acts(page=self.page, user=signed_in(request)):
            raise Http404

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        contents = {"url": reverse("gongkai_clearance:contents"), "label": _("Contents")}
        here = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, contents, here]

    @cached_property
    def next_url(self) -> str:
        """Where the person came from, or the list of contents."""
        return get_valid_next_url_from_request(self.request) or reverse("gongkai_clearance:contents")

    @property
    def refusal(self) -> str:
        """Why the person may not carry out the act although it is offered; mostly empty."""
        return ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(page=self.page, next_url=self.next_url, refusal=self.refusal, **kwargs)

    def form_valid(self, form: ActForm) -> HttpResponse:
        """Carry it out; whatever stands against it comes back on the form."""
        title = self.page.get_admin_display_title()
        try:
            type(self).perform(page=self.page, user=self.request.user, **form.arguments())
        except FindingsOpen as error:
            form.add_findings(error.findings)
            return self.form_invalid(form)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.form_invalid(form)
        except PermissionDenied as error:
            form.add_error(None, str(error))
            return self.form_invalid(form, status=403)
        messages.success(self.request, self.done % {"title": title})
        return redirect(self.next_url)

    def form_invalid(self, form: ActForm, status: int = 400) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status)


class WithdrawView(ActView):
    act = "withdraw"
    form_class = WithdrawForm
    perform = acts.withdraw_content
    page_title = gettext_lazy("Withdraw")
    header_icon = "download"
    explanation = gettext_lazy(
        "The content leaves the public side at once, and its files with it. Its address then answers that the content "
        "was withdrawn, with your reason. The text stays here; to be public again it is reviewed anew."
    )
    done = gettext_lazy("“%(title)s” was withdrawn.")
    is_serious = True


class DeleteView(ActView):
    act = "delete"
    form_class = WithdrawForm
    perform = acts.delete_as_error
    page_title = gettext_lazy("Delete as an error")
    header_icon = "bin"
    explanation = gettext_lazy(
        "For content that should never have been there. Text and versions are deleted for good. What remains is the "
        "address, which answers with your reason, and a record of who deleted it."
    )
    done = gettext_lazy("“%(title)s” was deleted.")
    is_serious = True


class MoveView(ActView):
    act = "move"
    form_class = MoveForm
    perform = acts.move_content
    page_title = gettext_lazy("Move public content")
    header_icon = "arrow-right-full"
    explanation = gettext_lazy(
        "The content gets an address in its new column, and its former address leads there. It then belongs to the "
        "unit of the new place."
    )
    done = gettext_lazy("“%(title)s” was moved.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "page": self.page}


class RecallView(ActView):
    act = "recall"
    perform = acts.recall_schedule
    page_title = gettext_lazy("Recall from schedule")
    header_icon = "rotate"
    explanation = gettext_lazy(
        "The version that waits for its day, or for what is published together with it, will not be published. Its "
        "clearance ends; the content can be edited and is reviewed anew."
    )
    done = gettext_lazy("“%(title)s” was recalled.")


class ForceView(ActView):
    """Whoever wrote the content is told so instead of being offered the form (four eyes)."""

    act = "force"
    template_name = "gongkai_clearance/force.html"
    form_class = ForceForm
    perform = acts.force_publication
    page_title = gettext_lazy("Force publication")
    header_icon = "upload"
    explanation = gettext_lazy(
        "The latest draft is published without the reviews. Only for emergencies: the act is listed with your name, "
        "your reason and its basis, and the city's auditors see it."
    )
    done = gettext_lazy("“%(title)s” was published.")
    is_serious = True

    @property
    def refusal(self) -> str:
        involved = self.request.user.pk in people_involved(self.page)
        return _("Four eyes: nobody publishes what they wrote or submitted.") if involved else ""

    @cached_property
    def findings(self) -> list[Finding]:
        """What the gates say about the latest draft, given that the office decides its attribute."""
        decision = {"attribute": DisclosureAttribute.PROACTIVE, "basis": "-"}  # the form asks for the real basis
        draft = self.page.get_latest_revision_as_object()
        return gate_findings(GateRequest(page=draft, stage=Stage.PUBLISH, decision=decision))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "findings": self.findings}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "finding_rows": group_findings(self.findings, form=context["form"]),
            "preview_url": reverse("gongkai_clearance:force_preview", args=[self.page.pk]),
        }
