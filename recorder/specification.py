"""The specification, read directly from the YAML: independent of the generated code that tests compare with it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from .format import Api, Request

SPEC_FOLDER: Final = Path(__file__).parents[1] / "spec"
APIS: Final[tuple[Api, ...]] = ("track", "focus")

Schema: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Document:
    """One specification."""

    api: Api
    content: Mapping[str, Any]

    def resolve(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the target of a `$ref`, or the node itself."""
        while "$ref" in node:
            found: Any = self.content
            for part in node["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            node = found
        return node

    @property
    def base_url(self) -> str:
        url: str = self.content["servers"][0]["url"]
        return url

    def operations(self) -> Iterator[SpecOperation]:
        """All of them, in order."""
        for path, item in self.content["paths"].items():
            for method, operation in item.items():
                if method != "parameters":
                    parameters = [*item.get("parameters", ()), *operation.get("parameters", ())]
                    yield SpecOperation(
                        self, method.upper(), path, operation, [self.resolve(one) for one in parameters]
                    )


@dataclass(frozen=True, eq=False)
class SpecOperation:
    """One operation of a specification."""

    document: Document
    method: str
    path: str
    content: Mapping[str, Any]
    parameters: list[Mapping[str, Any]]

    @property
    def id(self) -> str:
        operation_id: str = self.content["operationId"]
        return operation_id

    @property
    def function(self) -> str:
        """The name of the operation in Python."""
        return re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", self.id)

    @property
    def tag(self) -> str:
        """The group that generators put it in."""
        tag: str
        (tag,) = self.content["tags"]
        return tag

    @property
    def pages(self) -> list[str]:
        """The documentation pages that have it."""
        source = self.content.get("x-source", {})
        return [source["page"], *source.get("older", ())] if source else []

    @property
    def statuses(self) -> list[int]:
        return [int(status) for status in self.content["responses"]]

    @property
    def success(self) -> int:
        (status,) = (status for status in self.statuses if status < 300)
        return status

    @property
    def body(self) -> Schema | None:
        """The schema of the request body."""
        return _json_schema(self.content.get("requestBody", {}))

    @property
    def reply(self) -> Schema | None:
        """The schema of the body of a success."""
        return _json_schema(self.document.resolve(self.content["responses"][str(self.success)]))

    def parameter(self, place: str, name: str) -> Mapping[str, Any]:
        """A parameter in `path` or `query`; raises LookupError when there is none."""
        for parameter in self.parameters:
            if (parameter["in"], parameter["name"]) == (place, name):
                return parameter
        raise LookupError(f"{self.id} has no {place} parameter {name!r}")

    def path_arguments(self, path: str) -> dict[str, str]:
        """Return the values of the path parameters; raises ValueError for a path of another route."""
        found = re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", self.path), path)
        if found is None:
            raise ValueError(f"{path} does not match the path of {self.id}: {self.path}")
        return found.groupdict()


def _json_schema(node: Mapping[str, Any]) -> Schema | None:
    schema: Schema | None = node.get("content", {}).get("application/json", {}).get("schema")
    return schema


@functools.cache
def document(api: Api) -> Document:
    """The specification of an API."""
    return Document(api, yaml.safe_load((SPEC_FOLDER / f"{api}.yaml").read_text(encoding="utf-8")))


@functools.cache
def operation(api: Api, operation_id: str) -> SpecOperation:
    """An operation by its id; raises LookupError when the specification has none of this name."""
    for each in document(api).operations():
        if each.id == operation_id:
            return each
    raise LookupError(f"{api} has no operation {operation_id!r}")


def operation_of(request: Request) -> SpecOperation:
    """The operation that a recorded request belongs to."""
    return operation(request.api, request.operation)


ALL: Final = [each for api in APIS for each in document(api).operations()]
