// Controls for the parameters and the body of an operation, by their schemas.

import { button, field, hint, make, select } from "./elements.js";

const SHOWN = 6; // fields that are shown without a click, also if they are optional

/** Fields; optional ones after the first few are folded away. */
export function folded(fields, noun) {
  const shown = fields.filter(({ isShown }) => isShown);
  const others = fields.filter(({ isShown }) => !isShown);
  const room = others.length <= SHOWN ? others.length : Math.max(0, SHOWN - shown.length);
  const rest = others.slice(room);
  const grid = (list) => make("div", { className: "fields" }, list.map(({ element }) => element));
  const first = [...shown, ...others.slice(0, room)];
  return [
    first.length ? grid(first) : null,
    rest.length ? make("details", {}, make("summary", {}, `${rest.length} more ${noun}`), grid(rest)) : null,
  ];
}

export function labelled(name, schema, isRequired, control) {
  const label = isRequired ? `${name} (required)` : name;
  const help = [prose([schema.description, limits(schema)].filter(Boolean).join(" "))];
  if (control.isGroup) {
    const legend = make("legend", {}, label);
    return make("fieldset", { className: "field" }, legend, control.element, hint(help));
  }
  const element = field(label, control.input, help);
  if (control.nullBox) {
    const row = make("div", { className: "row" });
    control.input.replaceWith(row);
    row.append(control.input, control.nullBox);
  }
  return element;
}

/** The rules of the specification for the values, in words. */
function limits({ type, format, items, minimum, maximum, minLength, maxLength, minItems, maxItems, default: usual }) {
  const range = (low, high) => (high === undefined ? `at least ${low}` : `${low ?? 0} to ${high}`);
  const kind = type === "array" ? `several of type ${items?.type ?? "any"}` : (type ?? "any JSON value");
  const what = [format === "date-time" ? "UTC" : kind];
  if (minimum !== undefined || maximum !== undefined) what.push(range(minimum, maximum));
  if (minLength !== undefined || maxLength !== undefined) what.push(`${range(minLength, maxLength)} characters`);
  if (minItems !== undefined || maxItems !== undefined) what.push(`${range(minItems, maxItems)} items`);
  if (usual !== undefined) what.push(`default ${usual}`);
  return `(${what.join(", ")})`;
}

export const textInput = (value = "") => make("input", { type: "text", value, autocomplete: "off", spellcheck: false });

/** A control for a value of a schema: `values()` are texts, none for a value that is not sent. */
export function makeControl(schema) {
  const { type, format } = schema;
  if (type === "array" && isScalar(schema.items ?? {})) return makeRows(schema);
  if (schema.enum || type === "boolean") {
    const choices = schema.enum ?? ["true", "false"];
    const input = select([["", "not sent"], ...choices.map((one) => [String(one), String(one)])]);
    return single(schema, input, () => input.value, (value) => {
      if (![...input.options].some((one) => one.value === value)) input.append(make("option", { value }, value));
      input.value = value;
    });
  }
  const input = textInput();
  if (type === "integer" || type === "number") {
    Object.assign(input, { type: "number", step: type === "integer" ? "1" : "any" });
  } else if (format === "date") {
    input.type = "date";
  } else if (format === "date-time") {
    Object.assign(input, { type: "datetime-local", step: "1" });
    const read = () => (input.value ? `${input.value.length === 16 ? `${input.value}:00` : input.value}Z` : "");
    return single(schema, input, read, (value) => {
      const at = new Date(value);
      input.value = Number.isNaN(at.valueOf()) ? "" : at.toISOString().slice(0, 19);
    });
  }
  return single(schema, input, () => input.value, (value) => {
    input.value = value;
  });
}

const isScalar = ({ type }) => ["string", "integer", "number", "boolean"].includes(type);

function single(schema, input, read, write) {
  const values = () => (read() === "" ? [] : [read()]);
  return {
    element: input,
    input,
    values,
    set: (given) => write(given.join(",")),
    focus: () => reveal(input),
    problems() {
      const found = input.validity.badInput ? "is not a valid value" : values().map((one) => problem(schema, one))[0]
        ?? (schema.required === true && !values().length ? "is required" : "");
      input.ariaInvalid = found ? "true" : null;
      return found ? [found] : [];
    },
  };
}

/** Several values, each in a row that can be removed; an empty row is an empty value. */
function makeRows(schema) {
  const rows = make("div", { className: "rows" });
  const changed = () => rows.dispatchEvent(new Event("change", { bubbles: true }));
  const controls = new Map();
  const add = (value) => {
    const control = makeControl({ ...schema.items, required: false });
    if (value !== undefined) control.set([value]);
    const row = make("div", { className: "row" }, control.element,
      button("Remove", () => {
        controls.delete(row);
        row.remove();
        changed();
        adder.focus();
      }, { className: "small" }));
    control.input.ariaLabel = "Value";
    controls.set(row, control);
    rows.append(row);
    return control;
  };
  const adder = button("Add a value", () => {
    add().input.focus();
    changed();
  }, { className: "small" });
  const values = () => [...controls.values()].map((control) => control.values()[0] ?? "");
  return {
    isGroup: true,
    element: make("div", {}, rows, adder),
    input: adder,
    values,
    set(given) {
      for (const row of controls.keys()) row.remove();
      controls.clear();
      given.forEach((value) => add(value));
    },
    focus: () => reveal(adder),
    problems() {
      if (schema.required === true && !controls.size) return ["is required"];
      return [...controls.values()].flatMap((control) => control.problems()).slice(0, 1);
    },
  };
}

/** Focuses a control, also one that is behind a click. */
function reveal(input) {
  for (let node = input.closest("details"); node; node = node.parentElement.closest("details")) node.open = true;
  input.focus();
}

/** What is wrong with a text by its schema; empty if nothing is. */
function problem({ type, minimum, maximum, minLength, maxLength, pattern }, text) {
  if (type === "integer" && !/^-?\d+$/.test(text)) return "is not a whole number";
  if (type === "integer" || type === "number") {
    if (minimum !== undefined && Number(text) < minimum) return `is less than ${minimum}`;
    if (maximum !== undefined && Number(text) > maximum) return `is more than ${maximum}`;
  }
  if (minLength !== undefined && text.length < minLength) return `has less than ${minLength} characters`;
  if (maxLength !== undefined && text.length > maxLength) return `has more than ${maxLength} characters`;
  if (pattern !== undefined && !new RegExp(pattern, "u").test(text)) return `does not match ${pattern}`;
  return undefined;
}

// --- The body ---

/** An editor of a body, as fields or as JSON; the text of the JSON is what is sent. */
export function makeBodyEditor(schema, text) {
  const area = make("textarea", { rows: 6, value: text, spellcheck: false, autocomplete: "off" });
  const json = field("JSON", area);
  const fields = make("div");
  const error = make("p", { className: "error", role: "alert" });
  const choices = schema.properties ? ["Fields", "JSON"] : ["JSON"];
  const buttons = choices.map((choice) => button(choice, () => show(choice), { className: "small" }));
  let controls = []; // [name, control] of the fields
  const write = (name, value) => {
    const { [name]: _, ...others } = JSON.parse(area.value);
    area.value = JSON.stringify(value === undefined ? others : { ...JSON.parse(area.value), [name]: value }, null, 2);
  };
  const show = (choice) => {
    error.textContent = "";
    if (choice === "Fields") {
      const [value, cause] = parse(area.value || "{}");
      const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
      if (cause || !isObject || !isExact(value)) {
        error.textContent = cause ?? (isObject
          ? "The body has a number that is too large for the fields."
          : "The body is not a JSON object, so it has no fields.");
        choice = "JSON";
      } else {
        area.value ||= "{}";
        controls = bodyControls(schema, value, write);
        fields.replaceChildren(...bodyFields(schema, value, controls));
      }
    }
    json.hidden = choice !== "JSON";
    fields.hidden = choice === "JSON";
    for (const one of buttons) one.ariaPressed = String(one.textContent === choice);
  };
  area.addEventListener("input", () => {
    error.textContent = "";
    area.ariaInvalid = null;
  });
  show(text === "" ? "JSON" : choices[0]);
  const views = make("div", { className: "choice", role: "group", ariaLabel: "Form of the body" }, buttons);
  return {
    element: make("div", { className: "part" },
      buttons.length > 1 ? views : null,
      fields, json, error),
    text: () => area.value,
    problems() {
      if (json.hidden) {
        return controls.flatMap(([name, control]) =>
          control.problems().map((one) => [`${name} ${one}`, control.focus]));
      }
      const [value, cause] = parse(area.value);
      const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(Object(value), name));
      const problems = cause ? [cause] : missing.map((name) => `${name} is required`);
      area.ariaInvalid = problems.length ? "true" : null;
      return problems.map((one) => [one, () => area.focus()]);
    },
  };
}

/** Whether JavaScript can read and write all numbers in a value without changing them. */
const isExact = (value) => (typeof value === "number" ? !Number.isInteger(value) || Number.isSafeInteger(value)
  : value === null || typeof value !== "object" || Object.values(value).every(isExact));

/** The value of a JSON text, and what is wrong with it. */
function parse(text) {
  try {
    return [JSON.parse(text), null];
  } catch (error) {
    return [undefined, text === "" ? "The body is empty" : `The body is not valid JSON: ${error.message}`];
  }
}

function bodyControls({ required, properties }, value, write) {
  const names = [...required, ...Object.keys(properties).filter((name) => !required.includes(name))];
  return names.map((name) => {
    const property = { ...properties[name], required: required.includes(name) };
    const isPlain = isScalar(property) || (property.type === "array" && isScalar(property.items ?? {}));
    return [name, (isPlain ? plainField : jsonField)(name, property, value[name], write)];
  });
}

function bodyFields({ required, properties }, value, controls) {
  return folded(controls.map(([name, control]) => ({
    isShown: required.includes(name) || Object.hasOwn(value, name),
    element: labelled(name, properties[name], required.includes(name), control),
  })), "fields").filter(Boolean);
}

function plainField(name, property, value, write) {
  const control = makeControl(property);
  const isArray = property.type === "array";
  if (value !== undefined && value !== null) control.set((isArray ? [value].flat() : [value]).map(String));
  const none = make("input", { type: "checkbox", checked: value === null, ariaLabel: `${name}: null` });
  const update = () => {
    control.input.disabled = none.checked;
    const values = control.values().map((one) => toJson(isArray ? property.items : property, one));
    write(name, none.checked ? null : isArray && values.length ? values : values[0]);
  };
  control.input.disabled = none.checked;
  for (const element of [control.element, none]) {
    element.addEventListener("input", update);
    element.addEventListener("change", update);
  }
  const nullBox = property.nullable ? make("label", { className: "check" }, none, "null") : null;
  if (control.isGroup && nullBox) control.element.append(nullBox);
  const problems = () => {
    if (none.checked) return [];
    const isLarge = property.type === "integer" && !control.values().every((one) => isExact(Number(one)));
    return isLarge ? ["is too large for a field: write it as JSON"] : control.problems();
  };
  return { ...control, nullBox, problems };
}

/** A field for a value with a structure of its own. */
function jsonField(name, { required }, value, write) {
  const input = make("textarea", { rows: 2, spellcheck: false, autocomplete: "off" });
  input.value = value === undefined ? "" : JSON.stringify(value);
  input.addEventListener("input", () => {
    const [given, cause] = input.value === "" ? [undefined, null] : parse(input.value);
    if (!cause) write(name, given);
  });
  return {
    input,
    focus: () => reveal(input),
    problems() {
      const found = input.value === "" ? (required ? "is required" : "") : parse(input.value)[1] && "is not valid JSON";
      input.ariaInvalid = found ? "true" : null;
      return found ? [found] : [];
    },
  };
}

function toJson({ type }, text) {
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (type !== "integer" && type !== "number") return text;
  return text === "" || Number.isNaN(Number(text)) ? text : Number(text);
}

// --- Texts ---

/** A text of the specification, in which backticks mark code. */
export const prose = (text) => text.split("`").map((part, index) => (index % 2 ? make("code", {}, part) : part));
