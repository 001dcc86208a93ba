"""The entries of `spec/deviations.yaml`: deliberate differences between the pages and the spec, with their reasons.

Each difference must be explained by an entry, and each entry must still explain a difference: `find_unexplained` and
`find_stale` return the violations.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Literal, get_args

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from .. import CommandError
from .docs_vs_spec import ABSENT_KINDS, Difference
from .facts import Kind

Evidence = Literal["recorded", "documented", "observed", "assumed"]


class DeviationError(CommandError):
    """A malformed file of deviations. Its text names the entry, counted from 1, and the key."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """An entry of `deviations.yaml`: explains the differences of one kind at any of its places.

    `pages` is empty exactly for what no page has (ABSENT_KINDS); `documented` and `spec` are the types on both sides,
    given exactly for `type_differs`. In the words of `pages`, `operations` and `names`, `*` is any text.
    """

    pages: tuple[str, ...]
    operations: tuple[str, ...]
    places: tuple[str, ...]
    names: tuple[str, ...]
    kind: Kind
    reason: str
    evidence: Evidence
    documented: str | None = None
    spec: str | None = None

    def explains(self, difference: Difference) -> bool:
        """Whether kind, page, operation, place, name and, for types, both sides are those here."""
        return (
            self.kind == difference.kind
            and _matches_any(self.pages or ("",), difference.page)
            and _matches_any(self.operations, difference.operation)
            and difference.place in self.places
            and _matches_any(self.names, difference.name)
            and self.documented in (None, difference.documented)
            and self.spec in (None, difference.spec)
        )


@dataclass(frozen=True, slots=True)
class StaleEntry:
    """A word under `key` of an entry, counted from 1, that meets no difference."""

    number: int
    key: str
    word: str

    def __str__(self) -> str:
        return f"entry {self.number}: {self.word!r} in {self.key!r} matches no difference"


def load_deviations(path: Path) -> list[Deviation]:
    """The entries of a deviations file, in its order. Raises DeviationError for a malformed one."""
    try:
        entries = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except YAMLError as error:
        raise DeviationError(f"{path.name}: not YAML: {error}") from error
    if not isinstance(entries, list):
        raise DeviationError(f"{path.name}: expected a list of entries")
    numbered = enumerate(entries, start=1)
    return [_to_deviation(entry, f"{path.name}, entry {number}") for number, entry in numbered]


def find_unexplained(differences: Iterable[Difference], deviations: Sequence[Deviation]) -> list[Difference]:
    """The differences that no entry explains."""
    return [row for row in differences if not any(entry.explains(row) for entry in deviations)]


def find_stale(differences: Sequence[Difference], deviations: Iterable[Deviation]) -> list[StaleEntry]:
    """Every page, operation, place and name in an entry that meets no difference (any more).

    In an entry about statuses each of its operations must lack each of its statuses.
    """
    found: list[StaleEntry] = []
    for number, entry in enumerate(deviations, start=1):
        rows = [row for row in differences if entry.explains(row)]
        for key, words, values in (
            ("pages", entry.pages, {row.page for row in rows}),
            ("operations", entry.operations, {row.operation for row in rows}),
            ("places", entry.places, {row.place for row in rows}),
            ("names", entry.names, {row.name for row in rows}),
        ):
            unmet = (word for word in words if not any(_matches(word, value) for value in values))
            found.extend(StaleEntry(number, key, word) for word in unmet)
        if entry.kind in ("status_not_on_page", "status_not_in_spec"):
            for operation, name in product(entry.operations, entry.names):
                if not any(_matches(operation, row.operation) and _matches(name, row.name) for row in rows):
                    found.append(StaleEntry(number, "operations and names", f"{operation} {name}"))
    return found


def _matches_any(words: Iterable[str], value: str) -> bool:
    return any(_matches(word, value) for word in words)


def _matches(word: str, value: str) -> bool:
    """Whether a word of an entry is the value, where `*` in the word is any text and nothing else is special."""
    return word == value or ("*" in word and _pattern(word).fullmatch(value) is not None)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(part) for part in word.split("*")))


def _to_deviation(entry: Any, where: str) -> Deviation:
    if not isinstance(entry, dict):
        raise DeviationError(f"{where}: expected a mapping")
    for key, allowed in (("kind", get_args(Kind)), ("evidence", get_args(Evidence))):
        if key not in entry:
            raise DeviationError(f"{where}: missing {key!r}")
        if entry[key] not in allowed:
            raise DeviationError(f"{where}: {key!r} is none of {', '.join(allowed)}")
    needed = ["pages", "operations", "places", "names", "kind", "reason", "evidence"]
    if entry["kind"] in ABSENT_KINDS:
        needed.remove("pages")
    if entry["kind"] == "type_differs":
        needed += ["documented", "spec"]
    for key in needed:
        if not entry.get(key):
            raise DeviationError(f"{where}: missing {key!r}")
    for key in entry:
        if key not in needed:
            raise DeviationError(f"{where}: unknown key {key!r}")
    for key in ("reason", "documented", "spec"):
        if not isinstance(entry.get(key, ""), str):
            raise DeviationError(f"{where}: {key!r} is no text")
    lists: dict[str, tuple[str, ...]] = {}
    for key in ("pages", "operations", "places", "names"):
        words = entry.get(key, [])
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise DeviationError(f"{where}: {key!r} is no list of texts")
        if len(set(words)) != len(words):
            raise DeviationError(f"{where}: {key!r} holds a word twice")
        lists[key] = tuple(words)
    return Deviation(
        **lists,
        kind=entry["kind"],
        reason=entry["reason"],
        evidence=entry["evidence"],
        documented=entry.get("documented"),
        spec=entry.get("spec"),
    )
