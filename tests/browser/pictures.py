"""Pictures of the demo's screens, to look at what a change did to them.

    uv run python -m tests.browser.pictures FOLDER

A demo of its own is made and served for it; every picture is what a reader, or the person named, sees first.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from cms.doctor.machine import find_browser
from disclosure_pages.public.rules import READING_COOKIE
from tests.benchmarks.cluster import free_port

ROOT = Path(__file__).resolve().parents[2]
COLUMN = "/furong/fa-ding-zhu-dong-gong-kai-nei-rong/zhong-da-min-sheng-xin-xi/jiao-yu-xin-xi/"
ARTICLE = "main a[href*='jiao-yu-xin-xi/guan-yu-']"
DOCUMENT = "main a[href*='jiao-yu-xin-xi/fu-rong-qu-']"
LONGEST_SECONDS = 180


@dataclass(frozen=True)
class Picture:
    """A screen: its address, who looks (empty: a reader), how wide, in which reading mode, and a link to follow."""

    name: str
    address: str
    person: str = ""
    width: int = 1280
    mode: str = ""
    follow: str = ""


PICTURES = [
    Picture("district-home", "/furong/"),
    Picture("district-home-375", "/furong/", width=375),
    Picture("district-home-elder", "/furong/", mode="elder"),
    Picture("column", COLUMN),
    Picture("article", COLUMN, follow=ARTICLE),
    Picture("document", COLUMN, follow=DOCUMENT),
    Picture("document-375", COLUMN, follow=DOCUMENT, width=375),
    Picture("library", "/furong/library/"),
    Picture("search", f"/search/?q={quote('教育')}"),
    Picture("search-375", f"/search/?q={quote('教育')}", width=375),
    Picture("search-read-aloud", "/search/?q=kehoufuwu"),
    Picture("search-empty", f"/search/?q={quote('没有这样的词语')}"),
    Picture("admin-editor", "/admin/", "jiaoyu-bianji"),
    Picture("admin-moderator", "/admin/", "jiaoyu-shenhe"),
    Picture("review-moderator", "/admin/review/", "jiaoyu-shenhe", follow="main a[href^='/admin/review/']"),
    Picture("review-confidentiality", "/admin/review/", "baomi-shencha", follow="main a[href^='/admin/review/']"),
    Picture("searches-report", "/admin/search/report/", "yunwei"),
    Picture("themes-gallery", "/admin/themes/district/furong/", "zhuti-sheji"),
    Picture("index-freshness", "/admin/search/freshness/", "yunwei"),
]


def take(browser: Browser, base: str, passwords: dict[str, str], folder: Path) -> None:
    """Take every picture; people stay signed in."""
    known: dict[str, BrowserContext] = {}
    for picture in PICTURES:
        key = picture.person or f"{picture.width} {picture.mode}"
        if key not in known:
            known[key] = browser.new_context(base_url=base, locale="zh-CN", timezone_id="Asia/Shanghai")
            if picture.person:
                sign_in(known[key], picture.person, passwords[picture.person])
        page = known[key].new_page()
        page.set_viewport_size({"width": picture.width, "height": 900})
        if picture.mode:
            known[key].add_cookies([{"name": READING_COOKIE, "value": picture.mode, "url": base}])
        page.goto(picture.address)
        if picture.follow:
            page.locator(picture.follow).first.click()
        page.wait_for_load_state("networkidle")
        page.screenshot(path=folder / f"{picture.name}.png", full_page=True)
        page.close()


def sign_in(context: BrowserContext, name: str, password: str) -> None:
    page = context.new_page()
    page.goto("/admin/login/")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", password)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/admin/$"))
    page.close()


def serve(folder: str, port: int) -> subprocess.Popen[bytes]:
    """A demo in ``folder``; returns when it answers."""
    environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "manage.py", "demo", "--data-dir", folder, "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    end = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.5)
    server.terminate()
    raise TimeoutError(f"the demo did not answer within {LONGEST_SECONDS} seconds")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="gongkai-pictures-") as data:
        server = serve(data, port)
        try:
            passwords = json.loads((Path(data) / "demo.json").read_text())["passwords"]
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
                take(browser, f"http://127.0.0.1:{port}", passwords, folder)
        finally:
            server.terminate()
            server.wait()
    sys.stdout.write(f"{len(PICTURES)} pictures in {folder}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
