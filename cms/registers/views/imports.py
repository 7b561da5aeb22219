"""Upload → preview → confirm. The table travels inside the preview, signed, so nothing is kept in between."""

from __future__ import annotations

from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin import messages
from wagtail_modeladmin.views import WMABaseView

from cms.registers.domain.exporting import export_problems
from cms.registers.domain.importing import ImportRefusedError, apply_import, plan_import
from cms.registers.domain.plan import ImportPlan, Outcome
from cms.registers.domain.scope import can_add_to_register
from cms.registers.forms import SALT, ConfirmForm, UploadForm
from cms.registers.resources import RegisterResource
from cms.registers.sheets import CONTENT_TYPES, Sheet, SheetProblem, SheetRow


class ImportView(WMABaseView):
    """The import of one register."""

    page_title = gettext_lazy("Import")
    template_name = "gongkai_registers/import.html"

    def check_action_permitted(self, user: Any) -> bool:
        return can_add_to_register(user, self.model)

    def get_page_subtitle(self) -> str:
        return self.verbose_name_plural

    def get_template_names(self) -> list[str]:
        return [self.template_name]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("upload_form", UploadForm())
        kwargs["headings"] = list(self._resource().headings.values())
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """A file is previewed; a signed table is applied, or its errors are downloaded."""
        if "state" in request.POST:
            return self._confirm(request)
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._answer(400, upload_form=form)
        return self._preview(form.cleaned_data["file"], str(getattr(request.FILES["file"], "name", "")), form)

    def _preview(self, sheet: Sheet, name: str, form: UploadForm) -> HttpResponse:
        try:
            plan = plan_import(resource=self._resource(), sheet=sheet)
        except ValidationError as error:
            form.add_error("file", error)
            return self._answer(400, upload_form=form)
        return self._show(plan, sheet, name)

    def _show(self, plan: ImportPlan, sheet: Sheet, name: str) -> HttpResponse:
        state = ConfirmForm(initial={"state": self._signed(plan, sheet, name)})
        counts = [(outcome.label, outcome.value, number) for outcome, number in plan.counts.items()]
        return self._answer(
            400 if plan.has_errors else 200, plan=plan, counts=counts, confirm_form=state, file_name=name
        )

    def _confirm(self, request: HttpRequest) -> HttpResponse:
        form = ConfirmForm(request.POST)
        if not form.is_valid() or not self._is_ours(form.cleaned_data["state"]):
            messages.error(request, _("The preview is no longer valid. Upload the table again."))
            return self._answer(400)
        state = form.cleaned_data["state"]
        sheet = _sheet(state)
        if "report" in request.POST:
            return self._report(sheet)
        try:
            plan = apply_import(resource=self._resource(state["name"]), sheet=sheet, digest=state["digest"])
        except ImportRefusedError as refused:
            messages.error(request, _("Nothing was imported: the register has changed since the preview."))
            return self._show(refused.plan, sheet, state["name"])
        counts = plan.counts
        message = _("Imported: %(new)d new, %(changed)d changed, %(unchanged)d unchanged.")
        messages.success(
            request,
            message
            % {
                "new": counts[Outcome.NEW],
                "changed": counts[Outcome.CHANGED],
                "unchanged": counts[Outcome.UNCHANGED],
            },
        )
        return redirect(self.index_url)

    def _report(self, sheet: Sheet) -> HttpResponse:
        plan = plan_import(resource=self._resource(), sheet=sheet)
        headings = [_("Row"), pgettext("of a spreadsheet", "Column"), _("Problem"), _("Remedy")]
        content = export_problems(plan=plan, headings=headings, file_format="xlsx")
        headers = {"Content-Disposition": 'attachment; filename="import-errors.xlsx"'}
        return HttpResponse(content, content_type=CONTENT_TYPES["xlsx"], headers=headers)

    def _resource(self, file_name: str = "") -> RegisterResource:
        reason = _("Import: %s") % file_name if file_name else ""
        resource: RegisterResource = self.model_admin.resource_class(user=self.request.user, reason=reason)
        return resource

    def _signed(self, plan: ImportPlan, sheet: Sheet, name: str) -> str:
        state = {
            "user": self.request.user.pk,
            "register": self.model_name,
            "name": name[:80],
            "digest": plan.digest,
            "headings": sheet.headings,
            "rows": [(row.number, *row.cells) for row in sheet.rows],
            "problems": [(p.row, p.heading, p.message, p.remedy) for p in sheet.problems],
        }
        return signing.dumps(state, salt=SALT, compress=True)

    def _is_ours(self, state: dict[str, Any]) -> bool:
        return state["user"] == self.request.user.pk and state["register"] == self.model_name

    def _answer(self, status: int, **context: Any) -> HttpResponse:
        response = self.render_to_response(self.get_context_data(**context))
        response.status_code = status
        return response


def _sheet(state: dict[str, Any]) -> Sheet:
    return Sheet(
        headings=tuple(state["headings"]),
        rows=tuple(SheetRow(row[0], tuple(row[1:])) for row in state["rows"]),
        problems=tuple(SheetProblem(*problem) for problem in state["problems"]),
    )
