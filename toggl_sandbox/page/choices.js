// Choices among the entities of a kind: the first ones, and where there are more, a field that searches all of them.

import { get } from "./control.js";
import { button, checkbox, field, hint, make, select, setOptions } from "./elements.js";

const MANY = 200; // choices that are offered at once
const WAIT = 250; // milliseconds from the last key to the search

// A search field that is there when it is needed, and calls `load`. `find` returns {items, total}, null if outdated.
function finder(kind, label, load) {
  const input = make("input", { type: "search", placeholder: "Name or id", autocomplete: "off" });
  const count = hint();
  count.role = "status";
  const element = make("div", { className: "finder" });
  let timer;
  let token;
  input.addEventListener("input", (event) => {
    event.stopPropagation(); // a filter of a list applies what is chosen, not what is searched
    clearTimeout(timer);
    timer = setTimeout(load, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // would submit the form
    clearTimeout(timer);
    load();
  });
  return {
    element,
    async find(parameters) {
      const mine = (token = {});
      const search = input.value.trim();
      const found = await get(`/world/${kind}`, { sort: "name", per_page: MANY, ...parameters, search });
      if (token !== mine) return null;
      const isNeeded = found.total > MANY || search !== "";
      if (!isNeeded) {
        if (!element.contains(document.activeElement)) element.replaceChildren();
      } else if (!element.firstChild) {
        element.append(field(`Search: ${label}`, input), count);
      }
      const text = found.total > MANY ? `The first ${MANY} of ${found.total.toLocaleString("en")} are listed.` : `${found.total} found.`;
      if (count.textContent !== text) count.textContent = text;
      return found;
    },
  };
}

// A select of entities. `load(parameters, value)` offers those that match; `value()` is the id that remains chosen.
export function entitySelect(kind, label, { none, text = (item) => item.name.slice(0, 100), help } = {}) {
  const control = select(none === undefined ? [] : [["", none]]);
  const items = new Map(); // by id, as text
  let last = [{}, () => control.value];
  const search = finder(kind, label, () => load(last[0], () => control.value).catch(() => {}));

  async function load(parameters = {}, value = () => control.value) {
    last = [parameters, value];
    const found = await search.find(parameters);
    if (found === null) return;
    for (const item of found.items) items.set(String(item.id), item);
    const chosen = value() || (none === undefined ? String(found.items[0]?.id ?? "") : "");
    if (chosen && !items.has(chosen)) {
      const { item } = await get(`/world/${kind}/${chosen}`).catch(() => ({ item: { id: chosen, name: chosen } }));
      items.set(chosen, item);
    }
    const ids = found.items.map(({ id }) => String(id));
    if (chosen && !ids.includes(chosen)) ids.push(chosen);
    const options = ids.map((id) => [id, text(items.get(id))]);
    setOptions(control, none === undefined ? options : [["", none], ...options], chosen);
  }

  return {
    control,
    element: make("div", { className: "choices" }, field(label, control, help), search.element),
    load,
    chosen: () => items.get(control.value),
  };
}

// Boxes to check entities. What is checked remains listed; `checked()` has the ids, also of entities that are not listed.
export async function entityChecks(kind, label, parameters, value) {
  const boxes = new Map(); // by id
  const list = make("div", { className: "boxes" });
  const search = finder(kind, label, () => load().catch(() => {}));
  const isChecked = (box) => box.querySelector("input").checked;
  const clear = button("Uncheck all", () => {
    for (const box of boxes.values()) box.querySelector("input").checked = false;
  }, { className: "small" });

  async function load() {
    const found = await search.find(parameters);
    if (found === null) return;
    for (const { id, name } of found.items) {
      if (!boxes.has(id)) boxes.set(id, checkbox(name.slice(0, 100), value.includes(id)));
    }
    const ids = new Set(found.items.map(({ id }) => id));
    list.replaceChildren(...[...boxes].filter(([id, box]) => ids.has(id) || isChecked(box)).map(([, box]) => box));
  }

  await load();
  return {
    element: boxes.size ? make("fieldset", {}, make("legend", {}, label), search.element, list, clear) : "",
    checked: () => [
      ...[...boxes].filter(([, box]) => isChecked(box)).map(([id]) => id), ...value.filter((id) => !boxes.has(id))],
  };
}
