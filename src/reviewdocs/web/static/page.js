"use strict";
// Progressive enhancement alone: every page works without this.

for (const line of document.querySelectorAll("[data-job]")) {
  const bar = document.querySelector("progress");
  const ask = async () => {
    const answer = await fetch(line.dataset.job).catch(() => null);
    if (!answer || !answer.ok) return location.reload();
    const job = await answer.json();
    if (job.state !== "running") return location.reload();
    if (job.total) {
      line.textContent = `At work: ${job.number} of ${job.total} …`;
      bar.max = job.total;
      bar.value = job.number;
    }
    setTimeout(ask, 700);
  };
  setTimeout(ask, 700);
}

for (const link of document.querySelectorAll("[data-back]")) {
  if (history.length > 1) link.addEventListener("click", (event) => { event.preventDefault(); history.back(); });
}

for (const form of document.querySelectorAll("form.drop")) {
  const field = form.querySelector("input[type=file]");
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    field.files = event.dataTransfer.files;
  });
}

// What is too large is told before it is sent; the server refuses it all the same.
for (const field of document.querySelectorAll("input[type=file]")) {
  const told = Object.assign(document.createElement("p"), { className: "bad" });
  told.setAttribute("role", "alert");
  field.after(told);
  field.form.addEventListener("submit", (event) => {
    const bytes = [...field.files].reduce((sum, file) => sum + file.size, 0);
    const large = bytes > Number(document.body.dataset.most);
    told.textContent = large ? `This is more than ${Math.floor(document.body.dataset.most / 1e6)} MB, and was not sent. Send several files one by one; of one that is too large compress the pictures in Word, or split it.` : "";
    if (large) event.preventDefault();
  });
}

// One key settles a place, only while the focus is within it and in no field.
for (const list of document.querySelectorAll("[data-keys]")) {
  for (const hint of document.querySelectorAll(".keys")) hint.hidden = false;
  for (const button of list.querySelectorAll("button[data-key]")) {
    const key = document.createElement("kbd");
    key.textContent = button.dataset.key;
    key.setAttribute("aria-hidden", "true");
    button.prepend(key);
    button.setAttribute("aria-keyshortcuts", button.dataset.key);
  }
  const places = [...list.querySelectorAll("article")];
  const open = (place) => place && !place.classList.contains("done");
  const first = document.getElementById(location.hash.slice(1)) || places.find(open);
  if (first && places.includes(first)) first.focus();
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), select, textarea")) return;
    const place = event.target.closest("article");
    if (!place) return;
    if (event.key === "n" || event.key === "p") {
      const next = places[places.indexOf(place) + (event.key === "n" ? 1 : -1)];
      if (next) next.focus();
    } else {
      const wanted = place.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!wanted) return;
      wanted.click();
    }
    event.preventDefault();
  });
}
