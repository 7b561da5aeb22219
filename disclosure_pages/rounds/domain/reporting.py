"""The result of a re-examination as an article: figures, and never a word of what is not disclosed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from disclosure_pages.clearance.enums import WithheldGround
from disclosure_pages.pages.models import Article
from disclosure_pages.rounds.enums import ReexaminationState, Reexamined
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import Reexamination
from disclosure_pages.rounds.rules import CAMPAIGN_ROLES
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.models import Section

from .drafting import begin_draft
from .permitting import require_office
from .reexamining import progress_by_unit

if TYPE_CHECKING:
    from cms.people.models import User


@transaction.atomic
def conclude_reexamination(*, campaign: Reexamination, user: User, section: Section, title: str) -> Article:
    """Write the figures as a draft in ``section``; every unit must have decided about everything."""
    require_office(district=campaign.district, user=user, roles=CAMPAIGN_ROLES)
    if campaign.state != ReexaminationState.OPEN:
        raise RoundRefused(_("This re-examination has a result."))
    left = campaign.items.filter(decision="").count()
    if left:
        raise RoundRefused(_("%(number)d contents are still undecided.") % {"number": left})
    if section.unit.district_id != campaign.district_id:
        raise RoundRefused(_("The result is published in the district of the re-examination."))
    today = timezone.localdate()
    page = begin_draft(
        Article, section=section, user=user, title=title, formed_on=today, body=figures_body(campaign=campaign)
    )
    campaign.state, campaign.result_page = ReexaminationState.CONCLUDED, page
    campaign.save()
    log(instance=campaign, action="gongkai.reexamination.conclude", user=user, data={})
    return page


def figures_body(*, campaign: Reexamination) -> list[dict[str, Any]]:
    """A sentence and two tables: by unit, and by ground of what stays undisclosed."""
    units = progress_by_unit(campaign)
    total = {name: sum(int(row[name]) for row in units) for name in ("total", "released", "kept")}
    text = _(
        "In %(year)d the units of %(district)s looked again at %(total)d items of information that are not disclosed. "
        "%(released)d are released and go through the review for publication, %(kept)d stay undisclosed."
    ) % {"year": campaign.year, "district": campaign.district.name, **total}
    by_unit = [[str(row["unit__name"]), *(str(row[name]) for name in ("total", "released", "kept"))] for row in units]
    kept, looked = str(Reexamined.KEEP.label), _("Looked at again")
    headings = [_("Unit"), looked, str(Reexamined.RELEASE.label), kept]
    return [
        {"type": "text", "value": f"<p>{escape(text)}</p>"},
        _table([headings, *by_unit]),
        _table([[_("Reason why it is not disclosed"), looked, kept], *_grounds(campaign)]),
    ]


def _grounds(campaign: Reexamination) -> list[list[str]]:
    """Numbers for disclosure on request, and for each ground of the law."""
    rows = campaign.items.order_by().values_list("clearance__attribute", "clearance__ground")
    counted = rows.annotate(total=Count("pk"), kept=Count("pk", filter=Q(decision=Reexamined.KEEP)))
    return [[_ground(attribute, ground), str(total), str(kept)] for attribute, ground, total, kept in counted]


def _ground(attribute: str, ground: str) -> str:
    if attribute == DisclosureAttribute.ON_REQUEST or ground not in WithheldGround.values:
        return str(DisclosureAttribute(attribute).label)
    return str(WithheldGround(ground).label)


def _table(rows: list[list[str]]) -> dict[str, Any]:
    return {
        "type": "table",
        "value": {
            "data": rows,
            "table_header_choice": "row",
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_caption": "",
        },
    }


def follow_report(*, page: Article) -> None:
    """The figures have become public."""
    Reexamination.objects.filter(result_page=page).update(state=ReexaminationState.PUBLISHED)
