"""Try it, on the page at `/`: operations as forms, sent to the sandbox by Chromium.

Every test also fails when the browser asks another host for anything, or reports an error of a program.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.support.chromium import ARTIFACTS, AXE, CONTRASTS, PATIENCE, watched_page
from toggl_sandbox import Fault, RunningServer, Sandbox
from toggl_sandbox.operations import operations

HOSTILE = "<img src=x onerror=alert(1)>\"'</td><script>alert(2)</script> \u202etfel 😀 ${x} `id`"


@pytest.fixture
def page(browser_context: BrowserContext, server: RunningServer) -> Iterator[Page]:
    """An empty page. Fails the test on requests to other hosts and on console messages."""
    console: list[str] = []
    with watched_page(browser_context, console) as (page, hosts):
        yield page
    assert hosts == {f"127.0.0.1:{server.port}"}
    # The browser reports every status of an error, and every connection that was closed.
    assert [one for one in console if "Failed to load resource" not in one] == []


def open_operation(page: Page, server: RunningServer, name: str, query: str = "") -> Locator:
    """Open the form of an operation."""
    if page.url == "about:blank":
        page.goto(server.page_url)
    page.evaluate("hash => { location.hash = hash }", f"#try/{name}{query}")
    form = page.get_by_role("form", name=name, exact=True)
    expect(form).to_be_visible()
    return form


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def response(page: Page) -> Locator:
    """Return the section with the response."""
    return page.locator("section").filter(has=page.get_by_role("heading", name="Response", exact=True))


def test_operations_can_be_found_and_opened(page: Page, server: RunningServer) -> None:
    page.goto(f"{server.page_url}#try")
    total = len(operations().all)
    listed = page.get_by_role("navigation", name="Operations")
    expect(listed.get_by_role("link")).to_have_count(total)
    expect(listed.get_by_role("heading", name="Track · tasks")).to_be_visible()
    page.get_by_label("Search").fill("PATCH focus")
    expect(page.get_by_text(re.compile(f"^4 of {total} operations$"))).to_be_visible()
    page.get_by_label("Search").fill("json patch")
    listed.get_by_role("link", name=re.compile("patchTasks")).click()
    expect(page.get_by_role("form", name="track.patchTasks")).to_be_visible()
    expect(listed.locator("[aria-current=page]")).to_contain_text("patchTasks")
    expect(page.get_by_role("heading", name="track.patchTasks")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("form")).to_have_count(0)
    page.goto(f"{server.page_url}#try/track.nowhere")
    expect(page.get_by_role("alert")).to_contain_text("There is no operation track.nowhere")


def test_every_operation_is_prefilled(page: Page, server: RunningServer, sandbox: Sandbox) -> None:
    """Every form can be sent as it is; what the sandbox has no value for is said to be missing."""
    page.goto(f"{server.page_url}#try")
    found = page.evaluate(SEND_EACH, [[one.name for one in operations().all], PATIENCE])
    assert found == {
        one.name: "source is required." if one.name == "focus.findTaskByExternalId" else "2" for one in operations().all
    }
    assert len(sandbox.requests) == 1  # since the last reset


# In the page, since each step of a test takes longer than the page does. Returns for each operation the first digit of
# the status, or else what is wrong.
SEND_EACH = """async ([names, patience]) => {
    const wait = async (find) => {
        for (const end = Date.now() + patience; Date.now() < end;) {
            const found = find();
            if (found) return found;
            await new Promise((resolve) => setTimeout(resolve));
        }
        throw new Error(`waited in vain: ${find}`);
    };
    const sendOne = async (name) => {
        location.hash = `#try/${name}`;
        const form = await wait(() => document.querySelector(`form[aria-label="${name}"]`));
        const unnamed = [...form.querySelectorAll("button, select, textarea, input")].filter(
            (one) => !(one.ariaLabel || one.labels?.[0]?.textContent || one.textContent).trim());
        if (unnamed.length) return unnamed[0].outerHTML;
        form.querySelector("button.primary").click();
        const results = () => [...document.querySelectorAll(".response section, form .error")];
        const result = await wait(() => results().find((one) => one.textContent));
        if (result.matches(".error")) return result.textContent;
        const status = result.querySelector(".status").textContent;
        return status.startsWith("2") ? "2" : result.textContent;
    };
    const results = {};
    for (const name of names) {
        await fetch("/_sandbox/reset", { method: "POST" });
        results[name] = await sendOne(name);
    }
    return results;
}"""


def test_a_task_is_created_from_fields(page: Page, server: RunningServer, sandbox: Sandbox) -> None:
    form = open_operation(page, server, "track.createTask")
    expect(form.get_by_label("workspace_id (required)")).to_have_value(str(sandbox.workspace_id))
    expect(form.get_by_label("project_id (required)")).to_have_value(str(sandbox.project_id))
    form.get_by_label("name (required)").fill(HOSTILE)
    form.get_by_label("active").select_option("false")
    form.get_by_label("external_reference", exact=True).fill("A-1")
    form.get_by_label("estimated_seconds: null").check()
    press(page, "Send")
    expect(response(page)).to_contain_text("200")
    expect(response(page)).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("img").count() == 1
    task = max(sandbox.state.track_tasks, key=lambda one: one.id)
    assert (task.name, task.active, task.external_reference, task.estimated_seconds) == (HOSTILE, False, "A-1", None)
    (logged,) = sandbox.requests
    assert (logged.operation, logged.status) == ("track.createTask", 200)
    response(page).get_by_role("link", name=f"Request {logged.id} in the log").click()
    expect(page).to_have_url(re.compile(rf"#requests/{logged.id}$"))


def test_fields_and_json_are_the_same_body(page: Page, server: RunningServer, sandbox: Sandbox) -> None:
    form = open_operation(page, server, "track.createTask")
    form.get_by_label("estimated_seconds", exact=True).fill("5400")
    press(page, "JSON")
    area = form.get_by_label("JSON", exact=True)
    assert json.loads(area.input_value()) == {"name": "Write the docs", "estimated_seconds": 5400}
    area.fill('{"name": "Other", "unknown": [1, 2], "active": false}')
    press(page, "Fields")
    expect(form.get_by_label("name (required)")).to_have_value("Other")
    expect(form.get_by_label("active")).to_have_value("false")
    form.get_by_label("active").select_option("not sent")
    press(page, "JSON")
    assert json.loads(area.input_value()) == {"name": "Other", "unknown": [1, 2]}
    for text, cause in [
        ("[1]", "The body is not a JSON object, so it has no fields."),
        ('{"user_id": 9007199254740993}', "The body has a number that is too large for the fields."),
    ]:
        area.fill(text)
        press(page, "Fields")
        expect(page.get_by_text(cause)).to_be_visible()
        expect(area).to_have_value(text)
    area.fill('{"name": "Large"}')
    press(page, "Fields")
    form.get_by_label("user_id", exact=True).fill("9007199254740993")
    press(page, "Send")
    expect(page.get_by_text("user_id is too large for a field: write it as JSON.")).to_be_visible()


def test_parameters_have_controls_of_their_types(page: Page, server: RunningServer, sandbox: Sandbox) -> None:
    form = open_operation(page, server, "focus.listTasks")
    form.get_by_text(re.compile("more parameters")).click()
    form.get_by_label("per_page").fill("3")
    form.get_by_label("pinned", exact=True).select_option("false")
    form.get_by_label("start_date_from").fill("2025-03-01T08:30")
    group = form.get_by_role("group", name="project_id", exact=True)
    for _ in range(2):
        group.get_by_role("button", name="Add a value").click()
    group.get_by_label("Value").first.fill(str(sandbox.project_id))
    form.get_by_label("Additional query").fill("unknown=a%20b")
    press(page, "Send")
    expect(response(page)).to_contain_text("200")
    code = page.locator("section").filter(has=page.get_by_role("heading", name="As code")).locator("pre")
    (url,) = re.findall(r"http://[^'\s]+", code.inner_text())
    assert sorted(parse_qsl(urlsplit(url).query, keep_blank_values=True)) == sorted(
        [
            ("per_page", "3"),
            ("pinned", "false"),
            ("start_date_from", "2025-03-01T08:30:00Z"),
            ("project_id", str(sandbox.project_id)),
            ("project_id", ""),
            ("unknown", "a b"),
        ]
    )
    (logged,) = sandbox.requests
    assert sorted(logged.query.split("&")) == sorted(
        [*(one for one in urlsplit(url).query.split("&") if not one.startswith("unknown")), "…"]
    )
    group.get_by_role("button", name="Remove").first.click()
    expect(group.get_by_label("Value")).to_have_count(1)


def test_what_is_missing_can_be_sent_anyway(page: Page, server: RunningServer, sandbox: Sandbox) -> None:
    form = open_operation(page, server, "track.createTask")
    form.get_by_label("name (required)").fill("")
    form.get_by_label("workspace_id (required)").fill("0")
    press(page, "Send")
    expect(page.get_by_text("workspace_id is less than 1.")).to_be_visible()
    expect(page.get_by_text("name is required.")).to_be_visible()
    expect(form.get_by_label("workspace_id (required)")).to_be_focused()
    expect(form.get_by_label("workspace_id (required)")).to_have_attribute("aria-invalid", "true")
    assert sandbox.requests == []
    form.get_by_label("workspace_id (required)").fill(str(sandbox.workspace_id))
    press(page, "Send anyway")
    expect(response(page)).to_contain_text("400")
    assert [one.status for one in sandbox.requests] == [400]


def test_invalid_json_can_be_sent_anyway(page: Page, server: RunningServer, sandbox: Sandbox) -> None:
    form = open_operation(page, server, "track.createTask")
    press(page, "JSON")
    form.get_by_label("JSON", exact=True).fill('{"name": ')
    press(page, "Fields")
    expect(form.get_by_label("JSON", exact=True)).to_be_visible()
    press(page, "Send")
    expect(form.get_by_text("The body is not valid JSON").last).to_be_visible()
    expect(form.get_by_label("JSON", exact=True)).to_be_focused()
    assert sandbox.requests == []
    press(page, "Send anyway")
    expect(response(page)).to_contain_text("400")
    (logged,) = sandbox.requests
    assert (logged.operation, logged.status) == ("track.createTask", 400)


def test_other_credentials_and_none(page: Page, server: RunningServer, sandbox: Sandbox) -> None:
    form = open_operation(page, server, "track.getMe")
    form.get_by_label("Sign in with").select_option("None")
    press(page, "Send")
    expect(response(page)).to_contain_text("401")
    expect(response(page)).to_contain_text("The response has no body.")
    form.get_by_label("Sign in with").select_option("Another token")
    form.get_by_label("API token").fill("wröng")
    press(page, "Send")
    expect(response(page)).to_contain_text("403")
    form.get_by_label("API token").fill(sandbox.token)
    press(page, "Send")
    expect(response(page)).to_contain_text(sandbox.email)
    other = sandbox.seeded.other_user
    form.get_by_label("Sign in with").select_option(f"The token of {other.name}")
    press(page, "Send")
    expect(response(page)).to_contain_text(other.email)
    assert [one.status for one in sandbox.requests] == [401, 403, 200, 200]


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (Fault(drop="reset"), "There is no response. The connection was closed before the response was complete."),
        (Fault(drop="closed_midway"), "The response is incomplete. The connection was closed"),
        (Fault(status=503), "The fault fault-1 fired."),
        (Fault(spoil="malformed"), "The fault fault-1 fired."),
    ],
)
def test_a_fault_is_explained(page: Page, server: RunningServer, sandbox: Sandbox, fault: Fault, text: str) -> None:
    open_operation(page, server, "track.listMyTasks")
    sandbox.faults.add(fault)
    press(page, "Send")
    expect(response(page)).to_contain_text(text)
    expect(response(page)).to_contain_text("The fault fault-1 fired.")
    expect(response(page).get_by_role("link", name=re.compile(r"Request \d+ in the log"))).to_be_visible()


def test_a_slow_request_can_be_cancelled(page: Page, server: RunningServer, sandbox: Sandbox) -> None:
    open_operation(page, server, "track.getMe")
    sandbox.faults.add(Fault(delay=60))
    press(page, "Send")
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_disabled()
    press(page, "Cancel")
    expect(response(page)).to_contain_text("There is no response. You cancelled it.")
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_enabled()


def test_the_request_can_be_copied_as_code(page: Page, server: RunningServer, sandbox: Sandbox) -> None:
    form = open_operation(page, server, "track.createTask")
    code = page.locator("section").filter(has=page.get_by_role("heading", name="As code"))
    assert len(code.get_by_label("Language").locator("option").all()) == 10
    code.get_by_label("Language").select_option("Python (this client)")
    form.get_by_label("name (required)").fill('a "b"')
    expect(code.locator("pre")).to_contain_text('{"name": "a \\"b\\""}')
    code.get_by_role("button", name="Copy the code").click()
    expect(page.locator("#said")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f'with Track(token="{sandbox.token}", base_url="{server.track_url}") as track:' in copied
    # The choice remains for the next operation.
    page.evaluate("location.hash = '#try/track.getMe'")
    expect(code.locator("pre")).to_contain_text("track.raw.get_me()")


def test_a_logged_request_can_be_tried_again(
    page: Page, server: RunningServer, sandbox: Sandbox, track: httpx.Client, project_tasks: str
) -> None:
    track.get(f"/workspaces/{sandbox.workspace_id}/tasks?active=both&per_page=7")
    track.post(project_tasks, json={"name": HOSTILE})
    first, second = (one.id for one in sandbox.requests)
    form = open_operation(page, server, "track.listWorkspaceTasks", f"?request={first}")
    expect(form.get_by_label("active")).to_have_value("both")
    expect(form.get_by_label("per_page")).to_have_value("7")
    form = open_operation(page, server, "track.createTask", f"?request={second}")
    expect(form.get_by_label("name (required)")).to_have_value(HOSTILE)
    press(page, "Send")
    expect(response(page)).to_contain_text("A task of this name exists in the project already.")
    track.post(f"{project_tasks}?other=1")
    form = open_operation(page, server, "track.createTask", f"?request={sandbox.requests[-1].id}")
    expect(form.get_by_label("JSON", exact=True)).to_have_value("")
    expect(form.get_by_label("Additional query")).to_have_value("")


def test_it_can_be_used_by_keyboard(page: Page, server: RunningServer, sandbox: Sandbox) -> None:
    page.goto(f"{server.page_url}#try")
    page.get_by_label("Search").focus()
    page.keyboard.type("getproject track")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("form", name="track.getProject")).to_be_visible()
    field = page.get_by_label("project_id (required)")
    for _ in range(60):
        page.keyboard.press("Tab")
        if field.evaluate("(one) => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(response(page)).to_contain_text("200")
    assert [one.operation for one in sandbox.requests] == ["track.getProject"]


def test_it_fits_the_screen_and_can_be_read(page: Page, server: RunningServer) -> None:
    """The pictures are stored as build artifacts."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(server.page_url)
    if AXE:
        page.evaluate(AXE.read_text(encoding="utf-8"))
    for width in (360, 768, 1280, 1920):
        check_width(page, server, width)


def check_width(page: Page, server: RunningServer, width: int) -> None:
    form = open_operation(page, server, "focus.createTasks")
    form = open_operation(page, server, "focus.createTask")
    page.set_viewport_size({"width": width, "height": 900})
    form.get_by_label("name (required)").fill("Long" * 500)
    form.get_by_label("billable", exact=True).select_option("true")
    press(page, "Send")
    expect(response(page)).to_contain_text("201")
    form.get_by_label("name (required)").fill("")
    press(page, "Send")
    expect(page.get_by_text("name is required.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    narrow = form.evaluate("""(form) => [...form.querySelectorAll("fieldset > .fields")].filter(
        (one) => one.clientWidth < form.clientWidth - 2).length""")
    assert narrow == 0
    nested = page.evaluate("""() => [...document.querySelectorAll("main *")].filter((one) =>
        ["auto", "scroll"].includes(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1
        && one.tagName !== "TEXTAREA").map((one) => one.className)""")
    assert nested == ([] if width < 960 else ["picker"])
    # Also after a change of the width: on a phone, the list of operations is folded.
    expect(page.locator(".picker details")).to_have_js_property("open", width >= 960)
    page.evaluate("scrollTo(0, 0)")
    schemes: list[Literal["dark", "light"]] = ["dark", "light"]
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        contrasts = page.evaluate(CONTRASTS)
        assert len(contrasts) > 50
        assert [text for contrast, text in contrasts if contrast < 4.5] == []
        # The other widths and schemes differ in what is checked above.
        if AXE and (width, scheme) in [(360, "light"), (1280, "dark")]:
            found = page.evaluate("axe.run({resultTypes: ['violations']})")
            assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
        page.screenshot(path=ARTIFACTS / f"sandbox-operation-{width}-{scheme}.png", full_page=True)
