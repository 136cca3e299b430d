"use strict";
// Everything here is a convenience: without it the same pages work as plain links and forms.
{
  const AFTER = 200;

  // A file that is chosen or dropped is looked into at once.
  const drop = document.querySelector("#drop");
  if (drop) {
    const file = drop.querySelector("#file");
    document.querySelector("#drop-hint").hidden = false;
    file.addEventListener("change", () => { if (file.files.length) drop.requestSubmit(); });
    for (const name of ["dragenter", "dragover"]) {
      drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
    }
    for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!event.dataTransfer.files.length) return;
      file.files = event.dataTransfer.files;
      drop.requestSubmit();
    });
  }

  // The letter beside the settings follows what is typed; only the newest answer is shown.
  const you = document.querySelector("#you");
  let waiting = null, asking = null;

  async function show() {
    if (asking) asking.abort();
    asking = new AbortController();
    const sent = new FormData(you);
    for (const name of ["resume", "mark"]) sent.delete(name);
    sent.set("do", "show");
    try {
      const answer = await fetch(you.dataset.letter, {
        method: "POST", headers: { "X-Form-Mark": you.dataset.mark }, signal: asking.signal, body: new URLSearchParams(sent),
      });
      if (!answer.ok) return;
      const found = await answer.json();
      // Made by the same templates as the page, with every text escaped there.
      document.querySelector("#letter").innerHTML = found.letter;
      for (const [attr, html] of Object.entries(found.notes)) {
        const line = document.querySelector(`#said-${attr}`);
        if (line && line.dataset.html !== html) { line.innerHTML = html; line.dataset.html = html; }
      }
      const parts = document.querySelector("#parts");
      if (!parts.contains(document.activeElement)) parts.innerHTML = found.parts;
      document.querySelector("#seen").value = found.seen;
    } catch (fault) {
      if (fault.name !== "AbortError") document.querySelector("#letter-said").textContent = "The letter can't be shown just now. What you typed is still here.";
    }
  }

  if (you) {
    document.querySelector("#show-letter").hidden = true;
    const soon = () => { clearTimeout(waiting); waiting = setTimeout(show, AFTER); };
    you.addEventListener("input", soon);
    you.addEventListener("change", soon);
  }

  // Words that mend a phrase go into their field.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take]");
    const field = button && you && document.getElementById(button.dataset.into);
    if (!field) return;
    event.preventDefault();
    field.value = button.dataset.take;
    field.focus();
    show();
  });

  // People: the list follows the words that are searched for, and the ticks are counted.
  const people = document.querySelector("#people");
  if (people) {
    const words = people.querySelector("#words"), count = people.querySelector("#ticked-count");
    const lines = [...people.querySelectorAll(".people > li")];
    const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    const texts = lines.map((line) => fold(line.textContent));
    words.addEventListener("input", () => {
      const wanted = fold(words.value).split(/\s+/).filter(Boolean);
      lines.forEach((line, at) => { line.hidden = !wanted.every((word) => texts[at].includes(word)); });
    });
    people.addEventListener("change", () => {
      count.textContent = `${people.querySelectorAll('[name="pick"]:checked, input[type="hidden"][name="pick"]').length} ticked`;
    });
  }
}
