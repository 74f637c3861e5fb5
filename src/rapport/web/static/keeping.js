// Words that were typed are lost neither by a slip nor by a session that ended meanwhile. Pages work
// without it. A form says data-keep; where what it is about has another address by now, data-was is
// the path that it was sent to before. #kept is the bar that offers what was sent last.
"use strict";

(() => {
  const TYPED = "rapport.typed:", SENT = "rapport.sent";
  const place_of = (form) => TYPED + new URL(form.action).pathname;
  const remember = (key, value) => { try { sessionStorage.setItem(key, value); } catch { /* it is full */ } };

  // What this page says was done needs no keeping any more; what was sent from elsewhere may.
  document.addEventListener("submit", (event) => remember(SENT, place_of(event.target)));
  if (document.querySelector("[data-done]")) {
    sessionStorage.removeItem(sessionStorage.getItem(SENT) ?? "");
    sessionStorage.removeItem(SENT);
  }

  const form = document.querySelector("form[data-keep]");
  if (!form) return;
  const fields = () => [...form.elements].filter((one) =>
    one.name && one.type !== "hidden" && one.tagName !== "BUTTON" && !one.closest("[data-look]"));
  const typed = () => fields().map((one) => (/checkbox|radio/.test(one.type) ? one.checked : one.value));
  const was = JSON.stringify(typed());
  let changed = false;
  form.addEventListener("input", (event) => { changed ||= !event.target.closest("[data-look]"); });
  form.addEventListener("submit", () => {
    changed = false;
    if (form.dataset.was) sessionStorage.removeItem(TYPED + form.dataset.was);
    remember(place_of(form), JSON.stringify(typed()));
  });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });

  const bar = document.getElementById("kept");
  const places = [place_of(form), TYPED + form.dataset.was];
  const kept = places.map((place) => sessionStorage.getItem(place)).find(Boolean);
  const same = kept && JSON.parse(kept).length === fields().length;
  if (bar && same && kept !== was) {
    bar.hidden = false;
    bar.querySelector("button").addEventListener("click", () => {
      JSON.parse(kept).forEach((value, index) => {
        const one = fields()[index];
        if (/checkbox|radio/.test(one.type)) one.checked = value; else one.value = value;
        one.dispatchEvent(new Event("input", { bubbles: true }));
      });
      bar.hidden = true;
      const panel = form.closest("details");
      if (panel) panel.open = true;
      fields()[0].focus();
    });
  }
})();
