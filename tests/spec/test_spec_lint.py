"""Every rule of `make spec-lint` has an example that breaks it and nothing else."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml as yaml_1_1
from ruamel.yaml import YAML

from generator import ROOT, tools
from generator.__main__ import main
from generator.checks.spec_lint import CONFIGURATION, VALID, Problem, lint
from generator.specification import SPECIFICATIONS
from generator.tools import ToolError, redocly
from tests.support.harbour import Document, change, crew, detail, harbour, json_of, properties, read
from tests.support.outside_programs import make_with_nothing_installed, needs

Break = Callable[[Document], object]

#: Rules that may report an example in addition to its own rule.
COMPANIONS = {
    "operation-operationId-unique": {"portable/names-differ-in-more-than-case"},
    "portable/one-success": {"operation-2xx-response"},
}

needs_redocly = needs(redocly)


def shared_parameter(document: Document) -> Document:
    """The parameter of the path, which both operations share."""
    found: Document = document["components"]["parameters"]["BoatId"]
    return found


def success_response(document: Document) -> Document:
    """The response of a success."""
    found: Document = read(document)["responses"]["200"]
    return found


def schemas(document: Document) -> Document:
    """The named schemas."""
    found: Document = document["components"]["schemas"]
    return found


def text_of(response: Document) -> Document:
    """The text body of a response."""
    found: Document = response["content"]["text/plain"]
    return found


def used_schema(name: str, schema: Document) -> Break:
    """Adds a schema, and a field of it."""

    def add(document: Document) -> None:
        schemas(document)[name] = schema
        properties(document)["owner"] = {"$ref": f"#/components/schemas/{name}"}

    return add


def crew_may_be_empty(document: Document) -> Document:
    """The items of the query parameter, which this allows to be empty."""
    items: Document = crew(document)["schema"]["items"]
    items.clear()
    items.update({"type": "string", "pattern": "^([1-9][0-9]{0,17})?$", "x-nullable-id": True})
    return items


OBJECT = {"type": "object", "description": "Something else."}
TEXT = {"type": "string", "description": "Something else."}
NUMBER = {"type": "number", "description": "Its length in metres."}
BERTH = {"$ref": "#/components/schemas/Berth"}
ERROR_TEXT = "#/components/schemas/ErrorText"
EITHER = [BERTH, {"$ref": ERROR_TEXT}]
BODY = {"schema": {"$ref": "#/components/schemas/Boat"}}
SHIPS = {"name": "ships", "description": "All the ships."}
OTHER_SERVER = {"url": "https://other.invalid", "description": "Another one."}
PER_PAGE = {
    "name": "per_page",
    "in": "query",
    "required": False,
    "style": "form",
    "explode": True,
    "description": "Boats on a page.",
    "schema": {"type": "integer"},
}

EXAMPLES: list[tuple[str, str, Break]] = [
    # Documents
    ("rule/openapi-3.0.3", "another OpenAPI", lambda d: d.update(openapi="3.0.2")),
    ("rule/version-is-semantic", "a version of two numbers", lambda d: d["info"].update(version="1.2")),
    ("rule/version-is-semantic", "a version with a leading v", lambda d: d["info"].update(version="v1.2.3")),
    ("rule/one-server", "two servers", lambda d: d["servers"].append(OTHER_SERVER)),
    ("rule/no-server-of-a-path", "one", lambda d: d["paths"]["/boats/{boat_id}"].update(servers=[OTHER_SERVER])),
    ("rule/no-server-of-an-operation", "one", lambda d: read(d).update(servers=[OTHER_SERVER])),
    ("portable/known-extensions", "an unknown one in an operation", lambda d: read(d).update({"x-internal": True})),
    ("portable/known-extensions", "one in a field", lambda d: properties(d)["rig"].update({"x-order": 1})),
    ("portable/known-extensions", "one in the document", lambda d: d.update({"x-tagGroups": []})),
    ("portable/evidence", "an unknown class", lambda d: change(d).update({"x-evidence": "guessed"})),
    ("portable/evidence", "none in a field", lambda d: properties(d)["rig"].update({"x-evidence": None})),
    ("portable/source", "a page that is not there", lambda d: read(d)["x-source"].update(page="ships")),
    ("portable/source", "an older page that is not there", lambda d: read(d)["x-source"].update(older=["ships"])),
    ("portable/source", "no page", lambda d: read(d)["x-source"].pop("page")),
    ("portable/source", "something else", lambda d: read(d)["x-source"].update(newer=["boats"])),
    ("portable/source", "a page and evidence", lambda d: read(d).update({"x-evidence": "observed"})),
    ("portable/source", "neither a page nor evidence", lambda d: change(d).pop("x-evidence")),
    ("portable/described", "a document that is not", lambda d: d["info"].pop("description")),
    ("portable/described", "a tag that is not", lambda d: d["tags"][0].update(description="Boats")),
    ("portable/described", "a server that is not", lambda d: d["servers"][0].pop("description")),
    (
        "portable/described",
        "a way to authenticate that is not",
        lambda d: d["components"]["securitySchemes"]["basicAuth"].pop("description"),
    ),
    ("portable/described", "an operation that is not", lambda d: read(d).pop("description")),
    ("portable/described", "a summary that is no sentence", lambda d: read(d).update(summary="Read one boat")),
    ("portable/described", "a parameter that is not", lambda d: crew(d).pop("description")),
    (
        "portable/described",
        "a header that is not",
        lambda d: read(d)["responses"]["200"]["headers"]["X-Age"].pop("description"),
    ),
    ("portable/described", "a response that is not", lambda d: read(d)["responses"]["401"].update(description=" ")),
    ("portable/described", "a response in a word", lambda d: read(d)["responses"]["401"].update(description="Bad.")),
    ("portable/described", "a schema that is not", lambda d: schemas(d)["Boat"].pop("description")),
    ("portable/described", "a property that is not", lambda d: properties(d)["rig"].pop("description")),
    (
        "portable/described",
        "a property without a full stop",
        lambda d: properties(d)["rig"].update(description="Its rig"),
    ),
    ("portable/described", "a property whose schema is not", lambda d: schemas(d)["Berth"].pop("description")),
    ("spec-ref-siblings", "nullable", lambda d: properties(d)["berth"].update(nullable=True)),
    (
        "portable/names-differ-in-more-than-case",
        "operations",
        lambda d: change(d).update(operationId=read(d)["operationId"].lower()),
    ),
    ("portable/names-differ-in-more-than-case", "schemas", used_schema("BoAt", OBJECT)),
    ("no-unused-components", "a schema", lambda d: schemas(d).update(Mast=TEXT)),
    (
        "no-unused-components",
        "a parameter",
        lambda d: d["components"]["parameters"].update(Since=read(d)["parameters"][1]),
    ),
    # Operations
    ("operation-operationId", "none", lambda d: read(d).pop("operationId")),
    ("operation-operationId-unique", "the same twice", lambda d: read(d).update(operationId="replaceBoat")),
    ("rule/operation-id-is-camel-case", "snake case", lambda d: read(d).update(operationId="get_boat")),
    ("rule/operation-id-is-camel-case", "Pascal case", lambda d: read(d).update(operationId="GetBoat")),
    ("operation-singular-tag", "two", lambda d: [d["tags"].append(SHIPS), read(d)["tags"].append("ships")]),
    ("operation-tag-defined", "an unknown one", lambda d: read(d).update(tags=["ships"])),
    ("portable/one-content-type", "two", lambda d: change(d)["requestBody"]["content"].update({"text/plain": BODY})),
    (
        "portable/one-content-type",
        "another one",
        lambda d: read(d)["responses"]["200"].update(content={"text/html": BODY}),
    ),
    ("portable/one-content-type", "none", lambda d: read(d)["responses"]["401"].update(content={})),
    (
        "portable/one-success",
        "two",
        lambda d: read(d)["responses"].update({"202": {"description": "Some time later."}}),
    ),
    ("portable/one-success", "none", lambda d: read(d)["responses"].pop("200")),
    (
        "portable/one-error-type",
        "another schema",
        lambda d: text_of(read(d)["responses"]["404"]).update(schema=BERTH),
    ),
    (
        "portable/one-error-type",
        "another content type",
        lambda d: read(d)["responses"]["404"].update(
            content={"application/json": text_of(read(d)["responses"]["404"])}
        ),
    ),
    ("portable/one-error-type", "none", lambda d: change(d)["responses"]["400"].pop("content")),
    # Parameters
    ("rule/explicit-serialization", "no style", lambda d: crew(d).pop("style")),
    ("rule/explicit-serialization", "no explode", lambda d: crew(d).pop("explode")),
    ("rule/explicit-serialization", "no required", lambda d: crew(d).pop("required")),
    ("rule/explicit-serialization", "no style in a shared one", lambda d: shared_parameter(d).pop("style")),
    ("rule/parameter-of-path-or-query", "a header", lambda d: crew(d).update({"in": "header", "style": "simple"})),
    ("portable/simple-parameter", "oneOf", lambda d: detail(d).update(schema={"oneOf": EITHER})),
    ("portable/simple-parameter", "anyOf with a type", lambda d: detail(d)["schema"].update(anyOf=EITHER)),
    (
        "portable/simple-parameter",
        "alternatives in an array",
        lambda d: crew(d)["schema"].update(items={"anyOf": EITHER}),
    ),
    ("portable/simple-parameter", "anyOf of an array", lambda d: crew(d)["schema"].update(anyOf=EITHER)),
    ("portable/simple-parameter", "oneOf of items", lambda d: crew(d)["schema"]["items"].update(oneOf=EITHER)),
    ("portable/simple-parameter", "a reference", lambda d: detail(d).update(schema={"$ref": ERROR_TEXT})),
    ("portable/empty-member", "allowEmptyValue", lambda d: crew(d).update(allowEmptyValue=True)),
    ("portable/empty-member", "nullable items", lambda d: crew(d)["schema"]["items"].update(nullable=True)),
    ("portable/empty-member", "items without x-nullable-id", lambda d: crew_may_be_empty(d).pop("x-nullable-id")),
    (
        "portable/empty-member",
        "items with another pattern",
        lambda d: crew_may_be_empty(d).update(pattern="^[1-9][0-9]*$"),
    ),
    (
        "portable/empty-member",
        "x-nullable-id of another type",
        lambda d: crew_may_be_empty(d).update({"x-nullable-id": "yes"}),
    ),
    ("portable/positive-id", "no minimum", lambda d: shared_parameter(d)["schema"].pop("minimum")),
    ("portable/positive-id", "zero", lambda d: shared_parameter(d)["schema"].update(minimum=0)),
    ("portable/positive-id", "32 bits", lambda d: shared_parameter(d)["schema"].pop("format")),
    ("portable/positive-id", "no minimum of the members", lambda d: crew(d)["schema"]["items"].pop("minimum")),
    ("portable/positive-id", "id itself", lambda d: detail(d).update(name="id", schema={"type": "integer"})),
    ("portable/positive-id", "pid", lambda d: detail(d).update(name="pid", schema={"type": "integer"})),
    (
        "portable/positive-id",
        "a list in a text",
        lambda d: detail(d).update(name="boat_ids", schema={"type": "string"}),
    ),
    ("portable/limit-of-pages", "no maximum", lambda d: read(d)["parameters"].append(PER_PAGE)),
    (
        "portable/limit-of-pages",
        "an unknown maximum",
        lambda d: [
            read(d).update(operationId="listMyTasks"),
            read(d)["parameters"].append({**PER_PAGE, "schema": {"type": "integer", "maximum": 9}}),
        ],
    ),
    # Schemas
    ("rule/name-of-schema", "snake case", used_schema("boat_owner", OBJECT)),
    ("rule/free-name-of-schema", "Client", used_schema("Client", OBJECT)),
    ("rule/free-name-of-schema", "List", used_schema("List", OBJECT)),
    ("nullable-type-sibling", "no type", lambda d: properties(d)["name"].pop("type")),
    (
        "rule/no-all-of",
        "alone",
        lambda d: properties(d).update(mooring={"description": "Where it is.", "allOf": [BERTH]}),
    ),
    (
        "rule/no-all-of",
        "next to nullable",
        lambda d: properties(d).update(mooring={**TEXT, "nullable": True, "allOf": [{"$ref": ERROR_TEXT}]}),
    ),
    ("rule/whole-pattern", "no beginning", lambda d: properties(d)["name"].update(pattern="[a-z]$")),
    ("portable/named-objects", "a response", lambda d: json_of(read(d)["responses"]["200"]).update(schema=TEXT)),
    (
        "portable/named-objects",
        "a request",
        lambda d: json_of(change(d)["requestBody"]).update(
            schema={"type": "array", "items": {"$ref": "#/components/schemas/BoatChange"}}
        ),
    ),
    ("portable/named-objects", "an object in an object", lambda d: properties(d).update(mast=OBJECT)),
    (
        "portable/named-objects",
        "an object in a list",
        lambda d: properties(d).update(masts={**TEXT, "type": "array", "items": {"properties": {}}}),
    ),
    (
        "portable/named-objects",
        "an alternative",
        lambda d: properties(d).update(mast={"description": "Its mast.", "oneOf": [TEXT, BERTH]}),
    ),
    ("portable/enum-of-texts", "null", lambda d: properties(d)["rig"].update(enum=["sloop", None], nullable=True)),
    ("portable/enum-of-texts", "no type", lambda d: properties(d)["rig"].pop("type")),
    ("portable/enum-of-texts", "numbers", lambda d: properties(d)["waited"].update(enum=[1, 2])),
    ("portable/enum-of-texts", "only another case", lambda d: properties(d)["rig"].update(enum=["sloop", "Sloop"])),
    ("portable/array-has-items", "none", lambda d: properties(d)["name"].update(type="array")),
    ("no-schema-type-mismatch", "items of a text", lambda d: properties(d)["name"].update(items={"type": "string"})),
    ("rule/number-is-double", "no format", lambda d: properties(d).update(length=NUMBER)),
    ("rule/number-is-double", "32 bits", lambda d: properties(d).update(length={**NUMBER, "format": "float"})),
    (
        "portable/duration",
        "an unknown unit",
        lambda d: properties(d)["waited"]["x-duration"].update(unit="hours"),
    ),
    ("portable/duration", "no property", lambda d: properties(d)["waited"]["x-duration"].pop("property")),
    (
        "portable/duration",
        "of a text",
        lambda d: properties(d)["name"].update({"x-duration": {"property": "a", "unit": "seconds"}}),
    ),
    (VALID, "a default of another type", lambda d: properties(d)["rig"].update(default=7)),
]
IDENTIFIERS = [f"{rule}: {what}" for rule, what, _ in EXAMPLES]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the examples and the pages they name are."""
    folder = tmp_path_factory.mktemp("lint")
    (folder / "documented").mkdir()
    for page in ("boats", "boats-before"):
        (folder / "documented" / f"{page}.json").write_text("{}")
    return folder


@pytest.fixture(scope="module")
def problems(folder: Path) -> dict[int, list[Problem]]:
    """The problems of each example, by number; -1 and -2 break nothing. One run of redocly for all."""
    odd = harbour()
    for name in ("x-position", "x-evidence"):
        properties(odd)[name] = {"type": "string", "description": "A name that the vendor chose."}
    files = {-1: write_document(folder / "harbour.json", harbour()), -2: write_document(folder / "odd.json", odd)}
    for number, (_, _, break_it) in enumerate(EXAMPLES):
        document = harbour()
        break_it(document)
        files[number] = write_document(folder / f"{number}.json", document)
    found = lint(list(files.values()))
    return {number: [problem for problem in found if problem.file == file] for number, file in files.items()}


def write_document(file: Path, document: Document) -> Path:
    """Write a document and return its file."""
    file.write_text(json.dumps(document))
    return file


@pytest.fixture
def specification(folder: Path, tmp_path: Path) -> Path:
    """A folder with two valid documents, which a test may break."""
    shutil.copytree(folder / "documented", tmp_path / "spec/documented")
    for name in SPECIFICATIONS:
        write_document(tmp_path / f"spec/{name}.yaml", harbour())
    return tmp_path / "spec"


@needs_redocly
def test_the_unbroken_example_breaks_no_rule(problems: dict[int, list[Problem]]) -> None:
    assert problems[-1] == []


@needs_redocly
def test_a_field_may_be_named_like_an_extension(problems: dict[int, list[Problem]]) -> None:
    assert {problem.rule for problem in problems[-2]} - {VALID} == set()


@needs_redocly
@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=IDENTIFIERS)
def test_an_example_breaks_its_rule_and_no_other(number: int, problems: dict[int, list[Problem]]) -> None:
    rule = EXAMPLES[number][0]
    found = {problem.rule for problem in problems[number]}
    assert rule in found
    # Much of what is not portable is nothing that our generators can use either.
    assert found - {VALID} <= {rule} | COMPANIONS.get(rule, set())


@needs_redocly
def test_a_problem_has_file_line_and_pointer(problems: dict[int, list[Problem]]) -> None:
    number = [what for _, what, _ in EXAMPLES].index("a property that is not")
    [problem] = problems[number]
    assert problem.pointer == "/components/schemas/Boat/properties/rig"
    assert (problem.line, problem.column) > (0, 0)
    assert re.fullmatch(
        rf".*{number}\.json:1:\d+: /components/schemas/Boat/properties/rig: .* \(portable/described\)", str(problem)
    )


def test_every_rule_has_an_example() -> None:
    configured = YAML(typ="safe").load(CONFIGURATION)["rules"]
    named = {rule for rule, setting in configured.items() if setting != "off"}
    assert named | {VALID} == {rule for rule, _, _ in EXAMPLES}


def test_every_rule_of_ours_is_enabled() -> None:
    source = (ROOT / "generator/checks/portable_rules.js").read_text()
    ours = re.findall(r'^        "([a-z-]+)": \w+,$', source, re.MULTILINE)
    configured = YAML(typ="safe").load(CONFIGURATION)["rules"]
    on = {rule for rule, setting in configured.items() if setting == "error" or "severity" in setting}
    assert len(ours) == 16
    assert {f"portable/{name}" for name in ours} == {rule for rule in on if rule.startswith("portable/")}


@needs_redocly
def test_the_specification_breaks_no_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["spec-lint"]) == 0
    assert capsys.readouterr().out == "spec/ breaks no rule\n"


@pytest.mark.parametrize("name", SPECIFICATIONS)
def test_the_specification_is_equal_in_yaml_1_1_and_1_2(name: str) -> None:
    """`no` and `on` are booleans and `0123` is octal to half of the world's YAML readers."""
    text = (ROOT / f"spec/{name}.yaml").read_text()
    assert yaml_1_1.safe_load(text) == YAML(typ="safe", pure=True).load(text)


def test_operations_without_a_known_limit_exist() -> None:
    unknown = YAML(typ="safe").load(CONFIGURATION)["rules"]["portable/limit-of-pages"]["unknown"]
    text = "".join((ROOT / f"spec/{name}.yaml").read_text() for name in SPECIFICATIONS)
    assert [name for name in unknown if f"operationId: {name}\n" not in text] == []


@needs_redocly
def test_each_problem_is_one_line(specification: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = harbour()
    read(document).update(description="Answers the boat")
    track = write_document(specification / "track.yaml", document)
    assert main(["spec-lint", "--spec", str(specification)]) == 1
    out, err = capsys.readouterr()
    [line] = out.splitlines()
    assert line.endswith(" (portable/described)")
    assert f"{os.path.relpath(track)}:" in line
    assert err == "1 problem\n"


@needs_redocly
def test_a_broken_scenario_is_a_problem(specification: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenarios = shutil.copytree(ROOT / "spec/scenarios", specification / "scenarios")
    broken = scenarios / "focus.arazzo.yaml"
    broken.write_text(broken.read_text().replace("stepId: focus-archive", "stepId: focus-delete"))
    assert main(["spec-lint", "--spec", str(specification)]) == 1
    [line] = capsys.readouterr().out.splitlines()
    assert "scenarios/focus.arazzo.yaml:" in line
    assert "stepId" in line


@needs_redocly
def test_a_file_that_is_not_yaml_is_a_problem(specification: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (specification / "focus.yaml").write_text("openapi: [")
    assert main(["spec-lint", "--spec", str(specification)]) == 1
    [line] = capsys.readouterr().out.splitlines()
    assert "focus.yaml" in line
    assert VALID in line


@needs_redocly
def test_a_failure_of_redocly_raises(folder: Path) -> None:
    file = write_document(folder / "harbour.json", harbour())
    with pytest.raises(ToolError, match=r"redocly failed: .+"):
        lint([file], configuration=folder / "missing.yaml")


def test_a_missing_node_exits_with_2_and_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["spec-lint"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(r"spec-lint needs Node\.js \S+ or later, with npm: .*\n", err)


@needs_redocly
def test_a_missing_redocly_exits_with_2_and_says_what_to_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tools, "REDOCLY", tmp_path / "cli.js")
    assert main(["spec-lint"]) == 2
    assert re.fullmatch(r"redocly is not installed: .*\n", capsys.readouterr().err)


def test_make_without_node_says_what_to_install(tmp_path: Path) -> None:
    done = make_with_nothing_installed("node_modules/.ready", newer="package.json", folder=tmp_path)
    assert done.returncode == 2
    assert "needs Node.js" in done.stderr.splitlines()[0]


@needs_redocly
def test_linting_opens_no_connection(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path) -> None:
    asked = tmp_path / "asked"
    listener = tmp_path / "listener.cjs"
    listener.write_text(
        f"""
        const net = require("net"), dns = require("dns"), fs = require("fs"), connect = net.Socket.prototype.connect;
        const note = (what) => fs.appendFileSync({json.dumps(str(asked))}, what + "\\n");
        net.Socket.prototype.connect = function (...given) {{ note("connect"); return connect.apply(this, given); }};
        const lookup = dns.lookup;
        dns.lookup = function (...given) {{ note("lookup " + given[0]); return lookup.apply(this, given); }};
        note("listening");
        """
    )
    monkeypatch.setenv("NODE_OPTIONS", f"--require={listener}")
    lint([write_document(folder / "harbour.json", harbour())])
    assert asked.read_text() == "listening\n"


@pytest.mark.parametrize("folder", [".", "benchmarks"])
def test_a_lock_of_npm_has_hashes_and_no_addresses(folder: str) -> None:
    text = (ROOT / folder / "package-lock.json").read_text()
    packages = json.loads(text)["packages"]
    wanted = json.loads((ROOT / folder / "package.json").read_text())["devDependencies"]
    assert packages[""]["devDependencies"] == wanted
    for name, package in packages.items():
        if name:
            assert package["integrity"].startswith("sha512-"), name
            package.pop("funding", None)
            assert "://" not in json.dumps(package), name
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert "resolved" not in text
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text().splitlines()
