"""The whole extension contract: every point at which something outside the core may take part.

A plug-in implements hooks with :data:`hookimpl` in the module ``hooks`` of its app, which is imported when the process
has started; nothing is registered later. All but the first answer with what the plug-in adds: they are asked once in
the life of a process, each on its own, and what is not of the stated kind is left out and told to the operator. What
they add has an effect in a district only while the plug-in is on there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.urls import URLPattern, URLResolver
    from ninja import Router

    from cms.tenancy.models import District

    from .contributions.admin import DeskPanel, MenuEntry, PageButton
    from .contributions.columns import ColumnPreset
    from .contributions.figures import FigureSource
    from .contributions.files import ExportFormat, ImportFormat
    from .contributions.searching import SearchFacet
    from .contributions.slots import SlotPart
    from .contributions.work import Channel, Job, Measure, SearchText
    from .findings import Finding, GateRequest

PROJECT = "gongkai"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def publication_gate(request: GateRequest) -> Iterable[Finding]:
    """Say what stands in the way of publishing ``request.page``, as findings; return nothing when all is well.

    Called when content is submitted, on the review screen, at each decision and right before publication, where the
    plug-in is on. A gate that raises counts as a blocking finding: gates fail closed. So does one that is on and cannot
    be asked, because its plug-in is broken or gone; switching it off ends that.
    """
    raise NotImplementedError


@hookspec
def slot_parts() -> Iterable[SlotPart]:
    """Parts of public pages. Each is asked in time for a page, within its budget, and kept for its seconds.

    One that fails is left out of the page.
    """
    raise NotImplementedError


@hookspec
def column_presets() -> Iterable[ColumnPreset]:
    """Columns for the tree of a district, offered on the screen of its responsibility table where the plug-in is on.

    They are made by applying the table, as all columns are, and stay when the plug-in is off.
    """
    raise NotImplementedError


@hookspec
def public_addresses() -> Iterable[URLPattern | URLResolver]:
    """Public screens. They answer below the home of each district where the plug-in is on, under the plug-in's name.

    ``path("", …)`` of a plug-in called ``open-day`` is ``/furong/open-day/``. A view takes the request and ``place``
    (whose ``district_id`` is ``None`` for the city), then the arguments of its pattern. Names are reversed as
    ``open-day:name`` with the argument ``where``. Elsewhere the address is what the column tree makes of it.

    A view marked by ``plugins.api.city_screen`` answers below the home of a city too, if the plug-in is on in one of
    its districts.
    """
    raise NotImplementedError


@hookspec
def admin_addresses() -> Iterable[URLPattern | URLResolver]:
    """Screens of the admin, below ``/admin/plug-ins/NAME/``; names are reversed as ``NAME-admin:name``.

    They are there for people who work in a district where the plug-in is on. ``request.plugin_districts`` are the keys
    of these districts; which roles see the screen is for the view to ask.
    """
    raise NotImplementedError


@hookspec
def menu_entries() -> Iterable[MenuEntry]:
    """Ways to the plug-in's admin screens."""
    raise NotImplementedError


@hookspec
def page_buttons() -> Iterable[PageButton]:
    """Ways from a page of the tree (content, a column, a section) to admin screens of the plug-in about that page.

    So a plug-in keeps beside a page what is not its content: what it belongs to, where it went. Such things need no
    review and have no draft; what readers are told belongs into fields of a kind of page.
    """
    raise NotImplementedError


@hookspec
def desk_panels() -> Iterable[DeskPanel]:
    """Piles of work on the admin's home."""
    raise NotImplementedError


@hookspec
def api_routers() -> Iterable[Router]:
    """Operations of the public API, below ``/api/public/v1/plug-ins/NAME/{district}/``.

    Each takes ``district: ninja.Path[str]``, the slug. Where the plug-in is off the answer is 404, and the operation is
    not asked; name 404 and 422 (``plugins.api.ProblemSchema``) among its responses.
    """
    raise NotImplementedError


@hookspec
def search_texts() -> Iterable[SearchText]:
    """Texts by which the plug-in's pages are found beyond their own ``search_fields``, which need no hook."""
    raise NotImplementedError


@hookspec
def search_facets() -> Iterable[SearchFacet]:
    """Facets by which the public search, its API and its command narrow where the plug-in is on.

    Values are asked for when a page is indexed, in both engines alike. One that fails is asked again.
    """
    raise NotImplementedError


@hookspec
def export_formats() -> Iterable[ExportFormat]:
    """Formats in which lists can be had: the library and what a search found, by screen, API and command.

    Offered where the plug-in is on; elsewhere their addresses answer 404. One that fails answers 503, and nothing else.
    """
    raise NotImplementedError


@hookspec
def import_formats() -> Iterable[ImportFormat]:
    """Formats of files that imports of documents, or of responsibility tables, take where the plug-in is on.

    A file that is recognised and cannot be converted is refused with a sentence; others are read as ever. Of a broken
    file ``convert`` raises ``plugins.api.BrokenFile``: it is refused with these words, and no failure of the plug-in.
    """
    raise NotImplementedError


@hookspec
def channels() -> Iterable[Channel]:
    """Ways on which publications go out beside the site."""
    raise NotImplementedError


@hookspec
def measures() -> Iterable[Measure]:
    """Figures by which a district's disclosure is assessed; shown on the plug-in's own screen and by the command."""
    raise NotImplementedError


@hookspec
def report_figures() -> Iterable[FigureSource]:
    """Cells of the annual report that the plug-in counts, each with the list of what was counted.

    They are asked for where the plug-in is on. A source that fails is shown as such in the report, never as 0.
    """
    raise NotImplementedError


@hookspec
def scheduled_jobs() -> Iterable[Job]:
    """What is done again and again, by ``manage.py plugins work``."""
    raise NotImplementedError


@hookspec
def demo_content(district: District) -> Any:
    """Fill ``district`` with samples, in ``manage.py demo``, which has switched the plug-in on.

    Called again when the demo is prepared again, so what is there is left alone. Plug-ins are asked by their names;
    ``@hookimpl(trylast=True)`` comes behind the others.
    """
    raise NotImplementedError
