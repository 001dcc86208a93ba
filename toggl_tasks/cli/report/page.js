"use strict";
const texts = new Intl.Collator(undefined, { numeric: true });
const keyOf = (cell) => (cell.classList.contains("number") ? cell.dataset.value ?? "" : cell.textContent);
const compare = (one, other) => (typeof one === "number" ? one - other : texts.compare(one, other));

for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    const numeric = head.classList.contains("number");
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const descending = now ? now === "ascending" : numeric;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const known = [];
      const unknown = [];
      for (const row of body.rows) {
        const key = keyOf(row.cells[column]);
        if (key === "") unknown.push(row);
        else known.push([numeric ? Number(key) : key, row]);
      }
      known.sort(([one], [other]) => (descending ? compare(other, one) : compare(one, other)));
      const sorted = document.createDocumentFragment();
      for (const [, row] of known) sorted.append(row);
      for (const row of unknown) sorted.append(row);
      body.append(sorted);
    });
  });
}
