"""The built site in a browser, from a folder: it loads nothing from elsewhere, and its search works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from docs_site.build import SITE
from docs_site.navigation import CONFIGURATION, configuration, pages
from generator import ROOT
from tests.support.chromium import CHROMIUM, FLAGS, PATIENCE

LAST = SITE / "llms.txt"
"""The file that a build writes last."""


def is_current() -> bool:
    """Whether the site was built after the last change of its pages."""
    sources = [CONFIGURATION, *(ROOT / "docs").rglob("*")]
    return LAST.exists() and LAST.stat().st_mtime >= max(path.stat().st_mtime for path in sources)


pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="needs Chromium: apt-get install chromium"),
    pytest.mark.skipif(not is_current(), reason="needs the site, built after the last change: make docs"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Any]:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_default_timeout(PATIENCE)
    yield page
    page.close()


def test_pages_load_nothing_from_elsewhere_and_fit_on_a_phone(page: Any) -> None:
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    names = [path.removesuffix(".md") + ".html" for path, _ in pages(configuration()["nav"])]
    for name in names:
        page.goto((SITE / name).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is wider than a phone"
    assert len(requests) > len(names)
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert errors == []


@pytest.mark.parametrize("name", ["track", "focus", "control"])
def test_http_references_are_rendered_without_the_network(page: Any, name: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    with page.expect_console_message(lambda message: "Redoc" in message.text):  # when its script runs
        page.goto((SITE / f"reference/http/{name}.html").as_uri())
    page.wait_for_load_state("networkidle")
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []


def test_search_works_from_a_folder(page: Any) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((SITE / "project/security.html").as_uri())
    page.keyboard.press("Control+k")
    page.keyboard.type("retries")
    page.locator("a[href*='errors-and-retries.html']").filter(visible=True).first.click()
    page.wait_for_url("**/guides/errors-and-retries.html*")


@pytest.mark.parametrize(
    ("words", "guide"),
    [
        ("retry", "errors-and-retries"),
        ("rate limit", "errors-and-retries"),
        ("timeout", "timeouts"),
        ("token", "authentication"),
        ("pagination", "lists"),
        ("webhook", "lists"),
        ("time zone", "typing"),
    ],
)
def test_search_finds_the_guide_of_a_topic_first(page: Any, words: str, guide: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((SITE / "project/security.html").as_uri())
    page.keyboard.press("Control+k")
    page.keyboard.type(words)
    first = page.locator("a:has(mark), a:has(b)").filter(visible=True).first
    expect(first).to_have_attribute("href", re.compile(rf"guides/{guide}\.html"), timeout=PATIENCE)
