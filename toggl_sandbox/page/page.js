// The shell of the page: the header, the navigation by the hash, and the section that is open.

import { overview, refresh, send, startPolling, togglePause, watch } from "./control.js";
import { openDialog, say, show } from "./elements.js";
import * as connect from "./connect.js";
import * as requests from "./requests.js";
import * as trouble from "./trouble.js";
import * as tryIt from "./try.js";
import * as world from "./world.js";

const SECTIONS = { requests, world, trouble, try: tryIt, connect };
const byId = (id) => document.getElementById(id);

// A section exports `title` and `open(container)`, which returns {go, update}: `go(path, parameters)` is called with
// what the hash says, such as ["track_tasks", "5"], and `update(overview, changed)` after each poll.
let section = null;
let view = null;

function readHash() {
  const [path, query = ""] = location.hash.slice(1).split(/\?(.*)/s);
  const [name, ...rest] = path.split("/").map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
  const parameters = Object.fromEntries(new URLSearchParams(query));
  return Object.hasOwn(SECTIONS, name) ? { name, rest, parameters } : { name: "requests", rest: [], parameters: {} };
}

function navigate() {
  const { name, rest, parameters } = readHash();
  const main = byId("main");
  if (name !== section) {
    const first = section === null;
    section = name;
    document.title = `${SECTIONS[name].title} · Toggl sandbox`;
    for (const one of byId("sections").querySelectorAll("a")) {
      one.ariaCurrent = one.hash === `#${name}` ? "page" : null;
    }
    main.replaceChildren();
    main.className = name;
    view = SECTIONS[name].open(main);
    if (!first) {
      scrollTo(0, 0);
      main.focus({ preventScroll: true });
    }
    view.update(overview(), new Set(Object.keys(overview())));
  }
  view.go(rest, parameters);
}

function update(now, changed, state) {
  const live = byId("live");
  const text = { live: "Live", paused: "Paused", offline: "No connection" }[state];
  if (live.textContent !== text) live.textContent = text; // a screen reader reads it out whenever it is set
  live.className = `live ${{ live: "on", paused: "", offline: "off" }[state]}`;
  if (now === null || state === "offline") return;
  if (view === null) navigate();
  show(byId("version"), [now.version, now.about.seed], ([version, seed]) => `version ${version} · seed ${seed}`);
  if (changed.size) view.update(now, changed);
}

function confirmReset() {
  openDialog({
    title: "Reset the sandbox?",
    text: "Tasks, clock, plan, quota, faults and the request log return to their state at the start.",
    confirm: "Reset",
    danger: true,
    submit: async () => {
      await send("POST", "/reset");
      say("The sandbox was reset.");
      await refresh();
      navigate();
    },
  });
}

byId("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the hash is for the sections
  byId("main").focus();
});
byId("pause").addEventListener("click", () => {
  byId("pause").ariaPressed = String(togglePause());
});
byId("reset").addEventListener("click", confirmReset);
addEventListener("hashchange", () => overview() && navigate());
watch(update); // the first overview opens the section
startPolling();
