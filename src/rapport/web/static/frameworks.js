// Counts while somebody types, and leads from a mistake to its line. All pages work without it.
"use strict";

(() => {
  const FACT = /\{\{[^]*?\}\}|\{%[^]*?%\}/g;

  // --- How long the words are: without facts, as the server counts ---
  const count = (field) => {
    const told = document.getElementById(field.getAttribute("aria-describedby"));
    if (!told) return;
    const words = field.value.replace(/\s+$/, "").replace(/^\s+/, "");
    const facts = (words.match(FACT) || []).length;
    const long = [...words.replace(FACT, "")].length;
    const most = Number(field.dataset.most);
    told.querySelector("b").textContent = String(long);
    told.lastChild.textContent =
      ` of ${most}` + (facts ? `, and ${facts} ${facts === 1 ? "fact" : "facts"}` : "");
    told.classList.toggle("over", long > most);
  };
  for (const field of document.querySelectorAll("[data-most]")) {
    field.addEventListener("input", () => count(field));
  }

  // --- The whole file: numbers beside the lines, and a way from a mistake to its line ---
  const text = document.getElementById("text");
  const numbers = document.querySelector(".numbers");
  if (text && numbers) {
    text.addEventListener("input", () => {
      const lines = text.value.split("\n").length;
      while (numbers.children.length < lines) numbers.append(document.createElement("li"));
      while (numbers.children.length > lines) numbers.lastElementChild.remove();
      text.rows = lines + 1;
    });
    for (const link of document.querySelectorAll("[data-line]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const lines = text.value.split("\n");
        const line = Number(link.dataset.line) - 1;
        const begin = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
        text.focus({ preventScroll: true });
        text.setSelectionRange(begin, begin + (lines[line] || "").length);
        numbers.children[line]?.scrollIntoView({ block: "center" });
      });
    }
  }

  // --- Words that were typed are not lost by a slip, nor by a session that ended meanwhile ---
  const TYPED = "rapport.typed:";
  if (document.querySelector("[data-done]")) {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(TYPED)) sessionStorage.removeItem(key);
    }
  }
  const form = document.querySelector("form[data-keep]");
  if (form) {
    const place = `${TYPED}${new URL(form.action).pathname}`;
    const fields = () => [...form.elements].filter((one) => one.name && one.type !== "hidden" && one.tagName !== "BUTTON");
    const typed = () => fields().map((one) => (/checkbox|radio/.test(one.type) ? one.checked : one.value));
    const was = JSON.stringify(typed());
    let changed = false;
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => {
      changed = false;
      try { sessionStorage.setItem(place, JSON.stringify(typed())); } catch { /* it is full */ }
    });
    addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
    const bar = document.getElementById("kept");
    const kept = sessionStorage.getItem(place);
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
      });
    }
  }
})();
