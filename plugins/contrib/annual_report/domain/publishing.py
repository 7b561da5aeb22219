"""The page that a report is published as: its figures are frozen there, and it passes the ordinary reviews."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import RoundRefused, Section, begin_draft, sections_of_district
from plugins.contrib.annual_report.enums import Act, Level, ReportState
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.frozen import Frozen
from plugins.contrib.annual_report.models import AnnualReportPage, Report
from plugins.contrib.annual_report.transitions import EVERYBODY, possible_acts

from .moving import move_report
from .page_texts import texts_for_page
from .people import may_ever_fill, roles_at
from .staleness import stale_sentences
from .values import form_in, said_before, values_of


def is_ready(report: Report) -> bool:
    """Whether its page may become public: it is accepted, or its level does not wait for that."""
    acts = possible_acts(report.level, report.state, EVERYBODY)
    return report.state == ReportState.PUBLISHED or Act.PUBLISH in acts


def may_publish(report: Report, user: Any) -> bool:
    """Whether the person makes the page of ``report`` now: who fills it, once it is ready; again after publication."""
    if report.state == ReportState.PUBLISHED:
        return may_ever_fill(report, user)
    return Act.PUBLISH in possible_acts(report.level, report.state, roles_at(report, user))


def sections_for(report: Report) -> dict[str, list[Section]]:
    """Where its page may stand, by title of the column: a unit's in sections of that unit. None for a city's own."""
    if report.district is None:
        return {}
    found = sections_of_district(district=report.district, kind=AnnualReportPage)
    if report.level != Level.UNIT:
        return found
    own = {title: [one for one in sections if one.unit_id == report.unit_id] for title, sections in found.items()}
    return {title: sections for title, sections in own.items() if sections}


def pages_of(report: Report) -> QuerySet[AnnualReportPage]:
    """Pages that were made of ``report``, the latest first."""
    return report.pages.order_by("-pk")


@transaction.atomic
def make_page(*, report: Report, section: Section | None, user: Any, texts: Collection[str] = ()) -> AnnualReportPage:
    """A draft of the page with the figures as they are now; returns the page.

    A page that is there gets the figures in a new draft and keeps its texts, which may have been edited since, but for
    those named in ``texts``. The report is locked, so that two people do not make two pages. Raises
    :class:`ReportRefused` when the person may not, when the page is under review, for a section that does not fit, and
    when a report below has changed since it was rolled up.
    """
    Report.objects.select_for_update().get(pk=report.pk)
    report = Report.objects.select_related("unit", "district__city", "city").get(pk=report.pk)
    if not may_publish(report, user):
        raise ReportRefused(_("The page is made of a report that is accepted, by those who fill it in."))
    stale = next(stale_sentences(report), None)
    if stale is not None:
        raise ReportRefused(_("Have the report returned, and roll it up again: %(first)s") % {"first": stale})
    page = pages_of(report).first()
    made = _renew(page, report, user, texts) if page is not None else _begin(report, section, user)
    log(report, "gongkai.annual.page_made", user=user, data={"page": made.pk})
    return made


def note_published(page: AnnualReportPage, *, today: dt.date) -> None:
    """The report is published when its page is, unless it has been returned meanwhile."""
    report = page.report
    if report is not None and Act.PUBLISH in possible_acts(report.level, report.state, EVERYBODY):
        move_report(report=report, act=Act.PUBLISH, user=None, today=today)


def note_unpublished(page: AnnualReportPage, *, today: dt.date) -> None:
    """The report of a page that is not public any more can be corrected, and published again at the same address."""
    report = page.report
    if report is None or report.pages.filter(live=True).exclude(pk=page.pk).exists():
        return
    if Act.WITHDRAW in possible_acts(report.level, report.state, EVERYBODY):
        move_report(report=report, act=Act.WITHDRAW, user=None, today=today)


def _renew(page: AnnualReportPage, report: Report, user: Any, texts: Collection[str]) -> AnnualReportPage:
    if page.current_workflow_state is not None or page.locked:
        raise ReportRefused(_("The page is under review or locked. Change it when that has ended."))
    draft: AnnualReportPage = page.get_latest_revision_as_object()
    brought = {name: text for name, text in texts_for_page(report).items() if name in texts}
    for name, value in {**_frozen(report), **brought}.items():
        setattr(draft, name, value)
    draft.save_revision(user=user, log_action=True)
    return draft


def _begin(report: Report, section: Section | None, user: Any) -> AnnualReportPage:
    places = [one for sections in sections_for(report).values() for one in sections]
    if section is None or section.pk not in {one.pk for one in places}:
        raise ReportRefused(_("Choose the section in which the page is to stand."))
    title = title_of(report)
    fields = {"report": report, **texts_for_page(report)}
    try:
        return begin_draft(AnnualReportPage, section=section, user=user, title=title, **fields, **_frozen(report))
    except RoundRefused as error:
        raise ReportRefused(str(error)) from error


def title_of(report: Report) -> str:
    """What its page is called at first."""
    words = {"owner": _name(report), "year": report.year}
    return _("%(owner)s: annual report of %(year)d on government information disclosure") % words


def as_page(report: Report) -> AnnualReportPage:
    """The page that would be made of ``report`` as it is now; it is kept nowhere."""
    return AnnualReportPage(title=title_of(report), report=report, **texts_for_page(report), **_frozen(report))


def said_by(report: Report) -> dict[str, Any]:
    """What the page of ``report`` says word for word: whose it is, of which year, and its figures."""
    figures = Frozen(form_in(report), values_of(report)).text
    return {"year": report.year, "organ": _name(report), "figures": figures}


def _frozen(report: Report) -> dict[str, Any]:
    before = said_before(report)
    return {**said_by(report), "earlier": before.text if before is not None else ""}


def _name(report: Report) -> str:
    owner = report.owner
    return str(getattr(owner, "full_name", "") or owner.name)
