"""Every probe, in the order in which it is printed. The README lists the ids."""

from __future__ import annotations

from . import data, machine, servers, site
from .probe import Probe, Severity

PROBES: tuple[Probe, ...] = (
    Probe("python", Severity.REQUIRED, machine.python),
    Probe("sqlite", Severity.REQUIRED, machine.sqlite_version),
    Probe("sqlite-fts5", Severity.REQUIRED, machine.sqlite_full_text),
    Probe("time-zone", Severity.REQUIRED, machine.time_zones),
    Probe("data-folder", Severity.REQUIRED, data.data_folder),
    Probe("free-space", Severity.RECOMMENDED, data.free_space),
    Probe("sqlite-wal", Severity.REQUIRED, data.write_ahead_log),
    Probe("database", Severity.REQUIRED, data.database),
    Probe("migrations", Severity.REQUIRED, data.migrations),
    Probe("cache", Severity.REQUIRED, servers.cache_server),
    Probe("tasks", Severity.REQUIRED, servers.task_worker),
    Probe("search", Severity.RECOMMENDED, servers.search_engine),
    Probe("admin-search", Severity.RECOMMENDED, servers.admin_search),
    Probe("mail", Severity.RECOMMENDED, servers.mail_server),
    Probe("translations", Severity.REQUIRED, site.translations),
    Probe("static-files", Severity.REQUIRED, site.static_files),
    Probe("clearance", Severity.REQUIRED, site.keeper),
    Probe("fonts", Severity.RECOMMENDED, machine.chinese_fonts),
    Probe("pdf", Severity.RECOMMENDED, machine.pdf_maker),
    Probe("browser", Severity.RECOMMENDED, machine.browser),
)
