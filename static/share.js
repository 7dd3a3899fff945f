// Comfort over what works without: copies the address of what is shown, leads the citation to the figure in the
// address, and fills in the day on which a reader cites.
"use strict";

(() => {
  const words = document.currentScript.dataset; // link, copied, failed: in the language of the page
  const said = document.body.appendChild(Object.assign(document.createElement("p"), { className: "sr", role: "status" }));

  /** The clipboard of a safe origin; elsewhere the browser's older way. */
  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const field = Object.assign(document.createElement("textarea"), { value: text, className: "sr" });
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (!done) throw new Error("nothing was copied");
  }

  function button(title, text) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: title });
    made.onclick = async () => {
      try {
        await copy(text());
        made.textContent = said.textContent = words.copied;
        setTimeout(() => (made.textContent = title), 2000);
      } catch (error) {
        console.warn(error);
        made.textContent = said.textContent = words.failed;
      }
    };
    return made;
  }

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  /** The anchor of the figure in the address: the row and what its column is called. */
  function figure() {
    const anchor = decodeURIComponent(location.hash.slice(1));
    const cell = anchor ? document.getElementById(anchor) : null;
    if (!cell?.closest(".sides, .foot")) return {};
    const [row, column] = cell.matches("tr") ? [anchor, ""] : [anchor.slice(0, anchor.lastIndexOf(".")), anchor.slice(anchor.lastIndexOf(".") + 1)];
    return { row, column };
  }

  /** The citation of the table becomes that of the figure which the address names. */
  function lead() {
    for (const link of document.querySelectorAll("a[data-cite]")) {
      const url = new URL(link.dataset.cite, location.href);
      for (const [name, value] of Object.entries(figure())) if (value) url.searchParams.set(name, value);
      link.href = url.pathname + url.search + url.hash;
    }
  }

  function prepare() {
    for (const day of document.querySelectorAll("[data-today]")) day.textContent = today();
    for (const note of document.querySelectorAll("[data-by-hand]")) note.remove(); // the day is filled in
    for (const text of document.querySelectorAll("[data-copy]")) text.after(button(text.dataset.copy, () => text.textContent.trim()));
    for (const list of document.querySelectorAll("[data-permanent]")) {
      const item = list.querySelector(".copying"); // its room is kept, so that nothing moves
      item.replaceChildren(button(words.link, () => new URL(list.dataset.permanent + location.hash, location.href).href));
    }
    lead();
  }

  prepare();
  addEventListener("hashchange", lead);
  document.addEventListener("page:follow", prepare);
})();
