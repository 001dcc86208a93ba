"""`make field-check`: lists what is missing until a field, parameter, status or operation of spec/ is complete.

The steps run in the order of CONTRIBUTING.md. Each prints what it misses and what to do next.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

from generator import CommandError
from generator.codegen.output import difference
from generator.loader import load_specifications
from generator.pages.deviations import find_stale, find_unexplained, load_deviations
from generator.pages.docs_vs_spec import find_differences, load_pages
from generator.publish import fidelity
from generator.tools import git, resolve_commit
from recorder import evidence
from recorder.folder import RECORDINGS as FOLDER
from recorder.format import dump
from recorder.handmade import all_recordings
from recorder.specification import ALL, Schema, SpecOperation
from tests.cli.golden.cases import CASES, output
from tests.cli.golden.cases import FOLDER as GOLDEN
from tests.replay.test_provenance import find_disagreements
from tests.support.command_line import CommandLine
from tests.support.replay import sandbox_answers
from tests.support.replay.calls import FACADE, RAW_ONLY
from tests.support.replay.completeness import (
    RECORDINGS,
    fields_without_recording,
    parameters_without_recording,
    statuses_without_recording,
)
from tests.support.replay.sandbox_differences import find_unexplained as find_unexplained_answers
from tests.support.replay.sandbox_differences import load_explanations
from toggl_sandbox import Clock, Sandbox, running
from toggl_sandbox.application import services
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.state.world import World
from toggl_tasks.cli.recordings import find_operation_drift

ROOT: Final = Path(__file__).parents[2]
SPEC: Final = ROOT / "spec"
APIS: Final = ("track", "focus")


class Step(NamedTuple):
    """One step: what is missing, and what to do about it."""

    title: str
    missing: Callable[[], Iterable[str]]
    advice: str


def unexplained_differences() -> Iterator[str]:
    """Where documented facts and specification differ without an entry, and entries that explain nothing."""
    found = find_differences(load_pages(SPEC / "documented"), load_specifications(SPEC))
    deviations = load_deviations(SPEC / "deviations.yaml")
    yield from map(str, find_unexplained(found, deviations))
    yield from (f"spec/deviations.yaml: {entry}" for entry in find_stale(found, deviations))


def wrong_sources() -> Iterator[str]:
    """Operations whose `x-source` does not name exactly the stored pages that have them."""
    for operation in ALL:
        route = (operation.document.base_url, operation.method, operation.path)
        pages = {
            page.name for page in load_pages(SPEC / "documented") if any(one.route == route for one in page.operations)
        }
        if pages != set(operation.pages):
            name = f"{operation.document.api}.{operation.id}"
            yield f"{name}: x-source names {_words(operation.pages)}, its pages are {_words(pages)}"


def stale_code() -> Iterator[str]:
    """Generated files that are not what the specification gives."""
    changed = re.findall(r"^\+\+\+ b/(\S+)", difference(SPEC, ROOT / "generated"), re.MULTILINE)
    yield from (f"{name}: stale" for name in changed)


def unrecorded() -> Iterator[str]:
    """Parts of the specification that no recording contains."""
    for operation in ALL:
        yield from fields_without_recording(operation)
        yield from parameters_without_recording(operation)
        yield from statuses_without_recording(operation)


def unwritten_recordings() -> Iterator[str]:
    """Handmade recordings that are not in the folder as they are in recorder/handmade/."""
    made = all_recordings()
    stored = {key for key, one in RECORDINGS.items() if one.provenance.evidence != "recorded"}
    yield from (f"{key}: not in recorder/handmade/ any more" for key in sorted(stored - made.keys()))
    for key, recording in made.items():
        path = FOLDER / f"{key}.json"
        if not path.exists() or path.read_text(encoding="utf-8") != dump(recording):
            yield f"{path.relative_to(ROOT)}: not as in recorder/handmade/"


def drifted() -> Iterator[str]:
    """Recordings with values that are not as in the specification, unless they say so."""
    for key, recording in RECORDINGS.items():
        request = recording.request
        if recording.succeeded and recording.response.content and not recording.expected.error:
            expected = {*recording.expected.drift, *recording.expected.unknown}
            for one in find_operation_drift(request.api, request.operation, recording.response.content):
                if one.path not in expected:
                    yield f"{key}: {one}"


def uncalled(operations: Iterable[SpecOperation] = ALL) -> Iterator[str]:
    """Operations that no call of the clients is named for."""
    for operation in operations:
        if (operation.document.api, operation.id) not in FACADE.keys() | RAW_ONLY:
            yield f"{operation.document.api}.{operation.id}: no call of the clients replays its recordings"


def unserved(operations: Iterable[SpecOperation] = ALL) -> Iterator[str]:
    """Operations for which a service of the sandbox has no method."""
    tags = services(World())
    for operation in operations:
        service = tags.get(f"{operation.document.api}.{operation.tag}")
        if not hasattr(service, operation.function):
            name = f"{operation.document.api}.{operation.id}"
            yield f"{name}: no method {operation.function} in the service of {operation.tag}"


def unequal_answers() -> Iterator[str]:
    """Recorded responses that the sandbox does not give, and statuses that it never answers."""
    with Sandbox() as sandbox:
        found = [
            (key, one)
            for key, recording in RECORDINGS.items()
            for one in sandbox_answers.find_differences(recording, sandbox)
        ]
        answered = sandbox_answers.statuses_without_fault(RECORDINGS.values(), sandbox)
    yield from find_unexplained_answers(found, load_explanations())
    yield from sandbox_answers.find_unanswered(ALL, answered)


def untested_requests(operations: Iterable[SpecOperation] = ALL) -> Iterator[str]:
    """Query parameters and fields of bodies that no test of the sandbox names."""
    for api in APIS:
        texts = [path.read_text(encoding="utf-8") for path in (ROOT / "tests/sandbox").glob(f"test_{api}*.py")]
        named = {word for text in texts for word in re.findall(r"\w+", text)}
        for operation in operations:
            if operation.document.api == api:
                parameters = [one["name"] for one in operation.parameters if one["in"] == "query"]
                for name in dict.fromkeys([*parameters, *_field_names(operation, operation.body or {})]):
                    if name not in named:
                        yield f"{api}.{operation.id}: no test in tests/sandbox/test_{api}*.py sends {name}"


def stale_pages() -> Iterator[str]:
    """Rendered lists that do not have what their sources have."""
    if fidelity.PAGE.read_text(encoding="utf-8") != fidelity.page():
        yield f"{fidelity.PAGE.relative_to(ROOT)}: stale, run `make fidelity`"
    if evidence.PAGE.read_text(encoding="utf-8") != evidence.page(RECORDINGS):
        yield f"{evidence.PAGE.relative_to(ROOT)}: stale, run `make evidence`"
    with Sandbox(clock=Clock(FROZEN_AT)) as sandbox, running(sandbox) as server, TemporaryDirectory() as home:
        for name in CASES:
            sandbox.reset()
            if (GOLDEN / f"{name}.txt").read_text() != output(CommandLine(sandbox, server, Path(home)), name):
                yield f"tests/cli/golden/{name}.txt: stale, run `.venv/bin/python -m tests.cli.golden`"


def unmentioned_changes(base: str | None, root: Path = ROOT) -> Iterator[str]:
    """Changes of the specification since `base` that no changelog mentions, and versions without a section."""
    headings = " ".join(re.findall(r"^## (.*)", (root / "spec/CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE))
    for api in APIS:
        version = re.search(r"^  version: (\S+)", (root / f"spec/{api}.yaml").read_text(encoding="utf-8"), re.MULTILINE)
        if version and version[1] not in headings.replace(",", " ").split():
            yield f"spec/CHANGELOG.md: no section of {version[1]}, the version of {api}.yaml"
    if base is None:
        return
    changed = set(git("diff", "--name-only", base, cwd=root).decode().splitlines())
    if changed & {f"spec/{api}.yaml" for api in APIS}:
        for name in ("spec/CHANGELOG.md", "CHANGELOG.md"):
            if name not in changed:
                yield f"{name}: no line about the change of spec/ since {base}"


def branch_point(reference: str | None, root: Path = ROOT) -> str | None:
    """The commit that the changelogs are compared with: where HEAD left `reference`, or by default main."""
    for name in [reference] if reference else ["main", "origin/main"]:
        try:
            return git("merge-base", "HEAD", resolve_commit(name, cwd=root), cwd=root).decode().strip()[:12]
        except CommandError:
            if reference:
                raise
    return None


def steps(base: str | None) -> Sequence[Step]:
    """The steps in their order."""
    return (
        Step(
            "Documented facts and specification",
            unexplained_differences,
            "store a newer copy of the page: `make documented PAGE=file`; or correct spec/*.yaml;\n"
            "or explain the difference in spec/deviations.yaml (a field of no page at all also needs x-evidence)",
        ),
        Step("Sources of each operation", wrong_sources, "correct x-source: page, and older for the others"),
        Step("Generated code", stale_code, "run `make generate`"),
        Step(
            "Recordings",
            unrecorded,
            "add it in recorder/handmade/ with its evidence and source, then run `make handmade` and `make evidence`",
        ),
        Step("Recordings as files", unwritten_recordings, "run `make handmade`"),
        Step(
            "Recordings called documented",
            find_disagreements,
            "leave the field out of a recording of an older page (NEWER in recorder/handmade/track.py), or correct its "
            "evidence",
        ),
        Step(
            "Drift",
            drifted,
            "read the page again and correct the type in spec/, or name the path in `expected` of the recording",
        ),
        Step(
            "Calls of the clients",
            uncalled,
            "add the call to FACADE in tests/support/replay/calls.py, or the operation to RAW_ONLY there;\n"
            "x-method and the tag name the generated method, and client.raw has every operation",
        ),
        Step(
            "Sandbox: services",
            unserved,
            "add the method, and a new service to toggl_sandbox/application.py",
        ),
        Step(
            "Sandbox: answers",
            unequal_answers,
            "store it in toggl_sandbox/state/, answer it in toggl_sandbox/services/; where the sandbox is right, add\n"
            "an entry to tests/support/replay/sandbox_differences.yaml, or for a status to sandbox_answers.py",
        ),
        Step(
            "Sandbox: requests",
            untested_requests,
            "add the behaviour to toggl_sandbox/fidelity.yaml, and a test that names it and sends the field",
        ),
        Step("Rendered pages and help texts", stale_pages, "run the command and look at the difference"),
        Step(
            "Changelogs",
            lambda: unmentioned_changes(base),
            "add the line; `make spec-diff BASE=main` says which version the change needs, `make spec-gate` checks it",
        ),
    )


def report(steps: Iterable[Step]) -> Iterator[str]:
    """The lines of the report; a step that misses nothing has one line."""
    is_complete = True
    for number, step in enumerate(steps, start=1):
        try:
            missing = list(step.missing())
        except Exception:
            if is_complete:
                raise
            yield f"{number:2} {step.title}: cannot be checked before the steps above are complete"
            continue
        is_complete = is_complete and not missing
        yield f"{number:2} {step.title}: {f'{len(missing)} missing' if missing else 'complete'}"
        yield from (f"     {line}" for line in _grouped(missing))
        if missing:
            yield from (f"   > {line}" for line in step.advice.splitlines())


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; 1 when something is missing, 2 when a file cannot be read."""
    parser = argparse.ArgumentParser(prog="make field-check", description=__doc__)
    parser.add_argument("base", nargs="?", help="branch to compare the changelogs with; default: main")
    options = parser.parse_args(arguments)
    is_complete = True
    try:
        for line in report(steps(branch_point(options.base))):
            print(line, flush=True)
            is_complete = is_complete and not line.startswith("   > ")
    except (CommandError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    print("\nNothing is missing." if is_complete else "\nDo the first step that misses something, then run this again.")
    return 0 if is_complete else 1


def _field_names(operation: SpecOperation, schema: Schema) -> Iterator[str]:
    schema = operation.document.resolve(schema)
    for inner in [*schema.get("oneOf", ()), *filter(None, [schema.get("items")])]:
        yield from _field_names(operation, inner)
    properties: Mapping[str, Any] = schema.get("properties", {})
    for name, inner in properties.items():
        yield name
        yield from _field_names(operation, inner)


def _grouped(lines: Iterable[str]) -> Iterator[str]:
    """Each text once, with the first recording or operation that it is about and the number of the others."""
    places: dict[str, list[str]] = {}
    for line in lines:
        place, _, text = line.partition(": ")
        places.setdefault(text, []).append(place)
    for text, (first, *others) in places.items():
        yield f"{first}{f' and {len(others)} more' if others else ''}: {text}"


def _words(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"


if __name__ == "__main__":
    sys.exit(main())
