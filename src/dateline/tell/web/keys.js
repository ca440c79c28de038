// Keys for reading: / j k o x e c m ?  Everything they do can be done without them.
(() => {
  "use strict";
  const lines = () => [...document.querySelectorAll(".fact-line")].filter((line) => line.offsetParent !== null);
  let at = -1;

  const go = (step) => {
    const all = lines();
    if (!all.length) return;
    all[at]?.classList.remove("current");
    at = Math.min(all.length - 1, Math.max(0, at + step));
    all[at].classList.add("current");
    all[at].setAttribute("tabindex", "-1");
    all[at].focus({ preventScroll: true });
    all[at].scrollIntoView({ block: "nearest" });
  };

  const current = () => lines()[at];
  const PLACES = [".from a:not(.rests)", ".outlet a", ".fact a", "a"]; // where a line leads, the characters before all
  const opens = (line) => line && PLACES.map((place) => line.querySelector(place)).find(Boolean);
  const plain = (node) => (node ? node.innerText.replace(/\s+/g, " ").trim() : "");

  const citation = (line) => {
    const said = plain(line.querySelector(".fact, .words") ?? line);
    const link = opens(line);
    return [said, plain(line.querySelector(".from, .outlet")), link ? link.href : location.href].filter(Boolean).join(" · ");
  };

  const tell = (text) => {
    const place = document.getElementById("told");
    if (place) place.textContent = text;
  };

  const copy = async () => {
    const chosen = [...document.querySelectorAll(".fact-line.chosen")];
    const from = chosen.length ? chosen : [current()].filter(Boolean);
    if (!from.length) return tell("Nothing is chosen: j and k move, x chooses.");
    try {
      await navigator.clipboard.writeText(from.map(citation).join("\n"));
      tell(from.length === 1 ? "Citation copied." : `${from.length} citations copied.`);
    } catch {
      tell("The browser does not let this page copy.");
    }
  };

  const correct = () => {
    const here = document.getElementById("correct");
    const rests = current()?.querySelector("a.rests");
    if (rests) location.href = `${rests.href.split("#")[0]}#correct`;
    else if (here) {
      here.open = true;
      here.querySelector("summary, input, button")?.focus();
    } else tell("Nothing can be corrected here: start with dateline serve --edit.");
  };

  const mark = () => {
    const form = (current() ?? document).querySelector("form.key") ?? document.querySelector(".head form.key");
    if (form) form.requestSubmit();
    else tell("No report to mark here, or the desk is open for reading only.");
  };

  const actions = {
    "/": () => document.getElementById("q")?.focus(),
    j: () => go(1),
    k: () => go(-1),
    o: () => opens(current())?.click(),
    x: () => current()?.classList.toggle("chosen"),
    e: correct,
    c: copy,
    m: mark,
    "?": () => {
      const help = document.getElementById("keys");
      if (help) help.open ? help.close() : help.showModal();
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  if (location.hash === "#correct") correct();
})();
