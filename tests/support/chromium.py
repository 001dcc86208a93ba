"""Debian's Chromium for tests of pages."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

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
