"""``plugins doctor``: what troubles the plug-ins, and what to do about it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _

from cms.steps.report import Refused, Report
from plugins import incidents
from plugins.domain.overview import PluginState, Presence, plugin_states
from plugins.models import Delivery, Incident, JobRun

NAME = "doctor"
HELP = "What troubles the plug-ins, and what to do about it; exit status 1 when something does."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("--forget", metavar="NAME", default="", help="take the incidents of this plug-in off the list")


def run(*, forget: str, **options: Any) -> Report:
    """Exit status 1 when a plug-in is broken, is on and gone, or did something wrong."""
    if forget:
        return _forget(forget)
    report = Report()
    for state in plugin_states():
        findings = [*_of_presence(state), *_of_incidents(state), *_of_work(state)]
        if findings:
            report.is_failure = True
            report.add([f"{state.name}  {state.title}", *(f"    {finding}" for finding in findings)])
            report.values[state.name] = findings
    if not report.is_failure:
        report.add([_("Nothing troubles the plug-ins.")])
    return report


def _forget(plugin: str) -> Report:
    count = incidents.forget(plugin=plugin)
    if not count:
        raise Refused(_("There are no incidents of a plug-in “%(name)s”.") % {"name": plugin})
    return Report([_("%(count)d incidents of “%(name)s” are off the list.") % {"count": count, "name": plugin}])


def _of_presence(state: PluginState) -> list[str]:
    if state.presence is Presence.GONE and state.is_on:
        return [
            _("It is on and its package is gone: install it again, or “manage.py plugins disable %s”.") % state.name
        ]
    return [str(problem) for problem in state.problems]


def _of_incidents(state: PluginState) -> list[str]:
    return [
        _("%(point)s: %(what)s, %(count)d times, last %(when)s: %(details)s")
        % {
            "point": row.hook,
            "what": row.get_kind_display(),
            "count": row.count,
            "when": f"{row.last_at:%Y-%m-%d %H:%M}Z",
            "details": row.details,
        }
        for row in Incident.objects.filter(plugin=state.name)
    ]


def _of_work(state: PluginState) -> list[str]:
    jobs = JobRun.objects.filter(plugin=state.name).exclude(error="")
    late = Delivery.objects.filter(plugin=state.name).exclude(error="")
    return [
        *(_("job %(name)s: %(error)s") % {"name": row.job, "error": row.error} for row in jobs),
        *(
            _("channel %(name)s, page %(page)d, attempt %(attempt)d: %(error)s")
            % {"name": row.channel, "page": row.page_id, "attempt": row.attempts, "error": row.error}
            for row in late[:20]
        ),
    ]
