"""Every address of the site and who may come there. An address that is missing here fails the build.

An address is written ``namespace:name`` as Django reverses it; one without a name is written as its pattern. Where an
address takes an argument that names an object, ``objects`` says which kind of object; all other arguments have a value
in ``ARGUMENTS``, which is right for whatever object stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Access(StrEnum):
    """Who may come to an address."""

    PUBLIC = "everybody"
    PUBLIC_OBJECT = "everybody while the object is public, else who may see it"
    SIGN_IN = "people who are about to sign in"
    ADMIN = "whoever may enter the admin; what is shown there depends on the person"
    OBJECT = "whoever may see the object; for all others it is absent"
    ROLE = "people with the role of the screen; objects of the screen are absent for all others"
    DISTRICT = "people with the role of the screen in the district that the address names"
    NOBODY = "superusers, who are not used in production"
    TOKEN = "people with a token; what is answered depends on the person"
    TOKEN_OBJECT = "people with a token who may see the object; for all others it is absent"
    TOKEN_NOBODY = "superusers with a token"


@dataclass(frozen=True)
class Route:
    """How one address is guarded, and which of its arguments name objects of which kind."""

    access: Access
    objects: dict[str, str] = field(default_factory=dict)


def _routes() -> Iterator[tuple[str, Route]]:
    for namespace, access, objects, names in TABLE:
        for name in names.split():
            yield (f"{namespace}:{name}" if namespace else name), Route(access, objects)


PAGE, PARENT, MOVED = {"page_id": "page"}, {"parent_page_id": "section"}, {"page_to_move_id": "page"}
CASE, REPORT = {"key": "case"}, {"key": "unit report"}
LETTER = {**CASE, "letter": "letter"}
MODELADMIN = (
    "cities districts units aliases collectives collective-members memberships calendar-days document-kinds topics"
    " synonyms best-bets denied-suggestions dictionary-words fields-of-disclosure reporting-days"
)
SNIPPET = "gongkai_public_footerlink"

TABLE: list[tuple[str, Access, dict[str, str], str]] = [
    # --- readers ---------------------------------------------------------------------------------------------------
    ("", Access.PUBLIC, {}, "gongkai_health wagtailcore_login wagtailcore_authenticate_with_password"),
    ("", Access.PUBLIC_OBJECT, {"path": "page"}, "wagtail_serve"),
    ("gongkai_public", Access.PUBLIC_OBJECT, {"path": "page"}, "part"),
    ("", Access.PUBLIC_OBJECT, {"document_id": "document"}, "wagtaildocs_serve"),
    ("", Access.PUBLIC_OBJECT, {"rendition_id": "rendition"}, "gongkai_media_rendition"),
    ("gongkai_public", Access.PUBLIC, {}, "reading robots sitemap sitemap_columns sitemap_content feed"),
    ("gongkai_public_api", Access.PUBLIC, {}, "openapi-json openapi-view api-root districts district units columns"),
    ("gongkai_public_api", Access.PUBLIC, {}, "column contents nothing_here"),
    ("gongkai_public_api", Access.PUBLIC_OBJECT, {"content_id": "page"}, "content"),
    ("gongkai_public_api", Access.PUBLIC, {}, "documents search formats"),
    ("gongkai_public_api", Access.PUBLIC_OBJECT, {"document_id": "policy document"}, "document_force"),
    ("gongkai_library", Access.PUBLIC, {}, "library xlsx csv file changes"),
    ("gongkai_search", Access.PUBLIC, {}, "search xlsx csv file feed suggestions opened"),
    ("gongkai_theme", Access.PUBLIC, {}, "sheet picture preview end_preview"),
    # --- the door of the admin -------------------------------------------------------------------------------------
    ("", Access.SIGN_IN, {}, "wagtailadmin_login wagtailadmin_sprite wagtailadmin_javascript_catalog"),
    ("", Access.SIGN_IN, {}, "wagtailadmin_password_reset wagtailadmin_password_reset_done"),
    ("", Access.SIGN_IN, {}, "wagtailadmin_password_reset_confirm wagtailadmin_password_reset_complete admin/^.*/$"),
    ("", Access.ADMIN, {}, "wagtailadmin_home wagtailadmin_account wagtailadmin_logout wagtailadmin_dismissibles"),
    ("", Access.ADMIN, {}, "admin/test404/ wagtailadmin_error_test wagtailadmin_block_preview"),
    ("gongkai_second_factor", Access.ADMIN, {}, "set_up"),
    ("wagtail_modeladmin", Access.ADMIN, {}, "javascript_catalog"),
    # --- pages -----------------------------------------------------------------------------------------------------
    ("", Access.ADMIN, {}, "wagtailadmin_explore_root"),
    ("", Access.OBJECT, PARENT, "wagtailadmin_explore wagtailadmin_explore_results"),
    ("", Access.OBJECT, {"object_id": "page"}, "wagtail_bulk_action"),
    ("wagtailadmin_pages", Access.OBJECT, PARENT, "add preview_on_add add_subpage"),
    ("wagtailadmin_pages", Access.OBJECT, PAGE, "usage edit preview_on_edit view_draft delete unpublish convert_alias"),
    ("wagtailadmin_pages", Access.OBJECT, PAGE, "copy workflow_action collect_workflow_action_data set_privacy lock"),
    ("wagtailadmin_pages", Access.OBJECT, PAGE, "confirm_workflow_cancellation workflow_preview unlock history"),
    ("wagtailadmin_pages", Access.OBJECT, PAGE, "revisions_index revisions_view revisions_revert revisions_unschedule"),
    ("wagtailadmin_pages", Access.OBJECT, PAGE, "workflow_history workflow_history_detail history_results"),
    ("wagtailadmin_pages", Access.OBJECT, {"pk": "page"}, "revisions_compare"),
    ("wagtailadmin_pages", Access.OBJECT, MOVED, "move set_page_position"),
    ("wagtailadmin_pages", Access.OBJECT, {**MOVED, "destination_id": "section"}, "move_confirm"),
    ("wagtailadmin_pages", Access.ADMIN, {}, "type_use type_use_results choose_parent search search_results"),
    ("", Access.ADMIN, {}, "wagtailadmin_choose_page wagtailadmin_choose_page_search wagtailadmin_tag_autocomplete"),
    ("", Access.ADMIN, {}, "wagtailadmin_choose_page_external_link wagtailadmin_choose_page_email_link"),
    ("", Access.ADMIN, {}, "wagtailadmin_choose_page_phone_link wagtailadmin_choose_page_anchor_link"),
    ("", Access.ADMIN, {}, "wagtailadmin_tag_model_autocomplete wagtailadmin_choose_page_chosen_multiple"),
    ("", Access.OBJECT, {"parent_page_id": "page"}, "wagtailadmin_choose_page_child"),
    ("wagtailadmin_api:pages", Access.ADMIN, {}, "listing find"),
    ("wagtailadmin_api:pages", Access.OBJECT, {"pk": "page"}, "detail action"),
    ("wagtailadmin_editing_sessions", Access.OBJECT, {"object_id": "page"}, "ping"),
    ("wagtailadmin_editing_sessions", Access.ADMIN, {}, "release"),
    # --- files -----------------------------------------------------------------------------------------------------
    ("wagtaildocs", Access.ADMIN, {}, "index index_results add add_multiple"),
    ("wagtaildocs", Access.OBJECT, {"document_id": "document"}, "edit delete document_usage"),
    ("wagtaildocs", Access.OBJECT, {"doc_id": "document"}, "edit_multiple delete_multiple"),
    (
        "wagtaildocs",
        Access.OBJECT,
        {"uploaded_file_id": "upload"},
        "create_multiple_from_uploaded_document delete_upload_multiple",
    ),
    ("wagtaildocs_chooser", Access.ADMIN, {}, "choose choose_results chosen_multiple create"),
    ("wagtaildocs_chooser", Access.OBJECT, {"pk": "document"}, "chosen"),
    ("wagtailadmin_api:documents", Access.ADMIN, {}, "listing find"),
    ("wagtailadmin_api:documents", Access.OBJECT, {"pk": "document"}, "detail"),
    ("wagtailimages", Access.ADMIN, {}, "index index_results add add_multiple"),
    ("wagtailimages", Access.OBJECT, {"image_id": "image"}, "edit delete url_generator url_generator_output preview"),
    ("wagtailimages", Access.OBJECT, {"image_id": "image"}, "image_usage edit_multiple delete_multiple"),
    (
        "wagtailimages",
        Access.OBJECT,
        {"uploaded_file_id": "upload"},
        "create_multiple_from_uploaded_image delete_upload_multiple",
    ),
    ("wagtailimages_chooser", Access.ADMIN, {}, "choose choose_results chosen_multiple create"),
    ("wagtailimages_chooser", Access.OBJECT, {"pk": "image"}, "chosen"),
    ("wagtailimages_chooser", Access.OBJECT, {"image_id": "image"}, "select_format"),
    ("wagtailadmin_api:images", Access.ADMIN, {}, "listing find"),
    ("wagtailadmin_api:images", Access.OBJECT, {"pk": "image"}, "detail"),
    ("wagtailembeds", Access.ADMIN, {}, "chooser chooser_upload"),
    ("wagtailadmin_collections", Access.ROLE, {}, "index add"),
    ("wagtailadmin_collections", Access.ROLE, {"pk": "collection"}, "edit delete"),
    ("wagtailadmin_collections", Access.ROLE, {"collection_id": "collection"}, "set_privacy"),
    # --- clearance -------------------------------------------------------------------------------------------------
    ("gongkai_clearance", Access.ROLE, {}, "queue queue_results contents contents_results report_clearances"),
    ("gongkai_clearance", Access.ROLE, {}, "report_forced report_withdrawals report_failures report_failures_results"),
    ("gongkai_clearance", Access.ROLE, {}, "report_clearances_results report_forced_results"),
    ("gongkai_clearance", Access.ROLE, {}, "report_withdrawals_results"),
    ("gongkai_clearance", Access.OBJECT, {"task_state_id": "task state"}, "review review_preview"),
    ("gongkai_clearance", Access.OBJECT, PAGE, "withdraw delete move force force_preview recall"),
    ("gongkai_dashboard", Access.ROLE, {}, "freshness freshness_results"),
    ("gongkai_interpretations", Access.ROLE, {}, "report_unpaired report_unpaired_results report_waivers"),
    ("gongkai_interpretations", Access.ROLE, {}, "report_waivers_results"),
    ("gongkai_interpretations", Access.OBJECT, {"page_id": "policy document"}, "begin waive lift_waiver"),
    ("gongkai_documents", Access.OBJECT, {"page_id": "policy document"}, "offers"),
    ("gongkai_editions", Access.OBJECT, {"page_id": "policy document"}, "list hide show"),
    ("gongkai_register", Access.ROLE, {}, "index index_results"),
    ("gongkai_register", Access.ROLE, {"pk": "registration"}, "entry"),
    ("gongkai_register", Access.DISTRICT, {"district": "district"}, "numbering"),
    # --- search ----------------------------------------------------------------------------------------------------
    ("gongkai_oversight", Access.ROLE, {}, "freshness report report_results"),
    # --- themes ----------------------------------------------------------------------------------------------------
    ("gongkai_themes", Access.ROLE, {}, "index mourning"),
    ("gongkai_themes", Access.DISTRICT, {"district": "district"}, "district version verdict"),
    ("gongkai_themes", Access.DISTRICT, {"district": "district"}, "unit unit_version unit_verdict"),
    ("gongkai_themes", Access.ROLE, {}, "city city_version city_verdict"),
    # --- review rounds ---------------------------------------------------------------------------------------------
    ("gongkai_catalogue", Access.PUBLIC, {}, "on_request"),
    ("gongkai_plugins", Access.ROLE, {}, "index plugin switch forget"),
    ("sample", Access.PUBLIC, {}, "notices notice"),  # the plug-in that the suite brings along
    ("sample-admin", Access.ROLE, {}, "notices related"),
    ("hostile", Access.PUBLIC, {}, "home"),
    ("guide-tables-admin", Access.ROLE, {}, "tables import workbook"),
    ("gongkai_public_api", Access.PUBLIC, {}, "guide_tables guide_table_rows"),
    ("gongkai_public_api", Access.PUBLIC, {}, "annual_reports annual_report city_reports city_report"),
    ("item-catalogue", Access.PUBLIC, {}, "fields catalogue file catalogue_picture item item_picture"),
    ("item-catalogue-admin", Access.ROLE, {}, "catalogues publish file import review items item page coverage"),
    ("item-catalogue-admin", Access.ROLE, {}, "coverage_file platform"),
    ("gongkai_public_api", Access.PUBLIC, {}, "notices items coverage_of_fields"),
    ("item-catalogue-admin", Access.ROLE, {}, "board board_file assign assignment deadlines act settle item_new work"),
    ("item-catalogue-admin", Access.ROLE, {}, "item_edit item_move item_remove suggest answer comment"),
    ("requests", Access.PUBLIC, {}, "entrance apply status supplement withdraw file export"),
    ("requests-admin", Access.ROLE, {}, "queue queue_file counted remedies access enter keeping wording"),
    ("requests-admin", Access.ROLE, {}, "letter_details fee_rules"),
    ("requests-admin", Access.ROLE, {}, "calculator calculator_file"),
    ("requests-admin", Access.OBJECT, CASE, "case act reveal renew_code print own_data deadline deadline_file"),
    ("requests-admin", Access.OBJECT, {"key": "case as PDF"}, "print_pdf"),
    ("requests-admin", Access.OBJECT, CASE, "papers source draft_letter fee"),
    ("requests-admin", Access.OBJECT, {**CASE, "remedy": "remedy"}, "conclude"),
    ("requests-admin", Access.OBJECT, {**CASE, "file": "case file"}, "file redact page"),
    ("requests-admin", Access.OBJECT, LETTER, "letter"),
    ("requests-admin", Access.OBJECT, {**LETTER, "act": "act of a letter"}, "letter_act"),
    ("requests-admin", Access.OBJECT, {**LETTER, "file_format": "format of a letter"}, "letter_file"),
    ("requests-admin", Access.OBJECT, {**CASE, "notice": "fee notice"}, "fee_paid fee_served"),
    ("requests-admin", Access.OBJECT, {"owner": "wording", "kind": "kind of letter"}, "wording_of"),
    ("requests-admin", Access.OBJECT, {"owner": "wording of the city", "kind": "kind of letter"}, "city_wording_of"),
    ("annual-report", Access.PUBLIC, {}, "city_reports city_report city_file"),
    ("annual-report-admin", Access.ROLE, {}, "reports begin documents"),
    ("annual-report-admin", Access.DISTRICT, {"district": "district"}, "district issuers sources"),
    ("annual-report-admin", Access.OBJECT, REPORT, "report log act"),
    ("annual-report-admin", Access.OBJECT, {**REPORT, "file_format": "format of a letter"}, "download"),
    ("annual-report-admin", Access.OBJECT, {**REPORT, "table": "table of a report"}, "figure"),
    ("annual-report-admin", Access.OBJECT, {"key": "unit report to fill"}, "check texts import"),
    ("annual-report-admin", Access.OBJECT, {"key": "unit report to publish"}, "page"),
    ("gongkai_rounds", Access.ROLE, {}, "index create force force_results expiring reexaminations catalogue"),
    ("gongkai_rounds", Access.ROLE, {"round_id": "review round"}, "round select open approval conclude take_back"),
    ("gongkai_rounds", Access.ROLE, {"round_id": "review round"}, "cancel undo result_sheet"),
    ("gongkai_rounds", Access.ROLE, {"part_id": "round unit"}, "unit_table unit_sheet"),
    ("gongkai_rounds", Access.ROLE, {"record_id": "record"}, "record annul follow_up"),
    ("gongkai_rounds", Access.ROLE, {"relation_id": "relation"}, "lift"),
    ("gongkai_rounds", Access.ROLE, {"campaign_id": "re-examination"}, "reexamination reexamination_conclude"),
    ("gongkai_rounds", Access.ROLE, {"campaign_id": "re-examination", "unit_id": "units"}, "reexamination_table"),
    ("gongkai_rounds", Access.ROLE, {"entry_id": "catalogue entry"}, "catalogue_entry"),
    ("gongkai_importing", Access.ROLE, {}, "index list template addresses"),
    ("gongkai_importing", Access.OBJECT, {"batch_id": "import"}, "batch run report row file"),
    # --- reports and workflows of Wagtail --------------------------------------------------------------------------
    ("wagtailadmin_reports", Access.ADMIN, {}, "locked_pages locked_pages_results workflow workflow_results"),
    ("wagtailadmin_reports", Access.ADMIN, {}, "workflow_tasks workflow_tasks_results site_history"),
    ("wagtailadmin_reports", Access.ADMIN, {}, "site_history_results aging_pages aging_pages_results"),
    ("wagtailadmin_reports", Access.NOBODY, {}, "page_types_usage page_types_usage_results"),
    ("wagtailadmin_workflows", Access.NOBODY, {}, "index index_results add add_task select_task_type task_index"),
    ("wagtailadmin_workflows", Access.NOBODY, {}, "task_index_results task_chooser_create task_chooser"),
    ("wagtailadmin_workflows", Access.NOBODY, {}, "task_chooser_results"),
    ("wagtailadmin_workflows", Access.NOBODY, {"task_id": "task"}, "task_chosen"),
    ("wagtailadmin_workflows", Access.NOBODY, {"pk": "workflow"}, "enable disable edit usage usage_results"),
    ("wagtailadmin_workflows", Access.NOBODY, {"pk": "task"}, "edit_task disable_task enable_task"),
    ("wagtailadmin_workflows", Access.OBJECT, {"page_pk": "page"}, "remove"),
    # --- registers -------------------------------------------------------------------------------------------------
    *(
        (
            "",
            Access.ROLE,
            {},
            " ".join(f"registers_{name}_modeladmin_{verb}" for verb in ("index", "create", "import", "changes")),
        )
        for name in MODELADMIN.split()
    ),
    *(
        (
            "",
            Access.ROLE,
            {"instance_pk": name},
            " ".join(f"registers_{name}_modeladmin_{verb}" for verb in ("edit", "delete", "inspect", "history")),
        )
        for name in MODELADMIN.split()
    ),
    ("gongkai_reorganisations", Access.ROLE, {}, "index merge rename"),
    ("gongkai_reorganisations", Access.ROLE, {"pk": "reorganisation"}, "detail"),
    ("gongkai_responsibility", Access.ROLE, {}, "index"),
    (
        "gongkai_responsibility",
        Access.DISTRICT,
        {"district": "district"},
        "district upload propose review drift version download",
    ),
    # --- administration --------------------------------------------------------------------------------------------
    ("wagtailusers_users", Access.ROLE, {}, "index index_results add"),
    ("wagtailusers_users", Access.ROLE, {"pk": "user"}, "edit delete history history_results usage"),
    ("wagtailusers_groups", Access.NOBODY, {}, "index index_results add"),
    ("wagtailusers_groups", Access.NOBODY, {"pk": "group"}, "edit delete history history_results usage"),
    ("wagtailusers_api_tokens", Access.ROLE, {}, "index index_results add"),
    ("wagtailusers_api_tokens", Access.ROLE, {"pk": "token"}, "edit delete history history_results usage"),
    ("wagtailsites", Access.NOBODY, {}, "index index_results add"),
    ("wagtailsites", Access.NOBODY, {"pk": "site"}, "edit delete history history_results usage copy"),
    ("wagtailredirects", Access.NOBODY, {}, "index index_results add start_import process_import"),
    ("wagtailredirects", Access.NOBODY, {"redirect_id": "redirect"}, "edit delete"),
    ("wagtailsettings", Access.NOBODY, {}, "edit preview_on_edit"),
    ("wagtailsnippets", Access.ADMIN, {}, "index"),
    (f"wagtailsnippets_{SNIPPET}", Access.ROLE, {}, "list list_results add"),
    (
        f"wagtailsnippets_{SNIPPET}",
        Access.ROLE,
        {"pk": "footer link"},
        "edit delete usage history history_results copy",
    ),
    (f"wagtailsnippetchoosers_{SNIPPET}", Access.ADMIN, {}, "choose choose_results chosen_multiple create"),
    (f"wagtailsnippetchoosers_{SNIPPET}", Access.ADMIN, {"pk": "footer link"}, "chosen"),
    # --- editing by machines ---------------------------------------------------------------------------------------
    ("wagtailapi_v3", Access.PUBLIC, {}, "openapi-json openapi-view"),
    ("wagtailapi_v3", Access.TOKEN, {}, "api-root list_pages create_page find_page list_schemas get_schema_for_type"),
    ("wagtailapi_v3", Access.TOKEN, {}, "whoami list_documents create_document list_images create_image nothing_here"),
    ("wagtailapi_v3", Access.TOKEN_OBJECT, PAGE, "detail_page update_page delete_page list_page_revisions"),
    ("wagtailapi_v3", Access.TOKEN_OBJECT, PAGE, "detail_page_revision pages_actions_publish pages_actions_unpublish"),
    ("wagtailapi_v3", Access.TOKEN_OBJECT, PAGE, "pages_actions_copy pages_actions_move pages_actions_delete"),
    ("wagtailapi_v3", Access.TOKEN_OBJECT, PAGE, "pages_actions_revert pages_actions_convert_alias"),
    ("wagtailapi_v3", Access.TOKEN_OBJECT, PAGE, "pages_actions_create_alias pages_actions_copy_for_translation"),
    (
        "wagtailapi_v3",
        Access.TOKEN_OBJECT,
        {"document_id": "document"},
        "detail_document update_document delete_document",
    ),
    ("wagtailapi_v3", Access.TOKEN_OBJECT, {"image_id": "image"}, "detail_image update_image delete_image"),
    ("wagtailapi_v3", Access.TOKEN_NOBODY, {}, "list_sites create_site"),
    ("wagtailapi_v3", Access.TOKEN, {}, "list_redirects create_redirect find_redirect"),
    ("wagtailapi_v3", Access.TOKEN_NOBODY, {"site_id": "site"}, "detail_site update_site delete_site"),
    (
        "wagtailapi_v3",
        Access.TOKEN,
        {"redirect_id": "redirect"},
        "detail_redirect update_redirect delete_redirect",
    ),
    ("wagtailapi_v3", Access.TOKEN, {}, "list_snippets create_snippet"),
    ("wagtailapi_v3", Access.TOKEN, {"pk": "footer link"}, "detail_snippet update_snippet delete_snippet"),
    ("wagtailapi_v3", Access.TOKEN, {"pk": "footer link"}, "list_snippet_revisions detail_snippet_revision"),
    ("wagtailapi_v3", Access.TOKEN, {"pk": "footer link"}, "snippets_actions_delete snippets_actions_publish"),
    ("wagtailapi_v3", Access.TOKEN, {"pk": "footer link"}, "snippets_actions_unpublish snippets_actions_revert"),
    ("wagtailapi_v3", Access.TOKEN, {"pk": "footer link"}, "snippets_actions_copy_for_translation"),
]
ROUTES: dict[str, Route] = dict(_routes())

#: Arguments that go along with the object beside them; ``world.Place.companions`` has their values.
COMPANIONS = frozenset({"filename", "revision_id", "task_id", "task_state_id", "workflow_state_id"})
#: Arguments that name no object.
ARGUMENTS: dict[str, object] = {
    "content_type_app_name": "gongkai_pages",
    "content_type_model_name": "article",
    "app_label": "wagtailcore",
    "model_name": "page",
    "app_name": "gongkai_public",
    "action": "delete",
    "action_name": "convert_alias",
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
    "filter_spec": "width-20",
    "session_id": 1,
    "number": 1,
    "version": 1,
    "digest": "0" * 16,
    "kind": "logo",
    "part": 1,
    "year": 2026,
    "where": "",
    "uidb64": "MQ",
    "token": "x",
    "type": "gongkai_public.FooterLink",
    "type_name": "gongkai_pages.Article",
    "rest": "nothing",
    "path": "nothing/",
    "page_view_restriction_id": 1,
    "page_id": 1,
    "pk": 1,
    "workflow_pk": 1,
    "slug": "nowhere",
    "column_id": "00000000-0000-0000-0000-000000000000",
    "district": "nowhere",
    "name": "sample",
    "key": 1,
    "field": "elderly-care",
    "file_format": "xlsx",
    "item_key": "0" * 12,
    "picture_format": "svg",
    "identity": "00000000-0000-0000-0000-000000000000",
    "table": "coverage",
    "extension": "tsv",
    "row": "new",
    "column": "natural",
    "city": "nowhere",
    "unit": "nowhere",
    "act": "note",
    "remedy": 1,
    "letter": 1,
    "notice": 1,
    "owner": 1,
    "page": 1,
    "file": 1,
}
