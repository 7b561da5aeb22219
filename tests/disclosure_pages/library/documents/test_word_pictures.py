"""Pictures of a document in its Word file."""

from __future__ import annotations

import io

import pytest
from docx import Document

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.library.documents.blocks import blocks_of
from disclosure_pages.library.documents.exports.word_pictures import SIZE, Pictures
from disclosure_pages.media.models import PublishedFile
from tests.factories.media import make_image, picture_bytes, replace_bytes

pytestmark = pytest.mark.django_db
WIDE = {"size": (2400, 600)}


@pytest.fixture
def image(db):
    return make_image(content=picture_bytes(**WIDE))


def figure(image, words: str, *, caption: str = "", decorative: bool = False):
    block = PolicyDocument._meta.get_field("body").stream_block.child_blocks["figure"]
    value = {"image": image.pk, "alt_text": words, "decorative": decorative}
    return ("figure", block.to_python({"image": value, "caption": caption}))


def word_of(visitor, page):
    return Document(io.BytesIO(visitor.get(f"{page.get_url()}document.docx").content))


def told(file) -> list[tuple[str, str]]:
    """Alternative texts of the pictures, and lines that speak of one."""
    drawn = [("drawn", shape._inline.docPr.get("descr")) for shape in file.inline_shapes]
    return drawn + [("said", line.text) for line in file.paragraphs if line.text.startswith(("[", "［"))]


def test_picture_stands_in_the_text_with_its_words_and_caption(visitor, make, image) -> None:
    body = [("text", "<p>之前</p>"), figure(image, "停车区域图", caption="图一"), ("text", "<p>之后</p>")]
    file = word_of(visitor, make(body=body))
    lines = [paragraph.text for paragraph in file.paragraphs]
    assert told(file) == [("drawn", "停车区域图")]
    assert lines[lines.index("之前") : lines.index("之后") + 1] == ["之前", "", "图一", "之后"]


def test_large_picture_fits_the_page(visitor, make, image) -> None:
    (shape,) = word_of(visitor, make(body=[figure(image, "图")])).inline_shapes
    assert (round(shape.width.inches, 1), round(shape.width / shape.height, 1)) == (6.0, 4.0)


def test_picture_of_rich_text_stands_in_the_text_too(visitor, make, image) -> None:
    html = f'<p>之前</p><embed alt="流程图" embedtype="image" format="fullwidth" id="{image.pk}"/><p>之后</p>'
    assert told(word_of(visitor, make(body=html))) == [("drawn", "流程图")]


def test_decoration_has_no_words(visitor, make, image) -> None:
    assert told(word_of(visitor, make(body=[figure(image, "", decorative=True)]))) == [("drawn", "")]


def test_picture_that_changed_since_or_is_lost_leaves_its_words(visitor, make, image) -> None:
    changed, lost = image, make_image()
    page = make(body=[figure(changed, "换过的图"), figure(lost, "丢失的图")])
    replace_bytes(changed, picture_bytes())
    lost.file.storage.delete(lost.file.name)
    assert told(word_of(visitor, page)) == [("said", "［图片：换过的图］"), ("said", "［图片：丢失的图］")]


def test_picture_that_was_not_published_is_not_in_the_file(visitor, make, image) -> None:
    page = make(body=[figure(image, "没公开的图")])
    PublishedFile.objects.filter(page=page.pk).delete()
    assert told(word_of(visitor, page)) == [("said", "［图片：没公开的图］")]


def test_file_has_room_for_so_much(make, image) -> None:
    page, file = make(body=[figure(image, "大图")]), Document()
    (block,) = blocks_of(page.body)
    pictures = Pictures(file, {image.pk: image}, room=image.get_rendition(SIZE).file.size)
    for _time in range(2):
        pictures.add(block)
    assert told(file) == [("drawn", "大图"), ("said", "［图片：大图］")]


def test_words_of_pictures_are_no_text_of_an_edition(make, image) -> None:
    page = make(body=[figure(image, "停车区域图", caption="图一")])
    assert page.editions.get().lines == ["图一"]
