// Requests to the control plane, and the overview, which is polled. Nothing here touches the page.

const CONTROL = "/_sandbox";
const INTERVAL = 1000; // milliseconds from a response to the next poll
const TIMEOUT = 10_000; // milliseconds until a request counts as failed

// `body` is sent as JSON, a string or a file as it is. Raises an Error whose message can be shown to people.
export async function send(method, path, body) {
  const sent = body === undefined || typeof body === "string" || body instanceof Blob ? body : JSON.stringify(body);
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  let reply;
  let text;
  try {
    reply = await fetch(CONTROL + path, { method, body: sent, headers, signal: AbortSignal.timeout(TIMEOUT) });
    text = await reply.text();
  } catch {
    throw new Error("The sandbox does not answer. Is it still running?");
  }
  const value = parse(text);
  if (!reply.ok) throw Object.assign(new Error(errorText(value, text, reply.status)), { status: reply.status });
  return value;
}

// A request to one of the APIs, without credentials, quota, faults and log.
export const direct = (method, path, body) => send(method, `/direct${path}`, body);

export const get = (path, parameters = {}) => send("GET", path + query(parameters));

export const file = (path, parameters = {}) => CONTROL + path + query(parameters);

export function query(parameters = {}) {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
}

function parse(text) {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

// The control plane and Focus answer an object, Track a string.
function errorText(value, text, status) {
  const found = typeof value === "string" ? value : (value?.error ?? value?.message ?? value?.errors ?? text);
  return (typeof found === "string" ? found : JSON.stringify(found)) || `The sandbox answered with status ${status}.`;
}

// --- The overview ---

const listeners = new Set();
let current = null;
let started = 0;
let applied = 0;
let paused = false;

// Calls `listener(overview, changed, state)` after each poll: `changed` has the names of the sections that changed,
// `state` is "live", "paused" or "offline".
export function watch(listener) {
  listeners.add(listener);
}

export const overview = () => current;

export async function refresh() {
  const number = ++started;
  let reply;
  try {
    reply = await get("/overview", { since: current?.revision });
  } catch {
    notify(new Set(), "offline");
    return;
  }
  if (number < applied) return; // a later poll was answered first
  applied = number;
  const changed = Object.keys(reply).filter((name) => JSON.stringify(reply[name]) !== JSON.stringify(current?.[name]));
  current = { ...current, ...reply };
  notify(new Set(changed), paused ? "paused" : "live");
}

function notify(changed, state) {
  for (const listener of listeners) listener(current, changed, state);
}

export function togglePause() {
  paused = !paused;
  refresh();
  return paused;
}

export async function startPolling() {
  document.addEventListener("visibilitychange", () => document.hidden || paused || refresh());
  for (;;) {
    if (!paused && !document.hidden) await refresh();
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
