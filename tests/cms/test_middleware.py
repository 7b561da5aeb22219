"""What wraps every request."""

import pytest
import structlog
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from cms.middleware import NullCharacterMiddleware, RequestLogMiddleware


def _policy(response) -> dict[str, str]:
    directives = response.headers["Content-Security-Policy"].split("; ")
    return {name: value for name, _, value in (directive.partition(" ") for directive in directives)}


def test_policy_of_public_pages_has_nothing_inline(client, db):
    policy = _policy(client.get("/nothing-is-here/"))

    assert "'unsafe-inline'" not in " ".join(policy.values())
    assert policy["script-src"] == policy["style-src"] == policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"


def test_policy_of_the_admin_lets_its_widgets_start(client, db):
    policy = _policy(client.get(reverse("wagtailadmin_login")))

    assert policy["script-src"] == "'self' 'unsafe-inline'"
    assert policy["frame-ancestors"] == policy["default-src"] == "'self'"


def test_request_log_binds_a_number_to_each_request():
    seen = []

    def view(request):
        seen.append(structlog.contextvars.get_contextvars())
        return HttpResponse()

    middleware = RequestLogMiddleware(view)
    middleware(RequestFactory().get("/a/"))
    middleware(RequestFactory().post("/b/"))

    assert [(event["method"], event["path"]) for event in seen] == [("GET", "/a/"), ("POST", "/b/")]
    assert seen[0]["request"] != seen[1]["request"]
    assert structlog.contextvars.get_contextvars() == {}


@pytest.mark.parametrize(
    ("address", "path", "query"),
    [
        ("/a%00b/?q=x%00y&z=%00", "/a\ufffdb/", {"q": "x\ufffdy", "z": "\ufffd"}),
        ("/%E8%8A%99/?q=%25", "/芙/", {"q": "%"}),
        ("/a/", "/a/", {}),
    ],
)
def test_null_characters_reach_no_view(address, path, query):
    seen = []

    def view(request):
        seen.append((request.path, request.path_info, request.GET.dict()))
        return HttpResponse()

    NullCharacterMiddleware(view)(RequestFactory().get(address))

    assert seen == [(path, path, query)]


@pytest.mark.parametrize(("path", "status"), [("/old-portal/index.html", 301), ("/admin/old-screen/", 404)])
def test_redirects_are_for_readers(admin_client, path, status):
    Redirect.objects.create(old_path=path.rstrip("/"), redirect_link="/furong/", is_permanent=True)

    assert admin_client.get(path, headers={"host": "localhost"}).status_code == status
