"""The page at `/` in a browser: Debian's Chromium, headless, on a real socket.

Every test also fails when the browser asks another host for anything, or reports anything on its console.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import urlsplit

import httpx
import msgspec
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Request,
    expect,
    sync_playwright,
)

from tests.support.chromium import ARTIFACTS, CHROMIUM, CONTRASTS, FLAGS, PATIENCE
from toggl_sandbox import Fault, RunningServer, Sandbox, running
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.operations import operations
from toggl_sandbox.state.entities import TrackTask

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")

expect.set_options(timeout=PATIENCE)


# The browser's event loop runs in this thread while it is open, so that it must be closed before any asynchronous test.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def server(sandbox: Sandbox) -> Iterator[RunningServer]:
    with running(sandbox) as server:
        yield server


@pytest.fixture
def console() -> list[str]:
    """Messages of the browser's console; a test that expects some clears it."""
    return []


@pytest.fixture
def context(chromium: Browser, server: RunningServer, console: list[str]) -> Iterator[BrowserContext]:
    """A new browser context. Fails the test on requests to other hosts and on console messages."""
    hosts = set()

    def ask(request: Request) -> None:
        hosts.add(urlsplit(request.url).netloc)

    def tell(message: ConsoleMessage) -> None:
        console.append(f"{message.type}: {message.text}")

    context = chromium.new_context(viewport={"width": 1280, "height": 1000}, color_scheme="light")
    context.set_default_timeout(PATIENCE)
    context.on("request", ask)
    context.on("console", tell)
    context.on("weberror", lambda error: console.append(str(error.error)))
    yield context
    context.close()
    assert hosts == {f"127.0.0.1:{server.port}"}
    assert console == []


@pytest.fixture
def page(context: BrowserContext, server: RunningServer) -> Page:
    """The page, connected to the sandbox."""
    page = context.new_page()
    page.goto(server.page_url)
    expect(page.get_by_text("Live", exact=True)).to_be_visible()
    return page


def part(page: Page, name: str) -> Locator:
    """Return a section of the page by its heading."""
    heading = page.get_by_role("heading", name=re.compile(rf"^{name}\b"))
    return page.locator("section").filter(has=heading)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def expect_message(page: Page, text: str) -> None:
    """Wait until the page shows a message."""
    expect(page.locator("#said")).to_have_text(text)


def figure(page: Page, name: str) -> Locator:
    return page.locator(".figures div").filter(has_text=name).locator("dd")


def test_the_page_shows_credentials_and_state(page: Page, sandbox: Sandbox, server: RunningServer) -> None:
    expect(page.locator("#version")).to_contain_text("· seed 1")
    section = part(page, "Connect a client")
    for value in (server.track_url, server.focus_url, sandbox.token, sandbox.focus_token, sandbox.email):
        expect(section.get_by_text(value, exact=True)).to_be_visible()
    expect(section.get_by_text(str(sandbox.workspace_id), exact=True)).to_be_visible()
    expect(part(page, "Clock").get_by_role("time")).to_have_text("09:00:00")
    expect(part(page, "Clock")).to_contain_text("2025-03-03")
    expect(part(page, "Quota")).to_contain_text("Requests are not counted.")
    expect(part(page, "Faults")).to_contain_text("every request is answered as it should be")
    expect(part(page, "Last requests")).to_contain_text("None yet.")
    expect(part(page, "Workspaces and projects").get_by_role("row")).to_have_count(1 + 3 + 8)
    expect(part(page, "Track tasks").get_by_role("row")).to_have_count(1 + 25)
    expect(part(page, "Focus tasks").get_by_role("row")).to_have_count(1 + 25)
    expect(part(page, "Operations").get_by_role("row")).to_have_count(1 + len(operations().all))
    assert sandbox.requests == []


def test_the_page_updates_automatically(
    page: Page, sandbox: Sandbox, server: RunningServer, project_tasks: str, focus_tasks: str
) -> None:
    page.evaluate("window.loadedOnce = true")
    sandbox.quota.plan = "free"
    tasks = len([task for task in sandbox.state.track_tasks if task.server_deleted_at is None])
    with httpx.Client(auth=(sandbox.email, sandbox.password)) as client:
        client.post(server.track_url + project_tasks, json={"name": "Seen in Track"})
        client.post(server.focus_url + focus_tasks, json={"name": "Seen in Focus"})
        client.get(f"{server.track_url}/nowhere")
    expect(part(page, "Track tasks").get_by_role("cell", name="Seen in Track")).to_be_visible()
    expect(part(page, "Focus tasks").get_by_role("cell", name="Seen in Focus")).to_be_visible()
    rows = part(page, "Last requests").get_by_role("row")
    expect(rows).to_have_text(
        [
            re.compile("Time"),
            re.compile(r"09:00:00GET /api/v9/nowhereno such operation404"),
            re.compile(r"09:00:00POST /api/organizations/\d+/workspaces/\d+/tasksfocus\.createTask201"),
            re.compile(r"09:00:00POST /api/v9/workspaces/\d+/projects/\d+/taskstrack\.createTask200"),
        ]
    )
    expect(part(page, "Quota")).to_contain_text("28 of 30 left, full again in 60 minutes")
    expect(figure(page, "Track tasks")).to_have_text(str(tasks + 1))
    expect(figure(page, "requests left this hour")).to_have_text("28")
    expect(part(page, "Operations").get_by_role("row", name="track.createTask")).to_contain_text("1")
    assert page.evaluate("window.loadedOnce")
    assert len(sandbox.requests) == 3


def test_the_clock_can_be_frozen_and_resumed(page: Page, sandbox: Sandbox) -> None:
    press(page, "Resume")
    expect_message(page, "The clock runs again.")
    assert not sandbox.clock.frozen
    expect(part(page, "Clock")).to_contain_text("running")
    press(page, "Freeze")
    expect_message(page, "The clock is frozen.")
    assert sandbox.clock.frozen
    expect(part(page, "Clock")).to_contain_text("frozen")


@pytest.mark.parametrize(
    ("name", "step"),
    [("+ 1 minute", timedelta(minutes=1)), ("+ 1 hour", timedelta(hours=1)), ("+ 1 day", timedelta(days=1))],
)
def test_the_clock_can_be_advanced(page: Page, sandbox: Sandbox, name: str, step: timedelta) -> None:
    press(page, name)
    expect_message(page, f"The clock moved ahead: {name}.")
    assert sandbox.clock.now() == FROZEN_AT + step
    expect(part(page, "Clock").get_by_role("time")).to_have_text(f"{FROZEN_AT + step:%H:%M:%S}")
    expect(part(page, "Clock")).to_contain_text(f"{FROZEN_AT + step:%Y-%m-%d}")


def test_the_plan_can_be_changed(page: Page, sandbox: Sandbox) -> None:
    page.get_by_label("Requests an hour").select_option("30 (free)")
    expect_message(page, "The quota is now: 30 (free).")
    assert sandbox.quota.plan == "free"
    sandbox.quota.plan = "premium"
    expect(page.get_by_label("Requests an hour")).to_have_value("premium")


def test_the_sandbox_can_be_reset(page: Page, sandbox: Sandbox) -> None:
    sandbox.clock.advance(3600)
    sandbox.faults.add(Fault(status=503))
    press(page, "Reset…")
    dialog = page.get_by_role("dialog", name="Reset the sandbox?")
    dialog.get_by_role("button", name="Keep everything").click()
    expect(dialog).to_be_hidden()
    assert sandbox.clock.now() != FROZEN_AT
    press(page, "Reset…")
    dialog.get_by_role("button", name="Reset").click()
    expect_message(page, "Everything is as it was at the start.")
    expect(dialog).to_be_hidden()
    assert (sandbox.clock.now(), list(sandbox.faults)) == (FROZEN_AT, [])
    expect(part(page, "Faults")).to_contain_text("every request is answered as it should be")


def test_faults_can_be_added_and_removed(
    page: Page, sandbox: Sandbox, server: RunningServer, project_tasks: str, track: httpx.Client
) -> None:
    page.get_by_label("What goes wrong").select_option("503, try again in 2 seconds")
    page.get_by_label("Which requests").select_option("track.createTask")
    page.get_by_label("How often").select_option("three times")
    press(page, "Add the fault")
    expect_message(page, "Added fault-1.")
    (active,) = sandbox.faults
    assert active.fault == Fault(status=503, retry_after=2, operation="track.createTask", count=3).validate()
    assert track.post(project_tasks, json={"name": "Too early"}).status_code == 503
    expect(part(page, "Faults")).to_contain_text("fault-1: acted on 1 of 1 fitting request")
    expect(part(page, "Last requests")).to_contain_text("track.createTask · met fault-1")

    for number in (2, 3):
        press(page, "Add the fault")
        expect_message(page, f"Added fault-{number}.")
    press(page, "Remove fault-2")
    expect_message(page, "Removed fault-2.")
    assert [one.id for one in sandbox.faults] == ["fault-1", "fault-3"]
    expect(part(page, "Faults").get_by_role("listitem")).to_have_count(2)
    press(page, "Remove all")
    expect_message(page, "Removed all faults.")
    assert list(sandbox.faults) == []
    expect(part(page, "Faults")).to_contain_text("every request is answered as it should be")


def test_every_offered_effect_is_a_valid_fault(page: Page, sandbox: Sandbox) -> None:
    effects = page.get_by_label("What goes wrong")
    names = effects.locator("option").all_text_contents()
    for number, name in enumerate(names, 1):
        effects.select_option(name)
        press(page, "Add the fault")
        expect_message(page, f"Added fault-{number}.")
    assert len({msgspec.json.encode(one.fault) for one in sandbox.faults}) == len(names) > 10


def test_a_fault_can_be_added_as_json(page: Page, sandbox: Sandbox, console: list[str]) -> None:
    words = page.get_by_label("As the control plane takes it")
    words.fill('{"status": 600}')
    press(page, "Add the fault")
    alert = page.get_by_role("alert")
    expect(alert).to_have_text("status: expected `int` <= 599")
    expect(words).to_be_focused()
    expect(words).to_have_attribute("aria-invalid", "true")
    assert [line for line in console if "400 (Bad Request)" not in line] == []
    console.clear()
    words.fill('{"path": "/api/v9/me/**", "delay": 0.5, "status": 418}')
    press(page, "Add the fault")
    expect_message(page, "Added fault-1.")
    expect(alert).to_be_hidden()
    (active,) = sandbox.faults
    assert active.fault == Fault(path="/api/v9/me/**", delay=0.5, status=418).validate()


def test_updates_can_be_paused(page: Page, sandbox: Sandbox) -> None:
    button = page.get_by_role("button", name="Pause updates")
    button.click()
    expect(page.locator("#live")).to_have_text("Paused")
    expect(button).to_have_attribute("aria-pressed", "true")
    sandbox.clock.advance(60)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.wait_for_timeout(2000)
    assert requests == []
    expect(part(page, "Clock").get_by_role("time")).to_have_text("09:00:00")
    button.click()
    expect(page.locator("#live")).to_have_text("Live")
    expect(part(page, "Clock").get_by_role("time")).to_have_text("09:01:00")


SCRIPT = "<img src=x onerror=alert(1)>\"'</td><script>alert(2)</script>"


def test_html_in_names_is_shown_as_text(page: Page, sandbox: Sandbox, track: httpx.Client, focus: httpx.Client) -> None:
    workspace = sandbox.state.workspaces[sandbox.workspace_id]
    workspace.name = next(iter(workspace.statuses.values())).name = SCRIPT
    sandbox.state.projects[sandbox.project_id].color = f"red;background:url(//evil.example) {SCRIPT}"
    path = f"/workspaces/{sandbox.workspace_id}/projects"
    project = track.post(path, json={"name": SCRIPT, "active": True}).json()
    track.post(f"{path}/{project['id']}/tasks", json={"name": SCRIPT})
    tasks = f"/organizations/{sandbox.organization_id}/workspaces/{sandbox.workspace_id}/tasks"
    focus.post(tasks, json={"name": SCRIPT, "project_id": project["id"]})
    sandbox.faults.add(
        Fault(method="PUT", status=503, body=SCRIPT, headers={"X-Script": "<img src=x onerror=alert(1)>"})
    )
    track.get("/<img src=x onerror=alert(1)>?page=<img src=x onerror=alert(1)>")
    pictures = page.locator("img").count()
    for name in ("Track tasks", "Focus tasks", "Workspaces and projects"):
        expect(part(page, name).get_by_text(SCRIPT).first).to_be_visible()
    expect(part(page, "Last requests").get_by_text("<img src=x onerror=alert(1)>").first).to_be_visible()
    expect(part(page, "Faults").get_by_role("listitem")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("img").count() == pictures == 1
    assert page.locator("script").count() == 1


def test_the_policy_blocks_inserted_scripts(page: Page, console: list[str]) -> None:
    with pytest.raises(Error, match="TrustedHTML"):
        page.evaluate("text => { document.body.innerHTML = text }", SCRIPT)
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.append("window.hacked = true");
        document.body.append(script);
    }""")
    assert page.evaluate("window.hacked") is None
    assert {re.search("[a-z]+-(?=src)|trusted", line, re.IGNORECASE) is not None for line in console} == {True}
    console.clear()


@contextmanager
def serve_other_origin(html: str) -> Iterator[str]:
    """Serve a page of another origin; yield its address."""

    class Elsewhere(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def test_a_page_of_another_origin_cannot_change_anything(
    chromium: Browser, server: RunningServer, sandbox: Sandbox
) -> None:
    """A form that submits itself needs no permission of the server it is sent to."""
    form = f'<form method="post" action="{server.control_url}/reset"></form>'
    sandbox.clock.advance(60)
    with (
        serve_other_origin(f"{form}<script>document.forms[0].submit()</script>") as url,
        chromium.new_context() as context,
    ):
        page = context.new_page()
        with page.expect_response(f"{server.control_url}/reset", timeout=PATIENCE) as answer:
            page.goto(url)
        assert answer.value.status == 403
    assert sandbox.clock.now() == FROZEN_AT + timedelta(seconds=60)


def test_a_page_of_another_origin_cannot_frame_it(chromium: Browser, server: RunningServer) -> None:
    with serve_other_origin(f'<iframe src="{server.page_url}"></iframe>') as url, chromium.new_context() as context:
        page = context.new_page()
        with page.expect_console_message(lambda message: "frame-ancestors" in message.text, timeout=PATIENCE):
            page.goto(url)
        assert [frame.url.partition(":")[0] for frame in page.frames] == ["http", "chrome-error"]


def test_the_page_is_usable_with_a_hundred_thousand_tasks(page: Page, sandbox: Sandbox) -> None:
    now = sandbox.state.now()
    with sandbox.state.lock:
        for task_id in range(200_000_000, 200_100_000):
            task = TrackTask(task_id, sandbox.workspace_id, sandbox.project_id, f"Task {task_id}", None, now, now)
            sandbox.state.track_tasks.add(task)
    expect(part(page, "Track tasks").get_by_role("heading")).to_contain_text(
        re.compile(r"the last changed 25 of 100,\d+")
    )
    expect(part(page, "Track tasks").get_by_role("row")).to_have_count(1 + 25)
    expect(part(page, "Track tasks").get_by_role("row").nth(1)).to_contain_text("Task 200099999")
    assert page.locator("*").count() < 2000
    press(page, "+ 1 minute")
    expect_message(page, "The clock moved ahead: + 1 minute.")


def test_a_stopped_server_is_reported(page: Page, sandbox: Sandbox, server: RunningServer, console: list[str]) -> None:
    server.stop()
    expect(page.locator("#live")).to_have_text("No answer")
    press(page, "Resume")
    expect_message(page, "The sandbox does not answer.")
    with running(sandbox, port=server.port):
        expect(page.locator("#live")).to_have_text("Live")
        # Its requests have failed until now.
        assert {line.rpartition(": ")[2] for line in console} == {"net::ERR_CONNECTION_REFUSED"}
        console.clear()
        page.close()


def test_keyboard_focus_survives_an_update(
    page: Page, sandbox: Sandbox, track: httpx.Client, project_tasks: str
) -> None:
    for _ in range(2):
        sandbox.faults.add(Fault(method="POST", status=503))
    button = page.get_by_role("button", name="Remove fault-1")
    button.focus()
    track.post(project_tasks, json={"name": "Refused"})
    expect(part(page, "Faults")).to_contain_text("fault-1: acted on 1 of 1 fitting request")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect_message(page, "Removed fault-1.")
    expect(part(page, "Faults").get_by_role("list")).to_be_focused()


def test_the_page_can_be_used_by_keyboard(page: Page, sandbox: Sandbox) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    # Next in the tab order: the link, then the clock.
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Resume")).to_be_focused()
    page.get_by_role("button", name="Reset…").press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Reset…")).to_be_focused()


def test_every_control_has_an_accessible_name(page: Page) -> None:
    for role in ("button", "combobox", "textbox", "link", "region", "group", "table"):
        found = page.get_by_role(role)
        assert found.count() > 0 or role == "group", role
    unnamed = page.evaluate("""() => [...document.querySelectorAll("button, select, textarea, a")].filter(
        (one) => !(one.ariaLabel || one.labels?.[0]?.textContent || one.textContent).trim())""")
    assert unnamed == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast(page: Page, sandbox: Sandbox, track: httpx.Client, scheme: str) -> None:
    fill(sandbox, track)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    press(page, "Add the fault")
    expect_message(page, "Added fault-2.")
    press(page, "Reset…")
    contrasts = page.evaluate(CONTRASTS)
    assert len(contrasts) > 200
    assert [text for contrast, text in contrasts if contrast < 4.5] == []
    is_dark = page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(244, 245, 244)"
    assert is_dark == (scheme == "dark")


def test_reduced_motion_disables_animations(page: Page) -> None:
    moving = "document.getAnimations().length"
    assert page.evaluate(moving) == 1
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == 0


@pytest.mark.parametrize("width", [320, 390, 768])
def test_the_page_fits_the_width_of_the_screen(page: Page, sandbox: Sandbox, track: httpx.Client, width: int) -> None:
    fill(sandbox, track)
    page.set_viewport_size({"width": width, "height": 800})
    expect(part(page, "Faults").get_by_role("listitem")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    beyond = page.evaluate("""() => [...document.querySelectorAll("button, select, textarea")]
        .filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.id)""")
    assert beyond == []


def fill(sandbox: Sandbox, track: httpx.Client) -> None:
    """Add something to every section of the page."""
    sandbox.quota.plan = "free"
    tasks = f"/workspaces/{sandbox.workspace_id}/projects/{sandbox.project_id}/tasks"
    sandbox.faults.add(Fault(operation="track.createTask", status=503, retry_after=2, count=1, expires_in=900))
    track.get("/me")
    track.post(tasks, json={"name": "Write the docs"})
    sandbox.clock.advance(2)
    made = track.post(tasks, json={"name": "Write the docs"}).json()
    track.get(f"{tasks}/1")
    sandbox.clock.advance(3)
    track.put(f"{tasks}/{made['id']}", json={"active": False})
    track.get(f"/workspaces/{sandbox.workspace_id}/tasks?active=both&per_page=3")
    with sandbox.focus() as focus:
        focus.tasks.create(sandbox.organization_id, sandbox.workspace_id, name="Plan the week")


@pytest.mark.parametrize(
    ("name", "width", "scheme"), [("light", 1280, "light"), ("dark", 1280, "dark"), ("phone", 390, "light")]
)
def test_screenshots_are_written(
    page: Page, sandbox: Sandbox, track: httpx.Client, name: str, width: int, scheme: str
) -> None:
    """They are stored as build artifacts."""
    fill(sandbox, track)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    expect(part(page, "Focus tasks")).to_contain_text("Plan the week")
    picture = page.screenshot(path=ARTIFACTS / f"sandbox-page-{name}.png", full_page=True)
    assert picture.startswith(b"\x89PNG")
