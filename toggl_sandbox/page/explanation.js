// Why a request was answered as it was, and what it has that its operation does not use.

import { code, link, longText, make } from "./elements.js";
import { findOperation } from "./operations.js";
import { oneLine } from "./trouble.js";

const SIGN_IN = {
  Track: ["Track takes ", code("Basic"), " with the API token as user name and ", code("api_token"),
    " as password, or with email and password."],
  Focus: ["Focus takes ", code("Bearer"), " with the API key, or ", code("Basic"), " with email and password."],
};

/** Returns a notice, or null for a request of which there is nothing to explain. */
export function explanation(request, operations) {
  const operation = operations.find(({ name }) => name === request.operation) ?? null;
  const reason = reasonOf(request, operations);
  const said = request.status >= 400 && !request.fault ? request.response.body?.text : null;
  const paragraphs = [reason, said && ["The response: ", longText(said)], ...unused(request, operation)];
  const found = paragraphs.filter(Boolean).map((one) => make("p", {}, one));
  return found.length ? make("div", { className: "notice" }, found) : null;
}

function reasonOf(request, operations) {
  const { fault, status, operation, method, path, user } = request;
  const trouble = link("#trouble", "Time and trouble");
  if (fault) return [make("strong", {}, fault.id), " fired: ", code(oneLine(fault.fault)), " · ", trouble];
  if (operation === null) {
    if (status === 405) return `The path exists, but not with this method: use ${header(request.response, "allow")}.`;
    const similar = findOperation(operations, method, path);
    const wrong = similar && Object.entries(similar.values).find(([, value]) => !/^\d+$/.test(value));
    return wrong
      ? ["This is the path of ", code(similar.operation.name), ", but ", code(wrong[0]), " must be a whole number, not ",
        longText(wrong[1]), "."]
      : "No operation has this path: compare it with the operations in “Try it”.";
  }
  if (user === null && (status === 401 || status === 403)) return credentials(request);
  if (status === 402 && request.quota_before?.remaining === 0) return ["The hourly quota was used up. ", trouble];
  if (status === 402) {
    return ["The plan of the organization does not include this operation. ", link("#world/organizations", "Organizations")];
  }
  if (status === 429) return ["The rate limit refused the request: about one request a second is allowed. ", trouble];
  if (status === 403) {
    return ["The user has no right to do this: “Change rights…” gives it. ", link(`#world/users/${user.id}`, user.name)];
  }
  return status >= 400 ? "The service refused the request." : null;
}

function credentials(request) {
  const api = request.operation.startsWith("track.") ? "Track" : "Focus";
  const sent = header(request.request, "authorization");
  if (sent === undefined) return ["The request has no ", code("Authorization"), " header. ", SIGN_IN[api]];
  const scheme = sent.split(" ")[0].toLowerCase();
  if (scheme !== "basic" && (api === "Track" || scheme !== "bearer")) {
    return ["The scheme of the ", code("Authorization"), " header is wrong. ", SIGN_IN[api]];
  }
  return [`No user of the sandbox has these credentials for ${api}: `, link("#connect", "Connect"),
    " shows those of the sandbox's own user, ", link("#world/users", "Users"), " those of all. ", SIGN_IN[api]];
}

const header = ({ headers }, name) => headers.find(([one]) => one.toLowerCase() === name)?.[1];

/** What the operation has no parameter or field for. Both services ignore it, so that a wrong name is hard to find. */
function unused({ query, parameters, request }, operation) {
  if (operation === null) return [];
  const named = operation.parameters.filter((one) => one.in === "query").map(({ name }) => name);
  const unknown = Object.keys(parameters.query).filter((name) => !named.includes(name));
  const found = unknown.map((name) => ["There is no query parameter ", code(name), ` in ${operation.name}: `,
    named.length ? `it has ${named.join(", ")}.` : "it has none."]);
  if (query.split("&").includes("…")) found.push("A query parameter that no operation has is hidden in the log.");
  const fields = Object.keys(operation.body?.properties ?? {});
  const extra = fields.length ? fieldsOf(request.body).filter((name) => !fields.includes(name)) : [];
  return [...found, ...extra.map((name) => ["There is no field ", code(name), ` in the body of ${operation.name}: it has `,
    `${fields.join(", ")}.`])];
}

function fieldsOf(body) {
  try {
    const value = JSON.parse(body.text);
    return Array.isArray(value) ? [] : Object.keys(value);
  } catch {
    return []; // no body, or none that can be read
  }
}
