"""Each page of the site as Markdown, at the path of the page with `.md`, and `llms.txt`, which lists them."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .navigation import configuration

#: A block of mkdocstrings: the name of a Python object, and options.
OBJECT = re.compile(r"^::: ([\w.]+)\n(?:    .*\n|\n(?=    ))*", re.MULTILINE)


def write(sources: Path, site: Path, nav: list[tuple[str, str]]) -> None:
    """Write the Markdown of all pages, and `llms.txt`."""
    settings = configuration()
    lines = [f"# {settings['site_name']}", "", f"> {settings['site_description']}", ""]
    current = ""
    for name, section in nav:
        text = (sources / name).read_text(encoding="utf-8")
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(OBJECT.sub(lambda match: describe(match[1]), text), encoding="utf-8")
        if section != current:
            current = section
            lines += ["", f"## {section}", ""]
        lines.append(f"- [{title(text)}]({name}): {summary(text)}")
    (site / "llms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def title(text: str) -> str:
    """Return the first heading of a page."""
    found = re.search(r"^# (.+)$", text, re.MULTILINE)
    return found[1] if found else ""


def summary(text: str) -> str:
    """Return the first sentence of the first paragraph of a page, without markup."""
    for block in re.split(r"\n\s*\n", text):
        if re.match(r"[A-Z`*\[]", block.strip()):
            plain = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", " ".join(block.split()))
            return re.split(r"(?<=\.)\s", plain, maxsplit=1)[0]
    return ""


def describe(path: str) -> str:
    """Return a Python object and its public members as Markdown: signatures and docstrings."""
    return "\n".join(describe_object(path.rpartition(".")[2], find(path), 2)) + "\n"


def find(path: str) -> Any:
    """Return the object of a dotted name."""
    names = path.split(".")
    for count in range(len(names), 0, -1):
        try:
            found: Any = importlib.import_module(".".join(names[:count]))
        except ModuleNotFoundError:
            continue
        for name in names[count:]:
            found = getattr(found, name)
        return found
    raise ModuleNotFoundError(path)


class Unquoted(str):
    """An annotation that a signature shows without quotes."""

    __slots__ = ()
    __repr__ = str.__str__


def signature_text(found: Any) -> str:
    """Return the signature of a function or a class, as it is written in a call."""
    signature = inspect.signature(found)
    parameters = [
        one.replace(annotation=Unquoted(one.annotation)) if isinstance(one.annotation, str) else one
        for name, one in signature.parameters.items()
        if name != "self"
    ]
    result = signature.return_annotation
    if inspect.isclass(found):
        result = inspect.Signature.empty
    elif isinstance(result, str):
        result = Unquoted(result)
    return str(signature.replace(parameters=parameters, return_annotation=result))


def describe_object(name: str, found: Any, level: int) -> Iterator[str]:
    """Yield the lines of an object and of its public members."""
    yield f"{'#' * level} `{name}`"
    yield ""
    if callable(found):
        try:
            yield f"    {name}{signature_text(found)}"
            yield ""
        except (TypeError, ValueError):  # what is not written in Python
            pass
    yield inspect.getdoc(found) or ""
    yield ""
    if inspect.isclass(found):
        if "\nArgs:\n" in (arguments := inspect.getdoc(found.__init__) or ""):
            yield from (arguments, "")
        for member, value in inspect.getmembers(found):
            if not member.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)):
                yield from describe_object(f"{name}.{member}", value, level + 1)
