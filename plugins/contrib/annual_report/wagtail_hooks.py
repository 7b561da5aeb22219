"""Loaded by Wagtail from every app: brings in what registers itself."""

from plugins.api import show_register

from . import log_actions  # noqa: F401
from .registers import ReportingDayAdmin

show_register(ReportingDayAdmin(), order=930)
