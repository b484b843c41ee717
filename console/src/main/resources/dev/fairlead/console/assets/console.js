// What every page of the console does in the browser. Nothing here builds markup from text.
"use strict";
(() => {
  const exact = new Intl.DateTimeFormat(undefined, {dateStyle: "full", timeStyle: "long"});
  const two = n => String(n).padStart(2, "0");
  const clock = d => two(d.getHours()) + ":" + two(d.getMinutes()) + ":" + two(d.getSeconds());
  const day = d => d.getFullYear() + "-" + two(d.getMonth() + 1) + "-" + two(d.getDate());

  // Times, in the zone of whoever reads them.
  const tellTimes = root => {
    for (const time of root.querySelectorAll("time[datetime]:not([data-told])")) {
      const at = new Date(time.dateTime);
      time.dataset.told = "";
      time.textContent = time.dataset.short === "true" ? clock(at) : day(at) + " " + clock(at).slice(0, 5);
      time.title = exact.format(at) + "\n" + time.dateTime;
    }
  };
  window.fairlead = {tellTimes};

  // A link with a code lets this browser in; the code never reaches a log or another site.
  const signIn = document.getElementById("sign-in");
  if (signIn) {
    const code = location.hash.slice(1);
    if (code) {
      history.replaceState(null, "", location.pathname);
      document.getElementById("code").value = code;
      signIn.submit();
    } else if (!sessionStorage.getItem("came")) {
      // A link on another site shows no key. From here, the browser shows it.
      sessionStorage.setItem("came", "1");
      fetch("/signed-in").then(answer => { if (answer.status === 204) location.reload(); });
    }
  } else {
    sessionStorage.removeItem("came");
  }

  document.addEventListener("click", event => {
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      navigator.clipboard.writeText(copy.dataset.copy).then(() => {
        const before = copy.textContent;
        copy.textContent = "✓";
        setTimeout(() => { copy.textContent = before; }, 1200);
      });
    }
    if (event.target.closest("[data-back]") && history.length > 1) { event.preventDefault(); history.back(); }
    const ask = event.target.closest("[data-notify]");
    if (ask) Notification.requestPermission().then(showNotify);
  });

  document.addEventListener("change", event => {
    if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
    const all = event.target.closest("[data-all]");
    if (all) for (const box of document.querySelectorAll(all.dataset.all)) box.checked = all.checked;
  });

  const showNotify = () => {
    for (const each of document.querySelectorAll("[data-notify]")) {
      each.hidden = !("Notification" in window) || Notification.permission !== "default";
    }
  };

  document.addEventListener("htmx:configRequest", event => {
    if (event.detail.verb !== "get") event.detail.parameters.seal = document.body.dataset.seal;
  });
  // What a person has begun to fill in stays when a list renews itself around it.
  let kept = [];
  document.addEventListener("htmx:beforeSwap", event => {
    kept = [...event.target.querySelectorAll("[data-keep]")].map(each => [each.name, each.value, each.checked, each.type]);
  });
  document.addEventListener("htmx:afterSwap", () => {
    for (const [name, value, checked, type] of kept) {
      for (const each of document.querySelectorAll("[data-keep]")) {
        if (each.name !== name) continue;
        if (type === "checkbox") { if (each.value === value) each.checked = checked; }
        else each.value = value;
      }
    }
    kept = [];
  });
  document.addEventListener("htmx:afterSettle", event => tellTimes(event.target));

  // What happens on the server is told at once; the page asks for what it shows of it.
  if (document.body.dataset.seal) {
    const told = new Map();
    const tell = name => {
      if (told.has(name)) { told.set(name, true); return; }
      const again = () => {
        if (told.get(name)) { told.set(name, false); document.body.dispatchEvent(new CustomEvent(name)); setTimeout(again, 300); }
        else told.delete(name);
      };
      told.set(name, true);
      again();
    };
    const listen = () => {
      const stream = new EventSource("/changes");
      stream.addEventListener("went", event => { tell("went"); document.body.dispatchEvent(new CustomEvent("session-went", {detail: event.data})); });
      stream.addEventListener("switched", () => tell("switched"));
      stream.addEventListener("asked", event => {
        const asked = JSON.parse(event.data);
        const count = document.getElementById("waiting");
        const before = Number(count.dataset.count);
        count.dataset.count = asked.waiting;
        count.firstChild.textContent = asked.waiting;
        count.hidden = asked.waiting === 0;
        document.body.classList.toggle("asked", asked.waiting > 0);
        if (asked.waiting > before && "Notification" in window && Notification.permission === "granted") {
          const note = new Notification(asked.title, {body: asked.text, tag: asked.id});
          note.onclick = () => { window.focus(); location.href = "/approval?id=" + encodeURIComponent(asked.id); };
        }
        tell("asked");
      });
      stream.onerror = () => document.body.classList.add("away");
      // What happened between the page and this moment was told to nobody.
      stream.onopen = () => { document.body.classList.remove("away"); tell("went"); tell("asked"); tell("switched"); };
      addEventListener("pagehide", () => stream.close());
    };
    listen();
  }

  // Letters do what a button says that carries them, outside of fields.
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input,textarea,select")) return;
    const target = document.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
    if (target) { event.preventDefault(); target.focus(); if (!target.dataset.focusOnly) target.click(); }
  });

  // Where the entries are wider than the window, the page that one is on is in sight.
  const here = document.querySelector(".bar nav [aria-current]");
  if (here) {
    const nav = here.closest("nav");
    nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
  }

  tellTimes(document);
  showNotify();
})();
