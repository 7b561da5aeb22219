"""Requests that a machine makes up from the description: every answer is one that the description knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from tests.factories.documents import make_policy_document
from tests.factories.pages import make_published
from tests.search.public.installed import embedded_engine

EXAMPLES = 25
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
)


few = settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
OPERATIONS = ["districts", "districts/{slug}", "districts/{slug}/units", "districts/{slug}/columns"]
OPERATIONS += ["columns/{column_id}", "contents", "contents/{content_id}", "documents", "documents/{document_id}/force"]
OPERATIONS += ["search", "plug-ins/sample/{district}/notices"]
OPERATIONS += ["formats", "plug-ins/item-catalogue/{district}/coverage"]
OPERATIONS += ["plug-ins/item-catalogue/{district}/fields/{field}/items"]
OPERATIONS += ["plug-ins/annual-report/{district}/reports", "plug-ins/annual-report/{district}/reports/{key}"]
OPERATIONS += ["plug-ins/annual-report/{district}/city-reports", "plug-ins/annual-report/{district}/city-reports/{key}"]
OPERATIONS += ["plug-ins/guide-tables/{district}/tables", "plug-ins/guide-tables/{district}/tables/{key}"]


@pytest.fixture
def description(settings: Any, tmp_path: Path, db: None) -> Iterator[Any]:
    """The API's own description; between requests the connection to the test's database stays open."""
    make_published()
    make_policy_document()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    with embedded_engine(settings, tmp_path):
        yield schemathesis.openapi.from_wsgi("/api/public/v1/openapi.json", WSGIHandler())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@pytest.mark.parametrize("path", OPERATIONS)
def test_every_answer_is_described(description: Any, path: str) -> None:
    operation = description[f"/api/public/v1/{path}"]["GET"]

    @few
    @given(case=st.one_of([operation.as_strategy(mode) for mode in GenerationMode]))
    def ask(case: Any) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()


@pytest.mark.django_db
def test_every_operation_is_tried(description: Any) -> None:
    assert sorted(description.raw_schema["paths"]) == sorted(f"/api/public/v1/{path}" for path in OPERATIONS)
