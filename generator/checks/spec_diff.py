"""`make spec-diff` and `make spec-gate`: changes of the specification by oasdiff, and whether `info.version` fits.

A change is major when code that was written for the older document, or generated from it, may stop working; minor when
something is new; a patch if only descriptions changed.
"""

from __future__ import annotations

import functools
import json
import sys
import tempfile
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from ..arguments import BASE, SPEC, argument
from ..loader import load
from ..specification import SPECIFICATIONS, Document, escape
from ..table import table
from ..tools import ToolError, git, last_error_line, oasdiff, resolve_commit, run_program

ARGUMENTS = [
    BASE,
    argument("--gate", action="store_true", help="fail when info.version is too low; base defaults to the last tag"),
    SPEC,
]
Version = tuple[int, int, int]

#: Options of oasdiff: parameters of a path belong to its operations, and renaming one is a change.
VIEW = ("--flatten-params", "--include-path-params", "--allow-external-refs=false", "--format", "json")
#: Ignored in the structure. Extensions are ours, and `duration_changes` compares the one that changes code.
WORDS = ("--exclude-elements", "description,examples,extensions,summary,title")
#: oasdiff's own levels concern requests and responses that were valid. These levels also concern generated code.
LEVELS = {
    # A field of a response was removed, whether it was optional or not.
    "response-optional-property-removed": "err",
    "optional-response-header-removed": "err",
    # A field or parameter of a request was removed.
    "request-parameter-removed": "err",
    "request-parameter-removed-with-deprecation": "err",
    "request-property-removed": "err",
    # A deprecation beforehand does not help code that was not changed.
    "api-removed-with-deprecation": "err",
    "api-path-removed-with-deprecation": "err",
    # A wider or narrower type is a different type in generated code.
    "request-body-type-compatible": "err",
    "request-body-type-generalized": "err",
    "request-parameter-type-generalized": "err",
    "request-parameter-property-type-changed": "err",
    "request-parameter-property-type-generalized": "err",
    "request-property-type-compatible": "err",
    "request-property-type-generalized": "err",
    "response-body-type-compatible": "err",
    "response-body-type-specialized": "err",
    "response-header-type-compatible": "err",
    "response-header-type-specialized": "err",
    "response-property-type-compatible": "err",
    "response-property-type-specialized": "err",
    # Names of functions, classes and modules in generated code.
    "api-operation-id-removed": "err",
    "api-schema-removed": "err",
    "api-tag-removed": "err",
    # The same request has a different meaning.
    "request-body-default-value-changed": "err",
    "request-parameter-default-value-changed": "err",
    "request-property-default-value-changed": "err",
    # The gate itself checks the version.
    "api-version-decreased": "none",
    "api-version-not-bumped": "none",
    "api-major-version-not-bumped": "none",
}
#: Keywords that oasdiff compares and no check of it judges (`oasdiff checks changelog coverage`).
UNJUDGED = {
    *("style", "explode", "allowEmptyValue", "allowReserved"),
    *("items", "additionalProperties", "additionalPropertiesAllowed", "uniqueItems", "multipleOf"),
}
#: Keywords of the items of an array parameter that its checks judge.
JUDGED_IN_ITEMS = {"type", "format", "enum", "nullable"}


class Verdict(IntEnum):
    """The part of a semantic version that a change must raise."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, order=True)
class SpecChange:
    """One change: `place` is method and path, or the part of the document; `rule` is oasdiff's id or ours."""

    verdict: Verdict
    place: str
    rule: str
    text: str


@dataclass(frozen=True)
class Comparison:
    """The changes of one document and its versions; `before` is None for a document that is new."""

    name: str
    before: Version | None
    after: Version
    changes: tuple[SpecChange, ...]

    @property
    def verdict(self) -> Verdict:
        """The highest verdict of the changes."""
        return max((change.verdict for change in self.changes), default=Verdict.NONE)

    @property
    def required_version(self) -> Version:
        """The lowest version that semantic versioning allows after these changes."""
        if self.before is None:
            return self.after
        major, minor, patch = self.before
        return {
            Verdict.NONE: self.before,
            Verdict.PATCH: (major, minor, patch + 1),
            Verdict.MINOR: (major, minor + 1, 0),
            Verdict.MAJOR: (major + 1, 0, 0),
        }[self.verdict]

    @property
    def is_raised_enough(self) -> bool:
        """Whether `info.version` is high enough for the changes."""
        return self.after >= self.required_version


def run(options: Namespace) -> int:
    """Print the changes since a commit; as a gate, since the last tag, and 1 where a version was not raised enough."""
    base, specifications = options.base, options.spec
    if base is None and not options.gate:
        raise ToolError("spec-diff needs a commit, branch or tag to compare with: make spec-diff BASE=...")
    base = base or last_tag(specifications)
    if base is None:
        print("no tag yet: nothing to compare the specification with")
        return 0
    comparisons = compare_specifications(base, specifications)
    for comparison in comparisons:
        print(report(comparison, base))
    if not options.gate:
        return 0
    low = [comparison for comparison in comparisons if not comparison.is_raised_enough]
    for comparison in low:
        print(
            f"{comparison.name}: info.version has to be {format_version(comparison.required_version)} or later",
            file=sys.stderr,
        )
    return 1 if low else 0


def last_tag(folder: Path) -> str | None:
    """The latest tag before the current commit, or None. Raises ToolError for a shallow clone."""
    shallow = git("rev-parse", "--is-shallow-repository", cwd=folder).strip() == b"true"
    found = run_program(["git", "describe", "--tags", "--abbrev=0"], cwd=folder)
    if found.returncode == 0:
        return found.stdout.decode().strip()
    if shallow:
        raise ToolError("the clone has no tags: git fetch --unshallow --tags")
    return None


def compare_specifications(base: str, specifications: Path) -> list[Comparison]:
    """The changes of each document between a commit and the working tree."""
    revision = resolve_commit(base, cwd=specifications)
    comparisons = []
    for name in SPECIFICATIONS:
        file = specifications / f"{name}.yaml"
        after = load(file)
        before = text_at(revision, file)
        changes = compare(before, file.read_text(encoding="utf-8")) if before is not None else []
        version = None if before is None else version_of(parse(before, f"{file.name} at {base}"))
        comparisons.append(Comparison(f"{specifications.name}/{file.name}", version, version_of(after), tuple(changes)))
    return comparisons


def text_at(revision: str, file: Path) -> str | None:
    """The text of a file at a commit; None when the commit does not have it."""
    if not git("ls-tree", revision, "--", f"./{file.name}", cwd=file.parent):
        return None
    return git("show", f"{revision}:./{file.name}", cwd=file.parent).decode()


def compare(before: str, after: str) -> list[SpecChange]:
    """All changes between two versions of a document, given as YAML or JSON. Raises ToolError when oasdiff fails."""
    documents = parse(before, "the older document"), parse(after, "the newer document")
    with tempfile.TemporaryDirectory(prefix="toggl-spec-diff-") as name, ThreadPoolExecutor() as pool:
        folder = Path(name)
        (folder / "before.yaml").write_text(before, encoding="utf-8")
        (folder / "after.yaml").write_text(after, encoding="utf-8")
        (folder / "levels.txt").write_text("".join(f"{rule} {level}\n" for rule, level in LEVELS.items()))
        changelog = pool.submit(run_oasdiff, folder, "changelog", *VIEW, "--severity-levels", "levels.txt")
        structure = pool.submit(run_oasdiff, folder, "diff", *VIEW, *WORDS)
        judged = [to_change(entry) for entry in changelog.result()]
        changes = {
            *judged,
            *unjudged_changes(structure.result(), {change.place for change in judged}),
            *duration_changes(*documents),
        }
    if not changes and without_version(documents[0]) != without_version(documents[1]):
        return [SpecChange(Verdict.PATCH, "document", "words", "descriptions, examples or evidence changed")]
    return sorted(changes, key=lambda change: (-change.verdict, change.place, change.rule, change.text))


def run_oasdiff(folder: Path, *arguments: str) -> Any:
    """The output of an oasdiff command on the two documents in a folder."""
    subcommand, *options = arguments
    done = run_program([*oasdiff(), subcommand, "before.yaml", "after.yaml", *options], cwd=folder)
    if done.returncode:
        raise ToolError(f"oasdiff {subcommand}: {last_error_line(done)}")
    return json.loads(done.stdout)


def to_change(entry: Mapping[str, Any]) -> SpecChange:
    """The change of an entry of oasdiff's changelog. A warning counts as breaking."""
    verdict = Verdict.MINOR if entry["level"] == 1 else Verdict.MAJOR
    place = f"{entry['operation']} {entry['path']}" if "path" in entry else entry["section"]
    return SpecChange(verdict, place, entry["id"], entry["text"])


def unjudged_changes(structure: Mapping[str, Any], judged: set[str]) -> Iterator[SpecChange]:
    """Changes in oasdiff's comparison that no check of it judges. They count as breaking."""
    for part, change in structure.items():
        if part == "components":
            for name in change.get("schemas", {}).get("added", []):
                yield SpecChange(Verdict.MINOR, part, "schema-added", f"added the schema `{name}`")
        elif part == "paths":
            yield from unjudged_operation_changes(change.get("modified", {}), judged)
        elif part not in ("info", "tags", "externalDocs", "security"):
            yield SpecChange(Verdict.MAJOR, part, f"{part}-changed", json.dumps(change))


def unjudged_operation_changes(paths: Mapping[str, Any], judged: set[str]) -> Iterator[SpecChange]:
    """The same within operations: keywords that no check reads, and operations that no check reports."""
    for path, item in paths.items():
        for method, operation in item.get("operations", {}).get("modified", {}).items():
            place = f"{method} {path}"
            changed = [trail for trail in changed_paths(operation) if trail[0] not in ("tags", "externalDocs")]
            unjudged = [trail for trail in changed if is_unjudged(trail)]
            for trail in unjudged or (changed if place not in judged else []):
                yield SpecChange(Verdict.MAJOR, place, "not-judged-by-oasdiff", f"changed: {' '.join(trail)}")


def is_unjudged(trail: Sequence[str]) -> bool:
    """Whether a changed keyword is one that no check reads."""
    in_parameter_items = trail[0] == "parameters" and trail[3:5] == ("schema", "items")
    return trail[-1] in UNJUDGED or (in_parameter_items and trail[-1] not in JUDGED_IN_ITEMS)


def changed_paths(node: Mapping[str, Any], trail: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of names to each addition, deletion or change in a comparison by oasdiff."""
    changed_here = False
    for key, value in node.items():
        if key in ("added", "deleted", "from", "to") or not isinstance(value, dict):
            changed_here = True
        else:
            yield from changed_paths(value, trail if key == "modified" else (*trail, key))
    if changed_here:
        yield trail


def duration_changes(before: Document, after: Document) -> Iterator[SpecChange]:
    """Changes of `x-duration`: of the unit, or of the name of the property in generated code."""
    old, new = (dict(extensions(document, "x-duration")) for document in (before, after))
    for pointer in sorted(old.keys() | new.keys()):
        if old.get(pointer) != new.get(pointer):
            verdict = Verdict.MAJOR if pointer in old else Verdict.MINOR
            yield SpecChange(verdict, pointer, "duration-changed", f"{old.get(pointer)} became {new.get(pointer)}")


def extensions(node: Any, key: str, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of an extension, with the JSON pointer of its object."""
    if isinstance(node, dict):
        if key in node:
            yield pointer, node[key]
        for name, value in node.items():
            yield from extensions(value, key, f"{pointer}/{escape(str(name))}")


def without_version(document: Document) -> Document:
    """The document without its version, which is not a change by itself."""
    return {**document, "info": {key: value for key, value in document["info"].items() if key != "version"}}


@functools.lru_cache(maxsize=4)
def parse(text: str, name: str) -> Document:
    """Read a document without validating it: an older one may break today's rules."""
    try:
        document = YAML(typ="safe", pure=True).load(text)
    except YAMLError as error:
        raise ToolError(f"{name} is not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(document, dict) or "openapi" not in document or not isinstance(document.get("info"), dict):
        raise ToolError(f"{name} is not an OpenAPI document")
    return document


def version_of(document: Document) -> Version:
    """`info.version` as three numbers. Raises ToolError when it is anything else."""
    text = str(document["info"].get("version"))
    try:
        major, minor, patch = map(int, text.split("."))
    except ValueError:
        raise ToolError(f"info.version {text!r} is not MAJOR.MINOR.PATCH") from None
    return major, minor, patch


def format_version(version: Version) -> str:
    """A version as text: 1.2.3."""
    return ".".join(map(str, version))


def report(comparison: Comparison, base: str) -> str:
    """The changes as a table. A change that several operations share is one row."""
    after = format_version(comparison.after)
    if comparison.before is None:
        return f"{comparison.name} {after}: new since {base}"
    versions = f"{comparison.name} {format_version(comparison.before)} -> {after}, since {base}"
    if not comparison.changes:
        return f"{versions}: no change"
    title = f"{versions}: {comparison.verdict}, which requires {format_version(comparison.required_version)} or later"
    return f"{title}\n{table(list(table_rows(comparison.changes)))}"


def table_rows(changes: Iterable[SpecChange]) -> Iterator[tuple[str, str, str, str]]:
    """The rows of the table."""
    places: dict[tuple[Verdict, str, str], list[str]] = defaultdict(list)
    for change in changes:
        places[change.verdict, change.rule, change.text].append(change.place)
    for (verdict, rule, text), where in places.items():
        more = f" and {len(where) - 1} more" if len(where) > 1 else ""
        yield str(verdict), rule, f"{where[0]}{more}", text
