"""The bundle of the specification, and that its OpenAPI 3.1 twins mean the same as the documents."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

import pytest
import yaml
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest, MockResponse
from ruamel.yaml import YAML
from werkzeug.datastructures import MultiDict

from generator import ROOT, tools
from generator.__main__ import main
from generator.codegen.client import generate_client
from generator.folder import files
from generator.publish.bundle import convert, write_bundle
from generator.specification import SPECIFICATIONS, Document
from generator.tools import ToolError, openapi_format
from tests.support.generator_command import tiny_specifications
from tests.support.outside_programs import needs

SPEC = ROOT / "spec"
RECORDINGS = ROOT / "tests/recordings"
DOCUMENTS = [f"{name}{version}" for name in SPECIFICATIONS for version in ("", "-3.1")]

# openapi-core warns of whatever a document uses and calls deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:.* deprecated$:DeprecationWarning")
needs_node = needs(openapi_format)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle") / "spec"
    write_bundle(SPEC, ROOT / "LICENSE", folder)
    return folder


def document(bundle: Path, name: str) -> Document:
    content: Document = json.loads((bundle / f"{name}.json").read_text())
    return content


def nodes(node: object) -> Iterator[dict[str, Any]]:
    """Every object in a document."""
    if isinstance(node, dict):
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(value)


# Contents


@needs_node
def test_the_bundle_has_documents_twins_scenarios_licence_and_checksums(bundle: Path) -> None:
    expected = {f"{name}.{suffix}" for name in DOCUMENTS for suffix in ("yaml", "json")} | {"LICENSE", "SHA256SUMS"}
    originals = {f"{name}.yaml" for name in SPECIFICATIONS} | {
        f"scenarios/{name}.arazzo.yaml" for name in SPECIFICATIONS
    }
    assert set(files(bundle)) == expected | originals
    for name in originals:
        assert (bundle / name).read_bytes() == (SPEC / name).read_bytes()
    assert (bundle / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


@needs_node
@pytest.mark.parametrize("name", DOCUMENTS)
def test_json_and_yaml_are_equal_in_yaml_1_1_and_1_2(bundle: Path, name: str) -> None:
    text = (bundle / f"{name}.yaml").read_text()
    said = document(bundle, name)
    assert YAML(typ="safe", pure=True).load(text) == said  # YAML 1.2
    assert yaml.safe_load(text) == said  # YAML 1.1


@needs_node
def test_strings_of_a_twin_stay_strings_in_yaml_1_1(tmp_path: Path) -> None:
    info = {"title": "on", "version": "12:30", "x-day": "2026-01-31", "x-number": "1_000"}
    (tmp_path / "tiny.yaml").write_text(json.dumps({"openapi": "3.0.3", "info": info, "paths": {}}))
    convert(tmp_path / "tiny.yaml", tmp_path / "tiny-3.1.yaml")
    assert yaml.safe_load((tmp_path / "tiny-3.1.yaml").read_text())["info"] == info


@needs_node
def test_sha256sum_accepts_the_bundle_and_detects_a_change(bundle: Path, tmp_path: Path) -> None:
    def verdict(folder: Path) -> int:
        command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
        return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode

    listed = {row.split("  ")[1] for row in (bundle / "SHA256SUMS").read_text().splitlines()}
    assert listed == set(files(bundle)) - {"SHA256SUMS"}
    assert verdict(bundle) == 0
    changed = shutil.copytree(bundle, tmp_path / "changed")
    with (changed / "focus-3.1.json").open("a") as file:
        file.write(" ")
    assert verdict(changed) == 1


@needs_node
def test_a_second_run_gives_the_same_bytes_and_removes_other_files(bundle: Path, tmp_path: Path) -> None:
    target = shutil.copytree(bundle, tmp_path / "deep/er/spec")
    (target / "left-over.yaml").write_text("from an earlier run")
    before = os.umask(0o077)
    try:
        assert write_bundle(SPEC, ROOT / "LICENSE", target) == [target / "left-over.yaml"]
    finally:
        os.umask(before)
    assert {name: path.read_bytes() for name, path in files(target).items()} == {
        name: path.read_bytes() for name, path in files(bundle).items()
    }


# Failures


@needs_node
def test_an_invalid_document_does_not_change_the_old_bundle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec, target = shutil.copytree(SPEC, tmp_path / "spec"), tmp_path / "bundle"
    (spec / "focus.yaml").write_text("openapi: [")
    target.mkdir()
    (target / "track.yaml").write_text("the old one")
    assert main(["spec-bundle", "--spec", str(spec), "--output", str(target)]) == 2
    assert re.fullmatch(r"\S*focus\.yaml: .*line \d+.*\n", capsys.readouterr().err)
    assert {name: path.read_text() for name, path in files(target).items()} == {"track.yaml": "the old one"}


@needs_node
def test_a_missing_converter_exits_with_2_and_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tools, "OPENAPI_FORMAT", tmp_path / "cli.js")
    assert main(["spec-bundle", "--spec", str(tiny_specifications(tmp_path)), "--output", str(tmp_path / "out")]) == 2
    said = "openapi-format is not installed: run `make spec-bundle`, which installs it with npm\n"
    assert capsys.readouterr() == ("", said)
    assert not (tmp_path / "out").exists()


def test_a_missing_node_exits_with_2_and_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["spec-bundle", "--spec", str(tiny_specifications(tmp_path)), "--output", str(tmp_path / "out")]) == 2
    assert re.fullmatch(r"spec-bundle needs Node\.js \S+ or later, with npm: .*\n", capsys.readouterr().err)


WRITES = "require('fs').writeFileSync(process.argv.at(-1), 'openapi: 3.1.0\\ninfo: {title: T%s}\\npaths: {}');"
FAILS = "console.error('out of memory'); process.exit(3)"


@needs_node
@pytest.mark.parametrize(
    ("script", "said"),
    [
        (FAILS, "openapi-format failed on track.yaml: out of memory"),
        (WRITES % ", version: v1" + FAILS, "openapi-format failed on track.yaml: out of memory"),
        ("console.log('done')", "openapi-format failed on track.yaml: it wrote nothing"),
        (WRITES % "", "openapi-format made no OpenAPI 3.1 of track.yaml: /info: 'version' is a required property"),
    ],
)
def test_a_failing_converter_raises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str) -> None:
    (tmp_path / "cli.cjs").write_text(script)
    monkeypatch.setattr(tools, "OPENAPI_FORMAT", tmp_path / "cli.cjs")
    with pytest.raises(ToolError) as caught:
        write_bundle(tiny_specifications(tmp_path), ROOT / "LICENSE", tmp_path / "bundle", ("track",))
    # Which of two libraries validates the twin depends on what is installed: one uses other quotes and adds the value.
    assert str(caught.value).replace('"', "'").startswith(said)
    assert not (tmp_path / "bundle").exists()


def test_the_converter_is_pinned_with_hashes_and_no_addresses() -> None:
    declared = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", declared["openapi-format"])
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert packages["node_modules/openapi-format"]["version"] == declared["openapi-format"]
    for name, package in packages.items():
        assert name == "" or package["integrity"].startswith("sha512-"), name
    assert "://" not in json.dumps(packages)


# Equality of the twins


def to_3_0(node: Any) -> Any:
    """The same in the syntax of OpenAPI 3.0: lists of types and of examples are replaced."""
    if isinstance(node, list):
        return [to_3_0(value) for value in node]
    if not isinstance(node, dict):
        return node
    old = {name: to_3_0(value) for name, value in node.items()}
    match old:
        case {"type": [kind, "null"]}:
            old |= {"type": kind, "nullable": True}
    match old:
        case {"type": _, "examples": [example]}:
            del old["examples"]
            old["example"] = example
    return old


def order(content: Document) -> list[list[str]]:
    """The keys of every object in their order, without those that 3.1 writes otherwise."""
    return [[key for key in node if key not in ("nullable", "example", "examples")] for node in nodes(content)]


@needs_node
@pytest.mark.parametrize("name", SPECIFICATIONS)
def test_a_twin_differs_only_in_the_syntax_of_3_1(bundle: Path, name: str) -> None:
    old, new = document(bundle, name), document(bundle, f"{name}-3.1")
    assert old["openapi"] == "3.0.3"
    assert new["openapi"].startswith("3.1.")
    assert [node for node in nodes(old) if "nullable" in node]
    assert not [node for node in nodes(new) if {"nullable", "example"} & node.keys()]
    assert to_3_0(new) | {"openapi": "3.0.3"} == old
    assert order(new) == order(old)


def client_of(content: Document, folder: Path) -> dict[str, bytes]:
    """The client that our generator writes for a document."""
    staging = folder / "staging"
    staging.mkdir(parents=True)
    generate_client(content, "spec", folder, staging, folder / "no_jobs.py")
    return {name: path.read_bytes() for name, path in files(folder / "toggl_openapi" / "spec").items()}


@pytest.fixture(scope="module")
def clients(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The client of each document of the bundle."""
    folder = tmp_path_factory.mktemp("clients")
    return {name: client_of(document(bundle, name), folder / name) for name in DOCUMENTS}


@needs_node
@pytest.mark.parametrize("name", SPECIFICATIONS)
def test_a_twin_gives_the_same_client(clients: dict[str, dict[str, bytes]], name: str) -> None:
    assert set(clients[name]) == {"__init__.py", "keywords.py", "models.py", "operations.py"}
    assert clients[f"{name}-3.1"] == clients[name]


@needs_node
def test_a_twin_without_a_null_gives_another_client(
    bundle: Path, clients: dict[str, dict[str, bytes]], tmp_path: Path
) -> None:
    poorer = document(bundle, "track-3.1")
    poorer["components"]["schemas"]["Task"]["properties"]["estimated_seconds"]["type"].remove("null")
    assert client_of(poorer, tmp_path) != clients["track-3.1"]


class Exchange(NamedTuple):
    """A request, its response, and which of the two the specification allows."""

    api: str
    method: str
    target: str
    sent: object
    status: int
    came: object
    """A string is text/plain, anything else JSON."""
    allowed: str

    def recording(self) -> dict[str, Any]:
        """The exchange in the form of a recording."""
        target, plain = urlsplit(self.target), isinstance(self.came, str)
        request = {"api": self.api, "method": self.method, "path": target.path, "query": target.query}
        if self.sent is not None:
            request["body"] = json.dumps(self.sent)
        headers = {"content-type": "text/plain" if plain else "application/json"}
        body = self.came if plain else json.dumps(self.came)
        return {"request": request, "response": {"status": self.status, "headers": headers, "body": body}}


TRACK_TASK: dict[str, object] = {"id": 1, "name": "Text", "workspace_id": 2, "project_id": 3, "user_id": 4}
TRACK_TASK |= {"recurring": False, "active": True, "estimated_seconds": 0, "tracked_seconds": 0}
TRACK_TASK |= {"at": "2026-01-31T12:00:00Z", "server_deleted_at": None}
FOCUS_TASK = {"id": 1, "name": "Text", "workspace_id": 2}
FOCUS_ERROR = {"error": "validation", "error_description": "No", "trace_id": "1"}
TRACK = "/workspaces/2/tasks"
PROJECT = "/workspaces/2/projects/3/tasks"
FOCUS = "/organizations/1/workspaces/2/tasks"
FOCUS_PAGE = {"data": None, "page": 1, "per_page": 9, "total": 0}
NEW = {"name": "Text"}
EXCHANGES = {
    "a task": Exchange("track", "GET", f"{PROJECT}/1", None, 200, TRACK_TASK, "both"),
    "null where it may be": Exchange("track", "GET", f"{PROJECT}/1", None, 200, TRACK_TASK | {"user_id": None}, "both"),
    "null for a list": Exchange("track", "GET", PROJECT, None, 200, None, "both"),
    "a field not described": Exchange("track", "GET", f"{PROJECT}/1", None, 200, TRACK_TASK | {"new": 1}, "both"),
    "null where it may not be": Exchange(
        "track", "GET", f"{PROJECT}/1", None, 200, TRACK_TASK | {"id": None}, "request"
    ),
    "a text for a number": Exchange("track", "GET", f"{PROJECT}/1", None, 200, TRACK_TASK | {"id": "1"}, "request"),
    "a field is missing": Exchange("track", "GET", f"{PROJECT}/1", None, 200, {"id": 1}, "request"),
    "a list for an object": Exchange("track", "GET", f"{PROJECT}/1", None, 200, [], "request"),
    "an error in plain text": Exchange("track", "GET", f"{PROJECT}/1", None, 403, "No", "both"),
    "plain text for a task": Exchange("track", "GET", f"{PROJECT}/1", None, 200, "No", "request"),
    "a status not described": Exchange("track", "GET", f"{PROJECT}/1", None, 418, "No", "request"),
    "an id that is none": Exchange("track", "GET", f"{PROJECT}/0", None, 200, TRACK_TASK, "response"),
    "a new task": Exchange("track", "POST", PROJECT, NEW | {"estimated_seconds": None}, 200, TRACK_TASK, "both"),
    "a new task without a name": Exchange("track", "POST", PROJECT, {}, 200, TRACK_TASK, "response"),
    "no body": Exchange("track", "POST", PROJECT, None, 200, TRACK_TASK, "response"),
    "a broken list of ids": Exchange("track", "PATCH", f"{PROJECT}/1,,2", [], 400, "No", "response"),
    "a page too long": Exchange("track", "GET", f"{TRACK}?per_page=201", None, 400, "No", "response"),
    "a value of no enumeration": Exchange("track", "GET", f"{TRACK}?active=maybe", None, 400, "No", "response"),
    "a day": Exchange("track", "GET", f"{TRACK}?start_date=2026-01-31", None, 400, "No", "both"),
    "no day": Exchange("track", "GET", f"{TRACK}?start_date=January", None, 400, "No", "response"),
    "an empty page": Exchange("focus", "GET", FOCUS, None, 200, FOCUS_PAGE, "both"),
    "an object that may be null": Exchange("focus", "POST", FOCUS, NEW, 201, FOCUS_TASK | {"project": None}, "both"),
    "a list that may be null": Exchange("focus", "POST", FOCUS, NEW | {"tag_ids": None}, 201, FOCUS_TASK, "both"),
    "a list for an object inside": Exchange("focus", "POST", FOCUS, NEW, 201, FOCUS_TASK | {"project": []}, "request"),
    "an empty name": Exchange("focus", "POST", FOCUS, {"name": ""}, 201, FOCUS_TASK, "response"),
    "a date that is none": Exchange("focus", "POST", FOCUS, NEW | {"end_date": "soon"}, 201, FOCUS_TASK, "response"),
    "below the minimum": Exchange("focus", "POST", FOCUS, NEW | {"estimated_mins": -1}, 201, FOCUS_TASK, "response"),
    "too few items": Exchange("focus", "POST", f"{FOCUS}/bulk", {"tasks": []}, 201, 1, "neither"),
    "a repeated parameter": Exchange(
        "focus", "GET", f"{FOCUS}?status_id=5&status_id=6", None, 401, FOCUS_ERROR, "both"
    ),
    "a repeated parameter with an empty item": Exchange(
        "focus", "GET", f"{FOCUS}?project_id=5&project_id=", None, 401, FOCUS_ERROR, "both"
    ),
    "only an empty item": Exchange("focus", "GET", f"{FOCUS}?project_id=", None, 401, FOCUS_ERROR, "both"),
    "an item that is no id": Exchange("focus", "GET", f"{FOCUS}?project_id=0", None, 401, FOCUS_ERROR, "response"),
    "a repeated parameter gone wrong": Exchange(
        "focus", "GET", f"{FOCUS}?status_id=a", None, 401, FOCUS_ERROR, "response"
    ),
}

Reasons = set[tuple[str, ...]]


def reasons(errors: Iterable[BaseException]) -> Reasons:
    """Why openapi-core rejects a message: kinds of error, place in the value and keyword of the schema.

    Without texts, which quote the schema, and without counts, since `nullable` makes it report some errors twice.
    """
    found: Reasons = set()
    for error in errors:
        kinds = [type(error).__name__]
        cause = error
        while cause.__cause__ is not None and not hasattr(cause, "schema_errors"):
            cause = cause.__cause__
            kinds.append(type(cause).__name__)
        refusals = getattr(cause, "schema_errors", ())
        found.update((*kinds, "/".join(map(str, one.absolute_path)), str(one.validator)) for one in refusals)
        if not refusals:
            found.add(tuple(kinds))
    return found


class Validator:
    """openapi-core with one document."""

    def __init__(self, content: Document) -> None:
        self.openapi = OpenAPI.from_dict(content)
        self.server = urlsplit(content["servers"][0]["url"])

    def verdict(self, recording: dict[str, Any]) -> tuple[Reasons, Reasons]:
        """Why the request and the response of a recording are rejected; two empty sets when they are valid."""
        sent, came = recording["request"], recording["response"]
        request = MockRequest(
            f"{self.server.scheme}://{self.server.netloc}",
            sent["method"],
            self.server.path + sent["path"],
            args=MultiDict(parse_qsl(sent.get("query", ""), keep_blank_values=True)),
            headers={"Authorization": "Basic Og=="},
            data=(sent.get("body") or "").encode(),
        )
        content = base64.b64decode(came.get("body_base64") or "") or came.get("body", "").encode()
        content_type = came["headers"].get("content-type", "")
        response = MockResponse(content, came["status"], came["headers"], content_type)
        errors = self.openapi.iter_request_errors(request), self.openapi.iter_response_errors(request, response)
        return reasons(errors[0]), reasons(errors[1])


@pytest.fixture(scope="module")
def validators(bundle: Path) -> dict[str, Validator]:
    return {name: Validator(document(bundle, name)) for name in DOCUMENTS}


@needs_node
@pytest.mark.parametrize("name", EXCHANGES)
def test_a_twin_gives_an_exchange_the_same_verdict(validators: dict[str, Validator], name: str) -> None:
    exchange = EXCHANGES[name]
    request, response = validators[exchange.api].verdict(exchange.recording())
    assert not request if exchange.allowed in ("both", "request") else request
    assert not response if exchange.allowed in ("both", "response") else response
    assert validators[f"{exchange.api}-3.1"].verdict(exchange.recording()) == (request, response)


@needs_node
def test_a_twin_gives_each_recording_the_same_verdict(validators: dict[str, Validator]) -> None:
    differing = {}
    paths = sorted(RECORDINGS.glob("*/*/*.json"))
    assert paths
    for path in paths:
        recording = json.loads(path.read_text())
        old, new = validators[recording["request"]["api"]], validators[f"{recording['request']['api']}-3.1"]
        verdicts = old.verdict(recording), new.verdict(recording)
        if verdicts[0] != verdicts[1]:
            differing[path.relative_to(RECORDINGS).as_posix()] = verdicts
    assert not differing
