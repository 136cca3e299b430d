"use strict";
// Without this the pages work as well: they are loaded anew every other second, or by hand.

const run = document.querySelector("#run");
let opened = false;

async function follow() {
  try {
    const answer = await fetch(run.dataset.from);
    if (!answer.ok) throw new Error(String(answer.status));
    // Made by the same template as the page, with every text escaped there.
    run.innerHTML = await answer.text();
    if (run.querySelector("[data-over=yes]")) {
      leaving = true;
      location.reload();
      return;
    }
    const said = run.querySelector(".send-progress label").textContent;
    const line = document.querySelector("#run-said");
    if (line.textContent !== said) line.textContent = said;
  } catch {
    // Busy for a moment, or ended: which it is review.js finds out, and says.
  }
  if (!ended) setTimeout(follow, 1000);
}
if (run) setTimeout(follow, 1000);

// A second click sends no second form.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.once === "sent") event.preventDefault();
    form.dataset.once = "sent";
    leaving = true;
  });
}

// What was opened in another tab is asked about when one comes back to this one.
for (const form of document.querySelectorAll('form[target="_blank"]')) {
  form.addEventListener("submit", () => { opened = leaving = true; });
}
document.addEventListener("visibilitychange", () => {
  if (!opened || document.visibilityState !== "visible") return;
  location.hash = "opened";
  location.reload();
});
