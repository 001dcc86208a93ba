"""Reading and checking the hand-written OpenAPI documents."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

Document = dict[str, Any]
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class SpecificationError(Exception):
    """A document that cannot be generated from. Its text is one line: file, JSON pointer, cause."""

    def __init__(self, file: str, pointer: str, cause: str) -> None:
        self.file, self.pointer, self.cause = file, pointer, shortened(" ".join(cause.split()))
        super().__init__(f"{file}: {pointer or '/'}: {self.cause}")


def shortened(text: str, length: int = 300) -> str:
    """A cause may quote half of the document."""
    return text if len(text) <= length else f"{text[: length // 2]} ... {text[-length // 2 :]}"


@contextlib.contextmanager
def in_one_line(file: str) -> Iterator[None]:
    """The last resort: whatever else a library trips over in a document is told as that document's error."""
    try:
        yield
    except SpecificationError:
        raise
    except Exception as error:
        raise SpecificationError(file, "", f"{type(error).__name__}: {error}") from error


def load(path: Path) -> Document:
    """Read and validate one OpenAPI 3.0 document; raises SpecificationError for anything wrong with it."""
    file = f"{path.parent.name}/{path.name}"
    try:
        document = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SpecificationError(file, "", "no such file") from None
    except OSError as error:
        raise SpecificationError(file, "", f"cannot be read: {error.strerror}") from None
    except MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise SpecificationError(file, "", f"{place}{error.problem}") from None
    except (YAMLError, UnicodeDecodeError) as error:
        raise SpecificationError(file, "", f"not YAML: {error}") from None
    if not isinstance(document, dict):
        raise SpecificationError(file, "", "an OpenAPI document is a mapping")
    from .validation import problems  # which needs the rest of this module

    with in_one_line(file):
        for pointer, cause in problems(document):
            raise SpecificationError(file, pointer, cause)
    return document


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
    """What a local reference such as `#/components/schemas/Task` points at, or None."""
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
    """The node itself, or what its `$ref` points at."""
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
