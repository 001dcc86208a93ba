// Elements that several sections use. Text is only ever inserted as text.

const MESSAGE_TIME = 6000; // milliseconds
const LONG = 300; // characters of a text that are shown at first
const LINES = 40; // lines of a body that are shown at first

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined)); // strings become text
  return element;
}

// --- Words and numbers ---

export const grouped = (number) => number.toLocaleString("en");
export const plural = (number, one) => `${grouped(number)} ${one}${number === 1 ? "" : "s"}`;
export const day = (moment) => moment.slice(0, 10);
export const time = (moment) => moment.slice(11, 19);

export function duration(seconds) {
  if (seconds === undefined || seconds === null) return "";
  return seconds < 1 ? `${(seconds * 1000).toPrecision(2).replace(/\.0$/, "")} ms` : `${seconds.toFixed(2)} s`;
}

export function bytes(number) {
  if (number < 1024) return plural(number, "byte");
  return number < 1 << 20 ? `${(number / 1024).toFixed(1)} KiB` : `${(number / (1 << 20)).toFixed(1)} MiB`;
}

// --- Small elements ---

export const badge = (text, kind = "") => make("span", { className: `badge ${kind}` }, text);
export const code = (text, className = "") => make("code", { className }, String(text));
export const link = (href, ...children) => make("a", { href }, ...children);
export const hint = (...children) => make("p", { className: "hint" }, ...children);
export const empty = (text) => make("p", { className: "empty" }, text);
const whole = (text) => make("span", { className: "whole" }, text);
export const moment = (at) => make("time", { dateTime: at, title: at }, whole(day(at)), " ", whole(time(at)));

// Somebody else's text: isolated, since a right-to-left name would reorder the text around it.
export const name = (text) => make("bdi", { className: "name" }, text === "" ? make("i", {}, "no name") : text);

export function button(text, onclick, properties = {}) {
  return make("button", { type: "button", onclick, ...properties }, text);
}

export function status(value) {
  const kind = value === null || value >= 500 ? "bad" : value >= 400 ? "warn" : "ok";
  return make("span", { className: `status ${kind}` }, value === null ? "dropped" : String(value));
}

// A path that may break after its slashes.
export function route(method, path) {
  const pieces = path.split(/(?<=[/&?])/).flatMap((piece) => [piece, make("wbr")]);
  return make("code", { className: "route" }, make("span", { className: "method" }, method), " ", pieces);
}

export function longText(text, length = LONG) {
  if (text.length <= length) return make("bdi", { className: "long" }, text);
  const shown = make("bdi", { className: "long" }, `${text.slice(0, length)}…`);
  const more = button(`Show all ${grouped(text.length)} characters`, () => {
    shown.textContent = text;
    more.remove();
  }, { className: "small" });
  return make("span", { className: "cut" }, shown, more);
}

export function card(title, properties, ...children) {
  const id = `title-${title.toLowerCase().replace(/[^a-z]+/g, "-")}`;
  const heading = make("h2", { id }, title);
  const section = make("section", properties, heading, ...children);
  section.setAttribute("aria-labelledby", id);
  return section;
}

export const fact = (term, ...values) => make("div", {}, make("dt", {}, term), make("dd", {}, ...values));

export function facts(pairs) {
  return make("dl", { className: "facts" }, pairs.map((pair) => fact(...pair)));
}

let fields = 0;
export function field(label, control, help) {
  control.id ||= `field-${++fields}`;
  const children = [make("label", { htmlFor: control.id }, label), control];
  if (help) {
    children.push(hint(help));
    children.at(-1).id = `${control.id}-help`;
    control.setAttribute("aria-describedby", children.at(-1).id);
  }
  return make("div", { className: "field" }, ...children);
}

// `options` are texts, or pairs of a value and a text.
export function select(options, value = "", properties = {}) {
  const element = make("select", properties);
  setOptions(element, options, value);
  return element;
}

export function setOptions(element, options, value = element.value) {
  show(element, options, () => options.map((option) => {
    const [key, text] = Array.isArray(option) ? option : [option, option];
    return make("option", { value: key }, text);
  }));
  element.value = value;
}

export function checkbox(label, checked, onchange) {
  const input = make("input", { type: "checkbox", checked, onchange });
  return make("label", { className: "check" }, input, label);
}

// Calls `apply` shortly after a change of the form, and at once when it is submitted. Returns a function that says
// whether a control must keep its value: someone is using it, or the change waits to be applied.
export function onFilter(form, apply) {
  let timer = null;
  const applyNow = () => {
    clearTimeout(timer);
    timer = null;
    apply();
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(applyNow, 250);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    applyNow();
  });
  return (control) => timer !== null || control === document.activeElement;
}

// --- Tables ---

// `columns` are {title, className}; the caption is for screen readers.
export function table(caption, columns) {
  const body = make("tbody");
  const heads = columns.map(({ title, className = "" }) => make("th", { scope: "col", className }, title));
  const head = make("thead", {}, make("tr", {}, heads));
  return { element: make("table", { ariaLabel: caption }, head, body), body, heads };
}

export const row = (...cells) => make("tr", {}, cells);
export const cell = (className, ...children) => make("td", { className }, children);
export const emptyRow = (columns, text) => row(make("td", { colSpan: columns, className: "empty" }, text));

export function pager({ page, perPage, total }, href) {
  const last = Math.max(1, Math.ceil(total / perPage));
  const step = (text, number) => number >= 1 && number <= last
    ? link(href(number), text)
    : make("span", { className: "soft" }, text);
  const first = total ? (page - 1) * perPage + 1 : 0;
  const range = `${grouped(first)}–${grouped(Math.min(page * perPage, total))} of ${grouped(total)}`;
  return make("nav", { className: "pager", ariaLabel: "Pages" },
    step("First", page > 1 ? 1 : 0), step("Previous", page - 1), make("span", {}, range),
    step("Next", page + 1), step("Last", page < last ? last : 0));
}

// --- Redrawing ---

const drawn = new WeakMap();

// Draws an element when its value has changed, so that what somebody reads, selects or has focused remains.
export function show(element, value, render) {
  const text = JSON.stringify(value);
  if (drawn.get(element) === text) return;
  drawn.set(element, text);
  keepFocus(element, () => element.replaceChildren(...[render(value)].flat(Infinity)));
}

// Draws a list of items by their keys: an item that has not changed keeps its element, which is never moved.
export function showList(element, items, key, render, none = () => make("div")) {
  const before = drawn.get(element) ?? new Map();
  const after = new Map(items.map((item) => {
    const text = JSON.stringify(item);
    const old = before.get(key(item));
    return [key(item), old?.text === text ? old : { text, node: render(item) }];
  }));
  if (!items.length) after.set(null, before.get(null) ?? { text: "", node: none() });
  drawn.set(element, after);
  keepFocus(element, () => {
    const wanted = new Set([...after.values()].map(({ node }) => node));
    for (const child of [...element.children]) if (!wanted.has(child)) child.remove();
    let next = element.firstChild;
    for (const node of wanted) {
      if (node === next) next = next.nextSibling;
      else element.insertBefore(node, next);
    }
  });
}

// Focuses the element of the same id again, or else what contains it.
function keepFocus(element, change) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  change();
  if (focused === null || document.activeElement === focused) return;
  (document.getElementById(focused.id) ?? element.closest("[tabindex]"))?.focus();
}

// --- Messages and dialogs ---

let timer;
export function say(text) {
  const said = document.getElementById("said");
  clearTimeout(timer);
  said.textContent = text;
  timer = setTimeout(() => said.replaceChildren(), MESSAGE_TIME);
}

// Runs an action of a button; `done` or its error is the message.
export async function attempt(action, done) {
  try {
    await action();
    if (done) say(done);
  } catch (error) {
    say(error.message);
  }
}

export function problem(error, again) {
  return make("div", { className: "notice", role: "alert" },
    make("p", {}, error.message), again && button("Try again", again));
}

// Shows a modal form. `submit` may raise an Error, which is shown in it; the dialog closes when it succeeds.
export function openDialog({ title, text, children = [], confirm, cancel = "Cancel", danger = false, submit }) {
  const error = make("p", { className: "error", role: "alert" });
  const dialog = make("dialog", {});
  const heading = make("h2", { id: "dialog-title" }, title);
  let isSending = false;
  const form = make("form", {}, heading, text ? make("p", {}, text) : null, children, error,
    make("div", { className: "buttons" },
      button(cancel, () => dialog.close()),
      make("button", { className: danger ? "danger" : "primary" }, confirm)));
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isSending) return; // a double click
    isSending = true;
    error.textContent = "";
    try {
      await submit();
      dialog.close();
    } catch (failure) {
      error.textContent = failure.message;
    }
    isSending = false;
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

// --- Texts to copy ---

export function copyButton(text, label, shown = "Copy") {
  const properties = shown === "Copy" ? { className: "small", ariaLabel: label } : {};
  return button(shown, () => copy(typeof text === "function" ? text() : text), properties);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say("Copied.");
  } catch {
    say("The browser does not allow copying here: select the text instead.");
  }
}

export function codeBlock(label, text) {
  const shown = make("code", {}, text);
  return make("div", { className: "block" },
    make("div", { className: "bar" }, make("h3", {}, label), copyButton(() => shown.textContent, `Copy: ${label}`)),
    make("pre", {}, shown));
}

// --- JSON ---

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

// Indents JSON without parsing its values: numbers, escapes and duplicate names remain as they were sent.
function tokens(text) {
  JSON.parse(text); // raises an error if it is no JSON
  const result = [];
  const found = text.match(TOKEN) ?? [];
  let depth = 0;
  const line = () => result.push(["", `\n${"  ".repeat(depth)}`]);
  found.forEach((token, index) => {
    const next = found[index + 1];
    if (token === "{" || token === "[") {
      result.push(["", token]);
      depth += 1;
      if (next !== "}" && next !== "]") line();
    } else if (token === "}" || token === "]") {
      depth -= 1;
      if (!"{[".includes(found[index - 1])) line();
      result.push(["", token]);
    } else if (token === ",") {
      result.push(["", token]);
      line();
    } else if (token === ":") {
      result.push(["", ": "]);
    } else {
      result.push([token[0] === '"' ? (next === ":" ? "key" : "string") : "value", token]);
    }
  });
  return result;
}

function pretty(text) {
  try {
    return tokens(text);
  } catch {
    return null;
  }
}

// A body, its first lines at first; JSON can be shown indented or as it was sent.
export function bodyView(text, label) {
  const indented = pretty(text);
  const pre = make("pre", { className: "json", tabIndex: -1 });
  const more = make("div");
  let raw = indented === null;
  let all = false;
  const draw = () => {
    const pieces = raw ? [["", text]] : indented;
    const { shown, left } = all ? { shown: pieces, left: 0 } : firstLines(pieces);
    pre.replaceChildren(...shown.map(([kind, piece]) => kind ? make("span", { className: kind }, piece) : piece));
    more.replaceChildren(...(left ? [button(`Show ${left}`, () => {
      all = true;
      draw();
      pre.focus();
    }, { className: "small" })] : []));
  };
  const choose = (value) => {
    raw = value;
    for (const [one, is] of [[prettyButton, false], [rawButton, true]]) one.ariaPressed = String(raw === is);
    draw();
  };
  const prettyButton = button("Pretty", () => choose(false), { className: "small" });
  const rawButton = button("Raw", () => choose(true), { className: "small" });
  choose(raw);
  const views = indented === null ? null
    : make("div", { className: "choice", role: "group", ariaLabel: `${label}: form` }, prettyButton, rawButton);
  return make("div", { className: "block" },
    make("div", { className: "bar" }, make("h4", {}, label), views, copyButton(text, `Copy: ${label}`)), pre, more);
}

function firstLines(pieces) {
  const shown = [];
  let lines = 0;
  let characters = 0;
  for (const [index, [kind, piece]] of pieces.entries()) {
    if (characters + piece.length > 20_000) {
      shown.push([kind, piece.slice(0, 20_000 - characters)]);
      return { shown, left: "all of it" };
    }
    lines += piece.split("\n").length - 1;
    if (lines >= LINES) {
      const rest = pieces.slice(index).reduce((sum, [, one]) => sum + one.split("\n").length - 1, 0);
      if (rest > 10) return { shown, left: plural(rest, "more line") };
    }
    characters += piece.length;
    shown.push([kind, piece]);
  }
  return { shown, left: 0 };
}
