"""On in one district of two: there it works, in the other it is absent."""

from plugins.domain.switching import disable, enable
from tests.factories.tree import make_column


def html_of(visitor, path: str) -> str:
    response = visitor.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_slot_is_filled_where_the_plug_in_is_on(two, visitor):
    here, there = (html_of(visitor, two.notice(place).url) for place in (two.here, two.there))

    assert ('class="sample"' in here, 'class="sample"' in there) == (True, False)


def test_what_a_slot_shows_is_cleaned_and_escaped(two, visitor):
    html = html_of(visitor, two.notice(two.here).url)

    assert "样例片段 &lt;b&gt;&amp;" in html
    assert f'<aside class="sample" data-district="{two.here.pk}"><p>' in html
    assert ("alert(1)" in html, "onclick" in html) == (False, False)


def test_page_of_a_plug_in_that_is_off_is_plain(two, visitor):
    here, there = (html_of(visitor, two.notice(place).url) for place in (two.here, two.there))

    assert ("sample-where" in here, "sample-where" in there) == (True, False)
    assert all(text in there for text in ("停水公告", "周六停水。", "社区广场"))


def test_public_screen_answers_where_the_plug_in_is_on(two, visitor):
    paths = [f"/{place.slug}/sample/" for place in (two.here, two.there)]

    assert [visitor.get(path).status_code for path in paths] == [200, 404]
    assert "停水公告" in html_of(visitor, paths[0])
    assert visitor.get("/sample/").status_code == 404  # on for no city
    assert visitor.get(f"/{two.here.slug}/sample/{two.notice(two.there).pk}/").status_code == 404
    assert visitor.get(f"/{two.here.slug}/sample/{two.notice(two.here).pk}/").status_code == 200


def test_address_is_the_column_s_where_the_plug_in_is_off(two, visitor):
    make_column("样例栏目", district=two.there, slug="sample")

    assert "样例栏目" in html_of(visitor, f"/{two.there.slug}/sample/")


def test_api_answers_where_the_plug_in_is_on(two, visitor):
    paths = [f"/api/public/v1/plug-ins/sample/{slug}/notices" for slug in (two.here.slug, two.there.slug, "nowhere")]

    assert [visitor.get(path).status_code for path in paths] == [200, 404, 404]
    assert visitor.get(paths[0]).json() == ["停水公告"]


def test_kept_pages_change_with_the_switch(two, visitor, settings, django_capture_on_commit_callbacks):
    settings.PAGE_CACHE_SECONDS = 60
    url = two.notice(two.here).url
    assert 'class="sample"' in html_of(visitor, url)
    with django_capture_on_commit_callbacks(execute=True):
        disable("sample", district=two.here, user=None)
    assert 'class="sample"' not in html_of(visitor, url)
    with django_capture_on_commit_callbacks(execute=True):
        enable("sample", district=two.here, user=None)
    assert 'class="sample"' in html_of(visitor, url)
