"""``plugins work``: jobs that are due, and publications on their way to channels."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _

from cms.steps.report import Report
from disclosure_pages.tree.models import DisclosurePage
from plugins.domain.deliveries import deliver_due
from plugins.domain.jobs import run_due_jobs

NAME = "work"
HELP = "Run the jobs of plug-ins that are due, and hand publications to their channels; every minute, by a timer."


def add_arguments(parser: ArgumentParser) -> None:
    """It has none."""


def run(**options: Any) -> Report:
    """Exit status 1 when a job or a channel failed; each is tried again when it is due."""
    jobs, delivered = list(run_due_jobs()), list(deliver_due(find_public_page))
    report = Report(is_failure=any(job.error for job in jobs) or any(one.error for one in delivered))
    report.add(
        [
            *(f"{one.plugin}: {one.job} {one.district}  {one.error or one.said}".rstrip() for one in jobs),
            *(f"{one.plugin}: {one.channel} → {one.page_id}  {one.error}".rstrip() for one in delivered),
        ],
        jobs=[asdict(one) for one in jobs],
        delivered=[asdict(one) for one in delivered],
    )
    if not report.lines:
        report.add([_("No job and no delivery is due.")])
    return report


def find_public_page(key: int) -> Any:
    """The page with that key in its own class, if everybody may read it."""
    found = DisclosurePage.objects.public().filter(pk=key).first()
    return found.specific if found is not None else None
