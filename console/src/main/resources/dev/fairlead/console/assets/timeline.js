// The steps of a session, of which only those near the window are in the page: the others are asked for as one comes
// to them, and let go as one leaves. What is let go keeps its height, so nothing jumps.
"use strict";
(() => {
  const timeline = document.getElementById("timeline");
  if (!timeline) return;
  const chunk = Number(timeline.dataset.chunk);
  let events = Number(timeline.dataset.events);
  const GUESS = 58 * chunk;
  const chunks = new Map();
  const lit = new Set();
  const map = document.querySelector(".map");
  const view = map.querySelector(".view");

  const make = from => {
    const section = document.createElement("section");
    section.className = "chunk";
    section.dataset.from = from;
    section.style.height = GUESS + "px";
    chunks.set(from, {section, state: "away"});
    return section;
  };

  const given = timeline.querySelector(".chunk");
  const givenFrom = Number(given.dataset.from);
  chunks.set(givenFrom, {section: given, state: "here"});
  const before = document.createDocumentFragment();
  for (let from = 0; from < givenFrom; from += chunk) before.append(make(from));
  const after = document.createDocumentFragment();
  for (let from = givenFrom + chunk; from < events; from += chunk) after.append(make(from));
  given.before(before);
  timeline.append(after);

  // Markup comes from our own server, which has escaped it.
  const put = (entry, markup) => {
    const section = entry.section;
    const above = section.getBoundingClientRect().bottom < 0;
    const old = section.offsetHeight;
    section.innerHTML = markup;
    section.style.height = "";
    entry.state = "here";
    htmx.process(section);
    fairlead.tellTimes(section);
    light(section);
    if (above && !CSS.supports("overflow-anchor", "auto")) scrollBy(0, section.offsetHeight - old);
  };

  const load = entry => {
    if (entry.state !== "away") return entry.loading || Promise.resolve();
    entry.state = "coming";
    const address = timeline.dataset.steps.replace(/from=0$/, "from=" + entry.section.dataset.from);
    entry.loading = fetch(address, {headers: {"HX-Request": "true"}})
      .then(answer => { if (!answer.ok) throw new Error(answer.status); return answer.text(); })
      .then(markup => put(entry, markup))
      .catch(() => { entry.state = "away"; })
      .finally(() => { entry.loading = null; });
    return entry.loading;
  };

  const letGo = entry => {
    if (entry.state !== "here" || entry.section.contains(document.activeElement)) return;
    entry.section.style.height = entry.section.offsetHeight + "px";
    entry.section.replaceChildren();
    entry.state = "away";
  };

  const near = new IntersectionObserver(seen => {
    for (const each of seen) if (each.isIntersecting) load(chunks.get(Number(each.target.dataset.from)));
  }, {rootMargin: "1200px 0px"});
  const far = new IntersectionObserver(seen => {
    for (const each of seen) if (!each.isIntersecting) letGo(chunks.get(Number(each.target.dataset.from)));
  }, {rootMargin: "6000px 0px"});
  for (const {section} of chunks.values()) { near.observe(section); far.observe(section); }

  // The evidence of one finding is lit up wherever it comes into view.
  const light = root => {
    for (const step of root.querySelectorAll("[data-evidence]")) {
      step.classList.toggle("lit", step.dataset.evidence.split(" ").some(each => lit.has(each)));
    }
    for (const button of root.querySelectorAll("[data-light]")) button.setAttribute("aria-pressed", lit.has(button.dataset.light));
  };
  const lightOnly = anchor => { lit.clear(); if (anchor) lit.add(anchor); light(document); };

  const jump = async (sequence, anchor) => {
    const entry = chunks.get(Math.floor(sequence / chunk) * chunk);
    if (!entry) return;
    entry.section.scrollIntoView();
    await load(entry);
    const find = () => document.getElementById(anchor || "s" + sequence) || document.getElementById("s" + sequence);
    let target = find();
    if (!target && sequence >= chunk) {
      // An answer stands with its call, which may be in the stretch before.
      await load(chunks.get(Math.floor(sequence / chunk - 1) * chunk));
      target = find();
    }
    if (!target) target = closest(entry.section, sequence);
    if (!target) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView({block: "center"});
    requestAnimationFrame(() => target.scrollIntoView({block: "center"}));
    for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
    target.classList.add("here");
    target.tabIndex = -1;
    target.focus({preventScroll: true});
  };

  const closest = (section, sequence) => {
    let found = null;
    for (const step of section.querySelectorAll(".step[id]")) {
      if (!found || Number(step.id.slice(1)) <= sequence) found = step;
    }
    return found;
  };

  document.addEventListener("click", event => {
    const link = event.target.closest("a[data-jump]");
    if (link && !event.ctrlKey && !event.metaKey && link.pathname === "/session" && new URLSearchParams(link.search).get("id") === timeline.dataset.session) {
      event.preventDefault();
      history.replaceState(null, "", link.href);
      const anchor = link.dataset.anchor || (link.closest(".finding") || {dataset: {}}).dataset.lights;
      if (anchor) lightOnly(anchor);
      jump(Number(link.dataset.jump), link.dataset.anchor);
    }
    const button = event.target.closest("[data-light]");
    if (button) lightOnly(lit.has(button.dataset.light) ? null : button.dataset.light);
  });

  // The strip at the side shows where one is, and leads there.
  let isDue = false;
  const place = () => {
    isDue = false;
    const top = -timeline.getBoundingClientRect().top;
    const whole = timeline.offsetHeight || 1;
    view.style.top = Math.max(0, Math.min(99, top / whole * 100)) + "%";
    view.style.height = Math.max(.8, Math.min(100, innerHeight / whole * 100)) + "%";
  };
  const placeSoon = () => { if (!isDue) { isDue = true; requestAnimationFrame(place); } };
  addEventListener("scroll", placeSoon, {passive: true});
  addEventListener("resize", placeSoon);
  const go = event => {
    const box = map.getBoundingClientRect();
    jump(Math.min(events - 1, Math.max(0, Math.floor((event.clientY - box.top) / box.height * events))));
  };
  map.addEventListener("click", go);

  // A live session goes on at its end.
  document.body.addEventListener("session-went", event => {
    if (event.detail !== timeline.dataset.session) return;
    if (timeline.dataset.fresh) { timeline.dataset.fresh = "again"; return; }
    timeline.dataset.fresh = "once";
    const last = chunks.get(Math.max(...chunks.keys()));
    const follows = innerHeight + scrollY >= document.documentElement.scrollHeight - 160;
    fetch(timeline.dataset.steps.replace(/from=0$/, "from=" + last.section.dataset.from) + "&count=1", {headers: {"HX-Request": "true"}})
      .then(answer => { events = Number(answer.headers.get("X-Events") || events); return answer.text(); })
      .then(markup => {
        if (last.state !== "away") { put(last, markup); if (last.section.lastElementChild) last.section.lastElementChild.classList.add("fresh"); }
        for (let from = Number(last.section.dataset.from) + chunk; from < events; from += chunk) {
          const section = make(from);
          timeline.append(section);
          near.observe(section);
          far.observe(section);
        }
        if (follows) scrollTo(0, document.documentElement.scrollHeight);
      })
      .finally(() => {
        const again = timeline.dataset.fresh === "again";
        delete timeline.dataset.fresh;
        if (again) document.body.dispatchEvent(new CustomEvent("session-went", {detail: timeline.dataset.session}));
      });
  });

  const wanted = /^#(s(\d+)|f-(\d+)-\d+)$/.exec(location.hash);
  if (wanted) {
    if (wanted[3]) lightOnly(location.hash.slice(1));
    jump(Number(wanted[2] || wanted[3]), location.hash.slice(1));
  } else if (new URLSearchParams(location.search).has("step")) {
    jump(Number(new URLSearchParams(location.search).get("step")));
  }
  place();
})();
