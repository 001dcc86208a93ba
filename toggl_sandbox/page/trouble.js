// Time and trouble: the clock, the quota, the rate limit and the faults.

import { get, refresh, send } from "./control.js";
import {
  attempt, badge, button, card, checkbox, code, day, field, grouped, hint, link, make, moment, plural, say, select,
  setOptions, show, showList, time,
} from "./elements.js";
import { FAULT_FIELDS } from "./fault_fields.js";

export const title = "Time and trouble";

const PLANS = [["off", "not counted"], ["free", "30 (free)"], ["starter", "240 (starter)"], ["premium", "600 (premium)"]];
const TOTALS = { free: 30, starter: 240, premium: 600 };
const TIMES = [["{}", "always"], ['{"count":1}', "once"], ['{"count":3}', "three times"],
  ['{"every":2}', "every second request"], ['{"every":3}', "every third request"], ['{"probability":0.1}', "on a tenth of them"]];

export function open(container) {
  const [left, right] = [[clockCard(), quotaCard()], [addCard(), faultsCard(), actedCard()]];
  const cards = [...left, ...right];
  container.replaceChildren(...[left, right].map((column) =>
    make("div", { className: "stack" }, column.map(({ element }) => element))));
  return {
    go() {},
    update(overview, changed) {
      for (const { update } of cards) update?.(overview, changed);
    },
  };
}

async function act(action, done) {
  await attempt(action, done);
  await refresh();
}

// --- Clock ---

function clockCard() {
  const now = make("time");
  const today = make("span");
  const state = make("span", { id: "clock-state" });
  const at = make("input", { type: "datetime-local", step: 1, min: "1971-01-01T00:00", max: "8999-12-31T23:59:59" });
  let frozen = false;
  const toggle = button("Freeze", () => frozen
    ? act(() => send("POST", "/clock/resume"), "The clock is running.")
    : act(() => send("POST", "/clock/freeze"), "The clock is frozen."));
  const steps = [["+ 1 minute", 60], ["+ 1 hour", 3600], ["+ 1 day", 86400]].map(([text, seconds]) =>
    button(text, () => act(() => send("POST", "/clock/advance", { seconds }), `The clock was advanced: ${text}.`)));
  const set = async (resume) => {
    await act(async () => {
      if (!at.value) throw new Error("Choose a date and a time first.");
      await send("POST", "/clock/freeze", { at: new Date(`${at.value}Z`).toISOString() });
      if (resume) await send("POST", "/clock/resume");
    }, resume ? "The clock runs from that time." : "The clock is frozen at that time.");
  };
  const form = make("form", {},
    field("Set to, in UTC", at, "Quotas, the rate limit and the expiry of faults follow this clock."),
    make("div", { className: "buttons" }, make("button", {}, "Freeze there"), button("Run from there", () => set(true))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    set(false);
  });
  const element = card("Clock", {},
    make("p", { className: "now" }, now, today, " ", make("abbr", { title: "Coordinated Universal Time" }, "UTC"), state),
    make("div", { className: "buttons", role: "group", ariaLabel: "Move the clock" }, toggle, steps), form);
  return {
    element,
    update({ clock }) {
      now.dateTime = clock.now;
      show(now, time(clock.now), (text) => text);
      show(today, day(clock.now), (text) => text);
      show(state, clock.frozen, () => clock.frozen ? badge("frozen", "warn") : badge("running", "ok"));
      toggle.textContent = clock.frozen ? "Resume" : "Freeze";
      frozen = clock.frozen;
      if (!at.value) at.value = clock.now.slice(0, 19);
    },
  };
}

// --- Quota and rate limit ---

function quotaCard() {
  let shown = { plan: "off", rate_limit: false };
  const plan = select(PLANS, "off");
  plan.addEventListener("change", () => {
    const text = plan.selectedOptions[0].text;
    change({ plan: plan.value }, `The quota is now: ${text}.`);
  });
  const rate = checkbox("Limit the rate to about one request a second", false, (event) => change(
    { rate_limit: event.target.checked }, event.target.checked ? "The rate is limited." : "The rate is not limited."));
  const input = rate.querySelector("input");
  const meters = make("ul", { className: "meters" });
  const which = select([]);
  const remaining = make("input", { type: "number", min: 0, max: 600, value: 0, required: true });
  const set = make("button", {}, "Set");
  const form = make("form", {},
    make("div", { className: "fields" }, field("Quota", which), field("Requests left", remaining)),
    make("div", { className: "buttons" }, set));
  const chosen = () => JSON.parse(which.value);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const left = Number(remaining.value);
    act(() => send("PUT", "/quota/remaining", { ...chosen(), remaining: left }),
      `${plural(left, "request")} left: ${which.selectedOptions[0].text}.`);
  });

  async function change(values, done) {
    await act(() => send("PATCH", "/quota", values), done);
    reset(); // shows the old values again if they were refused
  }
  function reset() {
    plan.value = shown.plan;
    input.checked = shown.rate_limit;
  }

  const element = card("Quota and rate limit", {},
    field("Requests an hour", plan), meters, rate, form);
  return {
    element,
    update({ quota, about }) {
      if (quota.plan !== shown.plan || quota.rate_limit !== shown.rate_limit) {
        shown = { plan: quota.plan, rate_limit: quota.rate_limit };
        reset();
      }
      const off = quota.plan === "off";
      form.hidden = off;
      if (!off) remaining.max = TOTALS[quota.plan];
      show(meters, [quota.plan, quota.open, about.user_id], () => {
        if (off) return make("li", { className: "empty" }, "Requests are not counted: choose a plan to try a quota.");
        if (!quota.open.length) return make("li", { className: "empty" }, "No request was counted in this hour.");
        return quota.open.map((one) => meter(one, about));
      });
      const own = [about.organization_id, null].map((organization_id) => ({ user_id: about.user_id, organization_id }));
      const all = [...own, ...quota.open.map(({ user_id, organization_id }) => ({ user_id, organization_id }))];
      const unique = new Map(all.map((one) => [JSON.stringify(one), quotaName(one, about)]));
      setOptions(which, [...unique], which.value || JSON.stringify(own[0]));
    },
  };
}

function quotaName({ user_id, organization_id }, about) {
  const where = organization_id === null ? "Routes under /me" : `Organization ${organization_id}`;
  return user_id === about.user_id ? where : `${where}, user ${user_id}`;
}

function meter(one, about) {
  const label = make("label", {}, quotaName(one, about), make("meter", {
    min: 0, max: one.total, low: one.total / 5, optimum: one.total, value: one.remaining,
  }));
  const minutes = Math.ceil(one.resets_in / 60);
  return make("li", {}, label,
    hint(`${one.remaining} of ${one.total} left, all available again in ${plural(minutes, "minute")}`));
}

// --- Add a fault ---

function addCard() {
  const preset = select([]);
  const operation = select([["", "all of them"]]);
  const times = select(TIMES, '{"count":1}');
  const error = make("p", { className: "error", id: "fault-error", role: "alert" });
  const text = make("textarea", { rows: 8, spellcheck: false, autocomplete: "off" });
  const faults = new Map();

  function compose() {
    const fault = { ...faults.get(preset.value), ...JSON.parse(times.value) };
    if (operation.value) fault.operation = operation.value;
    text.value = JSON.stringify(fault, null, 2);
    refuse("");
  }
  function refuse(reason) {
    error.textContent = reason;
    text.ariaInvalid = reason ? "true" : "false";
  }
  function insert(one) {
    try {
      const fault = JSON.parse(text.value || "{}");
      fault[one.name] ??= example(one);
      text.value = JSON.stringify(fault, null, 2);
      refuse("");
    } catch {
      refuse("The fault is not JSON yet: correct it, then add the field.");
    }
    text.focus();
  }
  async function submit(event) {
    event.preventDefault();
    try {
      const { id } = await send("POST", "/faults", text.value);
      refuse("");
      say(`Added ${id}.`);
    } catch (failure) {
      refuse(failure.message);
      text.focus();
    }
    await refresh();
  }

  for (const one of [preset, operation, times]) one.addEventListener("change", compose);
  const json = field("Fault as JSON", text);
  text.setAttribute("aria-describedby", error.id);
  const help = make("details", { className: "help" },
    make("summary", {}, "All fields of a fault"),
    make("dl", {}, FAULT_FIELDS.map((one) => [
      make("dt", {}, button(one.name, () => insert(one), { className: "small code", ariaLabel: `Add the field ${one.name}` }),
        " ", make("span", { className: "soft" }, kindOf(one))),
      make("dd", {}, marked(one.description)),
    ])));
  const form = make("form", { ariaLabel: "Add a fault", onsubmit: submit, noValidate: true },
    make("div", { className: "fields" },
      field("What goes wrong", preset), field("Which requests", operation), field("How often", times)),
    json, error, make("div", { className: "buttons" }, make("button", { className: "primary" }, "Add the fault")), help);
  get("/faults/presets").then((presets) => {
    const groups = new Map();
    for (const { name, group, fault } of presets) {
      faults.set(name, fault);
      groups.set(group, [...(groups.get(group) ?? []), make("option", { value: name }, name)]);
    }
    preset.replaceChildren(...[...groups].map(([label, options]) => make("optgroup", { label }, options)));
    if (!text.value) compose(); // someone may have written already
  }, (failure) => refuse(failure.message));
  return {
    element: card("Add a fault", { className: "add" }, form),
    update({ operations }) {
      setOptions(operation, [["", "all of them"], ...operations.map(({ name }) => name)]);
    },
  };
}

function kindOf({ type, values, range: [least, most], default: usual }) {
  const rule = least !== null && most !== null ? ` ${grouped(least)} to ${grouped(most)}` : least !== null ? ` from ${least}` : "";
  const allowed = values.length ? `${type === "object" ? " of" : ":"} ${values.join(", ")}` : "";
  return `${type}${rule}${allowed}${usual === null ? "" : `, default ${usual}`}`;
}

// A value of the right type, to be changed.
function example({ name, type, values, range: [least], default: usual }) {
  if (name === "drift") return { name: "null" };
  if (name === "path") return "/api/v9/**";
  if (type === "object") return {};
  if (values.length) return values.at(-1);
  if (type.startsWith("number") || type === "integer") return Math.max(least ?? 0, usual ?? 0, 1);
  return "";
}

// Text with `code` in it.
const marked = (text) => text.split("`").map((piece, index) => index % 2 ? code(piece) : piece);

// --- Faults that exist, and those that acted ---

function faultsCard() {
  const list = make("ul", { className: "list", tabIndex: -1, ariaLabel: "Active faults" });
  const clear = button("Remove all", () => act(() => send("DELETE", "/faults"), "Removed all faults."));
  return {
    element: card("Active faults", {}, list, make("div", { className: "buttons" }, clear)),
    update({ faults }) {
      clear.disabled = !faults.length;
      showList(list, faults, ({ id }) => id, faultItem, () =>
        make("li", { className: "empty" }, "None: all requests are answered normally."));
    },
  };
}

function faultItem({ id, fault, matched, fired, expires_at }) {
  const end = expires_at ? `, until ${day(expires_at)} ${time(expires_at)}` : "";
  const remove = button("Remove", () => act(
    () => send("DELETE", `/faults/${encodeURIComponent(id)}`), `Removed ${id}.`,
  ), { id: `remove-${id}`, ariaLabel: `Remove ${id}` });
  return make("li", { className: "fault" },
    make("div", {}, code(oneLine(fault)),
      make("p", {}, `${id}: fired on ${fired} of ${plural(matched, "matching request")}${end} · `,
        link(`#requests?fault=${encodeURIComponent(id)}`, "its requests"))),
    remove);
}

export const oneLine = (value) => JSON.stringify(value, null, 1).replace(/\n */g, " ");

function actedCard() {
  const list = make("ul", { className: "list lines", tabIndex: -1, ariaLabel: "Faults that fired" });
  let requests = null;
  return {
    element: card("Last faults that fired", {}, list),
    async update(overview, changed) {
      if (requests !== null && !changed.has("requests") && !changed.has("faults")) return;
      requests = overview.requests.total;
      const acted = await get("/faults/acted", { limit: 20 }).catch(() => null);
      if (acted === null) return; // the header shows that there is no connection
      showList(list, acted, (one) => one.request_id, (one) => make("li", {},
        moment(one.at), " ", badge(one.fault_id, "warn"), " ",
        link(`#requests/${one.request_id}`, `request ${one.request_id}`),
        make("div", {}, code(oneLine(one.fault), "soft"))),
      () => make("li", { className: "empty" }, "None yet."));
    },
  };
}

