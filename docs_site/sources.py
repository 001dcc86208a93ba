"""The Markdown of the site: `docs/`, and the pages that the repository has outside of it.

A page works on the site and on the web page of the repository: links are relative to the file, and are changed here
where the site has the target elsewhere or not at all.
"""

from __future__ import annotations

import os
import posixpath
import re
import shutil
import textwrap
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from generator import ROOT, CommandError

#: Pages outside of docs/, with their place on the site.
OUTSIDE: Final = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "CHANGELOG.md": "project/changelog.md",
    "SECURITY.md": "project/security.md",
    "spec/README.md": "project/specification.md",
    "spec/CHANGELOG.md": "project/specification-changelog.md",
}
#: Files that the build of the site adds, as they are linked in docs/.
BUILT: Final = {f"docs/reference/http/{name}.html" for name in ("track", "focus", "control")}
#: A fenced block, code in a line, or a link or picture whose target is group 2.
LINK: Final = re.compile(r"^ *(?P<fence>```+).*?^ *(?P=fence)$|(`+).+?\2|(\]\()([^)\s]+)", re.DOTALL | re.MULTILINE)
TABLE_ROW: Final = re.compile(r"^\|.*\|$", re.MULTILINE)
CODE: Final = re.compile(r"(`+).+?\1")
#: A fenced block with a title, except what an example prints; and two or more such blocks after each other.
TAB: Final = re.compile(r'^```(\w+) title="(?!Output")([^"\n]+)"\n((?:(?!```).*\n)*)```$', re.MULTILINE)
TABS: Final = re.compile(rf"(?:{TAB.pattern}\n+)+{TAB.pattern}", re.MULTILINE)


def repository_url() -> str:
    """Return the address of the repository, from `pyproject.toml`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["urls"]["Source"])


def assemble(target: Path, root: Path = ROOT) -> None:
    """Write the sources of the site into an empty folder. Raises CommandError for a link without a target."""
    shutil.rmtree(target, ignore_errors=True)
    for path in sorted((root / "docs").rglob("*")):
        if path.is_file():
            place = target / path.relative_to(root / "docs")
            place.parent.mkdir(parents=True, exist_ok=True)
            if path.suffix == ".md":
                place.write_text(page(path.relative_to(root).as_posix(), root), encoding="utf-8")
            else:
                shutil.copyfile(path, place)
    for name, place_name in OUTSIDE.items():
        if (root / name).exists():
            place = target / place_name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(page(name, root), encoding="utf-8")


def page(name: str, root: Path = ROOT) -> str:
    """Return a page, given by its path in the repository, with the links that it has on the site."""
    text = (root / name).read_text(encoding="utf-8")
    # Python-Markdown shows the backslash before a pipe in code, which GitHub needs in a table.
    text = TABLE_ROW.sub(lambda row: CODE.sub(lambda code: code[0].replace("\\|", "|"), row[0]), text)
    return TABS.sub(tabs, replace_links(text, lambda target: site_link(name, target, root)))


def tabs(blocks: re.Match[str]) -> str:
    """Return blocks of code with titles as tabs. The web page of the repository shows one below the other."""
    return "\n\n".join(
        f'=== "{title}"\n\n' + textwrap.indent(f"```{language}\n{code}```", "    ")
        for language, title, code in TAB.findall(blocks[0])
    )


def replace_links(text: str, replacement: Callable[[str], str]) -> str:
    """Replace the targets of links and pictures in Markdown, except in code."""

    def replace(match: re.Match[str]) -> str:
        return match[3] + replacement(match[4]) if match[3] else match[0]

    return LINK.sub(replace, text)


def site_link(name: str, target: str, root: Path = ROOT) -> str:
    """Return the target on the site of a link in a file of the repository."""
    path, separator, anchor = target.partition("#")
    if not path or "://" in path or path.startswith("mailto:"):
        return target
    found = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    if found not in BUILT and not (root / found).exists():
        raise CommandError(f"{name}: the link {target} leads to no file; correct it")
    if site_place(found) is None:
        kind = "tree" if (root / found).is_dir() else "blob"
        return f"{repository_url()}/{kind}/main/{found}{separator}{anchor}"
    start = posixpath.dirname(site_place(name) or name)
    return f"{os.path.relpath(site_place(found) or found, start)}{separator}{anchor}"


def site_place(name: str) -> str | None:
    """Return the place on the site of a file of the repository; None if the site does not have it."""
    if name in OUTSIDE:
        return OUTSIDE[name]
    return name.removeprefix("docs/") if name.startswith("docs/") else None
