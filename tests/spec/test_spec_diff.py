"""The confusion matrix: one change at a time, and the part of the version that it must raise."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from generator import ROOT, tools
from generator.__main__ import main
from generator.checks.spec_diff import LEVELS, Comparison, SpecChange, Verdict, compare
from generator.tools import OASDIFF, ToolError, oasdiff
from tests.support.harbour import (
    Document,
    boat,
    boat_change,
    change,
    crew,
    delete,
    detail,
    harbour,
    json_of,
    properties,
    read,
    since,
)
from tests.support.outside_programs import make_with_nothing_installed, needs
from tests.support.repository import ALONE, Repository

Edit = Callable[[Document], object]

NONE, PATCH, MINOR, MAJOR = Verdict
PATH = "/boats/{boat_id}"

needs_oasdiff = needs(oasdiff)


def parameter(name: str, **keywords: Any) -> Document:
    """A query parameter."""
    return {
        "name": name,
        "in": "query",
        "required": False,
        "style": "form",
        "explode": True,
        "description": "Only with this.",
        "schema": {"type": "string"},
        **keywords,
    }


def rename_path_parameter(document: Document) -> None:
    document["components"]["parameters"]["BoatId"]["name"] = "ship_id"
    document["paths"]["/boats/{ship_id}"] = document["paths"].pop(PATH)


def rename_schema(document: Document) -> None:
    text = json.dumps(document).replace('"#/components/schemas/Boat"', '"#/components/schemas/Ship"')
    document.update(json.loads(text.replace('"Boat":', '"Ship":')))


def move_status(document: Document) -> None:
    responses = change(document)["responses"]
    responses["201"] = responses.pop("200")


def explode_beside_an_addition(document: Document) -> None:
    crew(document)["explode"] = False
    read(document)["parameters"].append(parameter("harbour"))


def raise_members_minimum_beside_an_addition(document: Document) -> None:
    crew(document)["schema"]["items"]["minimum"] = 2
    read(document)["parameters"].append(parameter("harbour"))


MATRIX: list[tuple[str, Edit, Verdict]] = [
    ("nothing", lambda d: None, NONE),
    ("only the version", lambda d: d["info"].update(version="1.2.4"), NONE),
    # Words
    ("description of an operation", lambda d: read(d).update(description="A boat."), PATCH),
    ("description of a field", lambda d: properties(d)["rig"].update(description="Rig."), PATCH),
    ("description of a status", lambda d: read(d)["responses"]["200"].update(description="Boat."), PATCH),
    ("example", lambda d: properties(d)["rig"].update(example="sloop"), PATCH),
    ("evidence", lambda d: properties(d)["rig"].update({"x-evidence": "observed"}), PATCH),
    ("source", lambda d: read(d).pop("x-source"), PATCH),
    # Operations
    ("operation added", lambda d: d["paths"][PATH].update(delete=delete()), MINOR),
    ("operation removed", lambda d: d["paths"][PATH].pop("put"), MAJOR),
    ("operation deprecated", lambda d: read(d).update(deprecated=True), MINOR),
    ("operation renamed", lambda d: read(d).update(operationId="readBoat"), MAJOR),
    ("path renamed", lambda d: d["paths"].update({"/ships/{boat_id}": d["paths"].pop(PATH)}), MAJOR),
    ("path parameter renamed", rename_path_parameter, MAJOR),
    ("server changed", lambda d: d["servers"][0].update(url="https://other.invalid/api"), MAJOR),
    # Parameters
    ("optional parameter added", lambda d: read(d)["parameters"].append(parameter("harbour")), MINOR),
    ("required parameter added", lambda d: read(d)["parameters"].append(parameter("harbour", required=True)), MAJOR),
    ("parameter removed", lambda d: read(d)["parameters"].pop(), MAJOR),
    ("parameter renamed", lambda d: since(d).update(name="year"), MAJOR),
    ("parameter made required", lambda d: since(d).update(required=True), MAJOR),
    ("parameter's type changed", lambda d: since(d).update(schema={"type": "boolean"}), MAJOR),
    ("parameter's type widened", lambda d: since(d).update(schema={"type": "string"}), MAJOR),
    ("parameter's members' type changed", lambda d: crew(d)["schema"].update(items={"type": "string"}), MAJOR),
    ("parameter's members' minimum raised", lambda d: crew(d)["schema"]["items"].update(minimum=2), MAJOR),
    ("parameter's minimum raised", lambda d: since(d)["schema"].update(minimum=1950), MAJOR),
    ("parameter's minimum lowered", lambda d: since(d)["schema"].update(minimum=1800), MINOR),
    ("parameter's default changed", lambda d: since(d)["schema"].update(default=2010), MAJOR),
    ("value of a parameter added", lambda d: detail(d)["schema"]["enum"].append("none"), MINOR),
    ("value of a parameter removed", lambda d: detail(d)["schema"]["enum"].pop(), MAJOR),
    ("members' minimum raised with an addition", raise_members_minimum_beside_an_addition, MAJOR),
    ("what no check knows", lambda d: since(d)["schema"].update(oneOf=[{"type": "integer"}]), MAJOR),
    ("style changed", lambda d: crew(d).update(style="spaceDelimited"), MAJOR),
    ("explode changed", lambda d: crew(d).update(explode=False), MAJOR),
    ("explode changed with an addition", explode_beside_an_addition, MAJOR),
    (
        "shared parameter's type changed",
        lambda d: d["components"]["parameters"]["BoatId"]["schema"].update(type="string"),
        MAJOR,
    ),
    # What is sent
    ("optional field to send added", lambda d: boat_change(d)["properties"].update(flag={"type": "string"}), MINOR),
    (
        "required field to send added",
        lambda d: boat_change(d).update(
            required=["name", "flag"], properties={**boat_change(d)["properties"], "flag": {"type": "string"}}
        ),
        MAJOR,
    ),
    ("field to send removed", lambda d: boat_change(d)["properties"].pop("note"), MAJOR),
    ("field to send made required", lambda d: boat_change(d)["required"].append("rig"), MAJOR),
    ("field to send made optional", lambda d: boat_change(d).pop("required"), MINOR),
    ("type of a field to send changed", lambda d: boat_change(d)["properties"]["note"].update(type="boolean"), MAJOR),
    ("type of a field to send widened", lambda d: boat_change(d)["properties"]["crew"].update(type="number"), MAJOR),
    ("minimum of a field to send raised", lambda d: boat_change(d)["properties"]["crew"].update(minimum=2), MAJOR),
    ("value to send added", lambda d: boat_change(d)["properties"]["rig"]["enum"].append("yawl"), MINOR),
    ("value to send removed", lambda d: boat_change(d)["properties"]["rig"]["enum"].pop(), MAJOR),
    ("null can be sent", lambda d: boat_change(d)["properties"]["crew"].update(nullable=True), MINOR),
    ("null cannot be sent", lambda d: boat_change(d)["properties"]["note"].pop("nullable"), MAJOR),
    ("body made optional", lambda d: change(d)["requestBody"].update(required=False), MINOR),
    # What is answered
    ("field added", lambda d: properties(d).update(flag={"type": "string"}), MINOR),
    ("optional field removed", lambda d: properties(d).pop("rig"), MAJOR),
    ("required field removed", lambda d: boat(d).update(required=[], properties={"rig": properties(d)["rig"]}), MAJOR),
    ("field made required", lambda d: boat(d)["required"].append("rig"), MINOR),
    ("field made optional", lambda d: boat(d).pop("required"), MAJOR),
    ("type of a field changed", lambda d: properties(d)["name"].update(type="integer"), MAJOR),
    ("type of a field widened", lambda d: properties(d)["waited"].update(type="number"), MAJOR),
    ("format of a field given", lambda d: properties(d)["name"].update(format="date"), MAJOR),
    ("value added", lambda d: properties(d)["rig"]["enum"].append("yawl"), MAJOR),
    ("value removed", lambda d: properties(d)["rig"]["enum"].pop(), MINOR),
    ("null can come", lambda d: properties(d)["rig"].update(nullable=True), MAJOR),
    ("null cannot come", lambda d: properties(d)["name"].pop("nullable"), MINOR),
    ("other fields refused", lambda d: boat(d).update(additionalProperties=False), MAJOR),
    ("error status added", lambda d: read(d)["responses"].update({"409": {"description": "Taken."}}), MINOR),
    ("error status removed", lambda d: read(d)["responses"].pop("404"), MINOR),
    ("success status added", lambda d: read(d)["responses"].update({"202": {"description": "Later."}}), MINOR),
    ("success status changed", move_status, MAJOR),
    (
        "content type changed",
        lambda d: read(d)["responses"]["200"].update(content={"text/json": json_of(read(d)["responses"]["200"])}),
        MAJOR,
    ),
    ("header removed", lambda d: read(d)["responses"]["200"].pop("headers"), MAJOR),
    # Names and extensions that generated code is made from
    ("tag removed", lambda d: read(d).pop("tags"), MAJOR),
    ("schema added", lambda d: d["components"]["schemas"].update(Mast={"type": "string"}), MINOR),
    ("schema renamed", rename_schema, MAJOR),
    ("unit of a duration changed", lambda d: properties(d)["waited"]["x-duration"].update(unit="minutes"), MAJOR),
    ("duration removed", lambda d: properties(d)["waited"].pop("x-duration"), MAJOR),
    (
        "duration added",
        lambda d: boat_change(d)["properties"]["crew"].update({"x-duration": {"unit": "seconds"}}),
        MINOR,
    ),
]


def edit_harbour(edit: Edit) -> Document:
    """The document with one change."""
    document = harbour()
    edit(document)
    return document


@pytest.fixture(scope="module")
def verdicts() -> dict[str, list[SpecChange]]:
    """The changes that are found for each row of the matrix."""
    before = json.dumps(harbour())
    with ThreadPoolExecutor() as pool:
        found = pool.map(lambda row: compare(before, json.dumps(edit_harbour(row[1]))), MATRIX)
        return {name: changes for (name, _, _), changes in zip(MATRIX, found, strict=True)}


@needs_oasdiff
@pytest.mark.parametrize(("name", "verdict"), [pytest.param(name, verdict, id=name) for name, _, verdict in MATRIX])
def test_a_change_has_the_right_verdict(name: str, verdict: Verdict, verdicts: dict[str, list[SpecChange]]) -> None:
    assert max((change.verdict for change in verdicts[name]), default=NONE) == verdict, verdicts[name]


def test_the_matrix_has_at_least_six_rows_of_each_verdict() -> None:
    assert len({name for name, _, _ in MATRIX}) == len(MATRIX)
    for verdict in (PATCH, MINOR, MAJOR):
        assert [each for _, _, each in MATRIX].count(verdict) >= 6


@needs_oasdiff
def test_our_levels_differ_from_the_defaults_of_oasdiff() -> None:
    done = subprocess.run([OASDIFF, "checks", "changelog", "--format", "json"], check=True, capture_output=True)
    levels = {check["id"]: check["level"] for check in json.loads(done.stdout)}
    names = {"err": "error", "none": "none"}
    assert [rule for rule, level in LEVELS.items() if levels[rule] == names[level]] == []


@needs_oasdiff
def test_a_response_property_removed_is_our_rule(verdicts: dict[str, list[SpecChange]]) -> None:
    assert {(change.place, change.rule) for change in verdicts["optional field removed"]} == {
        ("GET /boats/{boat_id}", "response-optional-property-removed"),
        ("PUT /boats/{boat_id}", "response-optional-property-removed"),
    }


@needs_oasdiff
def test_a_renamed_path_parameter_is_another_path(verdicts: dict[str, list[SpecChange]]) -> None:
    assert verdicts["path parameter renamed"][0].rule == "api-path-removed-without-deprecation"


@needs_oasdiff
def test_a_change_without_a_check_of_oasdiff_is_major(verdicts: dict[str, list[SpecChange]]) -> None:
    assert verdicts["explode changed with an addition"][0] == SpecChange(
        MAJOR, "GET /boats/{boat_id}", "not-judged-by-oasdiff", "changed: parameters query crew_ids explode"
    )


@needs_oasdiff
def test_a_change_names_the_method_of_its_operation() -> None:
    before = (ROOT / "spec/track.yaml").read_text()
    after = before.replace("pattern: '^[1-9]", "pattern: '^[2-9]")
    [found] = compare(before, after)
    assert (found.verdict, found.place, found.rule) == (
        MAJOR,
        "PATCH /workspaces/{workspace_id}/projects/{project_id}/tasks/{task_ids}",
        "request-parameter-pattern-changed",
    )


@pytest.mark.parametrize(
    ("verdict", "needed"), [(NONE, (1, 2, 3)), (PATCH, (1, 2, 4)), (MINOR, (1, 3, 0)), (MAJOR, (2, 0, 0))]
)
def test_the_required_version_raises_the_part_of_the_verdict(verdict: Verdict, needed: tuple[int, int, int]) -> None:
    changes = (SpecChange(PATCH, "here", "words", ""), SpecChange(verdict, "here", "rule", "")) if verdict else ()
    assert Comparison("a", (1, 2, 3), (1, 2, 3), changes).required_version == needed
    assert Comparison("a", (1, 2, 3), needed, changes).is_raised_enough
    assert Comparison("a", (1, 2, 3), (2, 0, 0), changes).is_raised_enough
    below = (needed[0], needed[1], needed[2] - 1) if needed[2] else (1, 2, 9)
    assert not Comparison("a", (1, 2, 3), below, changes).is_raised_enough


class SpecificationRepository(Repository):
    """A repository with a specification in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.specification = folder / "spec"
        self.specification.mkdir()
        self.write()
        self.commit()

    def write(self, edit: Edit = lambda _: None, version: str = "1.2.3") -> None:
        """Write both documents; the one of Track with a change and a version."""
        document = edit_harbour(edit)
        document["info"]["version"] = version
        (self.specification / "track.yaml").write_text(json.dumps(document))
        (self.specification / "focus.yaml").write_text(json.dumps(harbour()))

    def run(self, *arguments: str) -> int:
        """Run spec-diff on it."""
        return main(["spec-diff", "--spec", str(self.specification), *arguments])


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SpecificationRepository:
    """A repository with one commit and no tag."""
    for name, value in {**ALONE, "GIT_CEILING_DIRECTORIES": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)
    return SpecificationRepository(tmp_path / "repository")


@needs_oasdiff
@pytest.mark.parametrize(
    ("row", "version", "code"),
    [
        ("nothing", "1.2.3", 0),
        ("nothing", "1.2.2", 1),
        ("description of a field", "1.2.3", 1),
        ("description of a field", "1.2.4", 0),
        ("field added", "1.2.4", 1),
        ("field added", "1.3.0", 0),
        ("field added", "2.0.0", 0),
        ("optional field removed", "1.3.0", 1),
        ("optional field removed", "2.0.0", 0),
    ],
)
def test_the_gate_compares_the_version_with_the_changes(
    row: str, version: str, code: int, repository: SpecificationRepository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.git("tag", "v0.1.0")
    repository.write({name: edit for name, edit, _ in MATRIX}[row], version)
    assert repository.run("--gate") == code
    out, err = capsys.readouterr()
    assert f"spec/track.yaml 1.2.3 -> {version}, since v0.1.0: " in out
    assert "spec/focus.yaml 1.2.3 -> 1.2.3, since v0.1.0: no change\n" in out
    assert bool(re.fullmatch(r"spec/track\.yaml: info\.version has to be \d\.\d\.\d or later\n", err)) == bool(code)
    assert bool(err) == bool(code)


@needs_oasdiff
def test_the_gate_looks_at_the_last_tag(repository: SpecificationRepository) -> None:
    repository.git("tag", "v0.1.0")
    repository.write(lambda d: properties(d).pop("rig"), "1.2.4")
    repository.commit()
    assert repository.run("--gate") == 1
    repository.git("tag", "v0.2.0")
    repository.commit()
    assert repository.run("--gate") == 0
    assert repository.run("v0.1.0", "--gate") == 1


def test_the_gate_passes_without_a_tag(repository: SpecificationRepository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write(lambda d: properties(d).pop("rig"))
    assert repository.run("--gate") == 0
    assert capsys.readouterr().out == "no tag yet: nothing to compare the specification with\n"


def test_the_gate_fails_in_a_shallow_clone(
    repository: SpecificationRepository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.git("tag", "v0.1.0")
    repository.commit()
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", "--no-tags", repository.folder.as_uri(), str(clone))
    assert main(["spec-diff", "--gate", "--spec", str(clone / "spec")]) == 2
    assert capsys.readouterr().err == "the clone has no tags: git fetch --unshallow --tags\n"


@needs_oasdiff
def test_without_the_gate_changes_are_only_listed(
    repository: SpecificationRepository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.write(lambda d: properties(d).pop("rig"))
    assert repository.run("HEAD") == 0
    rule = "response-optional-property-removed"
    text = "removed the optional property `rig` from the response with the `200` status"
    assert capsys.readouterr().out.splitlines() == [
        "spec/track.yaml 1.2.3 -> 1.2.3, since HEAD: major, which requires 2.0.0 or later",
        f"  major  {rule}  GET /boats/{{boat_id}} and 1 more  {text}",
        "spec/focus.yaml 1.2.3 -> 1.2.3, since HEAD: no change",
    ]


@needs_oasdiff
def test_a_document_missing_at_the_base_is_new(
    repository: SpecificationRepository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.git("rm", "--quiet", "spec/focus.yaml")
    repository.commit()
    repository.write()
    assert repository.run("HEAD", "--gate") == 0
    assert "spec/focus.yaml 1.2.3: new since HEAD\n" in capsys.readouterr().out


@pytest.mark.parametrize("base", ["v9", "HEAD:spec", "--help=x"])
def test_an_unknown_commit_exits_with_2(
    base: str, repository: SpecificationRepository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert repository.run("--", base) == 2
    assert re.fullmatch(rf"{base}: .+\n", capsys.readouterr().err)


def test_a_missing_base_exits_with_2(repository: SpecificationRepository, capsys: pytest.CaptureFixture[str]) -> None:
    assert repository.run() == 2
    assert capsys.readouterr().err.endswith("make spec-diff BASE=...\n")


def test_the_gate_fails_outside_a_repository(
    repository: SpecificationRepository, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(repository.folder / ".git")
    assert repository.run("--gate") == 2
    assert capsys.readouterr().err.startswith("git rev-parse: fatal: not a git repository")


def test_a_missing_oasdiff_exits_with_2_and_says_what_to_install(
    repository: SpecificationRepository,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(tools, "OASDIFF", tmp_path / "oasdiff")
    assert repository.run("HEAD") == 2
    assert re.fullmatch(r"spec-diff needs oasdiff: install Go \S+ or later .*\n", capsys.readouterr().err)


def test_make_without_go_says_what_to_install(tmp_path: Path) -> None:
    done = make_with_nothing_installed("build/bin/oasdiff", newer="generator/checks/go.mod", folder=tmp_path)
    assert done.returncode == 2
    assert "needs Go" in done.stderr.splitlines()[0]


@needs_oasdiff
@pytest.mark.parametrize(
    "text", ["[", "- 1", "info: {version: 1.0.0}", "openapi: 3.0.3\ninfo: {version: 1.0.0}\npaths: []"]
)
def test_an_unreadable_older_document_raises(text: str) -> None:
    with pytest.raises(ToolError, match=r"is not YAML|is not an OpenAPI document|oasdiff \w+: .+"):
        compare(text, json.dumps(harbour()))


@needs_oasdiff
def test_an_invalid_version_exits_with_2(
    repository: SpecificationRepository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.write(version="next")
    assert repository.run("HEAD") == 2
    assert capsys.readouterr().err == "info.version 'next' is not MAJOR.MINOR.PATCH\n"
