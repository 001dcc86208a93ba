// What can be done to the entities of the world: through the APIs where they can do it, without quota, faults and log.

import { entityChecks, entitySelect } from "./choices.js";
import { direct, get, refresh, send } from "./control.js";
import { attempt, button, checkbox, field, make, openDialog, say, select } from "./elements.js";

const ONE = { track_tasks: "Track task", focus_tasks: "Focus task", projects: "project" };
const PRIORITIES = ["none", "low", "medium", "high"];

const projectPath = (item) => `/api/v9/workspaces/${item.workspace_id}/projects`;
const trackPath = (item) => `${projectPath(item)}/${item.project_id}/tasks`;
const focusPath = (item) => `/api/organizations/${item.organization_id}/workspaces/${item.workspace_id}/tasks`;
const PATHS = { track_tasks: trackPath, focus_tasks: focusPath, projects: projectPath };
const UPDATES = { track_tasks: "PUT", focus_tasks: "PATCH", projects: "PUT" };

// Each workspace has a few statuses only.
const statusesOf = async (workspace_id) => (await get("/world/statuses", { sort: "id", per_page: 200, workspace_id })).items;

// --- Buttons ---

export function createButtons(kind, opened) {
  return Object.hasOwn(ONE, kind) ? [button(`New ${ONE[kind]}…`, () => create(kind, {}, opened))] : [];
}

// The buttons for one entity; `changed` is called after a change, `opened(kind, id)` with what was created.
export function actionsFor(kind, item, changed, opened) {
  const path = PATHS[kind] && `${PATHS[kind](item)}/${item.id}`;
  const act = (text, done, action) => button(text, async () => {
    await attempt(action, done);
    await changed();
  }, { id: `action-${text.toLowerCase().replace(/[^a-z]+/g, "-")}` });
  const edit = () => button("Edit…", () => change(kind, item, changed), { id: "action-edit", className: "primary" });
  const remove = () => button("Delete…", () => confirmDelete(kind, item, path, changed), { id: "action-delete", className: "danger" });

  switch (kind) {
    case "track_tasks":
      if (item.deleted_at) return [act("Restore", "Restored.", () => send("POST", `/world/track_tasks/${item.id}/restore`))];
      return [edit(),
        item.active ? act("Mark done", "Marked as done.", () => direct("PUT", path, { active: false }))
          : act("Reopen", "Reopened.", () => direct("PUT", path, { active: true })),
        remove()];
    case "focus_tasks":
      if (item.deleted_at) return [act("Restore", "Restored.", () => direct("PATCH", `${path}/restore`))];
      return [edit(),
        act("Mark done", "Marked as done.", () => setStatus(path, item, "done")),
        act("Reopen", "Reopened.", () => setStatus(path, item, "todo")),
        item.archived_at ? act("Unarchive", "Unarchived.", () => direct("POST", `${path}/unarchive`))
          : act("Archive", "Archived.", () => direct("POST", `${path}/archive`)),
        button("New sub-task…", () => create("focus_tasks", { ...item, parent_task_id: item.id }, opened)),
        remove()];
    case "projects":
      if (item.deleted_at) {
        return [act("Restore", "Restored, without its Focus tasks.", () => send("POST", `/world/projects/${item.id}/restore`))];
      }
      return [edit(),
        item.archived ? act("Unarchive", "Unarchived.", () => direct("PUT", path, { active: true }))
          : act("Archive", "Archived.", () => direct("PUT", path, { active: false })),
        button("New Track task…", () => create("track_tasks", { project_id: item.id }, opened)),
        button("New Focus task…", () => create("focus_tasks", { project_id: item.id, workspace_id: item.workspace_id }, opened)),
        remove()];
    case "organizations":
      return [act(item.has_tasks ? "Remove tasks from the plan" : "Add tasks to the plan", "The plan was changed.",
        () => send("PATCH", `/world/organizations/${item.id}`, { has_tasks: !item.has_tasks }))];
    case "users":
      return [button("Change rights…", () => changeRights(item, changed), { id: "action-rights", className: "primary" })];
    case "workspaces":
      return [button("New project…", () => create("projects", { workspace_id: item.id }, opened))];
    default:
      return [];
  }
}

async function setStatus(path, item, type) {
  const statuses = await statusesOf(item.workspace_id);
  const found = statuses.find((one) => one.type === type);
  if (!found) throw new Error(`The workspace has no status of the type ${type}.`);
  await direct("PATCH", path, { status_id: found.id });
}

function confirmDelete(kind, item, path, changed) {
  openDialog({
    title: `Delete this ${ONE[kind]}?`,
    text: kind === "projects" ? "Its Track tasks are deleted, too, and its Focus tasks leave it. It can be restored with its Track tasks." : "It can be restored.",
    confirm: "Delete",
    danger: true,
    submit: async () => {
      await direct("DELETE", path);
      say("Deleted.");
      await changed();
    },
  });
}

// --- Forms ---

// Each of these returns {element, read}: `read()` returns the value, or undefined if it is as it was.
function textInput(name, label, value, properties = {}) {
  const { area, number, help, ...rest } = properties;
  const start = value === null || value === undefined ? "" : String(value);
  const input = make(area ? "textarea" : "input", { value: start, ...rest });
  return {
    name,
    element: field(label, input, help),
    read() {
      if (input.value === start) return undefined;
      if (input.value === "" && name !== "name") return null;
      return number ? Number(input.value) : input.value;
    },
  };
}

function choice(name, label, options, value, help) {
  const start = value === null || value === undefined ? "" : String(value);
  if (!options.some(([key]) => key === start)) options.push([start, start]);
  const input = select(options, start);
  return {
    name,
    element: field(label, input, help),
    read() {
      if (input.value === start) return undefined;
      if (input.value === "") return null;
      return /^\d+$/.test(input.value) ? Number(input.value) : input.value;
    },
  };
}

function check(name, label, value) {
  const element = checkbox(label, value);
  const input = element.querySelector("input");
  return { name, element, read: () => input.checked === value ? undefined : input.checked };
}

async function entity(name, label, kind, parameters, value, none = "none") {
  const start = value === null || value === undefined ? "" : String(value);
  const { control, element, load } = entitySelect(kind, label, { none });
  await load(parameters, () => control.value || start);
  return {
    name,
    element,
    read: () => control.value === start ? undefined : control.value === "" ? null : Number(control.value),
  };
}

async function entities(name, label, kind, parameters, value) {
  const { element, checked } = await entityChecks(kind, label, parameters, value);
  return {
    name,
    element,
    read() {
      const all = checked();
      return all.length === value.length && all.every((id) => value.includes(id)) ? undefined : all;
    },
  };
}

async function inputsFor(kind, item) {
  const nameInput = textInput("name", "Name", item.id ? item.name : "", { autocomplete: "off", required: true });
  if (kind === "track_tasks") {
    const user = await entity("user_id", "User", "users", { workspace_id: item.workspace_id }, item.user_id, "nobody");
    return [nameInput,
      textInput("estimated_seconds", "Estimate in seconds", item.estimated_seconds, { type: "number", min: 0, number: true }),
      user,
      textInput("external_reference", "External reference", item.external_reference)];
  }
  if (kind === "projects") {
    const client = await entity("client_id", "Client", "clients", { workspace_id: item.workspace_id }, item.client_id);
    return [nameInput,
      client,
      textInput("color", "Colour", item.color, { help: "Such as #0b83d9." }),
      check("is_private", "Private: only members see it", item.private ?? false),
      check("billable", "Billable", item.billable ?? false)];
  }
  const of = { workspace_id: item.workspace_id };
  const [statuses, tags, assignees, project] = await Promise.all([
    statusesOf(item.workspace_id),
    entities("tag_ids", "Tags", "tags", of, item.tag_ids ?? []),
    entities("assignee_user_ids", "Assignees", "users", of, item.assignee_user_ids ?? []),
    item.id ? null : entity("project_id", "Project", "projects", of, item.project_id),
  ]);
  return [nameInput,
    ...(project ? [project] : []),
    choice("status_id", "Status", statuses.map((one) => [String(one.id), one.name]), item.status_id ?? statuses[0]?.id),
    choice("priority", "Priority", PRIORITIES.map((one) => [one, one]), item.priority ?? "none"),
    textInput("description", "Description", item.description, { area: true, rows: 2 }),
    textInput("start_date", "First day", item.start_date, { type: "date" }),
    textInput("end_date", "Last day", item.end_date, { type: "date" }),
    textInput("estimated_mins", "Estimate in minutes", item.estimated_mins, { type: "number", min: 0, number: true }),
    assignees,
    tags];
}

function otherFields() {
  const input = make("textarea", { rows: 2, spellcheck: false, value: "{}" });
  return {
    element: make("details", {}, make("summary", {}, "Other fields"), field("As JSON", input, "Added to the request.")),
    read() {
      try {
        return JSON.parse(input.value || "{}");
      } catch (error) {
        throw new Error(`The other fields are not JSON: ${error.message}`);
      }
    },
  };
}

function readAll(inputs, other) {
  const values = inputs.map(({ name, read }) => [name, read()]).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(values), ...other.read() };
}

async function change(kind, item, changed) {
  await attempt(async () => {
    const inputs = await inputsFor(kind, item);
    const other = otherFields();
    openDialog({
      title: `Edit the ${ONE[kind]}`,
      children: [...inputs.map(({ element }) => element), other.element],
      confirm: "Save",
      submit: async () => {
        const values = readAll(inputs, other);
        if (!Object.keys(values).length) return;
        await direct(UPDATES[kind], `${PATHS[kind](item)}/${item.id}`, values);
        say("Saved.");
        await changed();
      },
    });
  });
}

// `start` has what is known already, such as the project; a choice of the project or the workspace comes first.
async function create(kind, start, opened) {
  await attempt(async () => {
    const place = kind === "track_tasks" ? "projects" : "workspaces";
    const key = place === "projects" ? "project_id" : "workspace_id";
    const where = entitySelect(place, place === "projects" ? "Project" : "Workspace", {
      text: (one) => place === "projects" ? `${one.name.slice(0, 60)} (${one.workspace.slice(0, 40)})` : one.name.slice(0, 100),
    });
    await where.load({ sort: "id" }, () => where.control.value || String(start[key] ?? ""));
    const { chosen } = where;
    if (!chosen()) throw new Error(`There are no ${place}.`);
    const target = () => place === "projects"
      ? { workspace_id: chosen().workspace_id, project_id: chosen().id }
      : { workspace_id: chosen().id, organization_id: chosen().organization_id };
    const area = make("div", { className: "inputs" });
    const other = otherFields();
    let inputs = [];
    async function draw() {
      const { project_id, parent_task_id } = start;
      inputs = await inputsFor(kind, { project_id, parent_task_id, ...target() });
      area.replaceChildren(...inputs.map(({ element }) => element));
    }
    await draw();
    where.control.addEventListener("change", draw);
    openDialog({
      title: `New ${ONE[kind]}`,
      children: [start[key] ? "" : where.element, area, other.element],
      confirm: "Create",
      submit: async () => {
        const values = { ...readAll(inputs, other) };
        if (kind === "projects") values.active ??= true; // without it, the API creates an archived one
        if (kind === "focus_tasks") {
          if (start.project_id) values.project_id ??= start.project_id;
          if (start.parent_task_id) values.parent_task_id = start.parent_task_id;
        }
        const made = await direct("POST", PATHS[kind](target()), values);
        say("Created.");
        await refresh();
        opened(kind, made.id);
      },
    });
  });
}

async function changeRights(user, changed) {
  await attempt(async () => {
    const inputs = await Promise.all([
      entities("workspace_ids", "Member of the workspaces", "workspaces", {}, user.workspace_ids),
      entities("project_ids", "Member of the projects", "projects", {}, user.project_ids),
    ]);
    openDialog({
      title: "Change the rights of the user",
      text: "Members of a workspace see its public projects; a private project is for its members only.",
      children: inputs.map(({ element }) => element),
      confirm: "Save",
      submit: async () => {
        const values = readAll(inputs, { read: () => ({}) });
        if (Object.keys(values).length) await send("PATCH", `/world/users/${user.id}`, values);
        say("Saved.");
        await changed();
      },
    });
  });
}
