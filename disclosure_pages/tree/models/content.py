from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, PageManager
from wagtail.url_routing import RouteResult

from cms.tenancy.models import District, Unit
from disclosure_pages.tree.acts import current_act
from disclosure_pages.tree.availability import Showing, showing
from disclosure_pages.tree.enums import ColumnPurpose, DisclosureAttribute
from disclosure_pages.tree.exceptions import ActRequired, NotCleared
from disclosure_pages.tree.gate import require_clearance
from disclosure_pages.tree.keys import children_of_revision
from disclosure_pages.tree.locks import installed_lock
from disclosure_pages.tree.permissions import ContentPermissionTester
from disclosure_pages.tree.presentation import context_of, part_of
from disclosure_pages.tree.querysets import DisclosurePageQuerySet
from disclosure_pages.tree.references import indexed_once
from disclosure_pages.tree.signals import content_published, content_withdrawn
from disclosure_pages.tree.slugs import ascii_slug, free_slug

from .column import Column
from .section import Section

# Fields that follow from where the page is or what was decided about it; a revision never brings them back.
PLACE_FIELDS = ("district", "unit", "column", "column_slug")
DECIDED_FIELDS = ("is_public", "attribute", "published_on")


#: Of content that is shown plainly (:class:`Showing`), in its whole path; the public side has it.
PLAIN_TEMPLATE = "disclosure_pages/plain.html"
PUBLIC = models.Q(is_public=True)
# SQLite looks at the flag even where the index is limited to it; as a last column it keeps the index covering.
NEWEST_FIRST = ["-published_on", "-page_ptr", "is_public"]
# An index for each kind of public listing: of a column, of a unit's part of it, of a district, of the city.
LISTING_INDEXES: dict[str, list[str]] = {
    "gongkai_listing": ["column", *NEWEST_FIRST],
    "gongkai_listing_unit": ["column", "unit", *NEWEST_FIRST],
    "gongkai_listing_all": ["district", *NEWEST_FIRST],
    "gongkai_listing_city": [*NEWEST_FIRST, "district"],
}
# Keys that Wagtail sets from the present row when it reads a revision.
KEPT_BY_WAGTAIL = ("content_type", "owner", "locked_by", "latest_revision", "locale", "alias_of")


class DisclosurePage(Page):
    """Content that a unit discloses: the base of every kind of page below a section.

    It carries what a public listing needs, so that one covering index picks a page of keys. ``published_on`` is a
    day in Asia/Shanghai. ``save`` is the one gate: nothing becomes public, or changes in public, without a clearance.
    """

    district = models.ForeignKey(
        District, verbose_name=_("district"), editable=False, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), editable=False, on_delete=models.PROTECT, related_name="+")
    column = models.ForeignKey(
        Column, verbose_name=_("column"), editable=False, on_delete=models.PROTECT, related_name="contents"
    )
    column_slug = models.CharField(_("slug within its column"), max_length=255, editable=False)
    is_public = models.BooleanField(_("public"), default=False, editable=False)
    attribute = models.CharField(
        _("disclosure attribute"),
        max_length=20,
        choices=DisclosureAttribute.choices,
        default=DisclosureAttribute.NOT_STATED,
        blank=True,
        editable=False,
    )
    published_on = models.DateField(_("published on"), null=True, blank=True, editable=False)

    objects: ClassVar[Any] = PageManager.from_queryset(DisclosurePageQuerySet)()

    is_creatable = False
    parent_page_types = ["gongkai_tree.Section"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []
    show_in_menus_default = False
    #: Columns in which this kind of page may be written.
    purposes: ClassVar[frozenset[str]] = frozenset(ColumnPurpose.values)
    #: Fields of this kind that are not content, beyond those that every page has.
    bookkeeping_fields: ClassVar[frozenset[str]] = frozenset()
    #: Fields of this kind for people at work: reviewed like all content, and shown to no reader.
    internal_fields: ClassVar[frozenset[str]] = frozenset()
    exclude_fields_in_copy = [*PLACE_FIELDS, *DECIDED_FIELDS, "go_live_at", "expire_at"]

    class Meta:
        verbose_name = _("content")
        verbose_name_plural = _("contents")
        constraints = [models.UniqueConstraint(fields=["column", "column_slug"], name="gongkai_slug_once_per_column")]
        indexes = [
            # Partial: a bare boolean in the condition is no equality to SQLite, so a plain index would still sort.
            *(models.Index(fields=fields, condition=PUBLIC, name=name) for name, fields in LISTING_INDEXES.items()),
        ]

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Only below an open section, and only where the column's purpose takes this kind of page."""
        section = parent.specific_deferred
        if not isinstance(section, Section) or not section.is_open or not super().can_create_at(parent):
            return False
        if showing(cls, section.unit.district_id) is not Showing.FULL:
            return False
        return Column.objects.parent_of(section).filter(purpose__in=cls.purposes, retired_on=None).exists()

    def permissions_for_user(self, user: Any) -> ContentPermissionTester:
        return ContentPermissionTester(user, self)

    @property
    def specific_class(self) -> Any:
        """The class of its kind; of a kind that is not installed any more, what all share: so it can be taken down."""
        return super().specific_class or DisclosurePage

    @property
    def own_stages(self) -> tuple[str, ...]:
        """Names of the reviews that this content passes beyond the usual ones; clearance knows what they are."""
        return ()

    @property
    def proposed_decision(self) -> dict[str, str]:
        """Attribute, basis and ground that the author proposes to the confidentiality review; empty: nothing."""
        return {}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **context_of(self, request)}

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The page, or a part of it that a room above has installed; nothing of what is not public."""
        shown = showing(type(self), self.district_id, request=request)
        if shown is Showing.HIDDEN:
            raise Http404
        if len(path_components) == 1 and shown is Showing.FULL and part_of(self, path_components[0]):
            super().route(request, [])
            return RouteResult(self, kwargs={"part": path_components[0]})
        route: RouteResult = super().route(request, path_components)
        return route

    def serve(self, request: HttpRequest, *args: Any, part: str = "", **kwargs: Any) -> Any:
        view = part_of(self, part) if part else None
        return view(self, request) if view is not None else super().serve(request, *args, **kwargs)

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """That of its kind, unless it is shown plainly because its kind is not there."""
        is_full = showing(type(self), self.district_id, request=request) is Showing.FULL
        return super().get_template(request, *args, **kwargs) if is_full else PLAIN_TEMPLATE

    def get_lock(self) -> Any:
        """Wagtail's lock, or one of the rooms above."""
        return super().get_lock() or installed_lock(self)

    # --- place ---------------------------------------------------------------------------------------------------

    def take_place(self, section: Section | None = None) -> None:
        """Set district, unit and column from ``section``; left out, from the section that holds the page."""
        if section is None:
            section = Section.objects.select_related("unit").filter(pk=getattr(self.get_parent(), "pk", None)).first()
        if section is None:
            raise ValidationError(_("Content belongs below a section; this page has no such place."))
        self.unit, self.column = section.unit, Column.objects.parent_of(section).get()
        self.district_id = self.column.district_id

    def _column_has(self, slug: str) -> bool:
        # A page that is being created has no path yet; forms and the API put its future parent here.
        parent = self.get_parent() or getattr(self, "_cached_parent_obj", None)
        column = Column.objects.parent_of(parent).first() if parent is not None else None
        if column is None:
            return False
        taken = DisclosurePage.objects.of_column(column).filter(models.Q(column_slug=slug) | models.Q(slug=slug))
        return taken.exclude(pk=self.pk).exists() or Column.objects.child_of(column).filter(slug=slug).exists()

    def _set_core_field_defaults(self) -> None:
        parent_is_known = self.path or getattr(self, "_cached_parent_obj", None)
        if parent_is_known and not self.slug:  # type: ignore[has-type]
            self.slug = free_slug(ascii_slug(self.title), is_taken=self._column_has)
        super()._set_core_field_defaults()

    def _check_slug_is_unique(self) -> None:
        if self._column_has(self.slug):
            raise ValidationError({"slug": _("Another page of this column already has this address; choose another.")})

    def with_content_json(self, content: dict[str, Any]) -> DisclosurePage:
        """The page as a revision has it; place and decisions stay what they are now.

        What is set from the present row anyway is left out first: the reader of revisions fetches the target of every
        key that it meets, and these are most of them.
        """
        kept = (*PLACE_FIELDS, *DECIDED_FIELDS)
        left_out = {*kept, *KEPT_BY_WAGTAIL, *(link.name for link in self._meta.parents.values() if link is not None)}
        page = super().with_content_json({name: value for name, value in content.items() if name not in left_out})
        for name in kept:
            attname = self._meta.get_field(name).attname
            setattr(page, attname, getattr(self, attname))
        return page

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False) -> Any:
        """A page as a revision describes it; the keys of its child rows are looked up together."""
        if not check_fks:
            return super().from_serializable_data(data, check_fks=False, strict_fks=strict_fks)
        relations = {rel.get_accessor_name(): rel.related_model for rel in get_all_child_relations(cls)}
        own = {name: value for name, value in data.items() if name not in relations}
        page = super().from_serializable_data(own, strict_fks=strict_fks)
        for name, model in relations.items():
            if page is not None and name in data:
                setattr(page, name, children_of_revision(model, data[name]))
        return page

    def save_revision(self, *args: Any, overwrite_revision: Any = None, **kwargs: Any) -> Any:
        """Autosave writes over its own last revision; one that was submitted or published stays what it was."""
        if overwrite_revision is not None and self._is_on_record(overwrite_revision):
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    def _is_on_record(self, revision: Any) -> bool:
        return revision.task_states.exists() or type(self).objects.filter(live_revision_id=revision.pk).exists()

    # --- the gate ------------------------------------------------------------------------------------------------

    def save(self, clean: bool = True, user: Any = None, log_action: Any = False, **kwargs: Any) -> Any:
        """Write the page; whatever is or becomes public needs a clearance of exactly this content.

        Raises ``NotCleared`` for that, and ``ActRequired`` when public content would be withdrawn by the way.
        """
        fields = kwargs.get("update_fields")
        with transaction.atomic():
            if self._state.adding:
                self._refuse_alias()
                self.take_place()
            if not writes_content(fields):
                return super().save(clean=clean, user=user, log_action=log_action, **kwargs)
            was_live = self.pk is not None and Page.objects.filter(pk=self.pk, live=True).exists()
            self._pass_gate(was_live=was_live)
            if fields is not None:
                kwargs["update_fields"] = {*fields, "is_public", "published_on", "column_slug"}
            with indexed_once(self):
                result = super().save(clean=clean, user=user, log_action=log_action, **kwargs)
            if self.column_slug != self.slug:
                self.column_slug = self.slug
                type(self).objects.filter(pk=self.pk).update(column_slug=self.slug)
            self._announce(was_live=was_live)
            return result

    def _refuse_alias(self) -> None:
        # An alias would follow its source to the public side without a review of its own.
        if self.alias_of_id is not None:
            raise NotCleared(_("Content has no aliases; link to the page instead."))

    def _pass_gate(self, *, was_live: bool) -> None:
        if self.live:
            require_clearance(self)
            self.published_on = self.published_on or timezone.localdate()
        elif was_live and not current_act():
            raise ActRequired(_("Public content leaves the public side only by an act that records why."))
        self.is_public = self.live
        self.column_slug = self.slug or f"unsaved-{self.translation_key}"

    def _announce(self, *, was_live: bool) -> None:
        if self.live:
            content_published.send(sender=type(self), page=self)
        elif was_live:
            content_withdrawn.send(sender=type(self), page=self)


# What Wagtail writes on a page without touching its content or whether it is live.
BOOKKEEPING = frozenset(
    {
        "latest_revision",
        "latest_revision_created_at",
        "draft_title",
        "has_unpublished_changes",
        "live_revision",
        "first_published_at",
        "last_published_at",
        "locked",
        "locked_at",
        "locked_by",
        "owner",
        "numchild",
        "wagtail_admin_comments",
        "approved_go_live_at",
        "go_live_at",
        "comments",
    }
)


def writes_content(update_fields: Any) -> bool:
    """Whether saving ``update_fields`` (``None``: all) writes content or decides whether the page is live."""
    return update_fields is None or not BOOKKEEPING.issuperset(update_fields)
