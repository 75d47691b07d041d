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
