// Requests: an overview in figures, the live list with its filters, and one request with all its details.

import { file, get, overview, query, refresh, send } from "./control.js";
import {
  attempt, badge, bodyView, button, bytes, card, cell, checkbox, code, copyButton, duration, emptyRow, fact, facts, field,
  grouped, hint, link, longText, make, name, onFilter, openDialog, plural, problem, route, row, select, setOptions, show,
  showList, status, table, time,
} from "./elements.js";
import { explanation } from "./explanation.js";
import { authorization, loadOperations } from "./operations.js";
import { snippets } from "./snippets.js";

export const title = "Requests";

const PAGE = 50;
const FILTERS = ["text", "operation", "status", "fault"];
const STATUSES = [["", "any"], ["2xx", "2xx"], ["4xx", "4xx"], ["5xx", "5xx"], ["dropped", "dropped"],
  ...["400", "401", "402", "403", "404", "405", "429", "500", "502", "503"].map((one) => [one, one])];

const FAULTS = [["", "with or without"], ["any", "with a fault"]];

const href = (id, parameters) => `#requests${id ? `/${id}` : ""}${query(parameters)}`;

export function open(container) {
  const figures = make("dl", { className: "figures", ariaLabel: "Overview" });
  const details = make("div", { className: "details", tabIndex: -1, hidden: true });
  details.setAttribute("role", "region");
  details.setAttribute("aria-label", "Request");
  let openId = null;
  let parameters = {};

  const list = requestList(() => parameters, () => openId);
  const columns = make("div", { className: "columns" }, list.element, details);
  container.replaceChildren(figures, columns);

  async function openRequest(id) {
    const before = openId;
    openId = id;
    columns.classList.toggle("open", id !== null);
    details.hidden = id === null;
    list.mark();
    if (id === null) {
      details.replaceChildren();
      if (before !== null) list.focus(before);
      return;
    }
    if (id === before) return;
    const found = await Promise.all([get(`/requests/${encodeURIComponent(id)}`), loadOperations()]).then(
      ([request, operations]) => () => requestDetails(request, parameters, operations),
      (error) => () => [closeLink(parameters), problem(error)],
    );
    if (openId !== id) return; // another one was opened meanwhile
    details.replaceChildren(...found());
    if (before !== null || document.activeElement !== document.body) details.focus({ preventScroll: true });
    if (details.getBoundingClientRect().top < 0) details.scrollIntoView();
  }

  return {
    go([id = null], found) {
      const changed = JSON.stringify(found) !== JSON.stringify(parameters);
      parameters = found;
      if (changed || !list.loaded()) list.load();
      openRequest(id);
    },
    update(now, changed) {
      drawFigures(figures, now);
      list.update(now, changed);
    },
  };
}

function drawFigures(element, now) {
  const left = now.quota.open.find((one) => one.organization_id === now.about.organization_id);
  const values = [
    ["requests in the log", grouped(now.requests.total), "#requests"],
    ["Track tasks", grouped(now.track_tasks.total), "#world/track_tasks"],
    ["Focus tasks", grouped(now.focus_tasks.total), "#world/focus_tasks"],
    ["projects", grouped(now.projects.total), "#world/projects"],
    ["active faults", grouped(now.faults.length), "#trouble"],
    ["requests left", now.quota.plan === "off" ? "∞" : left ? grouped(left.remaining) : "all", "#trouble"],
    [now.clock.frozen ? "clock, frozen" : "clock, UTC", time(now.clock.now), "#trouble"],
  ];
  showList(element, values, ([name]) => name, ([name, value, target]) =>
    fact(Object.assign(link(target, name), { id: `figure-${name}` }), value));
}

// --- The list ---

function requestList(parameters, openId) {
  const text = make("input", { type: "search", placeholder: "Path, query or id" });
  const operation = select([["", "all"]]);
  const wanted = select(STATUSES);
  const fault = select(FAULTS);
  const controls = { text, operation, status: wanted, fault };
  const form = make("form", { className: "filters", role: "search", ariaLabel: "Filter the requests" },
    field("Search", text), field("Operation", operation), field("Status", wanted), field("Fault", fault));
  const count = make("span", { className: "count", role: "status" });
  const harLink = link("", "Download HAR");
  harLink.download = "toggl-sandbox.har";
  const bodies = checkbox("Record bodies", true, (event) => recordBodies(event.target.checked));
  const bodiesInput = bodies.querySelector("input");
  const clear = button("Clear log…", confirmClear);
  const { element: listing, body } = table("Requests", [
    { title: "Time", className: "time" }, { title: "Request" }, { title: "Status" },
    { title: "Duration", className: "number less" },
  ]);
  const newest = link("#requests", "Newest");
  const older = link("#requests", "Older");
  const pages = make("nav", { className: "pager", ariaLabel: "Pages" }, newest, older);
  const trouble = make("div");
  const element = card("Requests", { className: "list-card" },
    form, make("div", { className: "tools" }, count, bodies, harLink, clear), trouble, listing, pages);
  body.addEventListener("click", (event) => {
    const line = event.target.closest("tr[data-id]");
    if (line && !event.target.closest("a") && !getSelection().toString()) location.hash = href(line.dataset.id, parameters());
  });

  let requests = null; // newest first
  let token = null;
  let operations = "";

  const filters = () => Object.fromEntries(FILTERS.map((one) => [one, parameters()[one]]));

  function filterBy() {
    const chosen = Object.fromEntries(Object.entries(controls).map(([one, control]) => [one, control.value.trim()]));
    const target = href(openId(), chosen);
    if (target !== (location.hash || "#requests")) {
      history.replaceState(null, "", target);
      dispatchEvent(new HashChangeEvent("hashchange"));
    }
  }
  const inUse = onFilter(form, filterBy);

  async function load() {
    const mine = (token = {});
    for (const [one, control] of Object.entries(controls)) {
      const value = parameters()[one] ?? "";
      if (control !== text) addOption(control, value);
      if (!inUse(control)) control.value = value;
    }
    harLink.href = file("/requests.har", filters());
    let reply;
    try {
      reply = await get("/requests", { ...filters(), before: parameters().before, limit: PAGE });
    } catch (error) {
      if (token === mine) trouble.replaceChildren(problem(error, load));
      return;
    }
    if (token !== mine) return;
    requests = reply.requests.toReversed();
    draw(reply);
  }

  function addOption(control, value) {
    if (![...control.options].some((one) => one.value === value)) control.append(make("option", { value }, value));
  }

  // Only what is newer than the list; all of it when the log was cleared.
  async function loadNewer() {
    const newestId = requests?.[0]?.id;
    if (newestId === undefined) return load();
    const mine = token;
    const reply = await get("/requests", { ...filters(), after: newestId, limit: PAGE }).catch(() => null);
    if (reply === null || token !== mine) return; // without a connection, the next poll tries again
    const all = [...reply.requests.toReversed(), ...requests];
    if (reply.requests.length === PAGE || all.length > reply.matched) return load(); // many, or the log was cleared
    requests = all.slice(0, PAGE);
    draw(reply);
  }

  function draw({ total, matched }) {
    trouble.replaceChildren();
    const filtered = FILTERS.some((one) => parameters()[one]);
    show(count, [total, matched, filtered], () => filtered
      ? `${grouped(matched)} of ${plural(total, "request")}` : plural(total, "request"));
    showList(body, requests, ({ id }) => id, requestRow, () => emptyRow(4, filtered
      ? "No request matches the filters."
      : "None yet. Send a request, and it appears here: “Connect” shows how."));
    older.hidden = requests.length < PAGE;
    older.href = href(openId(), { ...filters(), before: requests.at(-1)?.id });
    newest.hidden = !parameters().before;
    newest.href = href(openId(), filters());
    pages.hidden = older.hidden && newest.hidden;
    mark();
  }

  function requestRow(request) {
    const { id, at, method, path, operation: name, fault: faultId } = request;
    const target = link(href(id), route(method, request.query ? `${path}?${request.query}` : path));
    target.id = `request-${id}`;
    const line = row(
      cell("time", make("time", { dateTime: at, title: at }, time(at))),
      cell("request", target, make("div", { className: "soft" }, name ?? "no such operation",
        faultId ? [" · ", make("strong", {}, faultId), " fired"] : null)),
      cell("", status(request.status)),
      cell("number less", duration(request.duration)),
    );
    line.dataset.id = id;
    return line;
  }

  // Marks the open request; the links lead to one request with the filters as they are.
  function mark() {
    for (const line of body.querySelectorAll("tr[data-id]")) {
      const isOpen = line.dataset.id === openId();
      line.classList.toggle("current", isOpen);
      const target = line.querySelector("a");
      target.hash = href(line.dataset.id, parameters());
      target.ariaCurrent = isOpen ? "true" : null;
    }
  }

  async function recordBodies(on) {
    await attempt(() => send("PATCH", "/log", { bodies: on }), on ? "Bodies are recorded." : "Bodies are not recorded.");
    await readLog();
  }
  async function readLog() {
    const log = await get("/log").catch(() => null);
    if (log === null) return;
    bodiesInput.checked = log.bodies;
    bodies.title = `Up to ${bytes(log.max_body_bytes)} of each body; the log has ${bytes(log.bytes)}.`;
  }
  readLog();

  function confirmClear() {
    openDialog({
      title: "Clear the request log?",
      text: "The recorded requests are deleted. Tasks, quota and faults remain as they are.",
      confirm: "Clear log",
      danger: true,
      submit: async () => {
        await send("DELETE", "/requests");
        location.hash = "#requests";
        await refresh();
        await load();
      },
    });
  }

  let total = 0;
  return {
    element,
    load,
    mark,
    loaded: () => token !== null,
    focus: (id) => document.getElementById(`request-${id}`)?.focus({ preventScroll: true }),
    update(now, changed) {
      const names = now.operations.map(({ name }) => name);
      if (operations !== names.join()) {
        operations = names.join();
        setOptions(operation, [["", "all"], ...names], parameters().operation ?? operation.value);
      }
      const chosen = inUse(fault) ? fault.value : (parameters().fault ?? "");
      setOptions(fault, [...FAULTS, ...now.faults.map(({ id }) => [id, id])]);
      addOption(fault, chosen);
      fault.value = chosen;
      if (!changed.has("requests") || token === null) return;
      const shrunk = now.requests.total < total;
      total = now.requests.total;
      if (shrunk) load();
      else if (!parameters().before) loadNewer();
    },
  };
}

// --- One request ---

const closeLink = (parameters) => make("a", { href: href(null, parameters), className: "close" }, "Close");

function requestDetails(request, parameters, operations) {
  const { method, path } = request;
  const heading = make("h2", {}, route(method, path));
  return [
    make("div", { className: "heading" }, heading, closeLink(parameters)),
    make("p", { className: "badges" }, status(request.status),
      badge(duration(request.duration)), request.operation ? badge(request.operation) : badge("no such operation", "warn")),
    explanation(request, operations),
    requestFacts(request),
    codeActions(request, operations),
    message("Request", request.request, request),
    message("Response", request.response),
  ].flat().filter((one) => one !== null);
}

function requestFacts(request) {
  const before = request.quota_before;
  const after = request.quota_after;
  return facts([
    ["Time", make("time", { dateTime: request.at }, request.at.replace("T", " "))],
    ["Request id", code(request.request_id)],
    ["User", request.user ? link(`#world/users/${request.user.id}`, name(request.user.name)) : "unknown"],
    ["Quota", after === null ? "not charged"
      : `${before.remaining} of ${before.total} left before, ${after.remaining} after`],
    ...Object.entries(request.parameters.path).map(([name, value]) => [code(name), longText(value)]),
    ...Object.entries(request.parameters.query).flatMap(([name, values]) =>
      values.map((value) => [code(`?${name}`), longText(value)])),
  ]);
}

// The request as code, with credentials of the sandbox in place of those that are masked.
function codeActions(request, operations) {
  const { about } = overview();
  const api = request.path.startsWith("/api/v9") ? "track" : "focus";
  const headers = [["Authorization", authorization(api, about[`${api}_token`])]];
  const text = request.request.body?.text ?? null; // null: none, or not recorded
  if (text !== null) headers.push(["Content-Type", "application/json"]);
  const url = `${location.origin}${request.path}${request.query ? `?${request.query}` : ""}`;
  const shown = make("code");
  const language = select([]);
  const found = snippets({ method: request.method, url, headers, body: text }, operations);
  const of = (name) => found.find((one) => one.language === name)?.text;
  const choose = () => {
    shown.textContent = of(language.value);
  };
  setOptions(language, found.map((one) => [one.language, one.label]), found[0].language);
  language.addEventListener("change", choose);
  choose();
  const quick = make("div", { className: "buttons" },
    copyButton(of("curl"), null, "Copy as curl"), copyButton(of("python") ?? of("httpx"), null, "Copy as Python"),
    request.operation
      ? make("a", { className: "button", href: `#try/${request.operation}${query({ request: request.id })}` }, "Try again")
      : null);
  return make("div", { className: "actions" }, quick,
    make("details", {},
      make("summary", {}, "As code, in other languages"),
      make("div", { className: "block" },
        make("div", { className: "bar" }, field("Language", language), copyButton(() => shown.textContent, "Copy the code")),
        make("pre", {}, shown)),
      hint("With the credentials of the sandbox.")));
}

function message(label, part) {
  const names = table(`${label} headers`, [{ title: "Header" }, { title: "Value" }]);
  names.body.append(...part.headers.map(([name, value]) =>
    row(cell("code", name), cell("code value", longText(value)))));
  return make("section", { className: "message" },
    make("h3", {}, label),
    body(part.body, label),
    make("details", { open: label === "Request" },
      make("summary", {}, plural(part.headers.length, "header")), names.element));
}

function body(found, label) {
  if (!found) return hint("No body.");
  const size = `${bytes(found.bytes)}${found.media_type ? `, ${found.media_type}` : ""}`;
  const note = found.truncated ? hint(`Only the beginning was recorded: ${size} in all.`) : hint(size);
  if (found.text === null && found.base64 === null) return hint(`Not recorded, or compressed: ${size}.`);
  return [bodyView(found.text ?? found.base64, found.text === null ? `${label} body, base64` : `${label} body`), note];
}
