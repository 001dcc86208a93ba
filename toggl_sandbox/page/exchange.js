// Sends a request to one of the APIs and shows what came back, with its entry in the log.

import { get } from "./control.js";
import { bodyView, bytes, duration, hint, link, make, status } from "./elements.js";

/** Sends a request and returns the response as an element. */
export async function exchange({ method, url, headers, body }, signal) {
  const newest = await newestId();
  const started = performance.now();
  let reply = null;
  let failure = null;
  let received = { text: "", size: 0, isComplete: true };
  try {
    // Without credentials of its own, the browser shows no dialog for a 401.
    reply = await fetch(url, { method, headers, body, signal, credentials: "omit", cache: "no-store" });
    received = await read(reply);
  } catch (error) {
    failure = error;
  }
  const seconds = (performance.now() - started) / 1000;
  const logged = await findLogged(newest, method, url, reply);
  const entry = logged ? link(`#requests/${logged.id}`, `Request ${logged.id} in the log`) : null;
  const facts = [duration(seconds), reply && bytes(received.size), entry].filter(Boolean);
  const line = make("p", { className: "line" },
    reply ? [status(reply.status), " ", reply.statusText] : status(null), facts.map((one) => [" · ", one]));
  const fault = logged?.fault ? ` The fault ${logged.fault} fired.` : "";
  let notice = null;
  if (!reply || !received.isComplete) {
    const cause = failure?.name === "AbortError" ? "You cancelled it."
      : failure && failure.name !== "TypeError" ? failure.message
        : newest === null ? "The sandbox does not answer. Is it still running?"
          : "The connection was closed before the response was complete.";
    const what = reply ? "The response is incomplete." : "There is no response.";
    notice = make("p", { className: "notice" }, `${what} ${cause}${fault}`);
  } else if (fault) {
    notice = make("p", { className: "notice" }, fault.trim());
  }
  const section = make("section", {}, make("h3", {}, "Response"), line, notice);
  if (reply) {
    section.append(
      received.text ? bodyView(received.text, "Body") : hint("The response has no body."),
      make("details", {}, make("summary", {}, `${[...reply.headers].length} headers`),
        make("dl", { className: "facts" }, [...reply.headers].map(([name, value]) =>
          [make("dt", { className: "code" }, name), make("dd", { className: "code" }, value)]))));
  }
  return section;
}

/** Reads a body as far as it arrives. */
async function read(reply) {
  const decoder = new TextDecoder();
  const received = { text: "", size: 0, isComplete: true };
  try {
    for (const reader = reply.body?.getReader(); reader;) {
      const { done, value } = await reader.read();
      if (done) break;
      received.size += value.length;
      received.text += decoder.decode(value, { stream: true });
    }
  } catch {
    received.isComplete = false;
  }
  received.text += decoder.decode();
  return received;
}

/** The id of the newest request in the log, 0 if there is none; null if the sandbox does not answer. */
async function newestId() {
  try {
    return (await get("/requests", { limit: 1 })).requests.at(-1)?.id ?? 0;
  } catch {
    return null;
  }
}

async function findLogged(newest, method, url, reply) {
  const id = reply?.headers.get("x-toggl-request-id") ?? reply?.headers.get("x-trace-id");
  try {
    const { requests } = await get("/requests", { after: newest, limit: 100 });
    const path = decodeURI(new URL(url).pathname);
    return requests.find((one) => one.request_id === id)
      ?? requests.findLast((one) => one.method === method && one.path === path);
  } catch {
    return undefined;
  }
}
