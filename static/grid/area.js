// The cell that is typed in and the block of cells that is chosen, from the cell where choosing began to that one.
import { inputOf, isTyped } from "./sheet.js";

export class Area {
  constructor() {
    [this.sheet, this.from, this.to, this.isEditing, this.isTyping] = [null, null, null, false, false];
  }

  get cell() {
    return this.sheet && this.to ? this.sheet.cell(this.to.at, this.to.column) : null;
  }

  get input() {
    return inputOf(this.cell);
  }

  get box() {
    const [a, b] = [this.from, this.to];
    return {
      top: Math.min(a.at, b.at), bottom: Math.max(a.at, b.at),
      left: Math.min(a.column, b.column), right: Math.max(a.column, b.column),
    };
  }

  get isOne() {
    return this.from.at === this.to.at && this.from.column === this.to.column;
  }

  /** Every cell of the block, row by row. */
  get block() {
    const { top, bottom, left, right } = this.box;
    return this.sheet.rows.slice(top, bottom + 1).map((row) => this.sheet.cells(row).slice(left, right + 1));
  }

  /** Make a cell the one that is typed in; `isFurther` keeps where the block began. */
  go(sheet, at, column, isFurther = false) {
    const to = {
      at: Math.max(0, Math.min(at, sheet.rows.length - 1)),
      column: Math.max(0, Math.min(column, sheet.width - 1)),
    };
    if (sheet !== this.sheet || !isFurther) this.from = to;
    [this.sheet, this.to] = [sheet, to];
    this.focus();
  }

  focus() {
    const input = this.input;
    this.show();
    if (!input) return;
    if (!isTyped(this.cell)) this.cell.tabIndex = -1;
    const target = isTyped(this.cell) ? input : this.cell;
    target.focus({ preventScroll: true });
    this.cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (target.select) target.select();
  }

  /** One cell of the table is reached by Tab from outside: the one where typing goes on. */
  show() {
    for (const cell of document.querySelectorAll(".grid .is-in, .grid .is-active")) cell.classList.remove("is-in", "is-active");
    for (const cell of this.isOne ? [] : this.block.flat()) cell.classList.add("is-in");
    const cell = this.cell;
    if (!cell) return;
    cell.classList.add("is-active");
    for (const one of this.sheet.body.querySelectorAll("[data-field][tabindex='0']")) one.tabIndex = -1;
    inputOf(cell).tabIndex = 0;
  }
}
