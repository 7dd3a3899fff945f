// The tables of the admin as a spreadsheet. Begins each grid of the page; without this the page is a plain form.
import { Area } from "./area.js";
import { Clipboard } from "./clipboard.js";
import { Codes } from "./codes.js";
import { History } from "./history.js";
import { firstTyped, Keys } from "./keys.js";
import { follow } from "./places.js";
import { Pointer } from "./pointer.js";
import { inputOf, isFixed, renumber, Sheet } from "./sheet.js";
import { Verdicts } from "./verdicts.js";

class Grid {
  constructor(root) {
    this.root = root;
    [this.history, this.area, this.typed] = [new History(), new Area(), { input: null, before: "" }];
    const data = document.getElementById(root.dataset.prefix);
    this.codes = new Codes(data ? JSON.parse(data.textContent) : null);
    this.sheets = [...root.querySelectorAll("table")].map((table) => new Sheet(table, root.dataset.prefix, this.history));
    [this.keys, this.clipboard] = [new Keys(this), new Clipboard(this)];
    this.pointer = new Pointer(this);
    this.verdicts = new Verdicts(this, root.dataset.check);
    this.words = root.querySelector(".grid-tools").dataset;
    this.begin();
  }

  begin() {
    this.root.classList.add("is-live");
    for (const one of this.root.querySelectorAll(".buttons")) one.hidden = false;
    for (const input of this.root.querySelectorAll("tbody td:not(.extra) [data-field]")) input.tabIndex = -1;
    for (const sheet of this.sheets) this.prepare(sheet);
    this.listen();
    this.verdicts.soon();
    this.offer();
  }

  /** A table without rows begins with one to type in; a table with rows is entered by Tab at its first cell. */
  prepare(sheet) {
    if (!sheet.rows.length && sheet.blank) {
      sheet.add(1);
      this.history.done = [];
    }
    const row = sheet.rows[0];
    const first = row ? sheet.cells(row)[firstTyped(sheet, row)] : null;
    if (first) inputOf(first).tabIndex = 0;
  }

  listen() {
    const root = this.root;
    root.closest("form").addEventListener("submit", () => this.settle());
    root.addEventListener("focusin", (event) => this.entered(event));
    root.addEventListener("focusout", () => this.commit());
    root.addEventListener("keydown", (event) => this.inCell(event) && this.keys.press(event) && event.preventDefault());
    root.addEventListener("input", (event) => this.changed(event));
    root.addEventListener("change", (event) => this.changed(event));
    for (const kind of ["copy", "cut", "paste"]) root.addEventListener(kind, (event) => this.passed(kind, event));
    root.addEventListener("grid:grow", ({ target, detail }) => this.grow(this.sheetOf(target), detail.before));
    root.addEventListener("grid:remove", ({ target }) => this.remove(this.sheetOf(target), [target]));
    root.addEventListener("click", (event) => this.press(event.target.closest("[data-do]")?.dataset.do));
  }

  inCell(event) {
    const cell = event.target.closest?.("td:not(.extra)");
    return Boolean(cell && inputOf(cell) === event.target && this.area.cell === cell);
  }

  /** By Tab, by a link or by a click: that cell is the one that is typed in now. */
  entered(event) {
    const cell = event.target.closest("td:not(.extra)");
    if (!cell || inputOf(cell) !== event.target) return;
    const sheet = this.sheetOf(cell);
    if (this.area.cell !== cell) {
      const { at, column } = sheet.placeOf(cell);
      [this.area.sheet, this.area.from, this.area.to] = [sheet, { at, column }, { at, column }];
      this.area.show();
    }
    [this.area.isEditing, this.area.isTyping] = [false, false];
    this.begins(event.target);
  }

  changed(event) {
    if (event.detail !== "grid" && event.type === "input") this.area.isTyping = true;
    this.verdicts.soon();
  }

  passed(kind, event) {
    if (!this.inCell(event)) return;
    const isTaken = kind === "paste" ? this.clipboard.paste(event) : this.clipboard.copy(event);
    if (isTaken) event.preventDefault();
    if (isTaken && kind === "cut") this.clear();
  }

  /** From here on what is typed into that input is one step. */
  begins(input) {
    this.typed = { input, before: input?.value ?? "" };
  }

  /** What was typed becomes a step that can be undone, with all that follows from it. */
  commit() {
    const { input, before } = this.typed;
    if (!input || input.value === before) return;
    this.begins(input);
    this.history.together(() => {
      this.history.wrote(input, before, input.value);
      this.codes.complete(this.sheetOf(input), input, before);
    });
    this.offer();
  }

  /** What is typed is whole, and new rows say where they belong. */
  settle() {
    this.commit();
    for (const sheet of this.sheets) sheet.settle();
  }

  sheetOf(element) {
    return this.sheets.find((sheet) => sheet.table.contains(element));
  }

  /** Written by the grid itself, with all that follows from it. */
  write(input, value) {
    const before = input.value;
    const sheet = this.sheetOf(input);
    sheet.write(input, value);
    if (before !== value) this.codes.complete(sheet, input, before);
    if (input === this.typed.input) this.begins(input);
  }

  go(sheet, at, column, isFurther = false) {
    this.commit();
    [this.area.isEditing, this.area.isTyping] = [false, false];
    this.area.go(sheet, at, column, isFurther);
    this.begins(this.area.input);
  }

  choose(sheet, from, to) {
    this.go(sheet, to.at, to.column);
    this.area.from = from;
    this.area.show();
    this.offer();
  }

  chooseAll() {
    const { sheet } = this.area;
    this.choose(sheet, { at: 0, column: 0 }, { at: sheet.rows.length - 1, column: sheet.width - 1 });
    return true;
  }

  edit() {
    const { input } = this.area;
    this.area.isEditing = true;
    input.setSelectionRange?.(input.value.length, input.value.length);
    return true;
  }

  giveUp() {
    const { input, before } = this.typed;
    input.value = before;
    input.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "grid" }));
    [this.area.isEditing, this.area.isTyping] = [false, false];
    input.select();
  }

  clear() {
    this.history.together(() => {
      for (const cell of this.area.block.flat()) if (!isFixed(cell)) this.write(inputOf(cell), "");
    });
    this.area.focus();
    return true;
  }

  confirm() {
    const box = this.area.cell.closest("tr").querySelector(".confirm.is-asked input");
    box?.click();
    return true;
  }

  undo(isForward) {
    this.commit();
    const changed = isForward ? this.history.redo() : this.history.undo();
    if (!changed) return true;
    for (const sheet of this.sheets) renumber(sheet);
    const cell = changed.closest("td");
    const sheet = this.sheetOf(changed);
    this.begins(this.area.input);
    const place = cell && !changed.closest("tr").hidden ? sheet.placeOf(cell) : null;
    if (sheet.rows.length) this.go(sheet, place?.at ?? this.area.to?.at ?? 0, place?.column ?? this.area.to?.column ?? 0);
    this.say(isForward ? "redone" : "undone");
    this.offer();
    return true;
  }

  get rowsChosen() {
    const { top, bottom } = this.area.box;
    return bottom - top + 1;
  }

  insertRows() {
    const { sheet, box: { top, left } } = this.area;
    const count = this.rowsChosen;
    if (!sheet.blank || count > sheet.room) return true;
    this.commit();
    this.history.together(() => sheet.insert(top, count));
    this.go(sheet, top, left);
    this.say("inserted", { rows: count });
    return true;
  }

  removeRows() {
    const { sheet, box: { top, left } } = this.area;
    const count = this.rowsChosen;
    this.commit();
    this.remove(sheet, sheet.rows.slice(top, top + count));
    this.go(sheet, top, left);
    this.say("removed", { rows: count });
    this.offer();
    return true;
  }

  remove(sheet, rows) {
    this.history.together(() => {
      for (const row of rows) sheet.hide(row, true);
      if (!sheet.rows.length && sheet.blank) sheet.add(1);
    });
    renumber(sheet);
  }

  /** One more row for what is restored; undoing goes back to there and not behind it. */
  grow(sheet, before) {
    if (!sheet.blank || sheet.room <= 0) return;
    sheet.add(1, before);
    this.history.done = [];
  }

  append() {
    const { sheet } = this.area;
    if (sheet.blank && sheet.room > 0) this.history.together(() => sheet.add(1));
  }

  press(what) {
    if (!what) return;
    const sheet = this.area.sheet ?? this.sheets[0];
    if (!this.area.sheet) this.go(sheet, 0, 0);
    if (what === "undo" || what === "redo") this.undo(what === "redo");
    else if (what === "insert") this.insertRows();
    else if (what === "remove") this.removeRows();
    else if (what === "append") {
      this.append();
      this.go(sheet, Infinity, 0);
    } else if (what === "parents") {
      this.history.together(() => this.codes.insertMissing(sheet));
      this.go(sheet, 0, 0);
      this.offer();
    }
  }

  /** Say which codes above those typed are missing, with a button that brings them. */
  offer() {
    const box = this.root.querySelector(".grid-parents");
    const missing = this.codes.missing(this.area.sheet ?? this.sheets[0]);
    box.hidden = !missing.length;
    box.querySelector("[data-list]").textContent = missing.map((code) => `${code} ${this.codes.name(code)}`).join("、");
  }

  say(key, numbers = {}, isBad = false) {
    const said = this.root.querySelector(".grid-said");
    said.textContent = this.words[key].replace(/\{(\w+)\}/g, (_, name) => numbers[name]);
    said.classList.toggle("bad", isBad);
  }

  /** What the input with that id is called: its row and its column. */
  nameOf(id) {
    const input = document.getElementById(id);
    const row = input?.closest("tr[data-row]");
    if (!row || !this.root.contains(row)) return null;
    const number = row.querySelector("[data-number]").textContent;
    return `${this.words.row.replace("{row}", number)} · ${input.getAttribute("aria-label").trim()}`;
  }
}

for (const root of document.querySelectorAll(".grid.inline-group")) if (root.querySelector(".grid-tools")) new Grid(root);
follow();
