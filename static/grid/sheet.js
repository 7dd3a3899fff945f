// The tables of one form set as sheets of cells: every cell is an input of the form, so that what is typed is sent, kept
// as a draft and judged like any other input. All that is written by script goes through here.

/** A cell of a row: its place in the page, its input, and the name of its field. */
export const inputOf = (cell) => cell?.querySelector("[data-field]") ?? null;
export const isFixed = (cell) => inputOf(cell)?.type === "hidden";
export const isTyped = (cell) => inputOf(cell)?.matches("input:not([type=hidden]), textarea, select") ?? false;

export class Sheet {
  constructor(table, prefix, history) {
    [this.table, this.body, this.prefix, this.history] = [table, table.tBodies[0], prefix, history];
    this.blank = table.parentElement.querySelector("template[data-blank]");
    this.side = table.dataset.side;
  }

  get rows() {
    return [...this.body.rows].filter((row) => !row.hidden);
  }

  /** The cells of a row that are on the official form; those that stay out of the way are not typed through. */
  cells(row) {
    return [...row.cells].filter((cell) => inputOf(cell) && !cell.classList.contains("extra"));
  }

  cell(at, column) {
    const row = this.rows[at];
    return row ? this.cells(row)[column] ?? null : null;
  }

  placeOf(cell) {
    const row = cell.closest("tr");
    return { at: this.rows.indexOf(row), column: this.cells(row).indexOf(cell) };
  }

  get width() {
    const row = this.rows[0];
    return row ? this.cells(row).length : 0;
  }

  field(row, name) {
    return row.querySelector(`[data-field="${name}"]`);
  }

  /** What the row says; blank if nothing is typed in any cell of the form. */
  isBlank(row) {
    return this.cells(row).every((cell) => !inputOf(cell).value.trim());
  }

  isNew(row) {
    return row.classList.contains("is-new");
  }

  write(input, value) {
    if (input.value === value) return;
    this.history.wrote(input, input.value, value);
    set(input, value);
  }

  /** Rows that are removed stay in the form, marked as such, so that they can come back. */
  hide(row, isHidden) {
    this.history.turned(row, row.hidden, isHidden);
    turn(row, isHidden);
  }

  get room() {
    const most = Number(this.management("MAX_NUM_FORMS").value);
    return most - Number(this.management("TOTAL_FORMS").value);
  }

  management(name) {
    return document.getElementById(`id_${this.prefix}-${name}`);
  }

  /** New rows behind the last one, or before a saved row. */
  add(count, before = null) {
    const made = Array.from({ length: count }, () => this.make(before));
    renumber(this);
    return made;
  }

  make(before) {
    const total = this.management("TOTAL_FORMS");
    const index = Number(total.value);
    const row = this.blank.content.querySelector("tr").cloneNode(true);
    for (const one of row.querySelectorAll("[id], [name], [for], [aria-describedby]")) {
      for (const name of ["id", "name", "for", "aria-describedby"]) {
        if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replace("__prefix__", index));
      }
    }
    this.body.insertBefore(row, before);
    total.value = index + 1;
    this.history.turned(row, true, false);
    row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: this.prefix } }));
    return row;
  }

  /** Blank rows before the row at that place. New rows keep the order of the form: their contents move down instead. */
  insert(at, count) {
    const rows = this.rows;
    let end = at;
    while (end < rows.length && this.isNew(rows[end])) end += 1;
    this.add(count, rows[end] ?? null);
    const now = this.rows;
    for (let to = end + count - 1; to >= at; to -= 1) this.copy(to - count >= at ? now[to - count] : null, now[to]);
    renumber(this);
  }

  /** Before the form is sent: a new row is saved before the saved row it stands above, whose number it takes, and on this
   * half. A blank one says nothing at all, so that it is not saved. */
  settle() {
    let number = "";
    for (const row of [...this.body.rows].reverse()) {
      const [side, order] = [this.field(row, "side"), this.field(row, "order")];
      if (!this.isNew(row)) number = order?.value ?? "";
      else if (order) order.value = this.isBlank(row) ? "" : number;
      if (side && this.isNew(row)) side.value = this.isBlank(row) ? "" : this.side;
    }
  }

  copy(from, to) {
    const sources = from ? this.cells(from) : [];
    this.cells(to).forEach((cell, index) => this.write(inputOf(cell), from ? inputOf(sources[index]).value : ""));
  }
}

/** As if it had been typed: whoever listens to the form hears of it. */
export function set(input, value) {
  input.value = value;
  for (const kind of ["input", "change"]) input.dispatchEvent(new CustomEvent(kind, { bubbles: true, detail: "grid" }));
}

export function turn(row, isHidden) {
  row.hidden = isHidden;
  const box = row.querySelector(".delete input[type=checkbox]");
  if (!box) return;
  box.checked = isHidden;
  box.dispatchEvent(new CustomEvent("change", { bubbles: true, detail: "grid" }));
}

export function renumber(sheet) {
  sheet.rows.forEach((row, index) => (row.querySelector("[data-number]").textContent = index + 1));
}
