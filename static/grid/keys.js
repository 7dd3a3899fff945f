// What the keyboard does in a table: as on a spreadsheet. A chosen cell is an input with its text selected, so that typing
// replaces it in any input method; arrows move unless the text itself is being changed (F2, a second click).
import { inputOf, isTyped } from "./sheet.js";

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };

export class Keys {
  constructor(grid) {
    this.grid = grid;
    this.leaves = false; // whether the next Tab leaves the table
    this.tabbedFrom = null; // the column in which a row was begun by Tab: Enter goes back to it
  }

  /** True if the key was for the table; the browser then does nothing of its own. */
  press(event) {
    if (event.isComposing) return false;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === "Tab") return this.tab(event);
    if (event.key !== "Shift") this.leaves = false;
    if (event.key === "Enter") return this.enter(event);
    if (event.key === "Escape") return this.escape();
    if (event.key === "F2") return this.grid.edit();
    if (event.altKey) return this.rows(event.key);
    if (isCommand) return this.command(event);
    return event.key in STEPS || ["Home", "End", "Delete", "Backspace"].includes(event.key) ? this.plain(event) : false;
  }

  command(event) {
    const key = event.key.toLowerCase();
    if (key === "z") return this.grid.undo(event.shiftKey);
    if (key === "y") return this.grid.undo(true);
    if (key === " ") return this.grid.confirm();
    if (this.grid.area.isEditing) return false;
    if (key === "a") return this.grid.chooseAll();
    if (["home", "end"].includes(key) || event.key in STEPS) return this.far(event);
    return false;
  }

  rows(key) {
    if (key === "Insert") return this.grid.insertRows();
    return key === "Delete" ? this.grid.removeRows() : false;
  }

  plain(event) {
    const area = this.grid.area;
    if (area.isEditing) return false;
    if (event.key === "Delete" || event.key === "Backspace") {
      if (area.isTyping) return false;
      return this.grid.clear();
    }
    if (event.key === "Home" || event.key === "End") return this.go(area.to.at, event.key === "Home" ? 0 : Infinity, event.shiftKey);
    const [down, right] = STEPS[event.key];
    return this.go(area.to.at + down, area.to.column + right, event.shiftKey);
  }

  /** To the edge of the table. */
  far(event) {
    const { at, column } = this.grid.area.to;
    const [down, right] = STEPS[event.key] ?? (event.key === "Home" ? [-1, -1] : [1, 1]);
    const edge = (step, now) => (step ? (step < 0 ? 0 : Infinity) : now);
    return this.go(edge(down, at), edge(right, column), event.shiftKey);
  }

  go(at, column, isFurther = false) {
    this.tabbedFrom = null;
    this.grid.go(this.grid.area.sheet, at, column, isFurther);
    return true;
  }

  /** Down, back to where the row was begun; from the last row into a new one. */
  enter(event) {
    const { area } = this.grid;
    if (event.altKey && area.input.matches("textarea")) return this.breakLine();
    const column = this.tabbedFrom ?? area.to.column;
    const at = area.to.at + (event.shiftKey ? -1 : 1);
    this.tabbedFrom = null;
    this.grid.commit();
    const { sheet } = area;
    if (at === sheet.rows.length && sheet.blank && !sheet.isBlank(sheet.rows.at(-1))) this.grid.append();
    this.grid.go(sheet, at, column);
    return true;
  }

  breakLine() {
    const { input } = this.grid.area;
    input.setRangeText("\n", input.selectionStart, input.selectionEnd, "end");
    this.grid.area.isEditing = true;
    return true;
  }

  /** To the next cell that is typed; after the last one, or after Escape, out of the table. */
  tab(event) {
    const { area } = this.grid;
    if (this.leaves || event.altKey || event.ctrlKey) return false;
    const next = this.next(event.shiftKey ? -1 : 1);
    if (!next) return false;
    const begun = this.tabbedFrom ?? area.to.column;
    this.grid.go(area.sheet, next.at, next.column);
    this.tabbedFrom = next.at === area.to.at ? begun : null;
    return true;
  }

  next(step) {
    this.grid.commit();
    const { sheet, to } = this.grid.area;
    const rows = sheet.rows;
    let [at, column] = [to.at, to.column + step];
    for (; at >= 0 && at < rows.length; at += step, column = step > 0 ? 0 : sheet.width - 1) {
      const cells = sheet.cells(rows[at]);
      for (; column >= 0 && column < cells.length; column += step) {
        if (isTyped(cells[column]) && !this.grid.codes.isPast(sheet, cells[column])) return { at, column };
      }
    }
    return null;
  }

  escape() {
    const { area } = this.grid;
    if (area.isEditing || area.isTyping) this.grid.giveUp();
    else this.leaves = true;
    return true;
  }
}

/** The first cell of a row in which somebody types. */
export const firstTyped = (sheet, row) => sheet.cells(row).findIndex((cell) => isTyped(cell) && inputOf(cell));
