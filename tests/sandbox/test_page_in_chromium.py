"""The page at `/` in a browser: Debian's Chromium, headless, on a real socket.

Every test also fails when the browser asks another host for anything, or reports anything on its console.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Final, Literal
from urllib.parse import urlsplit

import httpx
import msgspec
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Dialog,
    Error,
    FilePayload,
    Locator,
    Page,
    Route,
    expect,
)

from tests.support.chromium import ARTIFACTS, AXE, CONTRASTS, PATIENCE, watched_page
from toggl_sandbox import Fault, RunningServer, Sandbox, running
from toggl_sandbox.clock import FROZEN_AT
from toggl_sandbox.faults.presets import PRESETS
from toggl_sandbox.state.entities import TrackTask

SECTIONS = {
    "requests": "Requests",
    "world": "World",
    "trouble": "Time and trouble",
    "try": "Try it",
    "connect": "Connect",
}


@pytest.fixture
def console() -> list[str]:
    """Messages of the browser's console; a test that expects some clears it."""
    return []


@pytest.fixture
def page(browser_context: BrowserContext, server: RunningServer, console: list[str]) -> Iterator[Page]:
    """The page, connected to the sandbox. Fails the test on requests to other hosts and on console messages."""
    with watched_page(browser_context, console) as (page, hosts):
        page.goto(server.page_url)
        expect(page.locator("#live")).to_have_text("Live")
        yield page
    assert hosts == {f"127.0.0.1:{server.port}"}
    assert console == []


def visit(page: Page, path: str) -> None:
    """Go to a place of the page as a link in it would, such as `world/users`."""
    page.evaluate("path => { location.hash = path }", path)


def part(page: Page, name: str) -> Locator:
    """Return a card of the page by its heading."""
    return page.locator("section").filter(has=page.get_by_role("heading", name=name, exact=True))


def press(within: Page | Locator, name: str) -> None:
    within.get_by_role("button", name=name, exact=True).click()


def expect_message(page: Page, text: str) -> None:
    """Wait until the page shows a message."""
    expect(page.locator("#said")).to_have_text(text)


def figure(page: Page, name: str) -> Locator:
    return page.locator(".figures div").filter(has_text=name).locator("dd")


def rows(page: Page) -> Locator:
    return page.locator("main tbody tr")


def field(page: Page, name: str) -> Locator:
    """Return the value of a field of an entity or a request."""
    term = page.locator("dt").filter(has_text=re.compile(f"^{re.escape(name)}$"))
    return page.locator(".facts > div").filter(has=term).locator("dd")


def details_of(page: Page) -> Locator:
    """Return the open request."""
    return page.get_by_role("region", name="Request", exact=True)


def copy(page: Page, within: Page | Locator, name: str) -> str:
    """Press a button that copies a text; return the text."""
    page.evaluate("navigator.clipboard.writeText('before')")
    press(within, name)
    text: str = page.evaluate(COPIED, PATIENCE)
    return text


# The text in the clipboard, as soon as it has changed.
COPIED = """async (patience) => {
    for (const end = Date.now() + patience; Date.now() < end;) {
        const text = await navigator.clipboard.readText();
        if (text !== "before") return text;
    }
    throw new Error("nothing was copied");
}"""


def send_some(sandbox: Sandbox, track: httpx.Client) -> int:
    """Send requests of several kinds; return the id of the first one in the log."""
    sandbox.quota.plan = "free"
    tasks = f"/workspaces/{sandbox.workspace_id}/projects/{sandbox.project_id}/tasks"
    sandbox.faults.add(Fault(operation="track.createTask", status=503, retry_after=2, count=1, expires_in=900))
    track.get("/me")
    first = sandbox.requests[-1].id
    track.post(tasks, json={"name": "Write the docs"})
    sandbox.clock.advance(2)
    made = track.post(tasks, json={"name": "Write the docs"}).json()
    track.get(f"{tasks}/1")
    sandbox.clock.advance(3)
    track.put(f"{tasks}/{made['id']}", json={"active": False})
    track.get(f"/workspaces/{sandbox.workspace_id}/tasks?active=both&per_page=3&search=d%C3%A9j%C3%A0%20vu")
    track.get("/nowhere")
    with sandbox.focus() as focus:
        focus.tasks.create(sandbox.organization_id, sandbox.workspace_id, name="Plan the week")
    return first


# --- The shell ---


def test_the_page_begins_with_an_overview_and_the_requests(page: Page, sandbox: Sandbox) -> None:
    expect(page.locator("#version")).to_contain_text("· seed 1")
    tasks = sum(task.server_deleted_at is None for task in sandbox.state.track_tasks)
    expect(figure(page, "Track tasks")).to_have_text(str(tasks))
    expect(figure(page, "clock, frozen")).to_have_text("09:00:00")
    expect(figure(page, "requests left")).to_have_text("∞")
    expect(part(page, "Requests")).to_contain_text("None yet. Send a request")
    figure(page, "projects").locator("..").get_by_role("link").click()
    expect(page).to_have_url(re.compile("#world/projects$"))
    assert sandbox.requests == []


def test_each_section_has_an_address(page: Page) -> None:
    links = page.get_by_role("navigation", name="Sections").get_by_role("link")
    expect(links).to_have_text(list(SECTIONS.values()))
    for name, title in SECTIONS.items():
        page.get_by_role("navigation", name="Sections").get_by_role("link", name=title).click()
        expect(page).to_have_url(re.compile(f"#{name}$"))
        expect(page).to_have_title(f"{title} · Toggl sandbox")
        expect(page.locator("#sections a[aria-current=page]")).to_have_text(title)
    page.go_back()
    expect(page.locator("#sections a[aria-current=page]")).to_have_text("Try it")
    page.reload()
    expect(page.locator("#sections a[aria-current=page]")).to_have_text("Try it")
    visit(page, "nowhere/%E0%A4%A")
    expect(page.locator("#sections a[aria-current=page]")).to_have_text("Requests")


def test_the_sandbox_can_be_reset(page: Page, sandbox: Sandbox) -> None:
    sandbox.clock.advance(3600)
    sandbox.faults.add(Fault(status=503))
    press(page, "Reset…")
    dialog = page.get_by_role("dialog", name="Reset the sandbox?")
    press(dialog, "Cancel")
    expect(dialog).to_be_hidden()
    assert sandbox.clock.now() != FROZEN_AT
    press(page, "Reset…")
    press(dialog, "Reset")
    expect_message(page, "The sandbox was reset.")
    expect(dialog).to_be_hidden()
    assert (sandbox.clock.now(), list(sandbox.faults)) == (FROZEN_AT, [])


def test_updates_can_be_paused(chromium: Browser, server: RunningServer, sandbox: Sandbox) -> None:
    with chromium.new_context() as context:
        context.set_default_timeout(PATIENCE)
        # Time in the page passes only when this test says so: no poll starts before the pause.
        context.clock.install(time=0)
        page = context.new_page()
        page.goto(server.page_url)
        expect(page.locator("#live")).to_have_text("Live")
        page.clock.pause_at(3_600_000)
        button = page.get_by_role("button", name="Pause updates")
        with page.expect_request_finished(lambda request: "/overview?since=" in request.url):
            button.click()
        expect(page.locator("#live")).to_have_text("Paused")
        expect(button).to_have_attribute("aria-pressed", "true")
        sandbox.clock.advance(60)
        sent: list[str] = []
        page.on("request", lambda request: sent.append(urlsplit(request.url).path))
        page.clock.run_for(10_000)
        with page.expect_response("**/_sandbox/clock"):
            page.evaluate("fetch('/_sandbox/clock')")
        assert sent == ["/_sandbox/clock"]
        expect(figure(page, "clock")).to_have_text("09:00:00")
        button.click()
        expect(page.locator("#live")).to_have_text("Live")
        expect(figure(page, "clock")).to_have_text("09:01:00")


def test_a_poll_brings_only_what_has_changed(page: Page, sandbox: Sandbox) -> None:
    with page.expect_response(lambda reply: "/overview?since=" in reply.url) as unchanged:
        pass
    assert unchanged.value.json().keys() == {"revision"}
    sandbox.clock.advance(60)
    with page.expect_response(lambda reply: "clock" in reply.json()) as changed:
        pass
    assert changed.value.json().keys() == {"revision", "clock"}


def test_a_stopped_server_is_reported(chromium: Browser, sandbox: Sandbox) -> None:
    with running(sandbox) as server, chromium.new_context() as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(f"{server.page_url}#trouble")
        expect(page.locator("#live")).to_have_text("Live")
        server.stop()
        expect(page.locator("#live")).to_have_text("No connection")
        press(page, "Resume")
        expect_message(page, "The sandbox does not answer. Is it still running?")
        with running(sandbox, port=server.port):
            expect(page.locator("#live")).to_have_text("Live")
            page.close()


# --- Requests ---


def test_requests_appear_while_the_page_is_open(
    page: Page, sandbox: Sandbox, server: RunningServer, project_tasks: str, focus_tasks: str
) -> None:
    page.evaluate("window.loadedOnce = true")
    sandbox.quota.plan = "free"
    with httpx.Client(auth=(sandbox.email, sandbox.password)) as client:
        client.post(server.track_url + project_tasks, json={"name": "Seen in Track"})
        expect(rows(page)).to_have_count(1)
        client.post(server.focus_url + focus_tasks, json={"name": "Seen in Focus"})
        client.get(f"{server.track_url}/nowhere")
    expect(rows(page)).to_have_text(
        [
            re.compile(r"09:00:00GET /api/v9/nowhereno such operation404[\d.]+ m?s"),
            re.compile(r"09:00:00POST /api/organizations/\d+/workspaces/\d+/tasksfocus\.createTask201[\d.]+ m?s"),
            re.compile(r"09:00:00POST /api/v9/workspaces/\d+/projects/\d+/taskstrack\.createTask200[\d.]+ m?s"),
        ]
    )
    expect(figure(page, "requests left")).to_have_text("28")
    expect(part(page, "Requests").get_by_role("status")).to_have_text("3 requests")
    assert page.evaluate("window.loadedOnce")
    assert len(sandbox.requests) == 3


def test_requests_can_be_filtered(page: Page, sandbox: Sandbox, track: httpx.Client) -> None:
    send_some(sandbox, track)
    expect(rows(page)).to_have_count(8)
    page.get_by_label("Status").select_option("4xx")
    expect(rows(page)).to_have_count(2)
    expect(part(page, "Requests").get_by_role("status")).to_have_text("2 of 8 requests")
    page.get_by_label("Search").fill("tasks/1")
    expect(rows(page)).to_have_count(1)
    expect(page).to_have_url(re.compile(r"#requests\?text=tasks%2F1&status=4xx$"))
    page.reload()
    expect(rows(page)).to_have_count(1)
    expect(page.get_by_label("Search")).to_have_value("tasks/1")
    page.get_by_label("Search").fill("nothing of this kind")
    expect(part(page, "Requests")).to_contain_text("No request matches the filters.")
    page.get_by_label("Search").fill("")
    page.get_by_label("Status").select_option("any")
    page.get_by_label("Operation").select_option("track.createTask")
    expect(rows(page)).to_have_count(2)
    page.get_by_label("Fault").select_option("with a fault")
    expect(rows(page)).to_have_count(1)
    track.get("/me")
    expect(figure(page, "requests in the log")).to_have_text("9")
    expect(rows(page)).to_have_count(1)


def test_an_open_request_shows_what_was_sent_and_received(page: Page, sandbox: Sandbox, track: httpx.Client) -> None:
    first = send_some(sandbox, track)
    link = page.locator(f"#request-{first + 5}")
    link.click()
    details = details_of(page)
    expect(details).to_be_focused()
    expect(page).to_have_url(re.compile(f"#requests/{first + 5}$"))
    expect(page.locator("tr.current")).to_contain_text("per_page=3")
    expect(field(page, "?search")).to_have_text("déjà vu")
    expect(field(page, "workspace_id")).to_have_text(str(sandbox.workspace_id))
    expect(field(page, "Quota")).to_have_text("27 of 30 left before, 26 after")
    expect(details.get_by_role("row", name="authorization")).to_contain_text("Basic …")
    assert sandbox.token not in (details.text_content() or "")
    page.locator(f"#request-{first + 2}").click()
    block = details.locator(".block").filter(has_text="Request body")
    expect(block.locator("pre")).to_have_text('{\n  "name": "Write the docs"\n}')
    press(block, "Raw")
    expect(block.locator("pre")).to_have_text('{"name":"Write the docs"}')
    assert copy(page, block, "Copy: Request body") == '{"name":"Write the docs"}'
    expect_message(page, "Copied.")
    page.go_back()
    expect(field(page, "?search")).to_have_text("déjà vu")
    details.get_by_role("link", name="Close").click()
    expect(details).to_be_hidden()
    expect(link).to_be_focused()


def test_a_request_can_be_copied_as_code(
    page: Page, sandbox: Sandbox, track: httpx.Client, server: RunningServer
) -> None:
    first = send_some(sandbox, track)
    visit(page, f"requests/{first + 2}")
    command = copy(page, page, "Copy as curl")
    assert command.startswith("curl ")
    assert f"{server.track_url}/workspaces/{sandbox.workspace_id}/projects" in command
    assert "Write the docs" in command
    compile(copy(page, page, "Copy as Python"), "copied", "exec")
    page.get_by_text("As code, in other languages").click()
    page.get_by_label("Language").select_option("Go")
    expect(page.locator(".actions pre")).to_contain_text("http.NewRequest")
    expect(page.get_by_role("link", name="Try again")).to_have_attribute(
        "href", f"#try/track.createTask?request={first + 2}"
    )


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (1, '503, "retry_after": 2'),
        (3, "The service refused the request."),
        (6, "No operation has this path"),
    ],
)
def test_the_page_explains_a_failure(
    page: Page, sandbox: Sandbox, track: httpx.Client, number: int, reason: str
) -> None:
    first = send_some(sandbox, track)
    sandbox.faults.clear()
    visit(page, f"requests/{first + number}")
    expect(details_of(page).locator(".notice")).to_contain_text(reason)


def test_the_page_explains_wrong_credentials(page: Page, sandbox: Sandbox) -> None:
    tasks = f"{sandbox.focus_url}/organizations/{sandbox.organization_id}/workspaces/{sandbox.workspace_id}/tasks"
    me = f"{sandbox.track_url}/me"
    wrong, other = ("a" * 32, "api_token"), sandbox.seeded.other_user
    reasons = [
        (me, {}, None, "The request has no Authorization header. Track takes Basic"),
        (
            me,
            {"Authorization": f"Bearer {sandbox.token}"},
            None,
            "The scheme of the Authorization header is wrong. Track",
        ),
        (me, {}, wrong, "No user of the sandbox has these credentials for Track: Connect"),
        (tasks, {}, (sandbox.token, "api_token"), "No user of the sandbox has these credentials for Focus: Connect"),
        (
            tasks,
            {"Authorization": "Token abc"},
            None,
            "The scheme of the Authorization header is wrong. Focus takes Bearer",
        ),
        (
            f"{sandbox.track_url}/workspaces/1/tasks",
            {},
            (other.track_token, "api_token"),
            f"The user has no right to do this: “Change rights…” gives it. {other.name}",
        ),
    ]
    with httpx.Client(transport=sandbox.transport()) as client:
        for url, headers, auth, reason in reasons:
            client.get(url, headers=headers, auth=auth)
            visit(page, f"requests/{sandbox.requests[-1].id}")
            expect(details_of(page).locator(".notice")).to_contain_text(reason)


def test_the_page_explains_wrong_names(
    page: Page, sandbox: Sandbox, track: httpx.Client, workspace_tasks: str, project_tasks: str
) -> None:
    def reasons() -> Locator:
        visit(page, f"requests/{sandbox.requests[-1].id}")
        return details_of(page).locator(".notice")

    track.get(workspace_tasks, params={"project_id": "Website", "hidden_name": "1", "per_page": "5"})
    expect(reasons()).to_contain_text("There is no query parameter project_id in track.listWorkspaceTasks: it has ")
    expect(reasons()).to_contain_text("A query parameter that no operation has is hidden in the log.")
    expect(reasons()).not_to_contain_text("no query parameter per_page")
    track.get(workspace_tasks, params={"pid": "Website"})
    expect(reasons()).to_contain_text("The response: Invalid pid")
    task = track.post(project_tasks, json={"name": "One", "namme": "Two"}).json()["id"]
    expect(reasons()).to_contain_text("There is no field namme in the body of track.createTask: it has name, ")
    track.get(f"{project_tasks}/x%25zz")
    expect(reasons()).to_contain_text(
        "This is the path of track.getTask, but task_id must be a whole number, not x%zz."
    )
    track.patch(f"{project_tasks.rpartition('/')[0]}", json={})
    expect(reasons()).to_contain_text("The path exists, but not with this method: use ")
    track.get(f"{project_tasks}/{task}")
    visit(page, f"requests/{sandbox.requests[-1].id}")
    expect(page.locator(".details dd").filter(has_text=sandbox.seeded.user.name)).to_be_visible()
    expect(details_of(page).locator(".notice")).to_have_count(0)


def test_the_page_explains_limits(page: Page, sandbox: Sandbox, track: httpx.Client) -> None:
    sandbox.quota.plan = "free"
    sandbox.quota.leave(sandbox.seeded.user.id, None, 0)
    track.get("/me")
    sandbox.quota.plan = "off"
    sandbox.rate_limit.enabled = True
    while track.get("/me").status_code != 429:
        pass
    found = {402: "The hourly quota was used up.", 429: "The rate limit refused the request"}
    for request in sandbox.requests:
        if request.status in found:
            visit(page, f"requests/{request.id}")
            notice = details_of(page).locator(".notice")
            expect(notice).to_contain_text(found.pop(request.status))
    assert found == {}


def test_json_is_shown_as_it_was_sent(page: Page, sandbox: Sandbox, track: httpx.Client) -> None:
    sent = '{"big": 12345678901234567890, "half": 0.50, "twice": 1, "twice": [], "text": "\\u00e9{,}\\""}'
    sandbox.faults.add(Fault(status=200, body=sent))
    track.get("/me")
    visit(page, f"requests/{sandbox.requests[-1].id}")
    expect(page.locator(".block").filter(has_text="Response body").locator("pre")).to_have_text(
        "{\n"
        '  "big": 12345678901234567890,\n'
        '  "half": 0.50,\n'
        '  "twice": 1,\n'
        '  "twice": [],\n'
        '  "text": "\\u00e9{,}\\""\n'
        "}"
    )


def test_a_long_body_is_shown_on_demand(
    page: Page, sandbox: Sandbox, track: httpx.Client, workspace_tasks: str
) -> None:
    track.get(workspace_tasks, params={"per_page": 20})
    visit(page, f"requests/{sandbox.requests[-1].id}")
    body = page.locator(".block").filter(has_text="Response body")
    expect(body.locator("pre")).not_to_contain_text("per_page")
    body.get_by_role("button", name=re.compile(r"Show [\d,]+ more lines")).click()
    expect(body.locator("pre")).to_contain_text("per_page")


def test_bodies_can_be_switched_off(page: Page, sandbox: Sandbox, track: httpx.Client) -> None:
    switch = page.get_by_label("Record bodies")
    expect(switch).to_be_checked()
    switch.click()
    expect_message(page, "Bodies are not recorded.")
    track.get("/me")
    visit(page, f"requests/{sandbox.requests[-1].id}")
    expect(details_of(page)).to_contain_text("Not recorded, or compressed:")
    expect(switch).not_to_be_checked()


def test_the_log_has_pages_and_can_be_exported_and_cleared(page: Page, sandbox: Sandbox, track: httpx.Client) -> None:
    for number in range(60):
        track.get("/me/quota", params={"page": number})
    expect(rows(page)).to_have_count(50)
    page.get_by_role("link", name="Older").click()
    expect(rows(page)).to_have_count(10)
    track.get("/me")
    expect(figure(page, "requests in the log")).to_have_text("61")
    expect(rows(page)).to_have_count(10)
    page.get_by_role("link", name="Newest").click()
    expect(rows(page).first).to_contain_text("track.getMe")
    page.get_by_label("Operation").select_option("track.getMe")
    expect(rows(page)).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download HAR").click()
    assert download.value.suggested_filename == "toggl-sandbox.har"
    entries = json.loads(download.value.path().read_bytes())["log"]["entries"]
    assert [urlsplit(entry["request"]["url"]).path for entry in entries] == ["/api/v9/me"]
    press(page, "Clear log…")
    press(page.get_by_role("dialog"), "Clear log")
    expect(part(page, "Requests")).to_contain_text("None yet.")
    assert sandbox.requests == []


def test_nothing_that_is_read_or_typed_is_lost_by_an_update(page: Page, sandbox: Sandbox, track: httpx.Client) -> None:
    first = send_some(sandbox, track)
    page.locator(f"#request-{first}").focus()
    page.evaluate("""id => getSelection().selectAllChildren(document.querySelector(`#request-${id} .route`))""", first)
    track.get("/me")
    expect(rows(page)).to_have_count(9)
    expect(page.locator(f"#request-{first}")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == "GET /api/v9/me"
    visit(page, "trouble")
    text = page.get_by_label("Fault as JSON")
    text.fill('{"status": 4')
    page.get_by_label("Requests left").fill("17")
    sandbox.faults.add(Fault(status=500))
    track.get("/me")
    expect(part(page, "Active faults").get_by_role("listitem")).to_have_count(2)
    expect(text).to_have_value('{"status": 4')
    expect(page.get_by_label("Requests left")).to_have_value("17")
    expect(page.get_by_label("Requests left")).to_be_focused()


# --- Time and trouble ---


def test_the_clock_can_be_moved(page: Page, sandbox: Sandbox) -> None:
    visit(page, "trouble")
    clock = part(page, "Clock")
    for name, step in [("+ 1 minute", 60), ("+ 1 hour", 3600), ("+ 1 day", 86400)]:
        before = sandbox.clock.now()
        press(clock, name)
        expect_message(page, f"The clock was advanced: {name}.")
        assert sandbox.clock.now() == before + timedelta(seconds=step)
    expect(clock.get_by_role("time")).to_have_text("10:01:00")
    expect(clock).to_contain_text("2025-03-04")
    clock.get_by_label("Set to, in UTC").fill("2031-12-31T23:59:58")
    press(clock, "Freeze there")
    expect_message(page, "The clock is frozen at that time.")
    assert sandbox.clock.now() == datetime(2031, 12, 31, 23, 59, 58, tzinfo=UTC)
    press(clock, "Run from there")
    expect_message(page, "The clock runs from that time.")
    assert not sandbox.clock.frozen
    assert sandbox.clock.now().year in (2031, 2032)
    expect(clock.locator(".badge")).to_have_text("running")
    press(clock, "Freeze")
    expect_message(page, "The clock is frozen.")
    assert sandbox.clock.frozen
    press(clock, "Resume")
    expect_message(page, "The clock is running.")
    clock.get_by_label("Set to, in UTC").fill("2020-01-01T00:00:00")  # the browser omits the seconds
    press(clock, "Freeze there")
    expect_message(page, "The clock is frozen at that time.")
    assert sandbox.clock.now() == datetime(2020, 1, 1, tzinfo=UTC)
    clock.get_by_label("Set to, in UTC").fill("")
    press(clock, "Freeze there")
    expect_message(page, "Choose a date and a time first.")


def test_the_limits_can_be_changed(page: Page, sandbox: Sandbox, track: httpx.Client) -> None:
    visit(page, "trouble")
    expect(part(page, "Quota and rate limit")).to_contain_text("Requests are not counted")
    expect(page.get_by_label("Requests left")).to_be_hidden()
    page.get_by_label("Requests an hour").select_option("30 (free)")
    expect_message(page, "The quota is now: 30 (free).")
    assert sandbox.quota.plan == "free"
    page.get_by_label("Requests left").fill("1")
    page.get_by_label("Quota", exact=True).select_option("Routes under /me")
    press(page, "Set")
    expect_message(page, "1 request left: Routes under /me.")
    assert [track.get("/me").status_code for _ in range(2)] == [200, 402]
    expect(part(page, "Quota and rate limit")).to_contain_text("0 of 30 left, all available again in 60 minutes")
    page.get_by_label("Limit the rate").check()
    expect_message(page, "The rate is limited.")
    assert sandbox.rate_limit.enabled
    sandbox.quota.plan = "premium"
    expect(page.get_by_label("Requests an hour")).to_have_value("premium")


def test_faults_can_be_added_and_removed(page: Page, sandbox: Sandbox, project_tasks: str, track: httpx.Client) -> None:
    visit(page, "trouble")
    page.get_by_label("What goes wrong").select_option("503, retry after 2 seconds")
    page.get_by_label("Which requests").select_option("track.createTask")
    page.get_by_label("How often").select_option("three times")
    press(page, "Add the fault")
    expect_message(page, "Added fault-1.")
    (active,) = sandbox.faults
    assert active.fault == Fault(status=503, retry_after=2, operation="track.createTask", count=3).validate()
    assert track.post(project_tasks, json={"name": "Too early"}).status_code == 503
    expect(part(page, "Active faults")).to_contain_text("fault-1: fired on 1 of 1 matching request")
    fired = part(page, "Last faults that fired").get_by_role("listitem")
    expect(fired).to_have_count(1)
    expect(fired).to_contain_text("fault-1")

    page.get_by_label("How often").select_option("every third request")
    for number in (2, 3):
        press(page, "Add the fault")
        expect_message(page, f"Added fault-{number}.")
    assert list(sandbox.faults)[-1].fault.every == 3
    press(page, "Remove fault-2")
    expect_message(page, "Removed fault-2.")
    assert [one.id for one in sandbox.faults] == ["fault-1", "fault-3"]
    press(page, "Remove all")
    expect_message(page, "Removed all faults.")
    assert list(sandbox.faults) == []
    expect(part(page, "Active faults")).to_contain_text("None: all requests are answered normally.")
    fired.get_by_role("link").click()
    expect(details_of(page).locator(".notice")).to_contain_text("fault-1 fired")


def test_every_preset_can_be_chosen(page: Page) -> None:
    visit(page, "trouble")
    presets = page.get_by_label("What goes wrong")
    expect(presets.locator("option")).to_have_text([preset.name for preset in PRESETS])
    for preset in PRESETS[:: len(PRESETS) - 1]:
        presets.select_option(preset.name)
        assert json.loads(page.get_by_label("Fault as JSON").input_value()) == json.loads(
            json.dumps({**msgspec.to_builtins(preset.fault), "count": 1})
        )


def test_a_fault_that_is_written_before_the_presets_arrive_remains(page: Page) -> None:
    late: list[Route] = []
    page.route("**/_sandbox/faults/presets", lambda route: late.append(route))
    with page.expect_request("**/_sandbox/faults/presets"):
        visit(page, "trouble")
    words = page.get_by_label("Fault as JSON")
    words.fill('{"status": 4')
    with page.expect_response("**/_sandbox/faults/presets"):
        late[0].continue_()
    expect(page.get_by_label("What goes wrong").locator("option")).to_have_count(len(PRESETS))
    expect(words).to_have_value('{"status": 4')


def test_a_fault_can_be_added_as_json(page: Page, sandbox: Sandbox, console: list[str]) -> None:
    visit(page, "trouble")
    words = page.get_by_label("Fault as JSON")
    expect(words).to_have_value(re.compile("status"))
    words.fill('{"status": 600}')
    press(page, "Add the fault")
    alert = part(page, "Add a fault").get_by_role("alert")
    expect(alert).to_have_text("status: expected `int` <= 599")
    expect(words).to_be_focused()
    expect(words).to_have_attribute("aria-invalid", "true")
    assert [line for line in console if "400 (Bad Request)" not in line] == []
    console.clear()
    page.get_by_text("All fields of a fault").click()
    expect(page.get_by_text("Real seconds to wait.")).to_be_visible()
    words.fill('{"path": "/api/v9/me/**", "status": 418}')
    press(page, "Add the field delay")
    expect(words).to_have_value(re.compile('"delay": 1'))
    press(page, "Add the fault")
    expect_message(page, "Added fault-1.")
    expect(alert).to_be_hidden()
    (active,) = sandbox.faults
    assert active.fault == Fault(path="/api/v9/me/**", delay=1, status=418).validate()


# --- World ---


def test_entities_can_be_found(page: Page, sandbox: Sandbox) -> None:
    visit(page, "world/track_tasks")
    expect(rows(page)).to_have_count(50)
    page.get_by_role("link", name="Last").click()
    expect(rows(page)).to_have_count(len([one for one in sandbox.state.track_tasks if not one.is_deleted]) % 50)
    page.get_by_label("Search").fill("invoice")
    expect(page).to_have_url(re.compile(r"#world/track_tasks\?search=invoice$"))
    page.get_by_role("columnheader", name="Name").get_by_role("button").click()
    expect(page.get_by_role("columnheader", name="Name")).to_have_attribute("aria-sort", "ascending")
    expect(rows(page).nth(1)).to_contain_text("invoice")
    names = page.locator("tbody td:first-child").all_text_contents()
    assert names == sorted(names, key=str.casefold)
    assert len(names) > 5
    page.get_by_role("columnheader", name="Name").get_by_role("button").click()
    expect(page.locator("tbody td:first-child")).to_have_text(names[::-1])
    page.get_by_label("Project").select_option("Website")
    expect(page.locator("tbody td:nth-child(2)").filter(has_not_text="Website")).to_have_count(0)
    expect(rows(page).first).to_contain_text("Website")
    page.go_back()
    expect(page.get_by_label("Search")).to_have_value("invoice")


def test_a_chosen_filter_survives_options_that_arrive_late(page: Page) -> None:
    visit(page, "world/track_tasks")
    expect(page.get_by_label("Project")).to_contain_text("Website")
    late: list[Route] = []

    def hold_first(route: Route) -> None:
        if late:
            route.continue_()
        else:
            late.append(route)

    page.route("**/_sandbox/world/projects?*", hold_first)
    with page.expect_request("**/_sandbox/world/projects?*"):
        page.get_by_role("columnheader", name="Name").get_by_role("button").click()
    page.get_by_label("Project").select_option("Website")
    late[0].continue_()
    expect(page).to_have_url(re.compile("project_id="))


def test_every_one_of_many_projects_can_be_chosen(page: Page, sandbox: Sandbox) -> None:
    original = sandbox.state.projects[sandbox.project_id]
    for number in range(250):
        members = set(original.member_ids)
        project = replace(original, id=900_000_000 + number, name=f"Many {number}", member_ids=members)
        sandbox.state.add_project(project)
    visit(page, "world/track_tasks")
    search = page.get_by_label("Search: Project", exact=True)
    expect(search.locator("xpath=../..").get_by_role("status")).to_have_text(
        f"The first 200 of {len(sandbox.state.projects)} are listed."
    )
    search.focus()
    page.keyboard.type("many 249")
    page.keyboard.press("Enter")
    expect(search.locator("xpath=../..").get_by_role("status")).to_have_text("1 found.")
    projects = page.get_by_label("Project", exact=True)
    expect(projects.locator("option")).to_have_text(["all", "Many 249"])
    projects.select_option("Many 249")
    expect(page).to_have_url(re.compile("project_id=900000249"))
    search.fill("many 248")
    expect(projects.locator("option")).to_have_text(["all", "Many 248", "Many 249"])
    expect(projects).to_have_value("900000249")
    page.reload()
    expect(projects).to_have_value("900000249")
    expect(projects.locator("option:checked")).to_have_text("Many 249")

    workspace = sandbox.state.workspaces[sandbox.workspace_id].name
    press(page, "New Track task…")
    dialog = page.get_by_role("dialog", name="New Track task")
    dialog.get_by_label("Search: Project", exact=True).fill("Many 247")
    dialog.get_by_label("Project", exact=True).select_option(f"Many 247 ({workspace})")
    dialog.get_by_label("Name", exact=True).fill("In one of many")
    if AXE:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run({resultTypes: ['violations']})")
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    page.screenshot(path=ARTIFACTS / "sandbox-many-projects.png")
    press(dialog, "Create")
    expect(page.get_by_role("heading", name="In one of many")).to_be_visible()
    (task,) = (one for one in sandbox.state.track_tasks if one.name == "In one of many")
    assert task.project_id == 900_000_247

    other = sandbox.seeded.other_user
    visit(page, f"world/users/{other.id}")
    press(page, "Change rights…")
    group = page.get_by_role("group", name="Member of the projects")
    for number in (246, 245):
        group.get_by_label("Search: Member of the projects").fill(f"Many {number}")
        group.get_by_label(f"Many {number}", exact=True).check()
    press(page.get_by_role("dialog"), "Save")
    expect_message(page, "Saved.")
    assert all(other.id in sandbox.state.projects[900_000_000 + number].member_ids for number in (246, 245))


def test_a_chosen_filter_survives_a_reload_of_the_requests(page: Page) -> None:
    visit(page, "requests")
    # In one step: the list is loaded before the choice is applied, and the control has no focus.
    page.get_by_label("Status").evaluate("""control => {
      control.value = "4xx";
      control.dispatchEvent(new Event("input", { bubbles: true }));
      location.hash = "requests?search=tasks";
    }""")
    expect(page).to_have_url(re.compile("status=4xx"))


def test_a_chosen_filter_survives_a_poll(page: Page) -> None:
    """Also when the poll comes before the choice is applied, and the control has no focus."""
    page.get_by_label("Fault").evaluate("""async (control) => {
      control.value = "any";
      control.dispatchEvent(new Event("input", { bubbles: true }));
      const { refresh, send } = await import("/_sandbox/control.js");
      await send("POST", "/clock/advance", { seconds: 60 });
      await refresh();
    }""")
    expect(page).to_have_url(re.compile("fault=any"))


def test_every_kind_has_a_list_and_pages_of_its_own(page: Page) -> None:
    kinds = page.get_by_role("navigation", name="Kinds").get_by_role("link")
    visit(page, "world")
    expect(kinds).to_have_count(10)
    for index in range(9):
        name = kinds.nth(index).text_content() or ""
        kinds.nth(index).click()
        expect(part(page, name)).to_be_visible()
        first = rows(page).first.get_by_role("link").first
        text = first.text_content() or ""
        first.click()
        expect(page.get_by_role("heading", level=2, name=text, exact=True)).to_be_visible()
        expect(field(page, "name")).to_have_text(text)


def test_a_track_task_can_be_created_and_changed(page: Page, sandbox: Sandbox) -> None:
    visit(page, "world/track_tasks")
    press(page, "New Track task…")
    dialog = page.get_by_role("dialog", name="New Track task")
    press(dialog, "Create")
    expect(dialog.get_by_label("Name")).to_be_focused()
    dialog.get_by_label("Name").fill("Made by hand")
    dialog.get_by_label("Estimate in seconds").fill("7200")
    press(dialog, "Create")
    expect(page.get_by_role("heading", name="Made by hand")).to_be_visible()
    (task,) = (one for one in sandbox.state.track_tasks if one.name == "Made by hand")
    assert (task.estimated_seconds, task.active) == (7200, True)
    expect(field(page, "estimated_seconds")).to_have_text("7200")

    press(page, "Edit…")
    dialog = page.get_by_role("dialog", name="Edit the Track task")
    dialog.get_by_label("Name").fill("Changed by hand")
    dialog.get_by_label("Estimate in seconds").fill("")
    dialog.get_by_text("Other fields").click()
    dialog.get_by_label("As JSON").fill('{"external_reference": "REF-1"}')
    press(dialog, "Save")
    expect(page.get_by_role("heading", name="Changed by hand")).to_be_visible()
    assert (task.name, task.estimated_seconds, task.external_reference) == ("Changed by hand", None, "REF-1")
    press(page, "Mark done")
    expect(field(page, "active")).to_have_text("false")
    press(page, "Reopen")
    expect(field(page, "active")).to_have_text("true")
    press(page, "Delete…")
    press(page.get_by_role("dialog"), "Delete")
    expect(page.locator(".named-item")).to_contain_text("deleted")
    assert task.is_deleted
    press(page, "Restore")
    expect(page.locator(".named-item")).not_to_contain_text("deleted")
    assert not task.is_deleted
    assert sandbox.requests == []


def test_a_focus_task_can_be_created_and_changed(page: Page, sandbox: Sandbox) -> None:
    visit(page, "world/focus_tasks")
    press(page, "New Focus task…")
    dialog = page.get_by_role("dialog", name="New Focus task")
    dialog.get_by_label("Name").fill("Parent")
    dialog.get_by_label("Project").select_option("Website")
    dialog.get_by_label("Priority").select_option("high")
    dialog.get_by_label("First day").fill("2025-03-10")
    dialog.get_by_role("group", name="Assignees").get_by_label("Sandbox User").check()
    press(dialog, "Create")
    expect(page.get_by_role("heading", name="Parent")).to_be_visible()
    (task,) = (one for one in sandbox.state.focus_tasks if one.name == "Parent")
    assert (task.project_id, task.priority, str(task.start_date)) == (sandbox.project_id, "high", "2025-03-10")
    assert task.assignee_user_ids == [sandbox.seeded.user.id]
    press(page, "Mark done")
    expect(field(page, "status")).to_have_text("Done")
    press(page, "Reopen")
    expect(field(page, "status")).to_have_text("Todo")
    press(page, "Archive")
    expect(page.locator(".named-item")).to_contain_text("archived")
    press(page, "Unarchive")
    expect(page.locator(".named-item")).not_to_contain_text("archived")
    press(page, "New sub-task…")
    dialog = page.get_by_role("dialog", name="New Focus task")
    dialog.get_by_label("Name").fill("Child")
    press(dialog, "Create")
    expect(page.get_by_role("heading", name="Child")).to_be_visible()
    field(page, "parent_task_id").get_by_role("link").click()
    expect(part(page, "Sub-tasks")).to_contain_text("Child")
    press(page, "Delete…")
    press(page.get_by_role("dialog"), "Delete")
    expect(page.locator(".named-item")).to_contain_text("deleted")
    press(page, "Restore")
    expect(page.locator(".named-item")).not_to_contain_text("deleted")


def test_an_entity_lists_the_requests_that_touched_it(
    page: Page, sandbox: Sandbox, track: httpx.Client, project_tasks: str
) -> None:
    task = next(one for one in sandbox.state.track_tasks if one.project_id == sandbox.project_id)
    visit(page, f"world/track_tasks/{task.id}")
    touched = part(page, "Requests that touched it")
    expect(touched).to_contain_text("None in the log.")
    track.put(f"{project_tasks}/{task.id}", json={"name": "Renamed by a client"})
    expect(page.get_by_role("heading", name="Renamed by a client")).to_be_visible()
    expect(touched.get_by_role("listitem")).to_have_text(re.compile(f"PUT .*/{task.id} 200 2025-03-03 09:00:00"))
    touched.get_by_role("link").click()
    expect(page.locator(".block").filter(has_text="Request body")).to_contain_text("Renamed by a client")


def test_focus_survives_a_change_of_the_focused_entity(
    page: Page, sandbox: Sandbox, track: httpx.Client, project_tasks: str
) -> None:
    tasks = [one for one in sandbox.state.track_tasks if one.project_id == sandbox.project_id and not one.is_deleted]
    visit(page, "world/track_tasks?sort=name&search=budget")
    task = next(one for one in tasks if "budget" in one.name)
    row = page.locator(f"#track_tasks-{task.id}")
    row.focus()
    track.put(f"{project_tasks}/{task.id}", json={"name": f"{task.name} again"})
    expect(row).to_have_text(task.name)
    expect(row).to_be_focused()
    row.press("Enter")
    field(page, "project_id").get_by_role("link").focus()
    track.put(f"{project_tasks}/{task.id}", json={"estimated_seconds": 60})
    expect(field(page, "estimated_seconds")).to_have_text("60")
    expect(field(page, "project_id").get_by_role("link")).to_be_focused()


def test_projects_and_rights_can_be_changed(page: Page, sandbox: Sandbox) -> None:
    visit(page, "world/projects")
    press(page, "New project…")
    dialog = page.get_by_role("dialog", name="New project")
    dialog.get_by_label("Name").fill("Secret")
    dialog.get_by_label("Private").check()
    press(dialog, "Create")
    expect(page.get_by_role("heading", name="Secret", exact=True)).to_be_visible()
    (project,) = (one for one in sandbox.state.projects.values() if one.name == "Secret")
    assert (project.private, project.archived) == (True, False)
    press(page, "Archive")
    expect(page.locator(".named-item")).to_contain_text("archived")
    press(page, "Unarchive")
    expect(page.locator(".named-item")).not_to_contain_text("archived")

    other = next(one for one in sandbox.state.users.values() if one.id not in project.member_ids)
    visit(page, f"world/users/{other.id}")
    press(page, "Change rights…")
    dialog = page.get_by_role("dialog", name="Change the rights of the user")
    dialog.get_by_role("group", name="Member of the projects").get_by_label("Secret", exact=True).check()
    press(dialog, "Save")
    expect_message(page, "Saved.")
    expect(field(page, "project_ids")).to_contain_text(str(project.id))
    assert other.id in project.member_ids
    press(page, "Change rights…")
    for group in ("Member of the workspaces", "Member of the projects"):
        press(dialog.get_by_role("group", name=group), "Uncheck all")
    press(dialog, "Save")
    expect(field(page, "workspace_ids")).to_have_text("[]")
    assert not any(other.id in one.member_ids for one in sandbox.state.workspaces.values())
    assert copy(page, page, "Copy the track_token") == other.track_token

    visit(page, f"world/organizations/{sandbox.organization_id}")
    press(page, "Remove tasks from the plan")
    expect(field(page, "has_tasks")).to_have_text("false")
    assert not sandbox.state.organizations[sandbox.organization_id].has_tasks


def test_a_deleted_project_can_be_restored(page: Page, sandbox: Sandbox) -> None:
    project = sandbox.state.projects[sandbox.project_id]
    tasks = sum(not one.is_deleted for one in sandbox.state.track_tasks.of_project(project.id))
    visit(page, f"world/projects/{project.id}")
    press(page, "Delete…")
    press(page.get_by_role("dialog"), "Delete")
    expect(page.locator(".named-item")).to_contain_text("deleted")
    press(page, "Restore")
    expect_message(page, "Restored, without its Focus tasks.")
    expect(page.locator(".named-item")).not_to_contain_text("deleted")
    assert sandbox.state.projects[project.id] is project
    assert sum(not one.is_deleted for one in sandbox.state.track_tasks.of_project(project.id)) == tasks > 0


def test_the_state_can_be_exported_imported_and_seeded(page: Page, sandbox: Sandbox) -> None:
    visit(page, "world/state")
    before = sandbox.export_state()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the state").click()
    assert download.value.suggested_filename == "toggl-sandbox-state.json"
    exported = download.value.path().read_bytes()
    assert json.loads(exported) == json.loads(before)
    page.get_by_role("spinbutton", name="Seed").fill("7")
    press(page, "Start with this seed…")
    press(page.get_by_role("dialog"), "Start with this seed")
    expect(page.locator("#version")).to_contain_text("seed 7")
    state = FilePayload(name="state.json", mimeType="application/json", buffer=exported)
    page.get_by_label("File", exact=True).set_input_files(state)
    press(page, "Import…")
    dialog = page.get_by_role("dialog", name="Import state.json (")
    press(dialog, "Import")
    expect(page.locator("#version")).to_contain_text("seed 1")
    assert json.loads(sandbox.export_state()) == json.loads(before)


def test_a_double_click_creates_one_entity(page: Page, sandbox: Sandbox) -> None:
    visit(page, "world/focus_tasks")
    press(page, "New Focus task…")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Only one")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    dialog.get_by_role("button", name="Create").dblclick()
    expect(page.get_by_role("heading", name="Only one")).to_be_visible()
    assert sent.count("POST") == 1
    assert sum(task.name == "Only one" for task in sandbox.state.focus_tasks) == 1


def test_a_refused_change_is_explained(page: Page, sandbox: Sandbox, console: list[str]) -> None:
    visit(page, "world/state")
    broken = FilePayload(name="broken.json", mimeType="application/json", buffer=b'{"format": 1}')
    page.get_by_label("File", exact=True).set_input_files(broken)
    press(page, "Import…")
    dialog = page.get_by_role("dialog")
    press(dialog, "Import")
    expect(dialog.get_by_role("alert")).to_have_text(
        "The file cannot be imported, and nothing was changed: object missing required field `seed`"
    )
    visit(page, "world/track_tasks/1")
    expect(page.get_by_role("main").get_by_role("alert")).to_contain_text("there is no 1 among the track_tasks")
    assert all("(Bad Request)" in line or "(Not Found)" in line for line in console)
    console.clear()


def test_the_page_is_usable_with_a_hundred_thousand_tasks(page: Page, sandbox: Sandbox) -> None:
    now = sandbox.state.now()
    with sandbox.state.lock:
        for task_id in range(200_000_000, 200_100_000):
            task = TrackTask(task_id, sandbox.workspace_id, sandbox.project_id, f"Task {task_id}", None, now, now)
            sandbox.state.track_tasks.add(task)
    expect(figure(page, "Track tasks")).to_have_text(re.compile(r"^100,\d+$"))
    visit(page, "world/track_tasks")
    expect(part(page, "Track tasks").get_by_role("status")).to_have_text(re.compile(r"^100,\d+ in all$"))
    expect(rows(page).first).to_contain_text("Task 200099999")
    page.get_by_role("link", name="Last").click()
    expect(page.get_by_role("link", name="First")).to_be_visible()
    assert 0 < rows(page).count() <= 50
    assert page.locator("*").count() < 2000
    page.get_by_label("Search").fill("task 200012345")
    expect(rows(page)).to_have_count(1)


# --- Connect ---


def test_the_page_shows_how_to_connect(page: Page, sandbox: Sandbox, server: RunningServer) -> None:
    visit(page, "connect")
    card = part(page, "Addresses and credentials")
    for value in (server.track_url, server.focus_url, sandbox.token, sandbox.focus_token, sandbox.email):
        expect(card.get_by_text(value, exact=True)).to_be_visible()
    assert copy(page, card, "Copy the workspace id") == str(sandbox.workspace_id)
    assert sandbox.requests == []


def test_the_programs_to_copy_run(page: Page, sandbox: Sandbox) -> None:
    visit(page, "connect")
    for name, prefix in [("Python, Track", "track."), ("Python, Focus", "focus.")]:
        exec(copy(page, page, f"Copy: {name}"), {})
        assert (sandbox.requests[-1].operation or "").startswith(prefix)
        assert sandbox.requests[-1].status == 200
    compile(copy(page, page, "Copy: pytest, with this sandbox"), "copied", "exec")


# --- Hostile contents ---

SCRIPT = "<img src=x onerror=alert(1)>\"'</td><script>alert(2)</script>"
LONG = "x" * 10_000


def test_html_in_names_is_shown_as_text(
    page: Page, sandbox: Sandbox, track: httpx.Client, focus: httpx.Client, console: list[str]
) -> None:
    workspace = sandbox.state.workspaces[sandbox.workspace_id]
    workspace.name = next(iter(workspace.statuses.values())).name = SCRIPT
    sandbox.state.projects[sandbox.project_id].color = f"red;background:url(//evil.example) {SCRIPT}"
    path = f"/workspaces/{sandbox.workspace_id}/projects"
    project = track.post(path, json={"name": SCRIPT, "active": True}).json()
    task = track.post(f"{path}/{project['id']}/tasks", json={"name": SCRIPT}).json()
    tasks = f"/organizations/{sandbox.organization_id}/workspaces/{sandbox.workspace_id}/tasks"
    focus.post(tasks, json={"name": SCRIPT, "project_id": project["id"]})
    sandbox.faults.add(
        Fault(method="PUT", status=503, body=SCRIPT, headers={"X-Script": "<img src=x onerror=alert(1)>"})
    )
    track.put(f"{path}/{project['id']}", json={"name": SCRIPT})
    last = sandbox.requests[-1].id
    track.get("/<img src=x onerror=alert(1)>?page=<img src=x onerror=alert(1)>")
    dialogs: list[Dialog] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog))
    pictures = page.locator("img").count()
    expect(part(page, "Requests").get_by_text("<img src=x onerror=alert(1)>").first).to_be_visible()
    places = ("world/track_tasks", "world/focus_tasks", "world/projects", "world/workspaces", "world/statuses")
    for place in (*places, f"world/track_tasks/{task['id']}", f"world/projects/{project['id']}", f"requests/{last}"):
        visit(page, place)
        expect(page.get_by_role("main").get_by_text(SCRIPT).filter(visible=True).first).to_be_visible()
    visit(page, "trouble")
    expect(part(page, "Active faults").get_by_role("listitem")).to_contain_text("<img src=x onerror=alert(1)>")
    visit(page, "world/track_tasks/%3Cimg%20src=x%20onerror=alert(1)%3E?search=%3Cimg%3E")
    expect(page.get_by_role("main").get_by_role("alert")).to_be_visible()
    assert page.locator("img").count() == pictures == 1
    assert page.locator("script").count() == 1
    assert dialogs == []
    assert all("404 (Not Found)" in line for line in console)
    console.clear()


@pytest.mark.parametrize("width", [360, 1280])
def test_names_of_any_length_and_direction_fit(page: Page, sandbox: Sandbox, track: httpx.Client, width: int) -> None:
    sandbox.state.projects[sandbox.project_id].name = LONG
    tasks = f"/workspaces/{sandbox.workspace_id}/projects/{sandbox.project_id}/tasks"
    rtl = "\u202e\u0645\u0647\u0645\u0629 \u0627\u062e\u062a\u0628\u0627\u0631"
    long, task = (track.post(tasks, json={"name": name}).json() for name in (LONG, rtl))
    track.get(f"/{LONG}")
    page.set_viewport_size({"width": width, "height": 800})
    for place in (f"world/track_tasks/{long['id']}", "world/track_tasks", "world/projects", "requests", "trouble"):
        visit(page, place)
        expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible()
        if place == "requests":
            expect(rows(page)).to_have_count(3)
        if place.startswith("world"):
            expect(page.locator("main bdi").filter(has_text="xxxxxxxxxx").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate("document.documentElement.scrollHeight") < 8000 or width < 1000, place
    visit(page, f"world/track_tasks/{long['id']}")
    press(page.locator(".named-item"), "Show all 10,000 characters")
    expect(page.locator(".named-item")).to_contain_text(LONG)
    visit(page, "world/track_tasks")
    expect(page.locator("td bdi").filter(has_text=task["name"])).to_be_visible()


def test_the_policy_blocks_inserted_scripts(page: Page, console: list[str]) -> None:
    with page.expect_console_message(), pytest.raises(Error, match="TrustedHTML"):
        page.evaluate("text => { document.body.innerHTML = text }", SCRIPT)
    with page.expect_console_message():
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
        page.set_default_timeout(PATIENCE)
        with (
            page.expect_console_message(lambda message: "frame-ancestors" in message.text),
            page.expect_event("framenavigated", lambda frame: frame.url.startswith("chrome-error:")),
        ):
            page.goto(url)
        assert [frame.url.partition(":")[0] for frame in page.frames] == ["http", "chrome-error"]


# --- Keyboard, screen reader, widths ---


def test_keyboard_focus_survives_an_update(
    page: Page, sandbox: Sandbox, track: httpx.Client, project_tasks: str
) -> None:
    for _ in range(2):
        sandbox.faults.add(Fault(method="POST", status=503))
    visit(page, "trouble")
    button = page.get_by_role("button", name="Remove fault-1")
    button.focus()
    track.post(project_tasks, json={"name": "Refused"})
    expect(part(page, "Active faults")).to_contain_text("fault-1: fired on 1 of 1 matching request")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect_message(page, "Removed fault-1.")
    expect(page.get_by_role("list", name="Active faults")).to_be_focused()


def test_the_page_can_be_used_by_keyboard(page: Page, sandbox: Sandbox, track: httpx.Client) -> None:
    first = send_some(sandbox, track)
    expect(rows(page)).to_have_count(8)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.locator(f"#request-{first + 1}").focus()
    page.keyboard.press("Enter")
    details = details_of(page)
    expect(details).to_be_focused()
    page.keyboard.press("Tab")
    expect(details.get_by_role("link", name="Close")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(f"#request-{first + 1}")).to_be_focused()
    page.get_by_role("link", name="World").press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.get_by_role("button", name="New Track task…").press("Enter")
    dialog = page.get_by_role("dialog", name="New Track task")
    expect(dialog).to_be_visible()
    for _ in range(10):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    dialog.get_by_label("Name").focus()
    page.keyboard.type("By keyboard")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="By keyboard")).to_be_visible()
    page.get_by_role("button", name="Reset…").press("Enter")
    expect(page.get_by_role("dialog", name="Reset the sandbox?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Reset…")).to_be_focused()


def places(sandbox: Sandbox, track: httpx.Client) -> dict[str, str]:
    """Fill each place of the page, and return what shows that it is complete, by address."""
    first = send_some(sandbox, track)
    task = next(one for one in sandbox.state.track_tasks if one.name == "Write the docs")
    focus_task = next(one for one in sandbox.state.focus_tasks if one.parent_task_id)
    return {
        "requests": "track.getMe",
        f"requests/{first + 1}": "fault-1 fired",
        f"requests/{first + 5}": "per_page",
        "world/track_tasks": "Write the docs",
        f"world/track_tasks/{task.id}": "tracked_milliseconds",
        f"world/focus_tasks/{focus_task.parent_task_id}": "Sub-tasks",
        f"world/projects/{sandbox.project_id}": "Focus tasks",
        f"world/users/{sandbox.seeded.user.id}": "project_ids",
        "world/state": "Export",
        "trouble": "Last faults that fired",
        f"try/track.createTask?request={first + 2}": "estimated_seconds",
        "connect": "pytest",
    }


NAMES = {1: "request-fault", 2: "request", 4: "track-task", 5: "focus-task", 6: "project", 7: "user", 10: "try"}


def test_each_place_is_accessible_at_every_width(page: Page, sandbox: Sandbox, track: httpx.Client) -> None:
    """axe finds nothing, texts have enough contrast, nothing is cut off, and on a phone only the page scrolls.

    The color scheme changes colors only, so it matters to contrasts, and not to the layout. Pictures are stored as
    build artifacts.
    """
    if AXE:
        page.evaluate(AXE.read_text(encoding="utf-8"))
    for index, (place, text) in enumerate(places(sandbox, track).items()):
        visit(page, place)
        expect(page.get_by_role("main").get_by_text(text).filter(visible=True).first).to_be_visible()
        expect(page.locator("#live")).to_have_text("Live")
        for width in (360, 768, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") == width, (place, width)
            assert page.evaluate(BEYOND) == [], (place, width)
            assert width > 768 or page.evaluate(SCROLLING) == [], (place, width)
            name = NAMES.get(index, place.replace("/", "-"))
            for scheme in SCHEMES if width in (360, 1280) else SCHEMES[:1]:
                page.emulate_media(color_scheme=scheme)
                page.screenshot(path=ARTIFACTS / f"sandbox-{name}-{width}-{scheme}.png", full_page=True)
                if AXE and (width, scheme) in [(360, "light"), (1280, "dark")]:
                    found = page.evaluate("axe.run({resultTypes: ['violations']})")
                    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == [], (place, width)
                if width == 1280:
                    assert [text for contrast, text in page.evaluate(CONTRASTS) if contrast < 4.5] == [], place
                    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
                    assert (background == "rgb(244, 245, 244)") == (scheme == "light")
            page.emulate_media(color_scheme="light")


SCHEMES: Final[Sequence[Literal["light", "dark"]]] = ("light", "dark")


# Controls that reach beyond the right edge of the screen.
BEYOND = """() => [...document.querySelectorAll("button, select, textarea, input, a:not(.skip)")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => one.outerHTML)"""
# Elements with a scroll bar of their own; a text field may have one.
SCROLLING = """() => [...document.querySelectorAll("main *:not(textarea):not(select)")]
    .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflow) &&
        (one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth))
    .map((one) => one.outerHTML.slice(0, 200))"""


def test_dialogs_are_accessible(page: Page, sandbox: Sandbox) -> None:
    if AXE:
        page.evaluate(AXE.read_text(encoding="utf-8"))
    visit(page, "world/focus_tasks")
    press(page, "New Focus task…")
    expect(page.get_by_role("dialog").get_by_label("Priority")).to_be_visible()
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=ARTIFACTS / f"sandbox-dialog-{width}-light.png")
        assert page.evaluate("document.querySelector('dialog').scrollWidth") <= width
        if AXE:
            found = page.evaluate("axe.run({resultTypes: ['violations']})")
            assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert [text for contrast, text in page.evaluate(CONTRASTS) if contrast < 4.5] == []


def test_every_control_has_an_accessible_name(page: Page) -> None:
    for section in SECTIONS:
        visit(page, section)
        expect(page.locator(f"main.{section}")).to_be_visible()
        unnamed = page.evaluate("""() => [...document.querySelectorAll("button, select, textarea, input, a")].filter(
            (one) => !(one.ariaLabel || one.labels?.[0]?.textContent || one.textContent).trim())
            .map((one) => one.outerHTML)""")
        assert unnamed == [], section


def test_reduced_motion_disables_animations(page: Page) -> None:
    moving = "document.getAnimations().length"
    assert page.evaluate(moving) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moving) == 1
