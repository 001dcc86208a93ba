// Shows what the control plane says, and asks it again every second. Text is only ever inserted as text.

const CONTROL = "/_sandbox";
const INTERVAL = 1000; // milliseconds from one answer to the next question
const PATIENCE = 10_000; // milliseconds until a question counts as unanswered
const SAID = 6000; // milliseconds that a message stays

const byId = (id) => document.getElementById(id);

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children); // a string becomes a text node
  return element;
}

// --- Asking ---

async function ask(method, path, body) {
  let reply;
  try {
    const headers = body === undefined ? {} : { "Content-Type": "application/json" };
    const signal = AbortSignal.timeout(PATIENCE);
    reply = await fetch(CONTROL + path, { method, body, headers, signal });
  } catch {
    throw new Error("The sandbox does not answer.");
  }
  const answer = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new Error(answer.error ?? `The sandbox answered ${reply.status}.`);
  return answer;
}

let asked = 0;
let drawn = 0;
let paused = false;
let frozen = false;

async function refresh() {
  const number = ++asked;
  let overview;
  try {
    overview = await ask("GET", "/overview");
  } catch {
    tellLive("No answer", "off");
    return;
  }
  if (number < drawn) return; // a later question was answered first
  drawn = number;
  draw(overview);
  tellLive(paused ? "Paused" : "Live", paused ? "" : "on");
}

async function keepAsking() {
  try {
    if (!paused && !document.hidden) await refresh();
  } finally {
    setTimeout(keepAsking, INTERVAL);
  }
}

async function act(method, path, body, done) {
  try {
    await ask(method, path, body === undefined ? undefined : JSON.stringify(body));
    say(done);
  } catch (error) {
    say(error.message);
  }
  await refresh();
}

let silence;
function say(text) {
  clearTimeout(silence);
  byId("said").textContent = text;
  silence = setTimeout(() => byId("said").replaceChildren(), SAID);
}

function tellLive(text, kind) {
  const live = byId("live");
  if (live.textContent !== text) live.textContent = text; // a screen reader reads it out whenever it is set
  live.className = `live ${kind}`;
}

// --- Drawing ---

const last = new Map();

function changed(id, value) {
  const text = JSON.stringify(value);
  const is = last.get(id) !== text;
  last.set(id, text);
  return is;
}

// Draws a part when it has changed, so that what somebody reads, selects or has focused stays.
function show(id, value, render) {
  if (!changed(id, value)) return;
  const element = byId(id);
  const focused = element.contains(document.activeElement) ? document.activeElement.id : null;
  element.replaceChildren(...[render(value)].flat());
  if (focused !== null) (byId(focused) ?? element).focus();
}

const grouped = (number) => number.toLocaleString("en");
const many = (number, one) => `${grouped(number)} ${one}${number === 1 ? "" : "s"}`;
const day = (moment) => moment.slice(0, 10);
const time = (moment) => moment.slice(11, 19);
const tag = (text, kind = "") => make("span", { className: `badge ${kind}` }, text);
const cell = (className, ...children) => make("td", { className }, ...children);
const row = (...cells) => make("tr", {}, ...cells);
const at = (moment, ...texts) => make("time", { dateTime: moment }, ...texts);
const breakable = (text, where) => text.split(where).flatMap((piece) => [piece, make("wbr")]);
const none = (columns, text) => row(make("td", { colSpan: columns, className: "empty" }, text));

function count(list, words) {
  const shown = list.shown.length;
  return shown < list.total ? `the ${words} ${shown} of ${grouped(list.total)}` : grouped(list.total);
}

function draw(now) {
  show("version", [now.version, now.about.seed], ([version, seed]) => `version ${version} · seed ${seed}`);
  drawFigures(now);
  drawConnect(now);
  drawClock(now.clock);
  drawQuota(now.quota, now.about);
  drawFaults(now.faults);
  show("requests-count", count(now.requests, "last"), (text) => text);
  show("requests", now.requests.shown, (requests) =>
    requests.length ? requests.map(requestRow) : none(3, "None yet. Send one, and it appears here."));
  const contents = { workspaces: now.workspaces.shown, projects: now.projects.shown };
  show("projects-count", `${count(now.projects, "first")} projects`, (text) => text);
  show("contents", contents, contentRows);
  show("track-count", count(now.track_tasks, "last changed"), (text) => text);
  show("track-tasks", now.track_tasks.shown, (tasks) => taskRows(tasks, (task) =>
    task.active ? tag("active", "ok") : tag("done")));
  show("focus-count", count(now.focus_tasks, "last changed"), (text) => text);
  show("focus-tasks", now.focus_tasks.shown, (tasks) => taskRows(tasks, (task) => tag(task.status)));
  show("operations-count", now.operations.length, grouped);
  show("operations", now.operations, (operations) => operations.map(operationRow));
  show("fault-operation", now.operations.map((one) => one.name), (names) =>
    [make("option", { value: "" }, "all of them"), ...names.map((name) => make("option", { value: name }, name))]);
}

function drawFigures(now) {
  const left = now.quota.open.find((one) => one.organization_id === now.about.organization_id);
  const figures = [
    ["requests in the log", grouped(now.requests.total)],
    ["Track tasks", grouped(now.track_tasks.total)],
    ["Focus tasks", grouped(now.focus_tasks.total)],
    ["projects", grouped(now.projects.total)],
    ["active faults", grouped(now.faults.length)],
    ["requests left this hour", now.quota.plan === "off" ? "∞" : left ? grouped(left.remaining) : "all"],
  ];
  show("figures", figures, () =>
    figures.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
}

function drawConnect(now) {
  const about = now.about;
  const facts = [
    ["Track", [location.origin + now.track_path]],
    ["Focus", [location.origin + now.focus_path]],
    ["Track token", [about.track_token]],
    ["Focus token", [about.focus_token]],
    ["Basic, for both", [about.email, about.password]],
    ["Organization", [about.organization_id]],
    ["Workspace", [about.workspace_id]],
    ["Project", [about.project_id]],
  ];
  show("connect", facts, () => facts.flatMap(([name, values]) => [
    make("dt", {}, name),
    make("dd", {}, ...values.flatMap((value, number) => [number ? " / " : "", make("code", {}, String(value))])),
  ]));
}

function drawClock(clock) {
  byId("now").dateTime = clock.now;
  show("now", time(clock.now), (text) => text);
  show("today", day(clock.now), (text) => text);
  show("clock-state", clock.frozen ? "frozen" : "running", (text) => text);
  byId("clock-state").className = clock.frozen ? "badge warn" : "badge ok";
  byId("freeze").textContent = clock.frozen ? "Resume" : "Freeze";
  frozen = clock.frozen;
}

function drawQuota(quota, about) {
  if (changed("plan", quota.plan)) byId("plan").value = quota.plan; // not while somebody chooses another one
  show("quota", [quota, about.user_id], () => {
    if (quota.plan === "off") return make("li", { className: "empty" }, "Requests are not counted.");
    if (!quota.open.length) return make("li", { className: "empty" }, "Nothing used this hour.");
    return quota.open.map((one) => meter(one, about));
  });
  show("rate-limit", quota.rate_limit, (on) =>
    on ? "More than about a request a second is answered with 429." : "The rate is not limited.");
}

function meter(one, about) {
  const where = one.organization_id === null ? "Routes under /me" : `Organization ${one.organization_id}`;
  const name = one.user_id === about.user_id ? where : `${where}, user ${one.user_id}`;
  const minutes = Math.ceil(one.resets_in / 60);
  const label = make("label", {}, name, make("meter", {
    min: 0, max: one.total, low: one.total / 5, optimum: one.total, value: one.remaining,
  }));
  return make("li", {}, label, make("p", { className: "hint" },
    `${one.remaining} of ${one.total} left, full again in ${many(minutes, "minute")}`));
}

function requestRow(request) {
  const query = request.query && `?${request.query}`;
  const met = request.fault ? [" · met ", make("strong", {}, request.fault)] : [];
  return row(
    cell("time", at(request.at, time(request.at))),
    cell("", route(request.method, request.path + query),
      make("div", { className: "soft" }, request.operation ?? "no such operation", ...met)),
    cell("", status(request.status)),
  );
}

function route(method, path) {
  return make("code", {}, make("span", { className: "method" }, method), " ", ...breakable(path, /(?<=[/&])/));
}

function status(code) {
  const kind = code === null || code >= 500 ? "bad" : code >= 400 ? "warn" : "ok";
  return make("span", { className: `status ${kind}` }, code === null ? "dropped" : String(code));
}

function contentRows({ workspaces, projects }) {
  return workspaces.flatMap((workspace) => [
    contentRow(workspace, "", [workspace.has_tasks ? "" : tag("plan without tasks", "warn")]),
    ...projects.filter((project) => project.workspace_id === workspace.id).map((project) => {
      const swatch = make("span", { className: "swatch" });
      swatch.style.backgroundColor = project.color; // a colour and nothing else: anything else is ignored
      const traits = ["archived", "private", "recurring"].filter((trait) => project[trait]);
      return contentRow(project, "child", traits.map((trait) => tag(trait)), swatch);
    }),
  ]);
}

function contentRow(one, className, badges, ...before) {
  const header = className ? {} : { scope: "row" };
  const name = make(className ? "td" : "th", { ...header, className: "named" }, ...before, one.name, ...badges);
  const numbers = [one.track_tasks, one.focus_tasks].map((number) => cell("number", grouped(number)));
  return Object.assign(row(name, cell("code less", String(one.id)), ...numbers), { className });
}

function taskRows(tasks, state) {
  if (!tasks.length) return none(4, "None.");
  return tasks.map((task) => row(
    cell("named", task.name, make("div", { className: "soft code" }, String(task.id))),
    cell("", task.project ?? "none"),
    cell("", state(task)),
    cell("time less", at(task.changed_at, day(task.changed_at), " ", time(task.changed_at))),
  ));
}

function operationRow(operation) {
  return row(
    cell("named", ...breakable(operation.name, /(?<=\.)/)),
    cell("", route(operation.method, operation.path)),
    cell("number", grouped(operation.requests)),
  );
}

function drawFaults(faults) {
  show("faults-count", faults.length, grouped);
  show("faults", faults, () => faults.length
    ? faults.map(faultItem)
    : make("li", { className: "empty" }, "None: every request is answered as it should be."));
}

function faultItem({ id, fault, matched, fired, expires_at }) {
  const end = expires_at ? `, until ${day(expires_at)} ${time(expires_at)}` : "";
  const button = make("button", { type: "button", id: `remove-${id}`, ariaLabel: `Remove ${id}` }, "Remove");
  button.addEventListener("click", () =>
    act("DELETE", `/faults/${encodeURIComponent(id)}`, undefined, `Removed ${id}.`));
  return make("li", { className: "fault" },
    make("div", {}, make("code", {}, spaced(fault)),
      make("p", {}, `${id}: acted on ${fired} of ${many(matched, "fitting request")}${end}`)),
    button);
}

const spaced = (value) => JSON.stringify(value, null, 1).replace(/\n */g, " ");

// --- Buttons ---

function composeFault() {
  const fault = JSON.parse(byId("fault-effect").value);
  const operation = byId("fault-operation").value;
  const count = byId("fault-count").value;
  if (operation) fault.operation = operation;
  if (count) fault.count = Number(count);
  byId("fault-json").value = spaced(fault);
  refuseFault("");
}

function refuseFault(text) {
  byId("fault-error").textContent = text;
  byId("fault-json").ariaInvalid = text ? "true" : "false";
}

async function addFault(event) {
  event.preventDefault();
  try {
    const { id } = await ask("POST", "/faults", byId("fault-json").value);
    refuseFault("");
    say(`Added ${id}.`);
  } catch (error) {
    refuseFault(error.message);
    byId("fault-json").focus();
  }
  await refresh();
}

function pause() {
  paused = !paused;
  byId("pause").ariaPressed = String(paused);
  refresh();
}

function freezeOrResume() {
  if (frozen) act("POST", "/clock/resume", undefined, "The clock runs again.");
  else act("POST", "/clock/freeze", undefined, "The clock is frozen.");
}

async function changePlan() {
  const plan = byId("plan");
  const done = `The quota is now: ${plan.selectedOptions[0].text}.`;
  last.delete("plan"); // so that it shows the old one again when this is refused
  await act("PATCH", "/quota", { plan: plan.value }, done);
}

async function reset() {
  byId("reset-dialog").close();
  await act("POST", "/reset", undefined, "Everything is as it was at the start.");
}

byId("pause").addEventListener("click", pause);
byId("reset").addEventListener("click", () => byId("reset-dialog").showModal());
byId("reset-cancel").addEventListener("click", () => byId("reset-dialog").close());
byId("reset-confirm").addEventListener("click", reset);
byId("freeze").addEventListener("click", freezeOrResume);
for (const button of document.querySelectorAll("[data-advance]")) {
  const seconds = Number(button.dataset.advance);
  button.addEventListener("click", () =>
    act("POST", "/clock/advance", { seconds }, `The clock moved ahead: ${button.textContent}.`));
}
byId("plan").addEventListener("change", changePlan);
for (const id of ["fault-effect", "fault-operation", "fault-count"]) byId(id).addEventListener("change", composeFault);
byId("fault-form").addEventListener("submit", addFault);
byId("clear-faults").addEventListener("click", () => act("DELETE", "/faults", undefined, "Removed all faults."));
document.addEventListener("visibilitychange", () => document.hidden || paused || refresh());

composeFault();
keepAsking();
