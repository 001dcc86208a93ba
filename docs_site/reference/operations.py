"""The methods of the clients: filters and fields, by operation."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from typing import Any

from generator import ROOT
from generator.loader import load
from generator.specification import Document, operations
from generator.table import markdown
from toggl_tasks.cli.spec_options import TRANSPORT

from .signatures import arguments

PAGING = TRANSPORT - {"page", "per_page", "offset"}
"""Arguments of all calls, which are on the page of the clients' options."""


def page(api: str) -> str:
    """Return the page of an API."""
    document = load(ROOT / f"spec/{api}.yaml")
    by_tag: dict[str, list[str]] = {}
    for path, method, operation in operations(document):
        if "x-method" in operation:
            tag = operation["tags"][0]
            by_tag.setdefault(tag, []).extend(section(api, tag, path, method, operation))
    name = api.capitalize()
    lines = [
        f"# Filters and fields: {name}",
        "",
        f"The methods of `{name}` and `Async{name}`: filters of lists, and fields of changes. Every method also takes",
        " `timeout`, `deadline`, `retries` and `extra_headers` ([client options](client-options.md));",
        "lists also take `prefetch` ([lists and pagination](../guides/lists.md)).",
        "An object is accepted in place of its id.",
        "",
        "Arguments without `required` are optional. A field that you do not pass does not change; `None` empties it.",
    ]
    for tag, sections in by_tag.items():
        lines += ["", f"## {api}.{tag}", "", tag_text(document, tag), *sections]
    return "\n".join(lines)


def tag_text(document: Document, tag: str) -> str:
    """Return the description of a tag."""
    texts = [one.get("description", "") for one in document.get("tags", []) if one["name"] == tag]
    return " ".join(str(texts[0]).split()) if texts else ""


def section(api: str, tag: str, path: str, method: str, operation: dict[str, Any]) -> Iterator[str]:
    """Yield the section of a method."""
    module = importlib.import_module(f"toggl_resources.{api}.resources")
    function = getattr(getattr(module, tag.capitalize()), operation["x-method"])
    summary, _, _ = (inspect.getdoc(function) or "").partition("\nArgs:\n")
    yield from ("", f"### {api}.{tag}.{operation['x-method']}", "", f"`{method.upper()} {path}`", "", summary.strip())
    rows = [(name, f"{text}<br>{kind}", default) for name, kind, default, text in arguments(function, without=PAGING)]
    if rows:
        yield from ("", *markdown([("argument", "meaning and type", "default"), *rows]))
