"""Drives oasdiff: what changed between two versions of the specification, and does `info.version` say so?

A change is major when code that was written for the older document, or generated from it, may stop working; minor when
something is new; a patch when only words changed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from ..codegen.output import SPECIFICATIONS
from ..specification import Document, escape, load
from ..table import table
from ..tools import CannotRun, commit, complaint, git, oasdiff, run

Version = tuple[int, int, int]

#: What oasdiff looks at: parameters of a path are those of its operations, and renaming one is a change.
VIEW = ("--flatten-params", "--include-path-params", "--allow-external-refs=false", "--format", "json")
#: Left out where only the meaning counts. Extensions are ours, and `durations` reads the one that has a meaning.
WORDS = ("--exclude-elements", "description,examples,extensions,summary,title")
#: oasdiff's own levels are about requests and replies that were valid. Ours are also about generated code.
LEVELS = {
    # A field that is read and is not there any more, be it optional or not.
    "response-optional-property-removed": "err",
    "optional-response-header-removed": "err",
    # A field or parameter that can be given today and is refused tomorrow.
    "request-parameter-removed": "err",
    "request-parameter-removed-with-deprecation": "err",
    "request-property-removed": "err",
    # Having said so before does not help the code that was not changed.
    "api-removed-with-deprecation": "err",
    "api-path-removed-with-deprecation": "err",
    # A wider or narrower type is another type in generated code.
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
    # The same request asks for something else.
    "request-body-default-value-changed": "err",
    "request-parameter-default-value-changed": "err",
    "request-property-default-value-changed": "err",
    # The gate is about the version, and it knows what each change asks for.
    "api-version-decreased": "none",
    "api-version-not-bumped": "none",
    "api-major-version-not-bumped": "none",
}
#: Keywords that oasdiff's comparison sees and none of its checks judges (`oasdiff checks changelog coverage`).
UNJUDGED = {
    *("style", "explode", "allowEmptyValue", "allowReserved"),
    *("items", "additionalProperties", "additionalPropertiesAllowed", "uniqueItems", "multipleOf"),
}
#: What its checks do judge of the members of an array parameter.
JUDGED_IN_ITEMS = {"type", "format", "enum", "nullable"}


class Verdict(IntEnum):
    """The part of a semantic version that a change asks to raise."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, order=True)
class Change:
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
    changes: tuple[Change, ...]

    @property
    def verdict(self) -> Verdict:
        """The highest verdict of the changes."""
        return max((change.verdict for change in self.changes), default=Verdict.NONE)

    @property
    def needed(self) -> Version:
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
    def raised(self) -> bool:
        """Whether `info.version` says what changed."""
        return self.after >= self.needed


def spec_diff_command(base: str | None, specifications: Path, gate: bool) -> int:
    """Print the changes since a commit; as a gate, since the last tag, and 1 where a version was not raised enough."""
    if base is None and not gate:
        raise CannotRun("spec-diff needs a commit, branch or tag to compare with: make spec-diff BASE=...")
    base = base or last_tag(specifications)
    if base is None:
        print("no tag yet: nothing to compare the specification with")
        return 0
    comparisons = differences(base, specifications)
    for comparison in comparisons:
        print(report(comparison, base))
    if not gate:
        return 0
    low = [comparison for comparison in comparisons if not comparison.raised]
    for comparison in low:
        print(f"{comparison.name}: info.version has to be {written(comparison.needed)} or later", file=sys.stderr)
    return 1 if low else 0


def last_tag(folder: Path) -> str | None:
    """The latest tag behind the present commit, or None; raises CannotRun where the history is cut short."""
    cut = git("rev-parse", "--is-shallow-repository", cwd=folder).strip() == b"true"
    described = run(["git", "describe", "--tags", "--abbrev=0"], cwd=folder)
    if described.returncode == 0:
        return described.stdout.decode().strip()
    if cut:
        raise CannotRun("the clone has no tags: git fetch --unshallow --tags")
    return None


def differences(base: str, specifications: Path) -> list[Comparison]:
    """Each document at a commit compared with the one in the working tree."""
    revision = commit(base, cwd=specifications)
    comparisons = []
    for name in SPECIFICATIONS:
        file = specifications / f"{name}.yaml"
        after = load(file)
        before = earlier(revision, file)
        changes = compare(before, file.read_text(encoding="utf-8")) if before is not None else []
        version = None if before is None else version_of(parsed(before, f"{file.name} at {base}"))
        comparisons.append(Comparison(f"{specifications.name}/{file.name}", version, version_of(after), tuple(changes)))
    return comparisons


def earlier(revision: str, file: Path) -> str | None:
    """The text that a file had at a commit; None when it was not there."""
    if not git("ls-tree", revision, "--", f"./{file.name}", cwd=file.parent):
        return None
    return git("show", f"{revision}:./{file.name}", cwd=file.parent).decode()


def compare(before: str, after: str) -> list[Change]:
    """All changes between two versions of a document, given as YAML or JSON; raises CannotRun when oasdiff does."""
    documents = parsed(before, "the older document"), parsed(after, "the newer document")
    with tempfile.TemporaryDirectory(prefix="toggl-spec-diff-") as name, ThreadPoolExecutor() as pool:
        folder = Path(name)
        (folder / "before.yaml").write_text(before, encoding="utf-8")
        (folder / "after.yaml").write_text(after, encoding="utf-8")
        (folder / "levels.txt").write_text("".join(f"{rule} {level}\n" for rule, level in LEVELS.items()))
        changelog = pool.submit(answer, folder, "changelog", *VIEW, "--severity-levels", "levels.txt")
        structure = pool.submit(answer, folder, "diff", *VIEW, *WORDS)
        judged = [judgement(entry) for entry in changelog.result()]
        changes = {*judged, *unjudged(structure.result(), {change.place for change in judged}), *durations(*documents)}
    if not changes and meaning(documents[0]) != meaning(documents[1]):
        return [Change(Verdict.PATCH, "document", "words", "descriptions, examples or evidence changed")]
    return sorted(changes, key=lambda change: (-change.verdict, change.place, change.rule, change.text))


def answer(folder: Path, *arguments: str) -> Any:
    """What oasdiff prints about the two documents in a folder."""
    subcommand, *options = arguments
    done = run([*oasdiff(), subcommand, "before.yaml", "after.yaml", *options], cwd=folder)
    if done.returncode:
        raise CannotRun(f"oasdiff {subcommand}: {complaint(done)}")
    return json.loads(done.stdout)


def judgement(entry: Mapping[str, Any]) -> Change:
    """A line of oasdiff's changelog. A warning counts as breaking: nobody looks at it later."""
    verdict = Verdict.MINOR if entry["level"] == 1 else Verdict.MAJOR
    place = f"{entry['operation']} {entry['path']}" if "path" in entry else entry["section"]
    return Change(verdict, place, entry["id"], entry["text"])


def unjudged(structure: Mapping[str, Any], judged: set[str]) -> Iterator[Change]:
    """Changes that oasdiff's comparison sees and its checks pass over: breaking, until somebody knows better."""
    for part, change in structure.items():
        if part == "components":
            for name in change.get("schemas", {}).get("added", []):
                yield Change(Verdict.MINOR, part, "schema-added", f"added the schema `{name}`")
        elif part == "paths":
            yield from unjudged_in_operations(change.get("modified", {}), judged)
        elif part not in ("info", "tags", "externalDocs", "security"):
            yield Change(Verdict.MAJOR, part, f"{part}-changed", json.dumps(change))


def unjudged_in_operations(paths: Mapping[str, Any], judged: set[str]) -> Iterator[Change]:
    """The same within operations: the keywords that no check reads, and operations about which no check said a word."""
    for path, item in paths.items():
        for method, operation in item.get("operations", {}).get("modified", {}).items():
            place = f"{method} {path}"
            changed = [trail for trail in leaves(operation) if trail[0] not in ("tags", "externalDocs")]
            passed_over = [trail for trail in changed if is_passed_over(trail)]
            for trail in passed_over or (changed if place not in judged else []):
                yield Change(Verdict.MAJOR, place, "not-judged-by-oasdiff", f"changed: {' '.join(trail)}")


def is_passed_over(trail: Sequence[str]) -> bool:
    """Whether a changed keyword is one that no check reads."""
    in_parameter_items = trail[0] == "parameters" and trail[3:5] == ("schema", "items")
    return trail[-1] in UNJUDGED or (in_parameter_items and trail[-1] not in JUDGED_IN_ITEMS)


def leaves(node: Mapping[str, Any], trail: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where a comparison of oasdiff's says that something was added, deleted or set: the names on the way there."""
    changed_here = False
    for key, value in node.items():
        if key in ("added", "deleted", "from", "to") or not isinstance(value, dict):
            changed_here = True
        else:
            yield from leaves(value, trail if key == "modified" else (*trail, key))
    if changed_here:
        yield trail


def durations(before: Document, after: Document) -> Iterator[Change]:
    """Changes of `x-duration`: of a unit, and of the name under which clients offer a field in their own type."""
    old, new = (dict(extensions(document, "x-duration")) for document in (before, after))
    for pointer in sorted(old.keys() | new.keys()):
        if old.get(pointer) != new.get(pointer):
            verdict = Verdict.MAJOR if pointer in old else Verdict.MINOR
            yield Change(verdict, pointer, "duration-changed", f"{old.get(pointer)} became {new.get(pointer)}")


def extensions(node: Any, key: str, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of an extension, with the JSON pointer of what it is about."""
    if isinstance(node, dict):
        if key in node:
            yield pointer, node[key]
        for name, value in node.items():
            yield from extensions(value, key, f"{pointer}/{escape(str(name))}")


def meaning(document: Document) -> Document:
    """The document without its version, which is not a change by itself."""
    return {**document, "info": {key: value for key, value in document["info"].items() if key != "version"}}


def parsed(text: str, name: str) -> Document:
    """A document as it was written; it need not be one that today's rules allow."""
    try:
        document = YAML(typ="safe", pure=True).load(text)
    except YAMLError as error:
        raise CannotRun(f"{name} is not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(document, dict) or "openapi" not in document or not isinstance(document.get("info"), dict):
        raise CannotRun(f"{name} is not an OpenAPI document")
    return document


def version_of(document: Document) -> Version:
    """`info.version` as three numbers; raises CannotRun when it is not that."""
    text = str(document["info"].get("version"))
    try:
        major, minor, patch = map(int, text.split("."))
    except ValueError:
        raise CannotRun(f"info.version {text!r} is not MAJOR.MINOR.PATCH") from None
    return major, minor, patch


def written(version: Version) -> str:
    """A version as it stands in a document."""
    return ".".join(map(str, version))


def report(comparison: Comparison, base: str) -> str:
    """The changes as a table; one that shows in several operations, since they share a schema, is one row."""
    after = written(comparison.after)
    if comparison.before is None:
        return f"{comparison.name} {after}: new since {base}"
    versions = f"{comparison.name} {written(comparison.before)} -> {after}, since {base}"
    if not comparison.changes:
        return f"{versions}: no change"
    title = f"{versions}: {comparison.verdict}, which asks for {written(comparison.needed)} or later"
    return f"{title}\n{table(list(rows(comparison.changes)))}"


def rows(changes: Iterable[Change]) -> Iterator[tuple[str, str, str, str]]:
    """The rows of the table."""
    places: dict[tuple[Verdict, str, str], list[str]] = defaultdict(list)
    for change in changes:
        places[change.verdict, change.rule, change.text].append(change.place)
    for (verdict, rule, text), where in places.items():
        more = f" and {len(where) - 1} more" if len(where) > 1 else ""
        yield str(verdict), rule, f"{where[0]}{more}", text
