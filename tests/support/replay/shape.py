"""The shape of a body: the JSON types at each path, where null and absent are types as well."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

NOTHING: Final = "nothing"
"""The type of an empty body and of an absent field."""
KINDS: Final = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
    type(None): "null",
}


def shape(body: str, content_type: str) -> dict[str, frozenset[str]]:
    """The types by JSON path, without list positions: a path in a list has the types of all members."""
    if not body:
        return {"$": frozenset({NOTHING})}
    if content_type.partition(";")[0] != "application/json":
        return {"$": frozenset({"text"})}
    found: defaultdict[str, set[str]] = defaultdict(set)
    _gather([json.loads(body)], "$", found)
    return {path: frozenset(kinds) for path, kinds in found.items()}


def _gather(values: list[Any], path: str, found: defaultdict[str, set[str]]) -> None:
    """Add the types of the values at a path, and of their members and fields."""
    found[path] |= {KINDS[type(value)] for value in values}
    if members := [member for value in values if isinstance(value, list) for member in value]:
        _gather(members, f"{path}[]", found)
    objects = [value for value in values if isinstance(value, dict)]
    for name in dict.fromkeys(name for value in objects for name in value):
        held = [value[name] for value in objects if name in value]
        _gather(held, f"{path}.{name}", found)
        if len(held) < len(objects):
            found[f"{path}.{name}"].add(NOTHING)


class Difference(NamedTuple):
    """The types that only one of two responses has at one place."""

    place: str
    """A JSON path; or `status` or `content type`."""
    recorded: str
    sandbox: str


def differences(recorded: Mapping[str, frozenset[str]], actual: Mapping[str, frozenset[str]]) -> Iterator[Difference]:
    """The types that only one of two shapes has at a path; omits paths below one that only one shape has."""
    nothing = frozenset({NOTHING})
    reported: list[str] = []
    for path in sorted(recorded.keys() | actual.keys()):
        before, after = recorded.get(path, nothing), actual.get(path, nothing)
        if before != after and not any(path.startswith((f"{above}.", f"{above}[")) for above in reported):
            yield Difference(path, _words(before - after), _words(after - before))
        if (path in recorded) != (path in actual) or before.isdisjoint(after):
            reported.append(path)


def _words(kinds: frozenset[str]) -> str:
    return " or ".join(sorted(kinds)) or "the same"
