"""Error pages wear the dress of the place they were asked of."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import RequestFactory
from wagtail.models import Site

from disclosure_pages.public.views.errors import forbidden, not_found, server_error
from tests.disclosure_pages.public.markup import markup_errors, meta_tags, soup_of

pytestmark = pytest.mark.django_db


def test_404_leads_home_and_is_kept_out_of_search_engines(visitor, page) -> None:
    response = visitor.get(f"{page.column.get_url()}nowhere/")
    soup = soup_of(response)
    assert soup.select_one(".error a")["href"] == f"/{page.district.slug}/"
    assert page.district.name in soup.select_one(".masthead").text
    assert meta_tags(response)["robots"] == "noindex,follow"
    assert markup_errors(response) == []


def test_404_repeats_nothing_of_what_was_asked(visitor, page) -> None:
    response = visitor.get("/nowhere/?q=<script>alert(1)</script>")
    assert "alert(1)" not in response.content.decode()


def test_403_is_a_page_of_the_place(page) -> None:
    request = RequestFactory().get(page.get_url())
    response = forbidden(request, PermissionDenied())
    assert response.status_code == 403
    assert page.district.name in response.content.decode()
    assert markup_errors(response) == []


def test_500_needs_neither_request_nor_database(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert markup_errors(response) == []
    assert soup_of(response).select_one("link[rel=stylesheet]")["href"] == "/static/gongkai/css/tokens.css"


def test_installation_without_any_site_still_answers(visitor, db) -> None:
    Site.objects.all().delete()
    response = visitor.get("/nowhere/")
    assert response.status_code == 404
    assert not_found(RequestFactory().post("/"), Http404()).status_code == 404
