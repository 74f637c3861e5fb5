// Single keys for the review queue. Every one of them presses something that is on the page, so all
// of it works with a mouse, with Tab and Enter, and without this file.
"use strict";

(() => {
  const desk = document.querySelector("[data-page]");
  if (!desk) return;
  const SWITCH = "rapport.review.keys";
  const byId = (id) => document.getElementById(id);
  let on = localStorage.getItem(SWITCH) !== "off";

  const rows = () => [...desk.querySelectorAll("[data-row]")];
  const move = (step) => {
    const all = rows();
    if (!all.length) return go(step > 0 ? desk.dataset.next : "");
    const here = all.indexOf(document.activeElement);
    const to = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
    if (to >= 0 && to < all.length) {
      all[to].focus();
      all[to].closest("li").scrollIntoView({ block: "nearest" });
    }
  };
  const go = (address) => { if (address) location.href = address; };
  const press = (id) => byId(id)?.click();
  const open = (id) => {
    const panel = byId(id);
    if (!panel) return;
    for (const other of desk.querySelectorAll(".tray details")) other.open = other === panel;
    const field = panel.querySelector("textarea, input:not([type=hidden])");
    if (field) field.focus();
  };
  const close = () => {
    const here = document.activeElement;
    const panel = here && here.closest(".tray details");
    if (here) here.blur();
    if (panel) { panel.open = false; panel.querySelector("summary").focus(); }
  };
  const ban = () => {
    const words = String(getSelection()).trim();
    if (!words || !byId("lesson")) return;
    open("reject");
    desk.querySelector("[name=teach][value=phrase]").checked = true;
    byId("lesson").value = words.slice(0, 80);
    if (!byId("why").value) byId("why").value = "Not how we speak.";
  };
  const help = () => {
    const hints = desk.querySelector(".hints");
    hints.open = !hints.open;
    if (hints.open) hints.scrollIntoView({ block: "nearest" });
  };

  const KEYS = {
    j: () => move(1),
    k: () => move(-1),
    n: () => { const more = desk.querySelector("[data-more]"); if (more) more.click(); },
    a: () => press("approve"),
    y: () => press("confirm"),
    e: () => open("edit"),
    r: () => open("reject"),
    b: () => press("alike"),
    x: ban,
    u: () => go(desk.dataset.list),
    "?": help,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") return close();
    const tick = event.target.type === "checkbox" || event.target.type === "radio";
    if (!tick && event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "Enter") {
      // Where something is chosen, the browser opens it.
      const first = rows()[0];
      if (on && first && !event.repeat && document.activeElement === document.body) first.click();
      return;
    }
    // A key that is held down would judge the next draft before anybody has read it.
    if (event.repeat && event.key !== "j" && event.key !== "k") return;
    const act = on && KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // A judgement is sent once, however often somebody clicks.
  for (const form of desk.querySelectorAll("form[data-once]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = "yes";
    });
  }
  const may_be_sent = () => {
    for (const form of desk.querySelectorAll("form[data-once]")) delete form.dataset.sent;
  };
  addEventListener("pageshow", may_be_sent);
  // Whoever is asked whether to leave what they typed, and stays, has sent nothing.
  addEventListener("beforeunload", (event) => { if (event.defaultPrevented) setTimeout(may_be_sent); });

  // What a check stops cannot be approved: whoever tries is told why, and led to what was found.
  const stopped = desk.querySelector("#approve[aria-disabled=true]");
  if (stopped) {
    stopped.addEventListener("click", (event) => {
      event.preventDefault();
      byId("stopped").textContent = stopped.dataset.why;
      byId("found").focus({ preventScroll: true });
      byId("found").scrollIntoView({ block: "nearest" });
    });
  }

  const keys = byId("keys");
  const say = () => {
    if (!keys) return;
    keys.textContent = on ? "Single keys are on" : "Single keys are off";
    keys.setAttribute("aria-pressed", String(on));
    desk.classList.toggle("keyless", !on);
  };
  if (keys) {
    keys.addEventListener("click", () => {
      on = !on;
      localStorage.setItem(SWITCH, on ? "on" : "off");
      say();
    });
  }
  say();
})();
