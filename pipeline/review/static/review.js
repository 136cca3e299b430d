"use strict";
// Everything here is a convenience: without it the same page works as plain links and forms.

const CHECK_AFTER = 150, LOOK_EVERY = 5;
const one = (selector) => document.querySelector(selector);
const { version, at, base, again } = document.body.dataset;
const editor = one("#editor");
let typed = editor !== null && "changed" in editor.dataset;
let leaving = false, ended = false;

function keysAreOn() {
  return localStorage.getItem("keys") !== "off";
}

function press(selector) {
  const found = one(selector);
  if (found && !found.disabled) found.click();
}

function openSkip() {
  const menu = one("#skip");
  if (!menu) return;
  menu.open = true;
  menu.querySelector("input[type=date]").focus();
}

const KEYS = {
  j: () => press("#go-following"),
  k: () => press("#go-previous"),
  n: () => press("#next"),
  e: () => press("#edit"),
  a: () => press("#approve"),
  s: openSkip,
  u: () => press("#undo"),
  w: () => press("#whys"),
  r: () => { const first = one("#record .button, .quick .button"); if (first) first.focus(); },
  "/": () => { const find = one("#find"); if (find) find.focus(); },
  "?": () => one("#help").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = editor || event.target.closest("form.cells, form.cellbox");
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (event.key === "Escape") {
    escape();
    return;
  }
  const writing = event.target.closest("input, textarea, select, dialog");
  if (writing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || one("#help").open || !keysAreOn()) return;
  const numbered = /^[0-9]$/.test(event.key) ? () => press(`[data-key="${event.key}"]`) : null;
  const act = KEYS[event.key] || numbered;
  if (!act) return;
  event.preventDefault();
  act();
});

function escape() {
  const menu = one(".menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (one("#leave") && !one("#help").open) {
    one("#leave").click();
  }
}

// The sentence as it will read, while its piece is typed.
for (const line of document.querySelectorAll("[data-reads]")) {
  const field = document.getElementById(line.dataset.reads);
  field.addEventListener("input", () => {
    const [before, after] = field.dataset.frame.split("{}"), text = field.value.trim();
    line.textContent = text ? before + text + after : `${before}…`;
  });
}
// What is typed into a form is not lost by a reload.
const forms = [...document.querySelectorAll("form.cells, form.cellbox")];
const writing = () => forms.some((form) => [...form.elements].some((f) => f.value !== f.defaultValue && "defaultValue" in f));
if (one("#cells")) {
  const first = one("#cells input:not([type=hidden]):not([name=on]), #cells textarea, #cells select");
  // Only then: going to the form's place in the page takes the focus away.
  if (first && !one("#alert")) window.addEventListener("load", () => setTimeout(() => first.focus(), 0));
}

// Checks while typing: the newest text is asked about, and only its answer is shown.
let waiting = null, asking = null;

async function check() {
  if (ended) return;
  if (asking) asking.abort();
  asking = new AbortController();
  const started = performance.now();
  try {
    const answer = await fetch(editor.dataset.check, {
      method: "POST", headers: { "X-Form-Mark": editor.dataset.mark }, signal: asking.signal,
      body: new URLSearchParams({ subject: one("#subject").value, body: one("#body").value }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const found = await answer.json();
    // Made by the same template as the page, with every text escaped there.
    one("#checks").innerHTML = found.html;
    if (one("#check-said").textContent !== found.said) one("#check-said").textContent = found.said;
    editor.dataset.took = String(performance.now() - started);
  } catch (fault) {
    if (fault.name !== "AbortError") tell(`The checks can't be reached. Your text is still here: copy it, and open the window again: ${again}`);
  }
}

if (editor) {
  editor.addEventListener("input", () => {
    typed = true;
    clearTimeout(waiting);
    waiting = setTimeout(check, CHECK_AFTER);
  });
  editor.addEventListener("submit", () => { leaving = true; });
  one("#leave").addEventListener("click", (event) => {
    if (typed && !confirm("Leave without saving your changes?")) event.preventDefault();
    else leaving = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (typed && !leaving) event.preventDefault();
  });
  const body = one("#body");
  body.setSelectionRange(0, 0);
  if (typed) check();
}

// A letter or workbook that changed elsewhere is shown anew, unless something is being written here.
function tell(sentence) {
  const line = one("#changed");
  line.hidden = false;
  line.textContent = sentence;
}

let moved = "", gone = 0;

async function look(seen = "") {
  if (leaving || ended) return;
  try {
    const answer = await fetch(`${base}/state?at=${encodeURIComponent(at)}&seen=${seen}`);
    if (!answer.ok) return;
    const now = await answer.json();
    // Meanwhile a form went off, or a link was followed: a reload would break that off.
    if (leaving) return;
    // A program that saves takes the file away for a moment.
    gone = now.version === "gone" ? gone + 1 : 0;
    moved = gone === 1 ? "" : String(now.moved);
    if (gone === 1) return;
    if (now.version && version && now.version !== version) changed();
  } catch {
    if (leaving) return;
    // Whoever listens on this port now is not the review: nothing more is said to it.
    ended = true;
    tell(`The window has ended here. To go on: ${again}`);
  }
}

function changed() {
  // An answer to a form is shown again only by sending that form again.
  if (editor || "answer" in document.body.dataset || one(".menu[open]") || one("#help").open || writing()) {
    tell("Something changed elsewhere. What you save or decide is compared with it first.");
    return;
  }
  sessionStorage.setItem("said", "Something changed elsewhere: this is how it is now.");
  leaving = true;
  location.reload();
}

// Every second whether the system told of a change; now and then without being told, as some drives tell nothing. In the
// background once a minute, so that the window knows that it is still open.
let seconds = 0;
setInterval(() => {
  seconds += 1;
  if (document.visibilityState === "visible") look(seconds % LOOK_EVERY ? moved : "");
  else if (seconds % 60 === 0) look(moved);
}, 1000);
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") look(); });
// Once a form is on its way, or a link was followed, the page that it leads to says what changed.
window.addEventListener("beforeunload", () => {
  const before = leaving;
  leaving = true;
  setTimeout(() => { leaving = before; }, 15000);
});
window.addEventListener("pagehide", () => {
  if (!ended) navigator.sendBeacon(`${base}/leaving`, new URLSearchParams({ mark: document.body.dataset.leaving }));
});

const kept = sessionStorage.getItem("said");
if (kept) {
  sessionStorage.removeItem("said");
  tell(kept);
}
if (new URLSearchParams(location.search).has("said")) history.replaceState(null, "", location.pathname);

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(one(`#${button.dataset.copy}`).textContent);
    const label = button.textContent;
    button.textContent = "Copied";
    one("#copied").textContent = "Copied.";
    setTimeout(() => { button.textContent = label; }, 1500);
  });
}

const printing = one("#print");
if (printing) {
  printing.hidden = false;
  printing.addEventListener("click", () => window.print());
}

one("#keys").hidden = false;
// A day typed beside the buttons goes along to the form that one of them opens.
document.querySelectorAll("form.outcomes").forEach((form) => form.addEventListener("click", (event) => {
  const link = event.target.closest("a"), day = form.elements.on;
  if (!link || day.value === day.defaultValue) return;
  const to = new URL(link.href);
  to.searchParams.set("on", day.value);
  link.href = to;
}));

one("#ask-help").addEventListener("click", KEYS["?"]);
const switched = one("#keys-on");
switched.checked = keysAreOn();
switched.addEventListener("change", () => localStorage.setItem("keys", switched.checked ? "on" : "off"));

const list = one("#list"), here = one('#list [aria-current="page"]');
if (list && here) {
  list.scrollTop = Number(sessionStorage.getItem("scroll") || 0);
  if (list.scrollHeight > list.clientHeight) here.scrollIntoView({ block: "nearest" });
  window.addEventListener("pagehide", () => sessionStorage.setItem("scroll", String(list.scrollTop)));
}
const alertLine = one("#alert");
if (alertLine) alertLine.focus();
