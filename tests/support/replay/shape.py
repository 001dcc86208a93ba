"""The shape of a body: which JSON types stand at which path; null and absent are shapes too."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

NOTHING: Final = "nothing"
"""What stands where a body is empty, and in a field that is absent."""
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
    """The types by JSON path, without list positions: all that the members of a list have at a path."""
    if not body:
        return {"$": frozenset({NOTHING})}
    if content_type.partition(";")[0] != "application/json":
        return {"$": frozenset({"text"})}
    found: defaultdict[str, set[str]] = defaultdict(set)
    _gather([json.loads(body)], "$", found)
    return {path: frozenset(kinds) for path, kinds in found.items()}


def _gather(values: list[Any], path: str, found: defaultdict[str, set[str]]) -> None:
    """Note the types of the values at a path, and go into lists and objects."""
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
    """What stands at one place in only one of two replies."""

    place: str
    """A JSON path; or `status` or `content type`."""
    recorded: str
    sandbox: str


def differences(recorded: Mapping[str, frozenset[str]], answered: Mapping[str, frozenset[str]]) -> Iterator[Difference]:
    """Types that stand at a path of only one of two shapes; nothing of what is below a path that only one has."""
    nothing = frozenset({NOTHING})
    torn: list[str] = []
    for path in sorted(recorded.keys() | answered.keys()):
        before, after = recorded.get(path, nothing), answered.get(path, nothing)
        if before != after and not any(path.startswith((f"{above}.", f"{above}[")) for above in torn):
            yield Difference(path, _words(before - after), _words(after - before))
        if (path in recorded) != (path in answered) or before.isdisjoint(after):
            torn.append(path)


def _words(kinds: frozenset[str]) -> str:
    return " or ".join(sorted(kinds)) or "the same"
