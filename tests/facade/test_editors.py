"""Completion and help in editors and prompts: jedi, IPython, pyright and basedpyright."""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jedi  # type: ignore[import-untyped]
import pytest

from tests.facade.language_server import LanguageServer
from tests.support.clients import FOCUS_TOKEN, TRACK_TOKEN
from toggl_tasks import AsyncFocus, AsyncTrack, Focus, Pages, Track
from toggl_tasks.track import Project, Task

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
USES = HERE / "typing_uses.txt"
"""Shared with test_typing."""
CLIENTS = """
from toggl_tasks import AsyncFocus, AsyncTrack, Focus, Track
track = Track(token="x")
focus = Focus(token="x")
async_track = AsyncTrack(token="x")
async_focus = AsyncFocus(token="x")
"""
track, focus = Track(token=TRACK_TOKEN), Focus(token=FOCUS_TOKEN)
async_track, async_focus = AsyncTrack(token=TRACK_TOKEN), AsyncFocus(token=FOCUS_TOKEN)
CALLS: dict[str, Callable[..., Any]] = {
    "Track(": Track,
    "AsyncTrack(": AsyncTrack,
    "Focus(": Focus,
    "AsyncFocus(": AsyncFocus,
    "track.with_options(": track.with_options,
    "track.tasks.list(1, ": track.tasks.list,
    "track.tasks.create(1, 2, ": track.tasks.create,
    "track.tasks.changes(1, 0, ": track.tasks.changes,
    "track.projects.list(1, ": track.projects.list,
    "track.projects.find(1, ": track.projects.find,
    "async_track.tasks.list(1, ": async_track.tasks.list,
    "focus.tasks.list(1, 2, ": focus.tasks.list,
    "focus.tasks.create(1, 2, ": focus.tasks.create,
    "async_focus.tasks.update(1, 2, 3, ": async_focus.tasks.update,
}
TASK = {*Task.__struct_fields__, "estimate", "tracked", "to_dict", "to_json"}
PROJECT = {*Project.__struct_fields__, "to_dict", "to_json"}
PAGES = {name for name in dir(Pages) if not name.startswith("_")}
RESOURCES = {"me", "organizations", "workspaces", "projects", "clients", "users", "tasks", "raw"}
ATTRIBUTES = {
    "track.": {*RESOURCES, "with_options", "quota", "budget", "close"},
    "async_track.": {*RESOURCES, "with_options", "quota", "budget", "close"},
    "track.with_options(timeout=5).": RESOURCES,
    "with Track() as opened:\n    opened.": RESOURCES,
    "track.tasks.": {"list", "get", "create", "update", "delete", "changes", "patch"},
    "track.tasks.list(1).": PAGES,
    "pages = track.tasks.list(1)\npages.": PAGES,
    "for task in track.tasks.list(1):\n    task.": TASK,
    "with Track() as opened:\n    for task in opened.tasks.list(1):\n        task.": TASK,
    "for page in track.tasks.list(1).pages():\n    for task in page.items:\n        task.": TASK,
    "track.tasks.get(1, 2, 3).": TASK,
    "track.tasks.list(1).first().": TASK,
    "project = track.projects.find(1, name='Website')\nproject.": PROJECT,
    "async def main():\n    async for task in async_track.tasks.list(1):\n        task.": TASK,
    "async def main():\n    task = await async_track.tasks.get(1, 2, 3)\n    task.": TASK,
    "async def main():\n    async with AsyncTrack() as opened:\n        opened.": RESOURCES,
}
REVEALED = """
from toggl_tasks import AsyncTrack, Track

def sync(track: Track) -> None:
    reveal_type(track.tasks.list(1))  # Pages[Task]
    reveal_type(track.tasks.get(1, 2, 3))  # Task
    reveal_type(track.projects.find(1, name="Website"))  # Project
    for task in track.tasks.list(1):
        reveal_type(task)  # Task
    with Track() as opened:
        reveal_type(opened)  # Track

async def asynchronous(track: AsyncTrack) -> None:
    reveal_type(track.tasks.list(1))  # AsyncPages[Task]
    reveal_type(await track.tasks.get(1, 2, 3))  # Task
    async for task in track.tasks.list(1):
        reveal_type(task)  # Task
    async with AsyncTrack() as opened:
        reveal_type(opened)  # AsyncTrack
"""
PLACES = [
    ("track.tasks.list(workspace, ^)", "completion"),
    ("Track(^)", "completion"),
    ("track.^", "completion"),
    ("for task in track.tasks.list(1): task.^", "completion"),
    ("track.tasks.create(^)", "signatureHelp"),
    ("track.tasks.list(workspace, act^ive=True)", "hover"),
    ("track.tasks.li^st", "hover"),
]
"""Not right after a number, where pyright completes nothing."""
RULES = {
    "arg-type": {"reportArgumentType"},
    "attr-defined": {"reportAttributeAccessIssue", "reportGeneralTypeIssues"},
    "call-arg": {"reportCallIssue"},
    "list-item": {"reportArgumentType"},
    "misc": {"reportGeneralTypeIssues"},
    "operator": {"reportOperatorIssue", "reportOptionalOperand"},
}
"""The rules of pyright for each code of mypy."""


def keywords(call: Callable[..., Any]) -> set[str]:
    parameters = inspect.signature(call).parameters.values()
    return {f"{parameter.name}=" for parameter in parameters if parameter.kind is parameter.KEYWORD_ONLY}


@pytest.fixture(scope="module")
def script(pytestconfig: pytest.Config) -> Callable[[str], Any]:
    """Makes a script of jedi, which reads code and does not run it."""
    if cache := getattr(pytestconfig, "cache", None):
        jedi.settings.cache_directory = str(cache.mkdir("jedi"))
    project = jedi.Project(ROOT, sys_path=[str(ROOT), str(ROOT / "generated"), *sys.path], smart_sys_path=False)
    return lambda code: jedi.Script(CLIENTS + code, project=project)


@pytest.mark.parametrize("code", CALLS)
def test_jedi_completes_the_keywords_of_a_call(script: Callable[[str], Any], code: str) -> None:
    completed = {item.name_with_symbols for item in script(code).complete()}
    assert {name for name in completed if name.endswith("=")} == keywords(CALLS[code])


@pytest.mark.parametrize("code", ATTRIBUTES)
def test_jedi_completes_attributes(script: Callable[[str], Any], code: str) -> None:
    completed = {item.name for item in script(code).complete()}
    assert completed >= ATTRIBUTES[code]
    # Neither the members of coroutines, nor those of the descriptor that makes a resource.
    assert not completed & {"cr_await", "sync", "asynchronous"}


@pytest.mark.parametrize("code", CALLS)
def test_jedi_shows_one_signature_with_the_descriptions(script: Callable[[str], Any], code: str) -> None:
    (signature,) = script(code).get_signatures()
    call = CALLS[code]
    assert [parameter.name for parameter in signature.params] == list(inspect.signature(call).parameters)
    assert inspect.cleandoc(signature.docstring(raw=True)) == inspect.getdoc(call)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The output and completions of IPython on existing objects. It runs once for all tests."""
    cells = [
        "from tests.support.service import SteadyService, reply",
        "from tests.support.tasks import track_page, track_task",
        "from toggl_tasks import *",
        "track = Track(token='x', transport=SteadyService(reply(track_page(track_task()))))",
        "pages = track.tasks.list(1)",
        "for task in pages: pass",
        "track",
        "pages",
        "track.tasks.list?",
        "Track?",
    ]
    texts = ["track.", "track.tasks.list(1, ", "track.tasks.create(1, 2, ", "Track(", "pages.", "task."]
    texts += ["for other in track.tasks.list(1): other.", "track.projects.find(1, name='Website')."]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.facade.ipython_session"],
        input=json.dumps({"cells": cells, "texts": texts}),
        cwd=ROOT,
        env=os.environ | {"IPYTHONDIR": str(tmp_path_factory.mktemp("ipython")), "PYTHONPATH": str(ROOT / "generated")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


def test_ipython_completes_the_keywords_of_a_call(session: Any) -> None:
    for text in ("track.tasks.list(1, ", "track.tasks.create(1, 2, ", "Track("):
        assert {name for name in session["completions"][text] if name.endswith("=")} == keywords(CALLS[text]), text


def test_ipython_completes_attributes(session: Any) -> None:
    completions = {text: set(names) for text, names in session["completions"].items()}
    assert completions["track."] >= RESOURCES
    assert completions["pages."] >= PAGES
    assert completions["task."] >= TASK
    assert completions["for other in track.tasks.list(1): other."] >= TASK
    assert completions["track.projects.find(1, name='Website')."] >= PROJECT


def test_ipython_shows_signatures_and_descriptions(session: Any) -> None:
    shown = session["outputs"]["track.tasks.list?"]
    assert "per_page: 'int' = 200" in shown
    assert "-> 'Pages[models.Task]'" in shown
    assert all(f"    {name.rstrip('=')}: " in shown.partition("Args:")[2] for name in keywords(track.tasks.list))
    shown = session["outputs"]["Track?"]
    assert "timeout: 'float | None' = 30.0" in shown
    assert "timeout: Timeout in seconds" in shown


def test_ipython_shows_what_an_object_is(session: Any) -> None:
    assert session["outputs"]["track"].endswith("<Track https://api.track.toggl.com/api/v9>\n")
    assert session["outputs"]["pages"].endswith("<Pages of list_workspace_tasks at /workspaces/1/tasks: 1 items>\n")


@pytest.fixture(scope="module", params=["pyright", "basedpyright"])
def findings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[int, Any]]:
    """The report of a type checker in strict mode, by file and line. Each runs once for all tests."""
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "uses.py").write_text(USES.read_text())
    (folder / "revealed.py").write_text(REVEALED)
    settings = {"typeCheckingMode": "strict", "extraPaths": [str(ROOT), str(ROOT / "generated")]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    done = subprocess.run(
        [sys.executable, "-m", request.param, "--pythonpath", sys.executable, "--outputjson"],
        cwd=folder,
        # Each brings its own Node.js; neither may look for a newer version.
        env=os.environ | {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    found: dict[str, dict[int, Any]] = {"uses.py": {}, "revealed.py": {}}
    for finding in json.loads(done.stdout)["generalDiagnostics"]:
        lines = found[Path(finding["file"]).name]
        lines.setdefault(finding["range"]["start"]["line"] + 1, []).append((finding.get("rule"), finding["message"]))
    return found


def test_type_checkers_report_only_the_wrong_uses(findings: dict[str, dict[int, Any]]) -> None:
    lines = enumerate(USES.read_text().splitlines(), 1)
    expected = {number: code[1] for number, line in lines if (code := re.search(r"# error: \[([a-z-]+)\]", line))}
    found = findings["uses.py"]
    assert {line: found[line] for line in found.keys() - expected.keys()} == {}
    missing = {line for line, code in expected.items() if not RULES[code] & {rule for rule, _ in found.get(line, [])}}
    assert missing == set()


def test_type_checkers_reveal_the_results(findings: dict[str, dict[int, Any]]) -> None:
    for number, line in enumerate(REVEALED.splitlines(), 1):
        found = [message for _, message in findings["revealed.py"].get(number, [])]
        if expected := re.search(r"reveal_type\((.*)\)  # (.*)$", line):
            assert found == [f'Type of "{expected[1]}" is "{expected[2]}"']
        else:
            assert found == []


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The hover text of pyright's language server, the base of Pylance, at the `^` of each place."""
    folder = tmp_path_factory.mktemp("language_server")
    settings = {"extraPaths": [str(ROOT), str(ROOT / "generated")]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    lines = ["workspace = 1", *(place.replace("^", "") for place, _ in PLACES)]
    command = [sys.executable, "-m", "pyright.langserver", "--stdio"]
    with LanguageServer(command, folder, sys.executable) as server:
        server.open(CLIENTS + "\n".join(lines))
        first = CLIENTS.count("\n") + 1
        return {
            place: server.at(first + number, place.index("^"), method) for number, (place, method) in enumerate(PLACES)
        }


def test_the_language_server_completes_the_keywords_of_a_call(shown: dict[str, Any]) -> None:
    for place, call in (("track.tasks.list(workspace, ^)", track.tasks.list), ("Track(^)", Track)):
        labels = {item["label"] for item in shown[place]["items"]}
        assert labels >= keywords(call), place


def test_the_language_server_completes_attributes(shown: dict[str, Any]) -> None:
    assert {item["label"] for item in shown["for task in track.tasks.list(1): task.^"]["items"]} >= TASK
    assert {item["label"] for item in shown["track.^"]["items"]} >= RESOURCES


def test_the_language_server_shows_a_signature(shown: dict[str, Any]) -> None:
    (signature,) = shown["track.tasks.create(^)"]["signatures"]
    names = list(inspect.signature(track.tasks.create).parameters)
    assert [
        parameter["label"].partition(":")[0] for parameter in signature["parameters"] if ":" in parameter["label"]
    ] == names


def test_hover_shows_the_whole_description_of_a_filter(shown: dict[str, Any]) -> None:
    described = re.search(r"\n    active: (.*)\n    \w+: ", inspect.getdoc(track.tasks.list) or "")
    assert described is not None
    assert len(described[1]) > 90
    for place in ("track.tasks.list(workspace, act^ive=True)", "track.tasks.li^st"):
        assert described[1] in shown[place]["contents"]["value"], place
