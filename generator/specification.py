"""The hand-written OpenAPI documents: their names, the ways through them, and what their errors say."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

from . import CommandError

Document = dict[str, Any]
SPECIFICATIONS = ("track", "focus")
#: The scenarios in the folder of the documents.
SCENARIOS = "scenarios/*.arazzo.yaml"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class SpecificationError(CommandError):
    """A document that cannot be generated from. Its text is one line: file, JSON pointer, cause."""

    def __init__(self, file: str, pointer: str, cause: str) -> None:
        self.file, self.pointer, self.cause = file, pointer, shorten(" ".join(cause.split()))
        super().__init__(f"{file}: {pointer or '/'}: {self.cause}")


def shorten(text: str, length: int = 300) -> str:
    """A text without its middle where it is long: a cause may quote half of the document."""
    return text if len(text) <= length else f"{text[: length // 2]} ... {text[-length // 2 :]}"


@contextlib.contextmanager
def wrap_errors(file: str) -> Iterator[None]:
    """Raise whatever a library raises for a document as a SpecificationError of that document."""
    try:
        yield
    except SpecificationError:
        raise
    except Exception as error:
        raise SpecificationError(file, "", f"{type(error).__name__}: {error}") from error


def references(node: object, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Every `$ref` below a node, with the JSON pointer of the object that holds it."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield pointer, node["$ref"]
        for key, value in node.items():
            yield from references(value, f"{pointer}/{escape(str(key))}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from references(value, f"{pointer}/{index}")


def resolve(document: Mapping[str, Any], reference: str) -> Any:
    """The target of a local reference such as `#/components/schemas/Task`; None when there is none."""
    node: Any = document
    if not reference.startswith("#/"):
        return None
    for part in reference[2:].split("/"):
        key = part.replace("~1", "/").replace("~0", "~")
        if not isinstance(node, dict) or key not in node:
            return None
        node = node[key]
    return node


def follow(document: Mapping[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """The node itself, or the target of its `$ref`."""
    while "$ref" in node:
        node = resolve(document, node["$ref"])
    return node


def operations(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, method and operation, with path-level parameters merged in and parameters resolved."""
    for path, item in document["paths"].items():
        shared = [follow(document, parameter) for parameter in item.get("parameters", [])]
        for method in METHODS:
            if method in item:
                operation = dict(item[method])
                own = [follow(document, parameter) for parameter in operation.get("parameters", [])]
                operation["parameters"] = [*shared, *own]
                yield path, method, operation


def escape(key: str) -> str:
    """A key as a part of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")
