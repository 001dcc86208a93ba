"""The state in a file: acknowledged changes survive a crash, and an unusable file is left unchanged."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import Any

import httpx
import pytest

from toggl_sandbox import Clock, Fault, Sandbox, StoreError
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.state.store import APPLICATION, VERSION

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "toggl_sandbox", "--port", "0", "--persist"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'generated'}", "NO_COLOR": "1"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


def export_after_crash(path: Path) -> bytes:
    """Return the state that a sandbox would find if the one that has the file open were killed now."""
    copy = path.with_name("copy.db")
    copy.unlink(missing_ok=True)
    for suffix in ("", "-wal"):
        if Path(f"{path}{suffix}").exists():
            shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    with Sandbox(persist=copy) as sandbox:
        return sandbox.export_state()


@contextmanager
def connect(sandbox: Sandbox) -> Iterator[tuple[httpx.Client, str, str]]:
    """A client, with the addresses of the tasks of a project in Track and of the workspace in Focus."""
    workspace = f"workspaces/{sandbox.workspace_id}"
    with httpx.Client(transport=sandbox.transport(), auth=(sandbox.email, sandbox.password)) as client:
        yield (
            client,
            f"{sandbox.track_url}/{workspace}/projects/{sandbox.project_id}/tasks",
            f"{sandbox.focus_url}/organizations/{sandbox.organization_id}/{workspace}/tasks",
        )


def ask(client: httpx.Client, method: str, url: str, body: object = None) -> Any:
    reply = client.request(method, url, json=body)
    assert reply.is_success, reply.text
    return reply.json() if reply.content else None


def test_every_reply_is_sent_after_its_changes_are_saved(path: Path) -> None:
    with Sandbox(seed=7, persist=path, plan="premium", rate_limit=True, clock=Clock(FROZEN_AT)) as sandbox:
        assert not sandbox.restored

        def check() -> None:
            assert export_after_crash(path) == sandbox.export_state()

        check()
        with connect(sandbox) as (client, track, focus):
            task = ask(client, "POST", track, {"name": "One"})
            check()
            ask(client, "PUT", f"{track}/{task['id']}", {"active": False})
            check()
            ask(client, "DELETE", f"{track}/{task['id']}")
            check()
            made = ask(client, "POST", f"{focus}/bulk", {"tasks": [{"name": "A"}, {"name": "B"}]})
            check()
            sandbox.rate_limit.enabled = False
            items = [{"id": one["id"], "parent_task_id": None, "pinned": True} for one in made]
            ask(client, "PATCH", f"{focus}/bulk", items)
            check()
            ask(client, "DELETE", f"{focus}/{made[0]['id']}")
            check()
            projects = f"{sandbox.track_url}/workspaces/{sandbox.workspace_id}/projects"
            project = ask(client, "POST", projects, {"name": "New", "active": True})
            check()
            ask(client, "PUT", f"{projects}/{project['id']}", {"name": "Renamed", "start_date": "2025-01-01"})
            check()
            ask(client, "POST", f"{projects}/{project['id']}/tasks", {"name": "In it"})
            check()
            ask(client, "DELETE", f"{projects}/{project['id']}")
            check()
            ask(client, "DELETE", f"{projects}/{sandbox.seeded.archived_project_id}")
            check()
            ask(client, "GET", track)
            check()
            sandbox.faults.add(Fault(method="POST", drop="closed", when="after", count=1))
            with pytest.raises(httpx.RemoteProtocolError):
                client.post(track, json={"name": "Kept all the same"})
            check()
            assert b"Kept all the same" in export_after_crash(path)
        sandbox.clock.advance(100)
        sandbox.quota.plan = "free"
        sandbox.save()
        check()
        document = sandbox.export_state()
        sandbox.reseed(3)
        check()
        sandbox.import_state(document)
        check()
        sandbox.reset()
        check()


def test_the_control_plane_saves_its_changes(path: Path) -> None:
    with Sandbox(persist=path) as sandbox, httpx.Client(transport=sandbox.transport(), base_url="http://x") as client:
        document = client.get("/_sandbox/state").content
        for method, url, body in (
            ("POST", "/clock/freeze", b'{"at": "2025-01-01T00:00:00Z"}'),
            ("POST", "/seed", b'{"seed": 7}'),
            ("PATCH", "/quota", b'{"plan": "free"}'),
            ("POST", "/faults", b'{"status": 503}'),
            ("PUT", "/quota/remaining", b'{"remaining": 5}'),
            ("PUT", "/state", document),
            ("POST", "/clock/freeze", b'{"at": "2025-01-01T00:00:00Z"}'),
            ("POST", "/clock/advance", b'{"seconds": 60}'),
            ("POST", "/reset", b""),
        ):
            assert client.request(method, f"/_sandbox{url}", content=body).status_code == 200
            assert export_after_crash(path) == sandbox.export_state()


def test_an_existing_file_is_resumed(path: Path) -> None:
    with Sandbox(seed=7, persist=path, plan="free", clock=Clock(FROZEN_AT)) as sandbox:
        with connect(sandbox) as (client, track, _):
            first = ask(client, "POST", track, {"name": "First"})
        sandbox.quota.plan = "premium"
        sandbox.clock.advance(60)
        document = sandbox.export_state()
    assert not path.with_name("state.db-wal").exists()
    with Sandbox(seed=9, persist=path, plan="starter", rate_limit=True) as sandbox:
        assert sandbox.restored
        assert sandbox.export_state() == document
        with connect(sandbox) as (client, track, _):
            assert ask(client, "POST", track, {"name": "Second"})["id"] == first["id"] + 1
            assert client.post(track, json={"name": "First"}).status_code == 400
        sandbox.reset()
        assert (sandbox.seed, sandbox.quota.plan, sandbox.rate_limit.enabled) == (7, "free", False)
        assert sandbox.clock.now() == FROZEN_AT
        sandbox.close()


def test_a_closed_sandbox_answers_500_and_saves_nothing(path: Path) -> None:
    sandbox = Sandbox(persist=path)
    with sandbox, connect(sandbox) as (client, track, focus):
        before = sandbox.export_state()
        sandbox.close()
        for url in (track, focus):
            reply = client.post(url, json={"name": "Late"})
            assert reply.status_code == 500
            assert f"{path} was closed with its sandbox" in reply.text
            assert reply.headers["x-toggl-quota-remaining"]
    with pytest.raises(StoreError, match="was closed with its sandbox"):
        sandbox.reset()
    with Sandbox(persist=path) as again:
        assert b"Late" not in again.export_state()
        assert len(again.export_state()) == len(before)


def test_a_request_writes_only_what_it_changed(path: Path) -> None:
    with Sandbox(persist=path) as sandbox, connect(sandbox) as (client, track, focus):
        assert sandbox._store
        connection = sandbox._store._connection

        def rows(method: str, url: str, body: object = None) -> int:
            before = connection.total_changes
            ask(client, method, url, body)
            return connection.total_changes - before

        # One more is the row of everything but the entities.
        assert rows("POST", track, {"name": "One"}) == 1 + 1
        assert rows("POST", f"{focus}/bulk", {"tasks": [{"name": str(number)} for number in range(5)]}) == 1 + 5
        assert rows("GET", track) == 1
        assert rows("GET", "http://x/_sandbox/quota") == 0
        assert rows("POST", "http://x/_sandbox/clock/freeze") == 1


def test_a_restart_writes_nothing(path: Path) -> None:
    Sandbox(persist=path).close()
    with Sandbox(persist=path) as sandbox:
        assert sandbox._store
        sandbox.save()
        assert sandbox._store._connection.total_changes == 0


def test_the_order_of_tasks_is_saved(path: Path) -> None:
    with Sandbox(persist=path) as sandbox:
        document = json.loads(sandbox.export_state())
        document["contents"]["focus_tasks"].reverse()
        sandbox.import_state(json.dumps(document))
        assert export_after_crash(path) == sandbox.export_state()


def test_reading_does_not_change_the_order_of_projects(path: Path) -> None:
    """The order in which projects were read is neither saved nor exported."""
    with Sandbox(persist=path) as sandbox, connect(sandbox) as (client, track, _):
        projects = track.rpartition("/")[0].rpartition("/")[0]
        one, two = (ask(client, "POST", projects, {"name": name, "active": True})["id"] for name in ("One", "Two"))
        ask(client, "GET", f"{projects}/{one}/tasks")
        ask(client, "POST", f"{projects}/{two}/tasks", {"name": "First"})
        ask(client, "POST", f"{projects}/{one}/tasks", {"name": "Second"})
        assert export_after_crash(path) == sandbox.export_state()


def test_a_failed_save_answers_500_and_is_repeated_later(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with Sandbox(persist=path) as sandbox, connect(sandbox) as (client, track, focus):
        assert sandbox._store
        execute = sandbox._store._connection.execute
        pages = execute("PRAGMA page_count").fetchone()[0]
        execute(f"PRAGMA max_page_count = {pages}")
        long = "x" * 100_000
        for url in (track, focus):
            reply = client.post(url, json={"name": f"Long {long}"})
            assert reply.status_code == 500
            assert f"{path} cannot grow: free some space on its disk" in reply.text
        reply = client.post("http://x/_sandbox/faults", json={"status": 500, "path": "/never", "body": long})
        assert reply.status_code == 500
        assert reply.json() == {"error": f"{path} cannot grow: free some space on its disk"}
        assert b"Long" not in export_after_crash(path)
        execute("PRAGMA max_page_count = 100000")
        ask(client, "POST", track, {"name": "Short"})
        assert export_after_crash(path) == sandbox.export_state()
    assert len(caplog.messages) == 2


@pytest.mark.parametrize("moment", ["BEGIN", "INSERT INTO entity", "INSERT OR REPLACE", "COMMIT"])
def test_a_crash_during_a_bulk_operation_saves_none_of_it(path: Path, moment: str) -> None:
    program = f"""
import os, signal, sys
from toggl_sandbox import Sandbox

def kill(statement):
    global left
    if statement.startswith({moment!r}):
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

with Sandbox(persist=sys.argv[1]) as sandbox, sandbox.focus() as focus:
    place = sandbox.organization_id, sandbox.workspace_id
    print(focus.tasks.create(*place, name="Before").id, flush=True)
    left = 5 if "entity" in {moment!r} else 1
    sandbox._store._connection.set_trace_callback(kill)
    focus.tasks.create_many(*place, [{{"name": f"Bulk {{number}}"}} for number in range(10)])
"""
    done = subprocess.run([sys.executable, "-c", program, path], env=ENVIRONMENT, capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    with Sandbox(persist=path) as sandbox, sandbox.focus() as focus:
        found = list(focus.tasks.list(sandbox.organization_id, sandbox.workspace_id, name="Before"))
        assert [task.id for task in found] == [int(done.stdout)]
        assert b"Bulk" not in sandbox.export_state()
        assert (
            focus.tasks.create(sandbox.organization_id, sandbox.workspace_id, name="After").id == int(done.stdout) + 1
        )


# Unusable files


def write_text(path: Path) -> None:
    path.write_text("Notes of somebody, longer than the header of a database would be.\n" * 20)


def create_other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (text)")


def create_other_version(path: Path) -> None:
    Sandbox(persist=path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        connection.execute("PRAGMA journal_mode = DELETE")


def delete_users(path: Path) -> None:
    Sandbox(persist=path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM entity WHERE kind = 'users'")


def delete_settings(path: Path) -> None:
    Sandbox(persist=path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM rest")


def change_types(path: Path) -> None:
    Sandbox(persist=path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE entity SET value = 5 WHERE kind = 'projects'")


def damage_index(path: Path) -> None:
    Sandbox(persist=path).close()
    with closing(sqlite3.connect(path)) as connection:
        root, size = (
            connection.execute(question).fetchone()[0]
            for question in ("SELECT rootpage FROM sqlite_master WHERE type = 'index'", "PRAGMA page_size")
        )
    with path.open("r+b") as file:
        file.seek((root - 1) * size + 8)
        file.write(bytes(64))


def overwrite_header(path: Path) -> None:
    Sandbox(persist=path).close()
    with path.open("r+b") as file:
        file.write(bytes(4096))


def empty_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA user_version = 0")


def overwrite_pages(path: Path) -> None:
    Sandbox(persist=path).close()
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(bytes(100_000))


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (write_text, "is not a database: name another file"),
        (create_other_database, "is a database of another program: name another file"),
        (
            create_other_version,
            f"has version {VERSION + 1}, but this sandbox reads version {VERSION}: name another file, or open it with",
        ),
        (delete_users, "is damaged: name another file, or restore it from a copy: workspaces: member_ids"),
        (overwrite_pages, "is damaged: name another file"),
        (delete_settings, "is damaged: name another file, or restore it from a copy: it has tasks, but no settings"),
        (change_types, "is damaged: name another file, or restore it from a copy: [0]: expected `object`, got `int`"),
        (damage_index, "is damaged: name another file, or restore it from a copy"),
        (overwrite_header, "is not a database: name another file"),
        (empty_database, "is a database of another program: name another file"),
        (Path.mkdir, "is a folder: choose a file in it"),
    ],
)
def test_an_unusable_file_raises_and_is_left_unchanged(path: Path, make: Callable[[Path], None], reason: str) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError) as error:
        Sandbox(persist=path)
    assert str(error.value).startswith(f"{path} {reason}")
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_damaged_file_raises_one_line_or_is_resumed(path: Path) -> None:
    """It is never new: the sandbox would replace what is left of it."""
    Sandbox(seed=7, persist=path).close()
    whole = path.read_bytes()
    random = Random(1)
    texts = []
    for number in range(60):
        damaged = bytearray(whole)
        at = random.randrange(len(whole))
        if number % 3 == 0:
            del damaged[at + 1 :]
        elif number % 3 == 1:
            damaged[at % 200] = random.randrange(256)
        else:
            damaged[at : at + 4096] = bytes(len(damaged[at : at + 4096]))
        copy = path.with_name(f"{number}.db")
        copy.write_bytes(damaged)
        try:
            with Sandbox(persist=copy) as sandbox:
                assert sandbox.restored
        except StoreError as error:
            texts.append(str(error).removeprefix(f"{copy} "))
    assert len(texts) > 30
    assert {len(text.splitlines()) for text in texts} == {1}
    assert [text for text in texts if ": name another file" not in text] == []


def test_the_command_exits_with_1_for_a_damaged_file(path: Path) -> None:
    delete_settings(path)
    done = subprocess.run([*COMMAND, path], env=ENVIRONMENT, capture_output=True, text=True, timeout=20)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"toggl-tasks sandbox: {path} is damaged: name another file, or restore it from a copy: "
        "it has tasks, but no settings\n"
    )


def test_a_refused_import_leaves_the_file_unchanged(path: Path) -> None:
    files = [path, path.with_name("state.db-wal")]
    with Sandbox(persist=path) as sandbox, connect(sandbox) as (client, _, _):
        document = json.loads(sandbox.export_state())
        document["contents"]["track_tasks"][0]["id"] = 2**63
        document["contents"]["upcoming_ids"]["track task"] = 2**63 + 1
        before = [file.read_bytes() for file in files]
        reply = client.put("http://x/_sandbox/state", json=document)
        assert reply.status_code == 400
        assert [file.read_bytes() for file in files] == before
        assert client.get("http://x/_sandbox/clock").status_code == 200


def test_an_empty_file_is_a_new_file(path: Path) -> None:
    path.touch()
    with Sandbox(persist=path) as sandbox:
        assert not sandbox.restored


def test_a_file_without_a_saved_state_is_a_new_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sandbox that is killed before its first save leaves such a file."""
    with monkeypatch.context() as patch:
        patch.setattr("toggl_sandbox.state.store.Store.replace", lambda *_: None)
        patch.setattr("toggl_sandbox.state.store.Store.save", lambda *_: None)
        Sandbox(persist=path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    with Sandbox(seed=7, persist=path) as sandbox:
        assert not sandbox.restored
        assert export_after_crash(path) == sandbox.export_state()


def test_a_missing_folder_raises(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=f"there is no folder {tmp_path}/none; create it first"):
        Sandbox(persist=tmp_path / "none" / "state.db")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that is not writable, such as /proc")
def test_a_read_only_folder_raises() -> None:
    with pytest.raises(StoreError, match="cannot be opened: make it and its folder writable, or name another file"):
        Sandbox(persist="/proc/self/state.db")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_raises(path: Path) -> None:
    Sandbox(persist=path).close()
    path.chmod(0o400)
    with pytest.raises(StoreError, match="cannot be written: make it and its folder writable"):
        Sandbox(persist=path)


@pytest.mark.parametrize("exists", [False, True])
def test_a_file_in_use_raises(path: Path, monkeypatch: pytest.MonkeyPatch, exists: bool) -> None:
    monkeypatch.setattr("toggl_sandbox.state.store.LOCK_TIMEOUT", 0)
    if exists:
        Sandbox(persist=path).close()
    with Sandbox(persist=path) as sandbox, connect(sandbox) as (client, track, _):
        with pytest.raises(StoreError, match="is in use by another sandbox or program: stop that one"):
            Sandbox(persist=path)
        if exists:
            done = subprocess.run([*COMMAND, path], env=ENVIRONMENT, capture_output=True, text=True)
            assert (done.returncode, done.stdout) == (1, "")
            assert done.stderr.startswith(f"toggl-tasks sandbox: {path} is in use by another sandbox")
        ask(client, "POST", track, {"name": "Still"})
        assert b"Still" in export_after_crash(path)


# Killed servers


@contextmanager
def run_server(path: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """Run the command; yield its process, its output and its address."""
    with subprocess.Popen([*COMMAND, path, *options], env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            output = ""
            while "curl" not in output:
                line = process.stdout.readline()
                assert line, output
                output += line
            found = re.search(r"http://127.0.0.1:\d+", output)
            assert found
            yield process, output, found[0]
        finally:
            process.kill()


@dataclass
class Load:
    """One client of each API, which only changes tasks that it created."""

    number: int
    origin: str
    about: dict[str, Any]
    acknowledged: Event = field(default_factory=Event)
    track: dict[int, str | None] = field(default_factory=dict)
    """The last acknowledged name of each task; None for a deleted one."""
    focus: dict[int, str | None] = field(default_factory=dict)
    doubtful: set[int | str] = field(default_factory=set)
    """Ids and names in the request that was in flight when the server was killed."""
    replies: int = 0

    @property
    def urls(self) -> tuple[str, str]:
        workspace = f"workspaces/{self.about['workspace_id']}"
        return (
            f"{self.origin}/api/v9/{workspace}/projects/{self.about['project_id']}/tasks",
            f"{self.origin}/api/organizations/{self.about['organization_id']}/{workspace}/tasks",
        )

    def run(self, first: int) -> None:
        track, focus = self.urls
        with httpx.Client(auth=(self.about["email"], self.about["password"]), timeout=30) as client:
            try:
                for step in count(first):
                    self.steps(client, track, focus, f"{self.number}.{step}")
            except httpx.TransportError:
                pass

    def steps(self, client: httpx.Client, track: str, focus: str, name: str) -> None:
        def send(method: str, url: str, body: object, *concerned: int | str) -> Any:
            self.doubtful = set(concerned)
            answer = ask(client, method, url, body)
            self.doubtful = set()
            self.replies += 1
            return answer

        kept = send("POST", track, {"name": f"kept {name}"}, f"kept {name}")["id"]
        self.track[kept] = f"kept {name}"
        gone = send("POST", track, {"name": f"gone {name}"}, f"gone {name}")["id"]
        self.track[gone] = f"gone {name}"
        send("PUT", f"{track}/{kept}", {"name": f"changed {name}"}, kept)
        self.track[kept] = f"changed {name}"
        send("DELETE", f"{track}/{gone}", None, gone)
        self.track[gone] = None
        names = [f"bulk {name}/{number}" for number in range(10)]
        made = send("POST", f"{focus}/bulk", {"tasks": [{"name": one} for one in names]}, *names)
        self.focus |= {one["id"]: one["name"] for one in made}
        send("PATCH", f"{focus}/bulk", [{"id": one["id"], "name": f"new {name}"} for one in made], *self.focus)
        self.focus |= dict.fromkeys((one["id"] for one in made), f"new {name}")
        send("DELETE", f"{focus}/{made[0]['id']}", None, made[0]["id"])
        self.focus[made[0]["id"]] = None

    def compare(self, track: dict[int, str], focus: dict[int, str]) -> None:
        """Compare with a restarted server: every acknowledged change, and all or nothing of the one in flight."""
        for expected, found in ((self.track, track), (self.focus, focus)):
            for number, name in expected.items():
                if number not in self.doubtful:
                    assert found.get(number) == name
        ours = {name for name in (*track.values(), *focus.values()) if re.fullmatch(rf"\w+ {self.number}\..*", name)}
        known = {name for name in (*self.track.values(), *self.focus.values()) if name}
        pending = {one for one in self.doubtful if isinstance(one, str)}
        if not self.doubtful - pending:
            assert ours - pending == known
        assert ours & pending in (set(), pending)


def test_a_killed_server_loses_no_acknowledged_change(path: Path) -> None:
    loads: list[Load] = []
    for enough in (40, 25):
        with run_server(path) as (process, _, origin):
            about = httpx.get(f"{origin}/_sandbox/").json()
            loads = loads or [Load(number, origin, about) for number in range(6)]
            check_after_restart(loads, origin)
            threads = []
            for load in loads:
                load.origin = origin
                threads.append(Thread(target=load.run, args=(load.replies,)))
            for thread in threads:
                thread.start()
            goal = sum(load.replies for load in loads) + enough * len(loads)
            while sum(load.replies for load in loads) < goal and any(thread.is_alive() for thread in threads):
                threads[0].join(0.01)
            process.kill()
            for thread in threads:
                thread.join()
            assert sum(load.replies for load in loads) >= goal
    with run_server(path) as (process, output, origin):
        assert "resumed from there" in output
        check_after_restart(loads, origin)
        process.terminate()
        assert process.wait(20) == 0
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def check_after_restart(loads: list[Load], origin: str) -> None:
    document = httpx.get(f"{origin}/_sandbox/state").json()
    tasks = document["contents"]["track_tasks"]
    track = {one["id"]: one["name"] for one in tasks if one["server_deleted_at"] is None}
    focus = {one["id"]: one["name"] for one in document["contents"]["focus_tasks"] if one["deleted_at"] is None}
    for load in loads:
        load.compare(track, focus)
        # Take over the outcome of the request that was in flight.
        for mine, found in ((load.track, track), (load.focus, focus)):
            for one in load.doubtful & mine.keys():
                assert isinstance(one, int)
                mine[one] = found.get(one)
            mine |= {number: name for number, name in found.items() if name in load.doubtful}
        load.doubtful = set()
    given = {one for load in loads for one in (*load.track, *load.focus)}
    assert len(given) == sum(len(load.track) + len(load.focus) for load in loads)
    for kind, ids in (("track task", [load.track for load in loads]), ("focus task", [load.focus for load in loads])):
        assert document["contents"]["upcoming_ids"][kind] > max((number for one in ids for number in one), default=0)


def test_the_command_lists_ignored_options(path: Path) -> None:
    options = ["--seed", "7", "--plan", "free", "--frozen", "--rate-limit"]
    with run_server(path, *options) as (process, output, origin):
        assert "seed 7, plan free, clock frozen" in output
        assert f"State stored in {path}.\n" in output
        assert httpx.get(f"{origin}/_sandbox/").json()["seed"] == 7
        process.terminate()
        assert process.wait(20) == 0
    with run_server(path, "--seed", "8", "--plan", "starter", "--frozen") as (_, output, origin):
        assert "seed 7, plan free, clock frozen" in output
        assert "\nIgnored: --seed 8, --plan starter. To change an existing state, use the control plane.\n" in output
        assert httpx.get(f"{origin}/_sandbox/").json()["seed"] == 7
