// Figures by mouse, touch and keyboard: a table is one stop of the Tab key, arrows go from figure to figure, and a click
// or Enter opens beside it what can be done with it. Tables stay tables, so that screen readers read them as such.
"use strict";

(() => {
  const CELL = "td.num[id], .foot dd[id]";
  const card = () => document.getElementById("at-cell");
  const rowOf = (cell) => cell.closest("tr, .foot div");
  const placeOf = (cell) => [...cell.parentElement.children].indexOf(cell);
  const stopOf = (cell) => cell.querySelector("a") ?? cell; // a blank figure has no link
  const text = (element) => element?.textContent.trim() ?? "";

  /** The heads above a cell, from the widest to its own. */
  function headsOf(cell) {
    const grid = [];
    [...(cell.closest("table")?.tHead.rows ?? [])].forEach((row, y) => {
      let x = 0;
      for (const head of row.classList.contains("numbers") ? [] : row.cells) {
        while (grid[y]?.[x]) x++;
        for (let down = 0; down < head.rowSpan; down++) {
          for (let along = 0; along < head.colSpan; along++) (grid[y + down] ??= [])[x + along] = head;
        }
      }
    });
    return [...new Set(grid.map((row) => text(row?.[cell.cellIndex])))].filter(Boolean);
  }

  /** The question about the figure that was answered in public, if there is one below the table. */
  const saidOf = (cell) => document.querySelector(`.asked a[href$="#${CSS.escape(cell.id)}"]`)?.closest("article");

  /** What the figure is: the code and name of its row, its heads, then itself. */
  function describe(cell) {
    const row = rowOf(cell);
    const name = row.querySelector(".name > a:not(.fold)") ?? row.querySelector(".name, dt");
    const figure = document.createElement("b");
    figure.textContent = `${text(stopOf(cell))} ${card().dataset.unit}`;
    const code = text(row.querySelector("td.code:not(.num)"));
    const words = [[code, text(name)].filter(Boolean).join(" "), ...headsOf(cell)].filter(Boolean);
    card().querySelector("p").replaceChildren(`${words.join(" · ")} `, figure);
    const said = saidOf(cell);
    card().querySelector(".said").hidden = !said;
    if (said) card().querySelector(".said a").href = `#${said.id}`;
  }

  /** Makes the cell the one that the address names, without moving what is before the eyes. */
  function name(cell) {
    const frame = cell.closest(".frame");
    const [left, top, along] = [scrollX, scrollY, frame?.scrollLeft];
    location.replace(`#${encodeURIComponent(cell.id)}`);
    if (frame) frame.scrollLeft = along;
    scrollTo({ left, top, behavior: "instant" });
  }

  /** Below the cell, or above it where there is no room. */
  function place(cell) {
    const [box, own] = [cell.getBoundingClientRect(), card().getBoundingClientRect()];
    const top = box.bottom + own.height + 8 > innerHeight ? box.top - own.height - 4 : box.bottom + 4;
    const left = Math.max(8, Math.min(box.right - own.width, document.documentElement.clientWidth - own.width - 8));
    card().style.top = `${top + scrollY}px`;
    card().style.left = `${left + scrollX}px`;
  }

  function open(cell) {
    name(cell);
    stopOf(cell).focus({ preventScroll: true }); // where Escape leads back to
    describe(cell);
    card().showPopover();
    place(cell);
    card().querySelector("button, a").focus({ preventScroll: true });
  }

  /** The figure that a key leads to; none at an edge. */
  function next(cell, key, whole) {
    const all = [...cell.closest(".form, .foot").querySelectorAll(CELL)];
    const row = all.filter((one) => rowOf(one) === rowOf(cell));
    const column = all.filter((one) => placeOf(one) === placeOf(cell));
    const among = whole ? all : row;
    return {
      ArrowLeft: () => row[row.indexOf(cell) - 1],
      ArrowRight: () => row[row.indexOf(cell) + 1],
      ArrowUp: () => column[column.indexOf(cell) - 1],
      ArrowDown: () => column[column.indexOf(cell) + 1],
      Home: () => among[0],
      End: () => among.at(-1),
    }[key]?.();
  }

  /** The one stop of the cell's table is where somebody was last. */
  function stay(cell) {
    for (const other of cell.closest(".form, .foot").querySelectorAll("[data-stop]")) {
      other.tabIndex = -1;
      delete other.dataset.stop;
    }
    const stop = stopOf(cell);
    stop.tabIndex = 0;
    stop.dataset.stop = "";
  }

  function prepare() {
    for (const table of document.querySelectorAll("main :is(.form, .foot)")) {
      const first = table.querySelector(`:is(${CELL}):target`) ?? table.querySelector(CELL);
      if (first) stay(first);
    }
    for (const link of document.querySelectorAll(".asked a[href*='#']")) {
      document.getElementById(decodeURIComponent(link.hash.slice(1)))?.classList.add("was-asked");
    }
    for (const frame of document.querySelectorAll(".frame.scroll")) frame.setAttribute("aria-describedby", "cells-how");
  }

  document.addEventListener("click", (event) => {
    const cell = event.target.closest?.(CELL);
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) && getSelection().isCollapsed;
    if (!cell || !card() || !plain) return;
    event.preventDefault();
    open(cell);
  });

  document.addEventListener("keydown", (event) => {
    const cell = event.target.closest?.(CELL);
    if (!cell || !card() || event.altKey || event.shiftKey) return;
    if (event.key === "Enter" && event.target === cell) open(cell);
    const to = next(cell, event.key, event.ctrlKey || event.metaKey);
    if (!to) return;
    event.preventDefault();
    stay(to);
    stopOf(to).focus();
  });

  document.addEventListener("focusin", (event) => {
    const cell = event.target.closest?.(CELL);
    if (cell) stay(cell);
  });
  document.addEventListener("page:follow", prepare);
  prepare();
})();
