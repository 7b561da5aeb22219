"""The review screen: the rendered page, what changed, what the gates found, and the decision."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import TaskState

from disclosure_pages.clearance.attached import attached_files
from disclosure_pages.clearance.comparison import changes_since_clearance
from disclosure_pages.clearance.digest import content_digest
from disclosure_pages.clearance.domain.reviewing import (
    Ruling,
    approve_review,
    refusal_for,
    return_review,
    review_findings,
)
from disclosure_pages.clearance.enums import ReviewDecision, ReviewStage, WithheldGround
from disclosure_pages.clearance.exceptions import ContentChanged, FindingsOpen
from disclosure_pages.clearance.forms.reviews import ReviewForm, review_form_class
from disclosure_pages.clearance.models import Review
from disclosure_pages.clearance.supplements import supplements_of
from disclosure_pages.tree.enums import DisclosureAttribute
from plugins.findings import Finding

from .findings import group_findings
from .found import find_review, signed_in


class ReviewView(WagtailAdminTemplateMixin, FormView):
    """One review. Its reviewers by role may look; whoever is involved in the content may not decide."""

    template_name = "gongkai_clearance/review.html"
    page_title = gettext_lazy("Review")
    header_icon = "check"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Answer 404 before anything else happens."""
        super().setup(request, *args, **kwargs)
        self.task_state = find_review(user=request.user, pk=kwargs["task_state_id"])
        self.stage: str = self.task_state.task.stage
        self.draft = self.task_state.revision.as_object()

    def get_page_subtitle(self) -> str:
        return str(self.draft.title)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        queue = {"url": reverse("gongkai_clearance:queue"), "label": _("Reviews")}
        return [*self.breadcrumbs_items, queue, {"url": "", "label": ReviewStage(self.stage).label}]

    # --- what is shown -------------------------------------------------------------------------------------------

    @cached_property
    def refusal(self) -> str:
        """Why this person may not decide here; empty when nothing stands against it."""
        return refusal_for(task_state=self.task_state, reviewer=signed_in(self.request))

    @cached_property
    def findings(self) -> list[Finding]:
        """What the gates say before anything is filled in, apart from what the form itself asks for."""
        asked = review_form_class(self.stage).base_fields
        found = review_findings(page=self.draft, stage=self.stage, ruling=Ruling())
        return [finding for finding in found if finding.field not in asked]

    @cached_property
    def reviews(self) -> list[Review]:
        """Every decision on this page so far, the newest first."""
        return list(Review.objects.filter(page_id=self.draft.pk).select_related("reviewer"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        revision, digest = self.task_state.revision, content_digest(self.draft)
        same_content = [review for review in self.reviews if review.digest == digest]
        return {
            **context,
            "task_state": self.task_state,
            "stage": ReviewStage(self.stage).label,
            "draft": self.draft,
            "proposed": _attribute_in_words(self.draft.proposed_decision),
            "refusal": self.refusal,
            "finding_rows": group_findings(self.findings, form=context["form"], reviews=same_content),
            "changes": changes_since_clearance(draft=self.draft, revision_id=revision.pk, request=self.request),
            "preview_url": reverse("gongkai_clearance:review_preview", args=[self.task_state.pk]),
            "supplements": supplements_of(self.draft, self.request),
            "files": attached_files(self.draft),
            "reviews": self.reviews,
            "next_url": get_valid_next_url_from_request(self.request),
        }

    # --- the decision --------------------------------------------------------------------------------------------

    def get_form_class(self) -> type[ReviewForm]:
        return review_form_class(self.stage)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "findings": self.findings}

    def get_initial(self) -> dict[str, Any]:
        proposed = self.draft.proposed_decision if self.stage == ReviewStage.CONFIDENTIALITY else {}
        return {"digest": content_digest(self.draft), **proposed}

    def form_valid(self, form: ReviewForm) -> HttpResponse:
        """Decide; whatever stands against it comes back on the form, with everything that was filled in."""
        try:
            self._decide(form)
        except FindingsOpen as error:
            form.add_findings(error.findings)
            return self._refuse(form, 400)
        except ContentChanged as error:
            form.show_digest(content_digest(self.draft))  # what is decided next is what this answer shows
            return self._refuse(form, 409, error)
        except PermissionDenied as error:
            return self._refuse(form, 403, error)
        except ValidationError as error:
            return self._refuse(form, 409, *error.messages)
        return redirect(get_valid_next_url_from_request(self.request) or reverse("wagtailadmin_home"))

    def form_invalid(self, form: ReviewForm) -> HttpResponse:
        return self._refuse(form, 400)

    def _decide(self, form: ReviewForm) -> None:
        task_state: TaskState = self.task_state
        title = {"title": self.draft.title}
        if form.cleaned_data["decision"] == ReviewDecision.RETURNED:
            return_review(task_state=task_state, reviewer=signed_in(self.request), reason=form.cleaned_data["comment"])
            messages.success(self.request, _("“%(title)s” went back to its author.") % title)
            return
        approve_review(
            task_state=task_state,
            reviewer=signed_in(self.request),
            ruling=form.ruling,
            expected_digest=form.cleaned_data["digest"],
        )
        messages.success(self.request, _("You approved “%(title)s”.") % title)
        proposed = self.draft.proposed_decision.get("attribute")
        if proposed and form.ruling.attribute not in {"", proposed}:
            stated = {"proposed": DisclosureAttribute(proposed).label}
            messages.warning(self.request, _("Its author proposed otherwise: %(proposed)s.") % stated)

    def _refuse(self, form: ReviewForm, status: int, *problems: Any) -> HttpResponse:
        for problem in problems:
            form.add_error(None, str(problem))
        return self.render_to_response(self.get_context_data(form=form), status=status)


def _attribute_in_words(decision: dict[str, str]) -> str:
    """The attribute with its basis or ground; empty when there is none."""
    if not decision:
        return ""
    reasons = (WithheldGround(decision["ground"]).label if decision["ground"] else "", decision["basis"])
    return " · ".join([str(DisclosureAttribute(decision["attribute"]).label), *(str(item) for item in reasons if item)])
