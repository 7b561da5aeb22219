"""What the content policy drops, the browser says; nothing of ours may be dropped."""

from django.urls import reverse
from wagtail.models import Page as WagtailPage

from tests.factories.pages import make_draft, make_published
from tests.factories.people import make_editor, make_superuser
from tests.factories.tree import make_section

POISON = "<script>document.title = 'broken into'</script><p style='color: red' onclick='1'>text</p>"


def _look_at(page, *paths):
    for path in paths:
        assert page.goto(path).ok
        page.wait_for_load_state("networkidle")


def test_public_pages_run_into_nothing(page, complaints):
    article = make_published()
    column = article.get_parent().get_parent()

    _look_at(page, article.specific.get_url(), column.specific.get_url(), "/")

    assert complaints == []


def test_public_policy_stops_what_is_inline(page, complaints):
    page.goto("/nothing-is-here/")
    complaints.clear()

    page.evaluate("html => document.body.append(document.createRange().createContextualFragment(html))", POISON)

    assert page.title() != "broken into"
    assert any("script-src" in complaint for complaint in complaints)
    assert any("style-src" in complaint for complaint in complaints)


def test_admin_widgets_start(page, complaints, sign_in):
    section = make_section()
    editor = make_editor(section.unit, "zhang")
    draft = make_draft(section=section, author=editor)
    sign_in("zhang")

    _look_at(page, reverse("wagtailadmin_pages:edit", args=[draft.pk]), reverse("wagtailadmin_account"))
    _look_at(page, reverse("gongkai_second_factor:set_up"))

    assert complaints == []


def test_admin_explorer_runs_into_nothing(page, complaints, sign_in):
    make_superuser("root")
    sign_in("root")

    _look_at(page, reverse("wagtailadmin_explore", args=[WagtailPage.get_first_root_node().pk]))

    assert complaints == []
