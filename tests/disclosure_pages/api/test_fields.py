"""Which fields of each kind of content the public API tells: every one is listed here, so that none slips in."""

from __future__ import annotations

import pytest
from django.apps import apps

from disclosure_pages.api.public.rendering import header_fields
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.documents import make_policy_document
from tests.factories.interpretations import make_interpretation

pytestmark = pytest.mark.django_db
TOLD = {
    "Article": "document_number source formed_on",
    "EnterpriseProfile": "service regulator address phone website",
    "GuidePage": "issued_on",
    "AnnualReportPage": "year organ",  # of a bundled plug-in
    "DisclosedAnswer": "question",  # of one more
    "GuideTable": "rows",  # of another
    "InstitutionProfile": "address postcode hours phone website",
    "Interpretation": "form interpreter_name video_link",
    "NoticePage": "where",  # of the plug-in that the suite brings along
    "MeetingPage": "number held_on place interpretation_title interpretation_link",
    "PolicyDocument": "number issuer_name addressees formed_on issued_on effective_rule effective_on expires_on"
    " keywords source gazette_year gazette_issue gazette_total imported_index_number",
    "SystemPage": "",
}
#: Written for people at work: reviewed with the content, read by nobody outside.
INTERNAL = {"publish_together", "stated_attribute", "stated_basis", "stated_ground"}


def test_every_field_that_is_told_is_known() -> None:
    kinds = [model for model in apps.get_models() if issubclass(model, DisclosurePage) and model is not DisclosurePage]
    assert {kind.__name__: " ".join(header_fields(kind())) for kind in kinds} == TOLD


def test_what_is_internal_is_told_by_no_answer(client) -> None:
    stated = {"stated_attribute": "proactive", "stated_basis": "内部暗号依据"}
    document = make_policy_document(**stated)
    for page in (document, make_interpretation(document)):
        answer = client.get(f"/api/public/v1/contents/{page.pk}").json()
        assert (INTERNAL & answer["fields"].keys(), "内部暗号依据" in str(answer)) == (set(), False)
