// Shows under the search what may be meant while somebody types; the arrows choose, Enter asks, Escape closes.
// Without it the form is sent as it is.
"use strict";

(() => {
  const form = document.querySelector("form.ask[data-words]");
  if (!form) return;
  const input = form.elements.q;
  const list = Object.assign(document.createElement("ul"), { id: "ask-words", hidden: true });
  const WAIT = 150; // milliseconds without a key
  let [waiting, asked, chosen, typed] = [0, null, -1, input.value];

  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.getAttribute("aria-label"));
  for (const [name, value] of Object.entries({
    role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false",
  })) input.setAttribute(name, value);
  form.append(list);

  function show(words) {
    chosen = -1;
    list.replaceChildren(...words.map((word, place) => {
      const item = Object.assign(document.createElement("li"), { id: `ask-word-${place}`, textContent: word, lang: "zh-Hans" });
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      return item;
    }));
    list.hidden = !words.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  }

  /** The word at that place; beyond the ends what was typed stands there again. */
  function choose(place) {
    const items = [...list.children];
    chosen = place < -1 ? items.length - 1 : place >= items.length ? -1 : place;
    items.forEach((item, each) => item.setAttribute("aria-selected", String(each === chosen)));
    input.value = chosen < 0 ? typed : items[chosen].textContent;
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", items[chosen].id);
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    typed = input.value;
    if (!typed.trim()) return show([]);
    const address = `${form.dataset.words}?${new URLSearchParams({ q: typed })}`;
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (answer.ok && document.activeElement === input) show((await answer.json()).words);
    } catch (error) {
      if (error.name !== "AbortError") show([]); // no connection: the form still asks
    }
  }

  input.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(ask, WAIT);
  });
  input.addEventListener("compositionend", () => { waiting = setTimeout(ask, WAIT); });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      choose(chosen + step);
    } else if (event.key === "Escape") {
      event.preventDefault();
      choose(-1);
      show([]);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the input keeps the focus
  list.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (!item) return;
    input.value = item.textContent;
    form.requestSubmit();
  });
  input.addEventListener("blur", () => show([]));
})();
