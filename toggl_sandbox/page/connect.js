// What a client needs to talk to this sandbox, ready to copy.

import { card, code, codeBlock, copyButton, facts, hint, link, make, show } from "./elements.js";

export const title = "Connect";

export function open(container) {
  const values = make("div", { className: "part" });
  const blocks = make("div", { className: "blocks" });
  container.replaceChildren(
    card("Addresses and credentials", { className: "spread" }, values, hint(
      "The credentials are part of the sandbox and give no access to Toggl. ",
      link("/_sandbox/openapi.yaml", "OpenAPI description of the control plane"))),
    card("Ready to run", {}, blocks));
  return {
    go() {},
    update({ about, track_path, focus_path }) {
      const track = location.origin + track_path;
      const focus = location.origin + focus_path;
      show(values, [about, track, focus], () => facts([
        ["Track", value("Track URL", track)],
        ["Focus", value("Focus URL", focus)],
        ["Track token", value("Track token", about.track_token)],
        ["Focus token", value("Focus token", about.focus_token)],
        ["Email, for Basic", value("email", about.email)],
        ["Password", value("password", about.password)],
        ["Organization", value("organization id", about.organization_id)],
        ["Workspace", value("workspace id", about.workspace_id)],
        ["Project", value("project id", about.project_id)],
        ["Control plane", value("control plane URL", `${location.origin}/_sandbox`)],
      ]));
      show(blocks, [about, track, focus], () => programs(about, track, focus)
        .map(([label, text]) => codeBlock(label, text)));
    },
  };
}

function value(label, text) {
  return make("span", { className: "copyable" }, code(text), copyButton(String(text), `Copy the ${label}`));
}

function programs(about, track, focus) {
  const { workspace_id: workspace, project_id: project, organization_id: organization } = about;
  return [
    ["Shell", `export TOGGL_TRACK_URL=${track}
export TOGGL_API_TOKEN=${about.track_token}
export TOGGL_FOCUS_URL=${focus}
export TOGGL_FOCUS_TOKEN=${about.focus_token}`],
    ["curl", `curl -u ${about.track_token}:api_token \\
'${track}/workspaces/${workspace}/tasks?per_page=3'
curl -H 'Authorization: Bearer ${about.focus_token}' \\
'${focus}/organizations/${organization}/workspaces/${workspace}/tasks?per_page=3'`],
    ["Command line, after the lines for the shell", `toggl-tasks list --limit 5
toggl-tasks add 'Write the docs' --project Website --estimate 2h
toggl-tasks --api focus list --limit 5`],
    ["Python, Track", `from toggl_tasks import Track

with Track(
    token="${about.track_token}",
    base_url="${track}",
) as track:
    for task in track.tasks.list(${workspace}, project_id=${project}):
        print(task.id, task.name)`],
    ["Python, Focus", `from toggl_tasks import Focus

with Focus(
    token="${about.focus_token}",
    base_url="${focus}",
) as focus:
    for task in focus.tasks.list(${organization}, ${workspace}):
        print(task.id, task.name)`],
    ["pytest, with a sandbox of its own", `def test_it(toggl_sandbox):
    with toggl_sandbox.track() as track:
        assert track.tasks.list(toggl_sandbox.workspace_id).total`],
    ["pytest, with this sandbox", `import pytest
from toggl_tasks import Track


@pytest.fixture
def track():
    with Track(
        token="${about.track_token}",
        base_url="${track}",
    ) as track:
        yield track


def test_it(track):
    assert track.tasks.list(${workspace}).total`],
  ];
}
