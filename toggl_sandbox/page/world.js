// World: everything in the sandbox by kind, single entities with what can be done to them, and the state as files.

import { entitySelect } from "./choices.js";
import { get, query, refresh, send } from "./control.js";
import {
  badge, button, bytes, card, cell, code, copyButton, empty, emptyRow, fact, field, grouped, hint, link,
  longText, make, moment, name, onFilter, openDialog, pager, problem, route, row, say, select, show, showList,
  status, table,
} from "./elements.js";
import { oneLine } from "./trouble.js";
import { actionsFor, createButtons } from "./world_changes.js";

export const title = "World";

const PER_PAGE = 50;
const SHOWN_REQUESTS = 10;
const SHOWN_CHILDREN = 10;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
const SECTIONS = ["workspaces", "projects", "track_tasks", "focus_tasks", "about"]; // of the overview
const FILTERS = ["search", "workspace_id", "project_id", "deleted", "sort"];

const href = (kind, id, parameters = {}) => `#world/${kind}${id === null ? "" : `/${id}`}${query(parameters)}`;
const named = (id, element) => Object.assign(element, { id }); // so that it has focus again after a redraw
const STATE = (kind) => ({ title: "State", draw: (item) => cell("", badgesOf(kind, item)) });
const nameCell = (kind) => (item) => cell("named", make("div", {}, swatch(item), named(`${kind}-${item.id}`, link(href(kind, item.id), name(item.name)))));
const linkCell = (kind, id, text, className = "less") => cell(className, id ? link(href(kind, id), name(text ?? String(id))) : null);
const numberCell = (number) => cell("number", grouped(number));
const changedCell = (item) => cell("time less", item.changed_at ? moment(item.changed_at) : null);
const ID = { title: "Id", sort: "id", className: "less", draw: (item) => cell("code less id", String(item.id)) };
const CHANGED = { title: "Changed", sort: "changed_at", className: "less", draw: changedCell };
const WORKSPACE = { title: "Workspace", className: "less", draw: (item) => linkCell("workspaces", item.workspace_id, item.workspace) };
const PROJECT = { title: "Project", draw: (item) => linkCell("projects", item.project_id, item.project, "") };
const count = (heading, key) => ({ title: heading, className: "number", draw: (item) => numberCell(item[key]) });

const KINDS = {
  track_tasks: { plural: "Track tasks", columns: [PROJECT, STATE("track_tasks"), ID, CHANGED] },
  focus_tasks: { plural: "Focus tasks", columns: [PROJECT, STATE("focus_tasks"), ID, CHANGED] },
  projects: { plural: "Projects", columns: [WORKSPACE, STATE("projects"), count("Track tasks", "track_tasks"), count("Focus tasks", "focus_tasks"), ID, CHANGED] },
  workspaces: {
    plural: "Workspaces",
    columns: [
      { title: "Organization", className: "less", draw: (item) => linkCell("organizations", item.organization_id, item.organization) },
      STATE("workspaces"),
      count("Projects", "projects"), count("Track tasks", "track_tasks"), count("Focus tasks", "focus_tasks"), ID,
    ],
  },
  organizations: { plural: "Organizations", columns: [STATE("organizations"), count("Workspaces", "workspaces"), ID] },
  clients: { plural: "Clients", columns: [WORKSPACE, ID, CHANGED] },
  users: { plural: "Users", columns: [{ title: "Email", draw: (item) => cell("", name(item.email)) }, ID] },
  tags: { plural: "Tags", columns: [WORKSPACE, ID] },
  statuses: { plural: "Statuses", columns: [{ title: "Type", draw: (item) => cell("", item.type) }, WORKSPACE, ID] },
};
const NOT_IN_WORKSPACE = new Set(["organizations", "workspaces"]);
const IN_PROJECT = new Set(["track_tasks", "focus_tasks", "users"]);
const CREDENTIALS = new Set(["email", "password", "track_token", "focus_token"]); // what a client signs in with
const DELETABLE = new Set(["track_tasks", "focus_tasks", "projects"]);

// Which fields refer to which kind.
const REFERENCES = {
  organization_id: "organizations", workspace_id: "workspaces", project_id: "projects", client_id: "clients",
  user_id: "users", toggl_user_id: "users", creator_id: "users", status_id: "statuses", parent_task_id: "focus_tasks",
  recurring_task_id: "focus_tasks", tag_ids: "tags", assignee_user_ids: "users", member_ids: "users",
  organization_ids: "organizations", workspace_ids: "workspaces", project_ids: "projects",
};

function swatch({ color }) {
  if (!color) return null;
  const element = make("span", { className: "swatch" });
  element.style.backgroundColor = color; // a colour and nothing else: anything else is ignored
  return element;
}

function badgesOf(kind, item) {
  const found = [];
  if (item.deleted_at) found.push(badge("deleted", "bad"));
  if (kind === "track_tasks") found.push(item.active ? badge("active", "ok") : badge("done"));
  if (kind === "focus_tasks") found.push(badge(item.status));
  if (item.archived || item.archived_at) found.push(badge("archived"));
  for (const trait of ["private", "recurring", "pinned"]) if (item[trait] === true) found.push(badge(trait));
  if (item.has_tasks === false) found.push(badge("plan without tasks", "warn"));
  return found.length ? make("span", { className: "badges" }, found) : null;
}

export function open(container) {
  const kinds = make("nav", { className: "kinds", ariaLabel: "Kinds" },
    Object.entries(KINDS).map(([kind, { plural }]) => link(href(kind, null), plural)), link("#world/state", "Seed and files"));
  const place = make("div");
  container.replaceChildren(kinds, place);
  let path = null;
  let view = null;

  return {
    go([kind = "track_tasks", id = null], parameters) {
      const known = Object.hasOwn(KINDS, kind) ? kind : kind === "state" ? kind : "track_tasks";
      for (const one of kinds.querySelectorAll("a")) one.ariaCurrent = one.hash === `#world/${known}` ? "page" : null;
      const target = id === null ? known : `${known}/${id}`;
      if (target !== path) {
        path = target;
        view = known === "state" ? stateView() : id === null ? listView(known) : itemView(known, id);
        place.replaceChildren(view.element);
      }
      view.go?.(parameters);
    },
    update(overview, changed) {
      if (SECTIONS.some((one) => changed.has(one))) view?.load?.();
      else if (changed.has("requests")) view?.loadRequests?.();
    },
  };
}

// --- A list ---

function listView(kind) {
  const { plural, columns } = KINDS[kind];
  const search = make("input", { type: "search", placeholder: "Name or id" });
  const choices = {};
  if (!NOT_IN_WORKSPACE.has(kind)) choices.workspace_id = entitySelect("workspaces", "Workspace", { none: "all" });
  if (IN_PROJECT.has(kind)) choices.project_id = entitySelect("projects", "Project", { none: "all" });
  const deleted = select([["", "not deleted"], ["true", "deleted"], ["both", "both"]]);
  const controls = { search };
  for (const [one, { control }] of Object.entries(choices)) controls[one] = control;
  if (DELETABLE.has(kind)) controls.deleted = deleted;
  const labels = { search: "Search", deleted: "Deleted" };
  const form = make("form", { className: "filters", role: "search", ariaLabel: `Filter: ${plural}` },
    Object.entries(controls).map(([one, control]) => choices[one]?.element ?? field(labels[one], control)));
  const tools = make("div", { className: "tools" });
  const total = make("span", { className: "count", role: "status" });
  tools.append(total, ...createButtons(kind, (made, id) => { location.hash = href(made, id); }));
  const all = [{ title: "Name", sort: "name", draw: nameCell(kind) }, ...columns];
  const { element: listing, body, heads } = table(plural, all);
  const trouble = make("div");
  const pages = make("div");
  const element = card(plural, {}, form, tools, trouble, listing, pages);
  let parameters = {};
  let token = null;

  all.forEach(({ title: text, sort }, index) => {
    if (!sort) return;
    heads[index].replaceChildren(button(text, () => {
      const descending = sort === "name" ? parameters.sort === sort : parameters.sort !== `-${sort}`;
      navigate({ ...parameters, sort: `${descending ? "-" : ""}${sort}`, page: "" });
    }));
  });

  function navigate(values, replace = false) {
    const target = href(kind, null, values);
    if (!replace) {
      location.hash = target;
      return;
    }
    history.replaceState(null, "", target);
    dispatchEvent(new HashChangeEvent("hashchange"));
  }
  function filterBy() {
    const chosen = Object.fromEntries(Object.entries(controls).map(([one, control]) => [one, control.value.trim()]));
    if (Object.entries(chosen).some(([one, value]) => value !== (parameters[one] ?? ""))) {
      navigate({ ...parameters, ...chosen, page: "" }, true);
    }
  }
  const inUse = onFilter(form, filterBy);

  async function load() {
    const mine = (token = {});
    const sort = parameters.sort ?? (columns.includes(CHANGED) ? "-changed_at" : "id");
    const page = Number(parameters.page ?? 1);
    try {
      const wanted = Object.fromEntries(FILTERS.map((one) => [one, parameters[one]]));
      const reply = await get(`/world/${kind}`, { ...wanted, sort, page, per_page: PER_PAGE });
      if (token !== mine) return;
      trouble.replaceChildren();
      draw(reply, sort);
    } catch (error) {
      if (token === mine) trouble.replaceChildren(problem(error, load));
    }
    loadChoices();
  }

  function draw(reply, sort) {
    show(total, reply.total, () => `${grouped(reply.total)} in all`);
    showList(body, reply.items, ({ id }) => id, (item) => row(...all.map((column) => column.draw(item))),
      () => emptyRow(all.length, "Nothing matches."));
    show(pages, [reply.total, reply.page, parameters], () => reply.total <= PER_PAGE ? []
      : pager({ page: reply.page, perPage: reply.per_page, total: reply.total },
        (page) => href(kind, null, { ...parameters, page: page === 1 ? "" : page })));
    all.forEach((column, index) => {
      const is = column.sort && sort.replace("-", "") === column.sort;
      heads[index].ariaSort = is ? (sort.startsWith("-") ? "descending" : "ascending") : null;
    });
  }

  function loadChoices() {
    for (const [one, { control, load: loadOptions }] of Object.entries(choices)) {
      const within = one === "project_id" ? { workspace_id: parameters.workspace_id } : {};
      const value = () => inUse(control) ? control.value : (parameters[one] ?? "");
      loadOptions(within, value).catch(() => {}); // without a connection, the next poll tries again
    }
  }

  return {
    element,
    load,
    go(found) {
      parameters = found;
      for (const one of ["search", "deleted"]) {
        if (controls[one] && !inUse(controls[one])) controls[one].value = parameters[one] ?? "";
      }
      load();
    },
  };
}

// --- One entity ---

function itemView(kind, id) {
  const heading = make("h2");
  const badges = make("div", { className: "badges" });
  const actions = make("div", { className: "buttons", tabIndex: -1 });
  const fields = make("dl", { className: "facts", tabIndex: -1 });
  const children = make("div", { className: "children" });
  const requests = make("ul", { className: "list lines", tabIndex: -1 });
  const top = make("section", { ariaLabel: "Summary" },
    make("p", { className: "crumbs" }, link(href(kind, null), KINDS[kind].plural)), make("div", { className: "named-item" }, heading, badges), actions);
  const content = make("div", { className: "item" }, top,
    make("div", { className: "stack" }, card("Fields", { className: "fields-card" }, fields), children),
    card("Requests that touched it", {}, requests));
  const element = make("div", {}, content);
  let token = null;

  async function load() {
    const mine = (token = {});
    let found;
    try {
      found = await get(`/world/${kind}/${encodeURIComponent(id)}`);
    } catch (error) {
      if (token === mine) element.replaceChildren(problem(error, load));
      return;
    }
    if (token !== mine) return; // a later request was answered first
    if (content.parentNode !== element) element.replaceChildren(content);
    const { item } = found;
    show(heading, [item.name, item.color], () => [swatch(item), longText(item.name, 120)].filter(Boolean));
    show(badges, item, () => badgesOf(kind, item)?.children ? [...badgesOf(kind, item).children] : []);
    show(actions, item, () => actionsFor(kind, item, async () => {
      await refresh();
      await load();
    }, (made, madeId) => { location.hash = href(made, madeId); }));
    showList(fields, Object.entries(item), ([key]) => key, ([key, value]) => fact(code(key), fieldValue(key, value)));
    showList(children, Object.entries(found.children), ([one]) => one, ([one, list]) => childCard(kind, id, one, list));
    drawRequests(found.requests, mine);
  }

  async function drawRequests(ids, mine) {
    const shown = await Promise.all(ids.slice(0, SHOWN_REQUESTS).map((one) =>
      get(`/requests/${one}`).then(({ method, path, status: answered, at }) => ({ id: one, method, path, status: answered, at }))
        .catch(() => ({ id: one }))));
    if (token !== mine) return;
    const rest = ids.slice(SHOWN_REQUESTS);
    showList(requests, rest.length ? [...shown, { rest }] : shown, (one) => one.id ?? "rest", requestItem, () =>
      make("li", { className: "empty" }, "None in the log."));
  }

  return { element, load, loadRequests: load, go: load };
}

function requestItem({ id, method, path, status: answered, at, rest }) {
  if (rest) return make("li", {}, "Older: ", rest.flatMap((one) => [link(`#requests/${one}`, String(one)), " "]));
  if (!method) return make("li", {}, link(`#requests/${id}`, `Request ${id}`));
  return make("li", {}, link(`#requests/${id}`, route(method, path)), " ", status(answered), " ",
    make("span", { className: "soft" }, moment(at)));
}

function fieldValue(key, value) {
  const kind = REFERENCES[key];
  if (value === null) return make("span", { className: "soft" }, "null");
  if (kind && typeof value === "number") return named(`field-${key}`, link(href(kind, value), String(value)));
  if (kind && Array.isArray(value) && value.length) {
    return value.flatMap((one, index) => [index ? ", " : "", named(`field-${key}-${one}`, link(href(kind, one), String(one)))]);
  }
  if (CREDENTIALS.has(key)) return make("span", { className: "copyable" }, code(value), named(`copy-${key}`, copyButton(value, `Copy the ${key}`)));
  if (MOMENT.test(value)) return moment(value);
  if (typeof value === "string") return value === "" ? make("span", { className: "soft" }, "empty text") : longText(value);
  return typeof value === "object" ? code(oneLine(value)) : String(value);
}

function childCard(kind, id, childKind, { total, items }) {
  const { plural } = KINDS[childKind];
  const parameter = { workspaces: "workspace_id", projects: "project_id" }[kind];
  const isFiltered = parameter && (parameter !== "project_id" || IN_PROJECT.has(childKind));
  const heading = kind === "focus_tasks" ? "Sub-tasks" : plural;
  const shown = items.slice(0, SHOWN_CHILDREN);
  const list = make("ul", { className: "list lines" }, shown.map((one) =>
    make("li", {}, named(`child-${childKind}-${one.id}`, link(href(childKind, one.id), name(one.name))), " ", code(one.id, "soft"))));
  const more = total > shown.length
    ? isFiltered ? make("p", {}, link(href(childKind, null, { [parameter]: id }), `All ${grouped(total)}`))
      : hint(`The first ${shown.length} of ${grouped(total)}.`)
    : null;
  return card(heading, {}, total ? list : empty("None."), more ?? "");
}

// --- The state as a whole ---

function stateView() {
  const seed = make("input", { type: "number", value: 1, step: 1, required: true });
  const seedForm = make("form", {}, field("Seed", seed, "The same number always makes the same contents."),
    make("div", { className: "buttons" }, make("button", {}, "Start with this seed…")));
  seedForm.addEventListener("submit", (event) => {
    event.preventDefault();
    confirmReplace("Start with another seed?", "Start with this seed", () => send("POST", "/seed", { seed: Number(seed.value) }));
  });
  const download = link("/_sandbox/state", "Download the state");
  download.download = "toggl-sandbox-state.json";
  const file = make("input", { type: "file", accept: ".json,application/json", required: true });
  const importForm = make("form", {}, field("File", file, "A file that this or another sandbox exported."),
    make("div", { className: "buttons" }, make("button", {}, "Import…")));
  importForm.addEventListener("submit", (event) => {
    event.preventDefault();
    const [chosen] = file.files;
    if (chosen) confirmReplace(`Import ${chosen.name} (${bytes(chosen.size)})?`, "Import", () =>
      send("PUT", "/state", chosen).catch((error) => {
        throw new Error(`The file cannot be imported, and nothing was changed: ${error.message}`);
      }));
  });
  return {
    element: make("div", { className: "cards" },
      card("Seed", {}, seedForm),
      card("Export", {}, hint("Contents, clock, plan, quota and faults as one file, without the request log."), make("p", {}, download)),
      card("Import", {}, importForm)),
  };
}

function confirmReplace(heading, confirm, action) {
  openDialog({
    title: heading,
    text: "It replaces tasks, clock, plan, quota and faults.",
    confirm,
    danger: true,
    submit: async () => {
      await action();
      say("The contents were replaced.");
      await refresh();
    },
  });
}
