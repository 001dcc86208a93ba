// One operation as a form: parameters, body and credentials, the response, and the same request as code.

import { get } from "./control.js";
import { badge, button, copyButton, field, hint, link, make, route, select } from "./elements.js";
import { exchange } from "./exchange.js";
import { folded, labelled, makeBodyEditor, makeControl, prose, textInput } from "./form_fields.js";
import { authorization, findOperation, loadOperations } from "./operations.js";
import { snippets } from "./snippets.js";

const wide = matchMedia("(min-width: 60rem)"); // as in page.css

export const title = "Try it";

/** The section of the page: the list of operations, and one of them. */
export function open(container) {
  const place = make("div", { className: "call" });
  const picker = make("div", { className: "picker" });
  container.replaceChildren(picker, place);
  let list;
  let shown = null;
  return {
    async go([name], { request } = {}) {
      try {
        const operations = await loadOperations();
        list ??= drawList(picker, operations);
        list(name);
        if (name === undefined) place.replaceChildren();
        else if (`${name} ${request}` !== shown) {
          const isFirst = shown === null;
          const prefill = request === undefined ? {} : await readRequest(operations, request);
          await draw(place, name, { prefill });
          if (!isFirst) place.querySelector("h2").focus();
        }
        shown = name === undefined ? null : `${name} ${request}`;
      } catch (error) {
        place.replaceChildren(make("p", { className: "notice", role: "alert" }, error.message));
      }
    },
    update() {},
  };
}

/** Returns the values of a logged request, for `draw`. */
async function readRequest(operations, id) {
  const { method, path, query, request } = await get(`/requests/${encodeURIComponent(id)}`);
  const sent = query.split("&").filter((one) => one !== "…").join("&"); // the log hides what no operation takes
  return {
    path: findOperation(operations, method, path)?.values ?? {},
    query: [...new URLSearchParams(sent)],
    body: request?.body?.text ?? "",
  };
}

// --- The list of operations ---

function drawList(container, operations) {
  const search = make("input", { type: "search", autocomplete: "off", spellcheck: false });
  const count = make("p", { className: "hint", role: "status" });
  const items = operations.map((operation) => {
    const [api, id] = operation.name.split(".");
    const anchor = link(`#try/${operation.name}`,
      make("span", { className: "method" }, operation.method), " ", id,
      make("span", { className: "soft" }, operation.summary));
    const { name, method, path, tag, summary } = operation;
    const text = [name, method, path, tag, summary].join(" ").toLowerCase();
    return { api, operation, anchor, text, element: make("li", {}, anchor) };
  });
  const groups = [...new Set(items.map(({ api, operation }) => `${api} ${operation.tag}`))].map((key) => {
    const members = items.filter(({ api, operation }) => `${api} ${operation.tag}` === key);
    const [api, tag] = key.split(" ");
    const list = make("ul", { ariaLabel: `${api} ${tag}` }, members.map(({ element }) => element));
    const heading = make("h3", {}, `${api === "track" ? "Track" : "Focus"} · ${tag}`);
    return { members, element: make("div", {}, heading, list) };
  });
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const { members, element } of groups) {
      for (const one of members) one.element.hidden = !words.every((word) => one.text.includes(word));
      element.hidden = members.every((one) => one.element.hidden);
    }
    const found = items.filter(({ element }) => !element.hidden).length;
    count.textContent = `${found} of ${items.length} operations`;
  };
  search.addEventListener("input", filter);
  filter();
  const summary = make("summary", {}, make("h2", {}, "Operations"));
  const details = make("details", { open: true }, summary, field("Search", search), count,
    make("nav", { ariaLabel: "Operations" }, groups.map(({ element }) => element)));
  container.replaceChildren(details);
  return (name) => {
    for (const { operation, anchor } of items) anchor.ariaCurrent = operation.name === name ? "page" : null;
    const fold = () => {
      details.open = name === undefined || wide.matches; // on a phone, the form is what follows
    };
    fold();
    wide.onchange = fold;
    const current = items.find(({ operation }) => operation.name === name);
    if (current) container.scrollTop = current.anchor.offsetTop - container.clientHeight / 2;
  };
}

// --- One operation ---

/** Draws the form of an operation; `prefill` has `path` by name, `query` as pairs, and the text of a `body`. */
export async function draw(container, operationName, { prefill = {} } = {}) {
  container.dataset.operation = operationName;
  const [operations, about, { items: users }] = await Promise.all(
    [loadOperations(), get("/"), get("/world/users", { sort: "id", per_page: 200 })]);
  const operation = operations.find(({ name }) => name === operationName);
  if (!operation) throw new Error(`There is no operation ${operationName}: choose one from the list.`);
  const ids = await knownIds(operation, about);
  if (container.dataset.operation !== operationName) return; // another one was chosen meanwhile
  const controls = operation.parameters.map((parameter) => ({ parameter, control: makeControl(parameter) }));
  for (const { parameter, control } of controls) {
    const { name } = parameter;
    const logged = parameter.in === "path" ? prefill.path?.[name] : prefill.query?.filter(([key]) => key === name);
    if (logged !== undefined) control.set(Array.isArray(logged) ? logged.map(([, value]) => value) : [logged]);
    else if (parameter.required && ids[name] !== undefined) control.set([ids[name]].flat().map(String));
  }
  const names = operation.parameters.filter((one) => one.in === "query").map(({ name }) => name);
  const unknown = prefill.query?.filter(([name]) => !names.includes(name)) ?? [];
  const more = textInput(String(new URLSearchParams(unknown)));
  const text = () => prefill.body ?? JSON.stringify(example(operation.body, ids), null, 2);
  const body = operation.body ? makeBodyEditor(operation.body, text()) : null;
  const login = makeCredentials(operation, users, about.user_id);

  const build = () => {
    let path = operation.path;
    const query = [];
    for (const { parameter, control } of controls) {
      const values = control.values().map(encodeURIComponent);
      if (parameter.in === "path") path = path.replace(`{${parameter.name}}`, values.join(",").replaceAll("%2C", ","));
      else query.push(...values.map((value) => `${parameter.name}=${value}`));
    }
    if (more.value) query.push(more.value);
    const authorized = login.header();
    const content = body?.text() || null;
    const headers = authorized ? [["Authorization", authorized]] : [];
    if (content) headers.push(["Content-Type", "application/json"]);
    return {
      method: operation.method,
      url: location.origin + path + (query.length ? `?${query.join("&")}` : ""),
      headers,
      body: content,
    };
  };
  const check = () => [
    ...controls.flatMap(({ parameter, control }) =>
      control.problems().map((one) => [`${parameter.name} ${one}`, control.focus])),
    ...(body?.problems() ?? []),
  ];

  const code = makeCode(build, operations);
  const response = make("div", { className: "response" });
  const form = make("form", { noValidate: true, ariaLabel: operation.name },
    parameterGroup("Path", controls.filter(({ parameter }) => parameter.in === "path")),
    parameterGroup("Query", controls.filter(({ parameter }) => parameter.in === "query"),
      field("Additional query", more, "Added as it is, such as unknown=1.")),
    body && group("Body", body.element),
    group("Credentials", login.element),
    makeSender(build, check, response));
  form.addEventListener("input", code.update);
  form.addEventListener("change", code.update);
  code.update();
  const heading = make("h2", { tabIndex: -1 }, operation.name);
  container.replaceChildren(
    make("section", { className: "operation" },
      heading,
      make("p", { className: "what" },
        prose(operation.summary), operation.deprecated ? [" ", badge("deprecated", "warn")] : null),
      make("p", {}, route(operation.method, operation.path)),
      operation.description ? hint(prose(operation.description)) : null,
      form),
    response,
    code.element);
}

/** Ids of the sandbox by the name of a parameter or field, as far as this operation can use them. */
async function knownIds(operation, about) {
  const ids = { ...about, parent_task_id: undefined };
  const kinds = { tasks: operation.name.startsWith("track.") ? "track_tasks" : "focus_tasks", statuses: "statuses" };
  const find = async (kind, filters) => {
    try {
      return (await get(`/world/${kind}`, { per_page: 1, workspace_id: about.workspace_id, ...filters })).items[0]?.id;
    } catch {
      return undefined; // then the field is left empty
    }
  };
  const needs = JSON.stringify([operation.path, operation.parameters.filter((one) => one.required), operation.body]);
  if (/"ids"|task_ids?\b/.test(needs)) {
    ids.task_id = await find(kinds.tasks, { project_id: about.project_id });
    if (ids.task_id !== undefined) ids.task_ids = ids.ids = [ids.task_id];
  }
  if (needs.includes("status_id")) ids.status_id = await find(kinds.statuses);
  return ids;
}

/** A body with what is required, or else with a name: the values of the specification, or the ids of the sandbox. */
function example(schema, ids, name = "") {
  if (schema.example !== undefined) return schema.example;
  if (schema.properties) {
    const { required, properties } = schema;
    const changesNothing = required.every((one) => one === "id");
    const wanted = changesNothing ? [...required, "name"] : required;
    const isPatch = "op" in properties && "path" in properties;
    const chosen = Object.keys(properties).filter((one) => isPatch || wanted.includes(one));
    const known = { ...ids, id: ids.task_id }; // only tasks have an id in a body
    return Object.fromEntries(chosen.map((one) => [one, example(properties[one], known, one)]));
  }
  if (schema.type === "array") return ids[name] ?? [example(schema.items ?? {}, ids)];
  if (ids[name] !== undefined && name !== "name") return ids[name];
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.format === "date") return new Date().toISOString().slice(0, 10);
  if (schema.format === "date-time") return new Date().toISOString();
  const number = schema.minimum ?? 0;
  return { integer: number, number, boolean: false, object: {} }[schema.type] ?? "Write the docs";
}

function group(legend, ...children) {
  return make("fieldset", {}, make("legend", {}, legend), ...children);
}

function parameterGroup(legend, controls, ...others) {
  if (!controls.length && !others.length) return null;
  return group(legend, folded(controls.map(({ parameter, control }) => ({
    isShown: parameter.required || control.values().length > 0,
    element: labelled(parameter.name, parameter, parameter.required, control),
  })), "parameters"), ...others);
}

// --- Credentials and sending ---

function makeCredentials(operation, users, ownId) {
  const api = operation.name.split(".")[0];
  const tokens = new Map(users.map((one) => [String(one.id), one[`${api}_token`]]));
  const others = users.filter(({ id }) => id !== ownId).map(({ id, name }) => [String(id), `The token of ${name.slice(0, 100)}`]);
  const choice = select([[String(ownId), "The sandbox's own token"], ...others, ["other", "Another token"], ["none", "None"]],
    String(ownId));
  const token = textInput();
  const other = field(api === "track" ? "API token" : "API key", token);
  other.hidden = true;
  choice.addEventListener("change", () => {
    other.hidden = choice.value !== "other";
  });
  return {
    element: make("div", { className: "fields" }, field("Sign in with", choice), other),
    header: () => choice.value === "none" ? null : authorization(api, tokens.get(choice.value) ?? token.value),
  };
}

function makeSender(build, check, response) {
  const problems = make("div", { role: "alert" });
  const anyway = button("Send anyway", () => send());
  const cancel = button("Cancel", () => controller?.abort());
  const submit = make("button", { className: "primary" }, "Send");
  const result = make("p", { className: "hint", role: "status" }); // in short, for screen readers
  let controller = null;
  anyway.hidden = cancel.hidden = true;
  const send = async () => {
    problems.replaceChildren();
    anyway.hidden = submit.disabled = true;
    cancel.hidden = false;
    controller = new AbortController();
    result.textContent = "Sending";
    try {
      const section = await exchange(build(), controller.signal);
      response.replaceChildren(section);
      result.textContent = `Response: ${section.querySelector(".line").textContent}`;
    } catch (error) {
      result.textContent = "";
      problems.replaceChildren(make("p", { className: "error" }, error.message));
    }
    submit.disabled = false;
    cancel.hidden = true;
    response.firstChild?.scrollIntoView({ block: "nearest" });
  };
  const buttons = make("div", { className: "buttons" }, submit, anyway, cancel);
  submit.addEventListener("click", (event) => {
    event.preventDefault();
    trySend();
  });
  const trySend = () => {
    const found = check();
    anyway.hidden = !found.length;
    problems.replaceChildren(...found.map(([text]) => make("p", { className: "error" }, `${text}.`)));
    if (!found.length) return send();
    return found[0][1]();
  };
  return make("div", { className: "part" }, problems, buttons, result);
}

// --- Code ---

let language = "curl"; // of the last choice, for the next operation

function makeCode(build, operations) {
  const shown = make("code");
  const choice = select([]);
  const update = () => {
    const found = snippets(build(), operations);
    const chosen = found.find((one) => one.language === language) ?? found[0];
    choice.replaceChildren(...found.map((one) => make("option", { value: one.language }, one.label)));
    choice.value = chosen.language;
    shown.textContent = chosen.text;
  };
  choice.addEventListener("change", () => {
    language = choice.value;
    update();
  });
  const block = make("div", { className: "block" },
    make("div", { className: "bar" }, field("Language", choice), copyButton(() => shown.textContent, "Copy the code")),
    make("pre", {}, shown));
  return { element: make("section", {}, make("h3", {}, "As code"), block), update };
}
