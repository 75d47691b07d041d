"use strict";
// The review screen. The page holds all text and findings; this moves the focus, classes and the one form, and sends
// what is decided without loading the page anew.

const bench = document.querySelector("[data-bench]");
const form = document.getElementById("decide");
if (bench) {
  const said = document.getElementById("said-now");
  const entries = [...bench.querySelectorAll(".find")];
  const filters = bench.querySelector(".filters");
  const secret = document.body.dataset.secret;
  const undoable = [];
  let known = Number(bench.dataset.known), current = null, place = null, pending = "", busy = false;

  const spotsOf = (entry) => [...entry.querySelectorAll(".spots > li")];
  const numberOf = (element) => Number(element.id.slice(2));
  const isTold = (spot) => spot.classList.contains("told");
  const tell = (text, bad) => { said.textContent = text; said.classList.toggle("bad", Boolean(bad)); };
  const field = (name) => form.elements[name];
  const button = (action) => form.querySelector(`button[value="${action}"]:not([data-see])`);

  const point = (spot, scroll) => {
    if (place) {
      place.classList.remove("at");
      document.getElementById(`m-${numberOf(place)}`)?.classList.remove("at");
    }
    place = spot;
    place.classList.add("at");
    const mark = document.getElementById(`m-${numberOf(place)}`);
    if (mark) {
      mark.classList.add("at");
      if (scroll && getComputedStyle(mark.closest(".paper")).overflowY !== "visible") mark.scrollIntoView({ block: "center" });
    }
    if (form) {
      field("place").value = numberOf(place);
      field("finding").value = place.dataset.finding;
      permit();
    }
  };

  // Which buttons there are: what may be decided of this place, or of all of them.
  const permit = () => {
    const here = field("scope").value === "here";
    const ofKind = field("scope").value === "kind";
    const may = (here ? place : current).dataset.may.split(" ").filter((action) => !ofKind || ["accept", "not-identifying"].includes(action));
    const spots = here ? [place] : spotsOf(current);
    for (const each of form.querySelectorAll("button[name=action]:not([data-see])")) {
      const able = each.value === "withdraw" ? spots.some(isTold) : each.value === "confirm" ? "earlier" in place.dataset && !isTold(place) : may.includes(each.value);
      each.hidden = !able;
    }
    field("words").closest(".line").hidden = !may.includes("replace-with");
    form.querySelector("[data-see]").hidden = true;
    if (field("map")) field("map").closest(".line").hidden = !may.includes("add-to-map");
    field("reason").closest(".line").hidden = !may.some(Boolean);
    form.querySelector(".scope").hidden = !may.some(Boolean);
  };

  const open = (entry, focus = true) => {
    if (!entry) return;
    current?.classList.remove("current");
    current?.removeAttribute("aria-current");
    current = entry;
    current.classList.add("current");
    current.setAttribute("aria-current", "true");
    const spots = spotsOf(entry), left = spots.filter((spot) => !isTold(spot));
    if (form) {
      entry.querySelector(".more").append(form);
      const several = spots.length > 1, freely = "freely" in entry.dataset;
      field("entry").value = numberOf(entry);
      for (const name of ["reason", "words"]) field(name).value = "";
      if (field("map")) field("map").value = "";
      form.querySelector(".preview").replaceChildren();
      form.querySelector("[data-count]").textContent = left.length || spots.length;
      document.getElementById("all").closest(".choice").hidden = !several;
      document.getElementById("everywhere").closest(".choice").hidden = !freely;
      const alike = freely ? entries.filter((one) => one.dataset.rule === entry.dataset.rule && "freely" in one.dataset).flatMap(spotsOf).filter((spot) => !isTold(spot)) : [];
      form.querySelector("[data-kinds]").textContent = alike.length;
      document.getElementById("kind").closest(".choice").hidden = alike.length < 2 || alike.length === left.length;
      document.getElementById(several && freely ? "all" : "here").checked = true;
      intend("");
    }
    point(left[0] || spots[0], focus);
    if (!focus) return;
    entry.focus({ preventScroll: true });
    entry.scrollIntoView({ block: "nearest" });
  };

  const shown = () => entries.filter((entry) => !entry.hidden);
  const step = (by, wanted) => {
    const all = shown().filter((entry) => entry === current || wanted(entry));
    const at = all.indexOf(current);
    const next = all[(at + by + all.length) % all.length];
    if (next && next !== current) open(next);
    else tell(wanted === isOpen ? "No other one is open." : "There is no other one.");
  };
  const isOpen = (entry) => !entry.classList.contains("done");

  const intend = (action) => {
    pending = action;
    const chosen = action && button(action);
    form.querySelector("[data-pending]").textContent = chosen ? `– then Enter: ${chosen.dataset.label}` : "";
  };

  const send = async (path, action, more = {}) => {
    const data = new FormData(form);
    data.set("action", action);
    data.set("known", known);
    for (const [name, values] of Object.entries(more)) { data.delete(name); for (const value of [].concat(values)) data.append(name, value); }
    const answer = await fetch(path, { method: "POST", body: data, headers: { "x-csrf": secret } }).catch(() => null);
    if (!answer) return { error: "reviewdocs does not answer: it was stopped. Nothing was recorded." };
    if ((answer.headers.get("content-type") || "").includes("json")) return answer.json();
    return { error: "This was not recorded. Load the page again." };
  };

  const apply = (news) => {
    for (const change of news.changed) {
      const spot = document.getElementById(`p-${change.place}`);
      spot.classList.toggle("told", Boolean(change.told));
      spot.querySelector("span.told").textContent = change.told;
      spot.querySelector(".standing").textContent = change.standing;
      document.getElementById(`m-${change.place}`)?.classList.toggle("told", Boolean(change.told));
      const entry = spot.closest(".find");
      entry.classList.toggle("done", spotsOf(entry).every(isTold));
    }
    known = news.known;
    bench.dataset.known = known;
    if (news.all === undefined) return;
    document.querySelector("[data-decided]").textContent = `${news.decided} of ${news.all} decided`;
    document.getElementById("done").value = news.decided;
    const looked = document.querySelector("[data-looked]");
    if (looked) looked.textContent = `${news.looked} of ${news.pictures} picture${news.pictures === 1 ? "" : "s"} looked at`;
    document.querySelector("[data-headline]").textContent = news.headline;
    document.querySelector("[data-summary]").textContent = news.summary;
    const box = document.getElementById("verdict");
    box.classList.toggle("good", news.verdict.startsWith("ready"));
    box.classList.toggle("bad", !news.verdict.startsWith("ready"));
  };

  const record = async (action, more) => {
    if (busy) return;
    busy = true;
    const from = current, reason = field("reason").value.trim();
    const answer = await send(bench.dataset.bench, action, more);
    busy = false;
    if (answer.error) {
      tell(answer.error, true);
      if (action === "remove") field("words").focus();  // what the answer asks for
      return;
    }
    apply(answer);
    tell([answer.said, ...answer.sentences.slice(0, 1).map((sentence) => `It will read: “${sentence}”`)].join(" "));
    if (action === "withdraw") return open(from);
    undoable.push({ entry: from, places: answer.undo });
    if (reason) remember(reason);
    if (isOpen(from)) open(from);
    else if (shown().some(isOpen)) step(1, isOpen);
    else { open(from); tell(`${said.textContent} Nothing is open any more in what is shown.`); }
  };

  const remember = (reason) => {
    const list = form.querySelector(".phrases");
    const there = [...list.querySelectorAll("button")].some((one) => one.dataset.label === reason);
    if (there || list.children.length >= 9) return;
    const item = document.createElement("li"), one = document.createElement("button");
    one.type = "button";
    one.className = "quiet";
    one.dataset.phrase = "";
    one.dataset.key = list.children.length + 1;
    one.textContent = reason;
    item.append(one);
    list.append(item);
    list.hidden = false;
    label(one);
  };

  const act = (action) => {
    const chosen = button(action);
    if (action === "withdraw" && !(chosen && !chosen.hidden)) return takeBack();
    if (!chosen || chosen.hidden) return tell("This cannot be decided so.", true);
    intend(action);
    if (action === "replace-with" && !field("words").value.trim()) return field("words").focus();
    if (action === "add-to-map" && !field("map").value) return field("map").focus();
    if (!["withdraw", "looked-at", "confirm"].includes(action) && !field("reason").value.trim()) {
      if (action === "remove") preview();
      return field("reason").focus();
    }
    return record(action);
  };

  const takeBack = () => {
    const last = undoable.pop();
    if (!last) return tell("Nothing was decided here yet.");
    open(last.entry);
    return record("withdraw", { scope: "these", these: last.places, place: last.places[0], finding: document.getElementById(`p-${last.places[0]}`).dataset.finding });
  };

  let waiting = 0;
  const preview = () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const box = form.querySelector(".preview"), action = pending === "remove" ? "remove" : "replace-with";
      if (action === "replace-with" && !field("words").value.trim()) return box.replaceChildren();
      const answer = await send(`${bench.dataset.bench}/preview`, action);
      const lines = answer.error ? [answer.error] : [...answer.sentences.map((s) => `It will read: “${s}”`), ...(answer.more ? [`and ${answer.more} more`] : [])];
      box.replaceChildren(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
    }, 150);
  };

  const label = (one) => {
    one.dataset.label = one.textContent;
    if (!("single" in bench.dataset)) return;
    const key = Object.assign(document.createElement("kbd"), { textContent: one.dataset.key });
    key.setAttribute("aria-hidden", "true");
    one.prepend(key);
    one.setAttribute("aria-keyshortcuts", one.dataset.key);
  };

  const filter = () => {
    const wanted = Object.fromEntries(new FormData(filters));
    for (const entry of entries) {
      const is = { open: isOpen(entry), decided: !isOpen(entry), new: "new" in entry.dataset };
      entry.hidden = Boolean((wanted.severity && entry.dataset.severity !== wanted.severity) || (wanted.rule && entry.dataset.rule !== wanted.rule) || (wanted.state && !is[wanted.state]));
    }
    const left = shown();
    tell(`${left.length} shown.`);
    if (left.length && current?.hidden) open(left[0], false);
  };

  const elsewhere = async () => {
    if (document.hidden || busy) return;
    const answer = await fetch(`${bench.dataset.bench}/state?known=${known}`).catch(() => null);
    if (!answer || !answer.ok || busy) return;
    const news = await answer.json();
    if (news.known === known) return;
    apply(news);
    if (news.changed.length) tell(`Decided elsewhere meanwhile: ${news.changed.length} place${news.changed.length === 1 ? "" : "s"}.`);
    if (form) permit();
  };

  const KEYS = { a: "accept", i: "not-identifying", l: "looked-at", r: "replace-with", x: "remove", m: "add-to-map", c: "confirm", u: "withdraw" };
  const MOVES = {
    n: () => step(1, isOpen), p: () => step(-1, isOpen), j: () => step(1, () => true), k: () => step(-1, () => true),
    ".": () => turn(1), ",": () => turn(-1),
  };
  const turn = (by) => {
    const spots = spotsOf(current);
    point(spots[(spots.indexOf(place) + by + spots.length) % spots.length], true);
    place.scrollIntoView({ block: "nearest" });
  };
  const widen = () => {
    const radios = [...form.querySelectorAll("[name=scope]")].filter((radio) => !radio.closest(".choice").hidden);
    const next = radios[(radios.findIndex((radio) => radio.checked) + 1) % radios.length];
    next.checked = true;
    permit();
    tell(`This holds for: ${next.labels[0].textContent}`);
  };

  bench.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input:not([type=radio]), select, textarea");
    if (event.key === "Escape" && form?.contains(event.target)) { current.focus({ preventScroll: true }); return event.preventDefault(); }
    if (typing && event.key === "Enter" && form?.contains(event.target)) {
      event.preventDefault();
      const action = event.target === field("words") ? "replace-with" : event.target === field("map") ? "add-to-map" : pending;
      return action ? act(action) : tell("Choose first what is to become of it.", true);
    }
    if (!("single" in bench.dataset)) return;
    const choosing = pending && event.target === form?.elements.reason && !event.target.value && /^[1-9]$/.test(event.key);
    if (typing && !choosing) return;
    if (choosing) {
      const phrase = form.querySelectorAll("[data-phrase]")[event.key - 1];
      if (phrase) { phrase.click(); event.preventDefault(); }
      return;
    }
    if (MOVES[event.key] && current) MOVES[event.key]();
    else if (!form) return;
    else if (KEYS[event.key]) act(KEYS[event.key]);
    else if (event.key === "e") widen();
    else if (event.key === "w") field("reason").focus();
    else if (/^[1-9]$/.test(event.key)) { const phrase = form.querySelectorAll("[data-phrase]")[event.key - 1]; if (!phrase) return; phrase.click(); }
    else return;
    event.preventDefault();
  });

  bench.addEventListener("click", (event) => {
    const mark = event.target.closest(".paper mark"), title = event.target.closest(".find h3 a"), spot = event.target.closest(".spots a");
    if (mark) { const there = document.getElementById(`p-${numberOf(mark)}`); open(there.closest(".find")); point(there, false); }
    else if (title) { event.preventDefault(); open(title.closest(".find")); }
    else if (spot) { event.preventDefault(); point(spot.closest("li"), true); }
  });

  if (form) {
    for (const one of form.querySelectorAll("button[data-key]")) label(one);
    form.querySelector(".phrases").hidden = !form.querySelector("[data-phrase]");
    field("reason").removeAttribute("list");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.submitter && "see" in event.submitter.dataset) preview();
      else if (event.submitter) act(event.submitter.value);
    });
    form.addEventListener("change", (event) => { if (event.target.name === "scope") permit(); });
    field("words").addEventListener("input", () => { intend("replace-with"); preview(); });
    form.addEventListener("click", (event) => {
      const phrase = event.target.closest("[data-phrase]");
      if (!phrase) return;
      field("reason").value = phrase.dataset.label;
      if (pending) return act(pending);
      tell(`The reason: ${phrase.dataset.label} Now choose what is to become of it.`);
    });
  }
  for (const hint of document.querySelectorAll(".keys")) hint.hidden = false;
  filters.querySelector("button").hidden = true;
  filters.addEventListener("change", filter);
  filters.addEventListener("submit", (event) => { event.preventDefault(); filter(); });
  setInterval(elsewhere, 5000);
  document.addEventListener("visibilitychange", elsewhere);
  window.addEventListener("focus", elsewhere);
  open(document.querySelector(".find.current"), Boolean(form));
  if (!form) document.getElementById("by")?.focus();
}
