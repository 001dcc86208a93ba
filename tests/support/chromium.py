"""Debian's Chromium for tests of pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

CHROMIUM: Final = shutil.which("chromium")

_ROOT: Final = Path(__file__).parents[2]
ARTIFACTS: Final = _ROOT / "build/artifacts"
_AXE: Final = _ROOT / "node_modules/axe-core/axe.min.js"
AXE: Final = _AXE if _AXE.exists() else None
"""Checks a page for barriers; comes from npm, with the development tools."""
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # requests to other hosts fail, and are recorded
)
PATIENCE: Final = 30_000
"""Milliseconds; long enough for a busy machine."""


# The browser's event loop runs in this thread while it is open, so that it must be closed before any asynchronous test.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser; skips the test where it is not installed."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    from playwright.sync_api import expect, sync_playwright  # imported late: most test processes open no browser

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def browser_context(chromium: Browser) -> Iterator[BrowserContext]:
    """A window for the pages of all tests of a module: pages of the sandbox store nothing in the browser."""
    with chromium.new_context(
        color_scheme="light", reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"]
    ) as context:
        context.set_default_timeout(PATIENCE)
        yield context


@contextmanager
def watched_page(context: BrowserContext, console: list[str]) -> Iterator[tuple[Page, set[str]]]:
    """A new page with the hosts of its requests; messages and errors are added to `console`."""
    hosts: set[str] = set()

    def add_host(request: Request) -> None:
        hosts.add(urlsplit(request.url).netloc)

    def add_message(message: ConsoleMessage) -> None:
        console.append(f"{message.type}: {message.text}")

    with context.new_page() as page:
        page.set_viewport_size({"width": 1280, "height": 1000})
        page.on("request", add_host)
        page.on("console", add_message)
        page.on("pageerror", lambda error: console.append(str(error)))
        yield page, hosts


# The contrast ratio of WCAG 2, of every text against its background.
CONTRASTS: Final = """() => {
    const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
    const luminance = (colour) => {
        const [red, green, blue] = numbers(colour).map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = (element) => {
        const colour = getComputedStyle(element).backgroundColor;
        return numbers(colour)[3] === 0 ? ground(element.parentElement) : colour;
    };
    const texts = [...document.querySelectorAll("body *")].filter((element) =>
        element.checkVisibility() && element.tagName !== "OPTION" && element.tagName !== "OPTGROUP" &&
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
    return texts.map((element) => {
        const [dark, light] = [getComputedStyle(element).color, ground(element)].map(luminance).sort((a, b) => a - b);
        return [(light + 0.05) / (dark + 0.05), `${element.tagName} ${element.className} ${element.textContent}`];
    });
}"""
