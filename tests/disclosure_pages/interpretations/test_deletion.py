"""A document that is interpreted is not deleted under its interpretation."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cms.people.enums import Role
from disclosure_pages.clearance.domain.acts import delete_as_error
from disclosure_pages.documents.models import PolicyDocument
from tests.factories.documents import make_document_draft, make_policy_document
from tests.factories.interpretations import make_interpretation, make_interpretation_draft
from tests.factories.people import make_person

from .conftest import SignIn, stored

pytestmark = pytest.mark.django_db


def test_deletion_as_an_error_names_the_interpretation_that_stands_in_the_way() -> None:
    document = make_policy_document()
    interpretation = make_interpretation(document)
    office = make_person(Role.DISCLOSURE_OFFICE, district=document.district)
    with pytest.raises(ValidationError, match=interpretation.title):
        delete_as_error(page=document, user=office, reason="误发")
    assert stored(document).live
    delete_as_error(page=interpretation, user=office, reason="误发")
    delete_as_error(page=stored(document), user=office, reason="误发")
    assert not PolicyDocument.objects.exists()


def test_editor_is_told_why_a_draft_cannot_be_deleted(sign_in: SignIn) -> None:
    document = make_document_draft()
    interpretation = make_interpretation_draft(document)
    url = reverse("wagtailadmin_pages:delete", args=[document.pk])
    client = sign_in(document.owner)
    for answer in (client.get(url, follow=True), client.post(url, follow=True)):
        assert interpretation.title in answer.content.decode()
    assert PolicyDocument.objects.filter(pk=document.pk).exists()
    interpretation.delete()
    client.post(url)
    assert not PolicyDocument.objects.exists()
