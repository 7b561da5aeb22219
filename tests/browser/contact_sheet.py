"""One picture of every kind of page in every theme, mode and width, to be looked at after a change of themes.

    uv run pytest -n 0 tests/browser/contact_sheet.py

It is written to ``var/contact-sheet.png``; a run of the suite leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from playwright.sync_api import Browser

from disclosure_pages.public.rules import READING_COOKIE
from tests.browser.test_public_pages import PLACES
from tests.browser.test_themes import MODES, THEMES, article, show_with  # noqa: F401  (a fixture)

TARGET = Path(__file__).resolve().parents[2] / "var" / "contact-sheet.png"
#: Width of the screen → width of its picture on the sheet.
WIDTHS = {1280: 320, 375: 94}
HEIGHT, GAP, HEAD = 240, 8, 20
SCREEN_HEIGHT = 960


def test_contact_sheet(chromium: Browser, article: Any, live_server: Any) -> None:  # noqa: F811
    sheet = _empty()
    draw = ImageDraw.Draw(sheet)
    for column, (theme, mode, shots) in enumerate(_columns(chromium, article, live_server.url)):
        left = column * _column_width()
        draw.text((left + GAP, 4), f"{theme} · {mode}", fill="black")
        for row, (name, pictures) in enumerate(shots.items()):
            top = HEAD + row * (HEIGHT + HEAD)
            draw.text((left + GAP, top + 2), name, fill="black")
            _paste(sheet, pictures, left + GAP, top + HEAD)
    TARGET.parent.mkdir(exist_ok=True)
    sheet.save(TARGET, optimize=True)


def _columns(browser: Browser, page: Any, base: str) -> Iterator[tuple[str, str, dict[str, list[Image.Image]]]]:
    for theme in THEMES:
        show_with(theme, page)
        for mode, (reading, scheme) in MODES.items():
            yield theme, mode, _shots(browser, page, base, reading, scheme)


def _shots(browser: Browser, article: Any, base: str, reading: str, scheme: Any) -> dict[str, list[Image.Image]]:  # noqa: F811
    context = browser.new_context(base_url=base, color_scheme=scheme, locale="zh-CN")
    context.add_cookies([{"name": READING_COOKIE, "value": reading, "url": base}])
    tab, shots = context.new_page(), {name: list[Image.Image]() for name in PLACES}
    for width, shown in WIDTHS.items():
        tab.set_viewport_size({"width": width, "height": SCREEN_HEIGHT})
        for name, place in PLACES.items():
            tab.goto(place(article))
            shots[name].append(_reduced(tab.screenshot(), shown))
    context.close()
    return shots


def _reduced(content: bytes, width: int) -> Image.Image:
    picture = Image.open(BytesIO(content)).convert("RGB")
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def _paste(sheet: Image.Image, pictures: list[Image.Image], left: int, top: int) -> None:
    for picture in pictures:
        sheet.paste(picture, (left, top))
        left += picture.width + GAP


def _column_width() -> int:
    return sum(WIDTHS.values()) + GAP * (len(WIDTHS) + 1)


def _empty() -> Image.Image:
    columns, rows = len(THEMES) * len(MODES), len(PLACES)
    return Image.new("RGB", (columns * _column_width(), HEAD + rows * (HEIGHT + HEAD)), "#dddddd")
