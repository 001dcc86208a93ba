"""`make docs`: builds and checks the site."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Final

from generator import ROOT, CommandError
from generator.tools import redocly, run_program

from . import links, plain_text, sources
from .navigation import configuration, pages

#: Redoc loads its logo from a CDN.
REDOC_LOGO: Final = re.compile(r"https://cdn\.redoc\.ly/redoc/logo-mini[a-z-]*\.svg")
LOGO: Final = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='56' height='20'%3E"
    "%3Ctext y='15' font-family='sans-serif' font-size='15'%3ERedocly%3C/text%3E%3C/svg%3E"
)
#: Labels that mkdocstrings puts into the titles of attributes and properties.
ATTRIBUTE: Final = re.compile(r"<code>(instance-attribute|class-attribute|property)</code>")
COLORS: Final = re.compile(r"\x1b\[[\d;]*m")
SOURCES: Final = ROOT / "build/docs"
SITE: Final = ROOT / "build/site"
#: What lets the search run in a page that was opened from a folder; Zensical and Material load it from a CDN.
WORKER_URL: Final = "https://unpkg.com/iframe-worker/shim"
WORKER: Final = ROOT / "node_modules/iframe-worker/shim/index.js"
WORKER_PLACE: Final = "assets/javascripts/iframe-worker.js"
ZENSICAL: Final = ROOT / "build/docs-venv/bin/zensical"
#: The documents that redocly renders into the files of `sources.BUILT`.
HTTP_API: Final = ("spec/track.yaml", "spec/focus.yaml", "toggl_sandbox/control/control.yaml")


def build() -> None:
    """Write build/site. Raises CommandError with all problems of the sources or of the built site."""
    sources.assemble(SOURCES)
    nav = list(pages(configuration()["nav"]))
    raise_problems(links.not_listed({path for path, _ in nav}, SOURCES))
    for document in HTTP_API:
        render_http_api(ROOT / document, SOURCES / "reference/http" / f"{Path(document).stem}.html")
    shutil.rmtree(SITE, ignore_errors=True)
    run([str(ZENSICAL), "build", "--clean", "--strict"])
    copy_worker(SITE)
    shorten_search(SITE)
    plain_text.write(SOURCES, SITE, nav)
    raise_problems(links.problems(SITE.resolve()))


def render_http_api(document: Path, target: Path) -> None:
    """Render an OpenAPI document as one HTML file that loads nothing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    run([*redocly(), "build-docs", str(document), "--output", str(target), "--inlineBundle"])
    page = target.read_text(encoding="utf-8")
    # The page has its routes after `#`, but the links in its static part have them as paths.
    page = re.sub(r'(<a\b[^>]*\bhref=")/', r"\1#/", REDOC_LOGO.sub(LOGO, page))
    target.write_text(page, encoding="utf-8")


def copy_worker(site: Path) -> None:
    """Let the pages load the search's worker from the site."""
    shutil.copyfile(WORKER, site / WORKER_PLACE)
    for path in site.rglob("*.html"):
        place = os.path.relpath(site / WORKER_PLACE, path.parent)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f'"{WORKER_URL}"', f'"{place}"'), encoding="utf-8")


def shorten_search(site: Path) -> None:
    """Leave attributes of classes out of the search, where they would come before the guides about their topic."""
    path = site / "search.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    index["items"] = [item for item in index["items"] if not ATTRIBUTE.search(item["title"])]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")  # for pages opened from a folder


def run(command: list[str]) -> None:
    """Run a tool. Raises CommandError with its output if it fails, as Zensical does when it found issues."""
    if not Path(command[0]).exists():
        raise CommandError(f"{os.path.relpath(command[0], ROOT)} is not installed: run `make docs`")
    done = run_program(command, cwd=ROOT, environment={"REDOCLY_TELEMETRY": "off", "NO_COLOR": "1"})
    if done.returncode:
        output = COLORS.sub("", (done.stdout + done.stderr).decode(errors="replace")).strip()
        raise CommandError(f"{Path(command[0]).name} failed:\n{output}")


def raise_problems(problems: list[str]) -> None:
    """Raise CommandError if there are problems."""
    if problems:
        raise CommandError("\n".join(problems))
