// Counts while somebody types, and leads from a mistake to its line. All pages work without it.
"use strict";

(() => {
  // --- How long the words are: without facts, by the longest branches, as the server counts ---
  const PIECE = /(\{\{[^]*?\}\}|\{%[^]*?%\})/;
  const longer = (one, other) => ((other[0] - one[0] || other[1] - one[1]) > 0 ? other : one);
  const TAG = /^\{%-?\s*(\w*)\s*([^]*?)\s*-?%\}$/;
  const JOINED = /\s+(and|or)\s+(?=(?:[^'"]|'[^']*'|"[^"]*")*$)/;
  const TEST = /^([a-z_]\w*(?:\.\w+)*)(?:\s*(==|!=|<=|>=|<|>)\s*('[^']*'|"[^"]*"|\d+(?:\.\d+)?))?$/;
  const OTHER = "\0";  // a text that no condition names
  const MOST_WORLDS = 512;
  const as_test = (words) => {
    const found = words.trim().match(TEST);
    if (!found) return { fact: words.trim(), unread: true };
    const [, fact, op, value] = found;
    return op ? { fact, op, value: /['"]/.test(value[0]) ? value.slice(1, -1) : Number(value) } : { fact };
  };
  const condition = (words) => {
    const [first, ...more] = words.split(JOINED), when = [["and", as_test(first)]];
    for (let n = 0; n < more.length; n += 2) when.push([more[n], as_test(more[n + 1])]);
    return when;
  };
  const holds = ({ fact, op, value }, world) => {
    const known = world.get(fact);
    if (!op) return known !== null;
    if (op === "==" || op === "!=") return (known === value) === (op === "==");
    if (typeof known !== "number" || typeof value !== "number") return false;
    return { "<": known < value, ">": known > value, "<=": known <= value, ">=": known >= value }[op];
  };
  const all_hold = (when, world) => {  // from the right, as Liquid does
    let found = true, joined_by = "and";
    for (const [joined, test] of [...when].reverse()) {
      found = joined_by === "or" ? holds(test, world) || found : holds(test, world) && found;
      joined_by = joined;
    }
    return found;
  };
  const tells_apart = ({ op, value }) => {
    if (typeof value === "number") return [value - 1, value, value + 1].filter((one) => one >= 0);
    return op ? [value, OTHER, ""] : [OTHER, null];
  };
  const read = (words) => {
    const pieces = words.split(PIECE), top = [], open = [];
    pieces.forEach((piece, place) => {
      const parts = open.length ? open.at(-1).at(-1).parts : top;
      if (place % 2 === 0) {
        let text = piece;
        if (pieces[place - 1]?.at(-3) === "-") text = text.trimStart();
        if (pieces[place + 1]?.[2] === "-") text = text.trimEnd();
        parts.push({ long: [[...text].length, 0] });
        return;
      }
      const tag = piece.match(TAG);
      if (!tag) {
        parts.push({ long: [0, 1] });
      } else if (["if", "unless"].includes(tag[1])) {
        const either = [{ when: condition(tag[2]), unless: tag[1] === "unless", parts: [] }];
        parts.push({ either });
        open.push(either);
      } else if (["elsif", "else"].includes(tag[1])) {
        const when = tag[1] === "elsif" ? condition(tag[2]) : [];
        if (open.length) open.at(-1).push({ when, unless: false, parts: [] });
      } else {
        open.pop();
      }
    });
    return top;
  };
  const tests_in = (parts) => parts.flatMap(({ either = [] }) =>
    either.flatMap(({ when, parts: inner }) => [...when.map(([, test]) => test), ...tests_in(inner)]));
  const names_in = (test) =>
    (test.fact.replace(/'[^']*'|"[^"]*"/g, " ").match(/[a-z_]\w*(?:\.\w+)*/g) ?? []).filter((one) => one !== "contains");
  const length_of = (parts, world, unsure) => parts.reduce((sum, { long, either }) => {
    const more = long ?? taken(either, world, unsure);
    return [sum[0] + more[0], sum[1] + more[1]];
  }, [0, 0]);
  const taken = ([branch, ...others], world, unsure) => {
    if (!branch) return [0, 0];
    const here = () => length_of(branch.parts, world, unsure), there = () => taken(others, world, unsure);
    if (branch.when.some(([, test]) => unsure.has(test.fact))) {
      const one = here(), other = there();
      return longer(one, other) === one ? other : one;
    }
    return all_hold(branch.when, world) !== branch.unless ? here() : there();
  };
  const before_any_condition = (words) => {
    const plain = words.split("{%")[0], facts = plain.match(/\{\{[^{}]*\}\}/g) ?? [];
    return [[...plain.replace(/\{\{[^{}]*\}\}/g, "")].length, facts.length];
  };
  const longest_way = (words) => {
    if (words.length > 10000 || words.split("{%").length - 1 > 60) return before_any_condition(words);
    const parts = read(words), tests = tests_in(parts), values = new Map(), unsure = new Set();
    for (const test of tests) {
      values.set(test.fact, [...new Set([...(values.get(test.fact) ?? []), ...tells_apart(test)])]);
      const shared = (other) => other.fact !== test.fact && names_in(test).some((one) => names_in(other).includes(one));
      if (test.unread && tests.some(shared)) unsure.add(test.fact);
    }
    const facts = [...values], worlds = facts.reduce((many, [, those]) => many * those.length, 1);
    let world = new Map(facts.map(([fact, those]) => [fact, those[0]]));
    let best = length_of(parts, world, unsure);
    if (worlds <= MOST_WORLDS) {
      for (let number = 1; number < worlds; number += 1) {
        let left = number;
        for (const [fact, those] of facts) {
          world.set(fact, those[left % those.length]);
          left = Math.floor(left / those.length);
        }
        best = longer(best, length_of(parts, world, unsure));
      }
      return best;
    }
    for (const [fact, those] of [...facts, ...facts]) {
      for (const value of those) {
        const tried = new Map(world).set(fact, value), found = length_of(parts, tried, unsure);
        if (longer(best, found) === found) [best, world] = [found, tried];
      }
    }
    return best;
  };
  const count = (field) => {
    const told = document.getElementById(field.getAttribute("aria-describedby"));
    if (!told) return;
    const [long, facts] = longest_way(field.value.trim());
    const most = Number(field.dataset.most);
    told.querySelector("b").textContent = String(long);
    told.lastChild.textContent =
      ` of ${most}` + (facts ? `, and ${facts} ${facts === 1 ? "fact" : "facts"}` : "");
    told.classList.toggle("over", long > most);
  };
  for (const field of document.querySelectorAll("[data-most]")) {
    field.addEventListener("input", () => count(field));
  }

  // --- What was found beside a field was found in what stood there before ---
  const typed_in = (around) => around.querySelector("input:not([type=hidden]), textarea");
  const tell = (around, found) => {
    const field = typed_in(around);
    around.classList.toggle("bad", found.length > 0);
    if (found.length) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    // Links to approved words (a div) stay: somebody goes through them while they type.
    const told = [...around.querySelectorAll(":scope > p.wrong")];
    if (told.map((one) => one.textContent).join("\n") === found.join("\n")) return;
    for (const one of told) one.remove();
    for (const words of found) {
      const one = document.createElement("p");
      one.className = "wrong";
      one.textContent = words;
      around.append(one);
    }
  };
  for (const field of document.querySelectorAll(".field :is(input, textarea)")) {
    field.addEventListener("input", () => tell(field.closest(".field"), []));
  }

  // --- What a rule asks for: its unit beside the value, and what somebody might type ---
  for (const asked of document.querySelectorAll("select[data-says]")) {
    const unit = document.getElementById(asked.dataset.says);
    const example = document.getElementById(asked.dataset.says.replace("u-", "e-"));
    asked.addEventListener("change", () => {
      const chosen = asked.selectedOptions[0];
      unit.textContent = chosen?.dataset.unit ?? "";
      example.textContent = chosen?.dataset.example ? `For example ${chosen.dataset.example}` : "";
      const yes_no = chosen?.dataset.unit === "yes or no", how = unit.parentElement.querySelector("select");
      unit.parentElement.querySelector("input").inputMode = yes_no ? "text" : "decimal";
      if (yes_no && !["==", "!="].includes(how.value)) how.value = "==";
    });
    // What a browser kept of a page that was left says something else than the page did.
    asked.dispatchEvent(new Event("change"));
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

  // --- How it will look: asked of the server once somebody pauses, one question at a time ---
  const look = document.querySelector("[data-look]");
  if (look) {
    const PAUSE = 500;
    const words = look.closest("form");
    const body = look.querySelector("[data-look-body]");
    const told = look.querySelector("[data-look-told]");
    const lost = look.querySelector("[data-look-lost]");
    let timer = 0, asking = false, again = false;

    const place = () => body.querySelector("[data-place]")?.textContent || "";
    const show = (html) => {
      const before_it = place();
      const held = body.contains(document.activeElement) && document.activeElement.dataset.hold;
      const made = new DOMParser().parseFromString(html, "text/html").body;
      const now = body.querySelector("iframe"), next = made.querySelector("iframe");
      if (now && next) {
        // The frame stays, so that nothing blinks and the way back leads to the page before.
        const address = next.getAttribute("src");
        const shown = now.getAttribute("data-at") || now.getAttribute("src");
        if (shown !== address) now.contentWindow.location.replace(address);
        now.setAttribute("data-at", address);
        let before = true;
        for (const one of [...body.childNodes]) if (one !== now) one.remove();
        for (const one of [...made.childNodes]) {
          if (one === next) { before = false; continue; }
          if (before) now.before(one); else body.append(one);
        }
      } else {
        body.replaceChildren(...made.childNodes);
      }
      const beside = [...body.querySelectorAll("[data-beside] li")];
      for (const around of words.querySelectorAll(".words .field")) {
        const slot = typed_in(around).name.replace("slot.", "");
        tell(around, beside.filter((one) => one.dataset.slot === slot).map((one) => one.textContent));
      }
      const sum = body.querySelector("[data-sum]").textContent.trim();
      if (held) body.querySelector(`[data-hold="${held}"]`)?.focus();
      const say = place() === before_it ? sum : `${place()}. ${sum}`;
      if (told.textContent !== say) told.textContent = say;
    };

    let step = "";
    const ask = async () => {
      clearTimeout(timer);
      if (asking) { again = true; return; }
      asking = true;
      const typed = new URLSearchParams(new FormData(words));
      typed.set("do", "look");
      typed.set("panel", "1");
      if (step) typed.set("step", step);
      step = "";
      let trouble = "";
      try {
        const answer = await fetch(words.action, { method: "POST", body: typed });
        if (answer.ok) show(await answer.text());
        else trouble = answer.status === 401 || answer.status === 403
          ? "You are signed out, so this stands still. What you typed is still here."
          : "This could not be brought up to date. What you typed is still here.";
      } catch {
        trouble = "Rapport does not answer, so this stands still. What you typed is still here.";
      }
      lost.textContent = trouble;
      lost.hidden = !trouble;
      look.classList.toggle("stale", Boolean(trouble));
      asking = false;
      if (again) { again = false; if (step) ask(); else wait(); }
    };
    const wait = () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); };
    words.addEventListener("input", wait);
    look.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      event.preventDefault();
      if (button.name === "step") step = button.value;
      ask();
    });
  }
})();
